// Break something: a switch for each vendor, on means broken, and a choice of how.

import { make } from "./make.js";
import { tell } from "./street.js";

const VENDORS = [
  { vendor: "Telegram" },
  { vendor: "Twilio" },
  { vendor: "OpenAI", ways: { down: "off", slow: "slow", mad: "mad" } },
  { vendor: "Stripe", idle: true },
  { vendor: "Supabase", idle: true },
];
const WAYS = {
  down: "down",
  error: "errors",
  slow: "slow",
  drop: "drops",
  repeat: "repeats",
  limit: "rate limit",
};

export class Breakage {
  #announce;
  #rows = new Map();

  constructor(list, announce) {
    this.#announce = announce;
    list.append(...VENDORS.map((entry) => this.#row(entry)));
  }

  /** Returns the way it breaks as the panel calls it, an empty string for a vendor that is well. */
  show(vendor, mode) {
    const row = this.#rows.get(vendor);
    if (!row) return "";
    row.toggle.checked = mode !== "ok";
    if (mode === "ok") return "";
    row.way.value = mode;
    return row.way.selectedOptions[0]?.label ?? mode;
  }

  #row({ vendor, ways = WAYS, idle = false }) {
    const toggle = make("input", { type: "checkbox", role: "switch" });
    const way = make("select", { ariaLabel: `How ${vendor} breaks` });
    way.append(...Object.entries(ways).map(([value, label]) => make("option", { value }, label)));
    this.#rows.set(vendor, { toggle, way });
    toggle.addEventListener("change", () => this.#tell(vendor));
    way.addEventListener("change", () => toggle.checked && this.#tell(vendor));
    const row = make("li", { className: idle ? "vendor idle" : "vendor" }, make("label", {}, toggle, vendor));
    if (idle) row.append(idleHint(vendor, toggle));
    row.append(way);
    return row;
  }

  async #tell(vendor) {
    const { toggle, way } = this.#rows.get(vendor);
    const wanted = toggle.checked;
    const problem = await tell("break", { vendor, mode: wanted ? way.value : "ok" });
    if (!problem) return;
    toggle.checked = !wanted;
    this.#announce(problem);
  }
}

function idleHint(vendor, toggle) {
  const hint = make("span", { id: `idle-${vendor}`, className: "hint" }, "nothing uses it yet");
  toggle.setAttribute("aria-describedby", hint.id);
  return hint;
}
