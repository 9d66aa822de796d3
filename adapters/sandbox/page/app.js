// The page: what the street says goes to the phones and panels, what the person does goes to the street.

import { offerAttaching } from "./attach.js";
import { Books } from "./books.js";
import { Breakage } from "./breakage.js";
import { StreetClock } from "./clock.js";
import { Phone } from "./phone.js";
import { offerReset } from "./reset.js";
import { tell } from "./street.js";
import { listen } from "./stream.js";
import { Traces } from "./traces.js";
import { Tries } from "./tries.js";

const element = (id) => document.getElementById(id);

const phones = { telegram: new Phone("telegram", element("telegram")), sms: new Phone("sms", element("sms")) };
// Which phones feel it when a vendor breaks.
const reach = { Telegram: [phones.telegram], Twilio: [phones.sms], OpenAI: Object.values(phones) };
const traces = new Traces(element("traces"));
const breakage = new Breakage(element("vendors"), announce);
const tries = new Tries(element("tries"), element("language"), phones);
const books = new Books(element("books"), { onLanguage: (language) => tries.show(language) });
const clock = new StreetClock(element("clock"), announce);

const hearers = {
  message: (event) => phones[event.phone].receive(event),
  edit: (event) => phones[event.phone].receive(event),
  delete: (event) => phones[event.phone].remove(event.id),
  status: (event) => phones[event.phone].report(event),
  typing: (event) => phones[event.phone].showTyping(),
  draft: (event) => phones[event.phone].showDraft(event),
  notice: (event) => phones[event.phone].notify(event.text),
  step: (event) => {
    traces.add(event);
    if (TELLING.has(event.stage)) books.lookSoon();
  },
  reset: () => location.reload(),
  clock: (event) => clock.set(event.now),
  fault: (event) => {
    const way = breakage.show(event.vendor, event.mode);
    reach[event.vendor]?.forEach((phone) => phone.showFault(event.vendor, way));
  },
};

// After these steps the books may say something else.
const TELLING = new Set(["clock", "ledger", "letter"]);
const passing = new Set(["typing", "draft", "notice"]);

function hear(event) {
  hearers[event.kind]?.(event);
}

function replay(history) {
  const everyPhone = Object.values(phones);
  everyPhone.forEach((phone) => phone.beginReplay());
  traces.clear();
  history.filter((event) => !passing.has(event.kind)).forEach(hear);
  everyPhone.forEach((phone) => phone.endReplay());
  element("lost").textContent = "";
  tell("hello", { timezone: Intl.DateTimeFormat().resolvedOptions().timeZone }).then(() => books.lookSoon());
}

function lose() {
  element("lost").textContent = "Connection lost. Trying again\u2026";
}

function announce(text) {
  element("announcer").textContent = text;
}

// A link that opens the bot with a code would leave the sandbox for the real Telegram: here it is the same as saying it.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='https://t.me/']");
  const code = link && new URL(link.href).searchParams.get("start");
  if (!code) return;
  event.preventDefault();
  phones.telegram.say(`/start ${code}`);
});

offerAttaching(element("attach"), phones.telegram);
offerReset(element("start-over"), element("sure"), { language: element("language"), announce });
listen("/sandbox/events", { replay, hear, lose });
