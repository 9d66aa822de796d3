// What happened: each message's way through PAM, step by step, the newest on top.

import { hourAndMinute } from "./dates.js";
import { make } from "./make.js";
import { ruleInWords } from "./rules.js";

const KEPT = 100;
const NOTHING = "Nothing yet. Send a message on either phone.";

export class Traces {
  #list;
  #steps = new Map();

  constructor(list) {
    this.#list = list;
    this.clear();
  }

  clear() {
    this.#steps.clear();
    this.#list.replaceChildren(make("li", { className: "quiet" }, NOTHING));
  }

  add({ trace, stage, text, at }) {
    const steps = this.#steps.get(trace) ?? this.#open(trace);
    const moment = make("time", { dateTime: at }, hourAndMinute(new Date(at)));
    const step = make("li", { className: "step" });
    step.dataset.stage = stage;
    step.append(make("span", { className: "stage" }, stage), make("span", { className: "deed" }, inWords(stage, text)), moment);
    steps.append(step);
  }

  #open(trace) {
    if (this.#steps.size === 0) this.#list.replaceChildren();
    const steps = make("ol");
    this.#steps.set(trace, steps);
    this.#list.prepend(make("li", { className: "trace" }, steps));
    if (this.#steps.size > KEPT) this.#forgetOldest();
    return steps;
  }

  #forgetOldest() {
    const [oldest] = this.#steps.keys();
    this.#steps.get(oldest).parentElement.remove();
    this.#steps.delete(oldest);
  }
}

function inWords(stage, text) {
  return stage === "clock" ? text.replace(/^\w+/, ruleInWords) : text;
}
