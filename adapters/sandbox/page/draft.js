// A draft: what PAM is about to say, growing in one bubble until the message takes its place.

import { Bubble } from "./bubble.js";

const SHOWN_MS = 30000; // as long as Telegram shows one

export class Draft {
  #thread;
  #bubble = null;
  #timer = 0;

  constructor(thread) {
    this.#thread = thread;
  }

  show(draft) {
    if (this.#bubble) this.#bubble.draw(draft);
    else this.#begin(draft);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.hide(), SHOWN_MS);
  }

  hide() {
    clearTimeout(this.#timer);
    this.#bubble?.row.remove();
    this.#bubble = null;
  }

  // Only the message itself is read out, once and whole.
  #begin(draft) {
    this.#bubble = new Bubble(draft, () => {});
    this.#bubble.row.classList.add("draft");
    this.#bubble.row.ariaLive = "off";
    this.#thread.append(this.#bubble.row);
  }
}
