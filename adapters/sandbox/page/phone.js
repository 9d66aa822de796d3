// One phone: a thread of bubbles, a box to write in, and passing signs such as typing and notices.

import { Bubble } from "./bubble.js";
import { dayInWords } from "./dates.js";
import { Draft } from "./draft.js";
import { make } from "./make.js";
import { tell } from "./street.js";

const TYPING_MS = 5000; // a typing sign fades after five seconds unless it is repeated, as Telegram's does
const NOTICE_MS = 5000;
const SETTLED_MS = 250; // a screen reader hears of a change a little after it was drawn
const NEAR_END_PX = 80;

export class Phone {
  #name;
  #region;
  #thread;
  #box;
  #toast;
  #typing = make("div", { className: "typing", ariaHidden: "true" }, make("i"), make("i"), make("i"));
  #draft;
  #typingTimer = 0;
  #toastTimer = 0;
  #speechTimer = 0;
  #bubbles = new Map();
  #faults = new Map();
  #replayed = null;
  #sending = Promise.resolve();

  constructor(name, region) {
    this.#name = name;
    this.#region = region;
    this.#thread = region.querySelector(".thread");
    this.#draft = new Draft(this.#thread);
    this.#toast = region.querySelector(".toast");
    this.#box = region.querySelector("textarea");
    const form = region.querySelector("form");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#sendBox();
    });
    this.#box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit();
    });
  }

  /** Sends words one after the other, so that they arrive in the order they were written. */
  say(text) {
    this.#sending = this.#sending.then(() => tell("say", { phone: this.#name, text }));
    return this.#sending.then((problem) => {
      if (problem) this.notify(problem);
      return problem;
    });
  }

  receive(message) {
    this.#replayed?.add(message.id);
    const stick = this.#nearEnd() || message.from === "person";
    const known = this.#bubbles.get(message.id);
    if (known) {
      this.#redraw(known, message);
    } else {
      this.#append(message);
    }
    if (message.from === "pam") this.#hideSigns();
    if (stick) this.#stayAtEnd(this.#bubbles.get(message.id).row);
  }

  remove(id) {
    this.#bubbles.get(id)?.row.remove();
    this.#bubbles.delete(id);
  }

  report({ id, status }) {
    this.#bubbles.get(id)?.showStatus(status);
  }

  showTyping() {
    const stick = this.#nearEnd();
    this.#thread.append(this.#typing);
    if (stick) this.#scrollToEnd();
    clearTimeout(this.#typingTimer);
    this.#typingTimer = setTimeout(() => this.#hideTyping(), TYPING_MS);
  }

  showDraft(draft) {
    const stick = this.#nearEnd();
    this.#hideTyping();
    this.#draft.show(draft);
    if (stick) this.#scrollToEnd();
  }

  notify(text) {
    this.#toast.textContent = text;
    clearTimeout(this.#toastTimer);
    this.#toastTimer = setTimeout(() => this.#toast.replaceChildren(), NOTICE_MS);
  }

  comeIntoView() {
    this.#region.scrollIntoView({ block: "nearest" });
  }

  showFault(vendor, way) {
    if (way) this.#faults.set(vendor, `${vendor} is broken (${way})`);
    else this.#faults.delete(vendor);
    this.#region.querySelector(".fault").textContent = [...this.#faults.values()].join(", ");
  }

  /** History is drawn in silence: nothing of it is read out again. */
  beginReplay() {
    clearTimeout(this.#speechTimer);
    this.#thread.ariaLive = "off";
    this.#replayed = new Set();
    this.#hideSigns();
  }

  endReplay() {
    for (const id of [...this.#bubbles.keys()]) {
      if (!this.#replayed.has(id)) this.remove(id);
    }
    this.#replayed = null;
    this.#scrollToEnd();
    this.#speechTimer = setTimeout(() => (this.#thread.ariaLive = "polite"), SETTLED_MS);
  }

  async #sendBox() {
    const text = this.#box.value;
    if (!text.trim()) return;
    this.#box.value = "";
    this.#box.focus();
    const problem = await this.say(text);
    if (problem) this.#box.value = this.#box.value ? `${text}\n${this.#box.value}` : text;
  }

  #append(message) {
    const bubble = new Bubble(message, (data) => this.#tap(message.id, data));
    const day = dayInWords(new Date(message.at));
    if (this.#thread.dataset.day !== day) {
      this.#thread.dataset.day = day;
      this.#thread.append(make("p", { className: "day" }, day));
    }
    this.#bubbles.set(message.id, bubble);
    this.#thread.append(bubble.row);
  }

  // A pressed button may go away with the edit that answers it; the keyboard then stays in the thread.
  #redraw(bubble, message) {
    const held = bubble.row.contains(document.activeElement);
    bubble.draw(message);
    if (held && !bubble.row.contains(document.activeElement)) this.#thread.focus({ preventScroll: true });
  }

  async #tap(id, data) {
    const problem = await tell("tap", { message_id: id, data });
    if (problem) this.notify(problem);
  }

  #hideSigns() {
    this.#hideTyping();
    this.#draft.hide();
  }

  #hideTyping() {
    clearTimeout(this.#typingTimer);
    this.#typing.remove();
  }

  /** A picture takes its place only once it has come. */
  #stayAtEnd(row) {
    this.#scrollToEnd();
    const picture = row.querySelector("img");
    if (picture && !picture.complete) picture.addEventListener("load", () => this.#scrollToEnd(), { once: true });
  }

  #nearEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.#thread;
    return scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
  }

  #scrollToEnd() {
    this.#thread.scrollTop = this.#thread.scrollHeight;
  }
}
