// The books: the ledger as a table, what comes, charts and the journal, asked for again whenever something happened.

import { dayAndTime } from "./dates.js";
import { make } from "./make.js";
import { ruleInWords } from "./rules.js";
import { Tabs } from "./tabs.js";

const SOON_MS = 150; // several steps of one message come at once; one look shows them all
const CHARTS = { month: "This month by category", trend: "Month by month", budget: "The budget, day by day" };
const HEADS = ["Day", "What", "Account", "Amount"];
const COMING_HEADS = ["When", "What PAM will say by herself"];

export class Books {
  #parts;
  #timer = 0;
  #chart = "month";
  #asked = 0;
  #drawn = 0;
  #onLanguage;

  constructor(region, { onLanguage }) {
    this.#onLanguage = onLanguage;
    this.#parts = (name) => region.querySelector(`[data-part="${name}"]`);
    new Tabs(region.querySelector("[role='tablist']"));
    const choice = this.#parts("choice");
    choice.append(...Object.entries(CHARTS).map(([value, label]) => make("option", { value }, label)));
    choice.addEventListener("change", () => {
      this.#chart = choice.value;
      this.#drawChart();
    });
  }

  lookSoon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), SOON_MS);
  }

  async #look() {
    const asked = ++this.#asked;
    try {
      const response = await fetch("/sandbox/books");
      const books = response.ok ? await response.json() : null;
      if (books && asked === this.#asked) this.#draw(books);
    } catch {
      // The stream tells that the connection is lost, and asks again when it is back.
    }
  }

  #draw({ language, bookings, budgets, accounts, coming, bills, goals, journal }) {
    this.#onLanguage(language);
    this.#parts("rows").replaceChildren(table("Bookings, the newest first", HEADS, bookings.map(bookingCells)));
    this.#parts("coming").replaceChildren(table("What comes, the soonest first", COMING_HEADS, coming.map(comingCells)));
    const held = accounts.map(([name, amount]) => `${name} ${amount}`);
    for (const [part, lines] of Object.entries({ budgets, accounts: held, bills, goals })) {
      this.#parts(part).replaceChildren(...lines.map((line) => make("li", {}, line)));
    }
    const acts = journal.map(({ at, deed, undone }) => [
      dayAndTime(new Date(at)),
      undone ? make("s", {}, deed) : deed,
      undone ? "undone" : "",
    ]);
    this.#parts("acts").replaceChildren(table("The journal, the newest first", ["When", "What was done", ""], acts));
    this.#drawChart();
  }

  async #drawChart() {
    const place = this.#parts("chart");
    const asked = this.#chart;
    try {
      const response = await fetch(`/sandbox/chart/${asked}.svg`);
      if (asked !== this.#chart) return;
      if (response.status !== 200) {
        place.replaceChildren(make("p", { className: "quiet" }, "Nothing to draw yet."));
        return;
      }
      const svg = await response.text();
      const alt = new DOMParser().parseFromString(svg, "image/svg+xml").querySelector("desc")?.textContent;
      // The number makes it another picture: a browser shows one it has seen again without asking.
      const src = `/sandbox/chart/${asked}.svg?${++this.#drawn}`;
      place.replaceChildren(make("img", { src, alt: alt || CHARTS[asked] }));
    } catch {
      // As above.
    }
  }
}

function bookingCells({ day, kind, category, merchant, account, amount, worth, tags }) {
  const what = [category, merchant && merchant !== category ? `at ${merchant}` : ""].filter(Boolean).join(" ");
  const marks = tags.map((tag) => ` #${tag}`).join("");
  const sign = kind === "income" ? "+" : "";
  return [day, `${what}${marks}`, kind === "transfer" ? `from ${account}` : account, `${sign}${amount}${worth && ` (${worth})`}`];
}

function comingCells({ at, rule, about }) {
  const name = ruleInWords(rule);
  return [dayAndTime(new Date(at)), about ? `${name}: ${about}` : name];
}

function table(caption, heads, rows) {
  const body = rows.map((cells) => make("tr", {}, ...cells.map((cell) => make("td", {}, cell))));
  if (!body.length) body.push(make("tr", {}, make("td", { colSpan: heads.length, className: "quiet" }, "Nothing yet.")));
  return make(
    "table",
    {},
    make("caption", { className: "unseen" }, caption),
    make("thead", {}, make("tr", {}, ...heads.map((head) => make("th", { scope: "col" }, head)))),
    make("tbody", {}, ...body),
  );
}
