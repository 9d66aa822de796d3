// The street's clock: shown on both phones, ticking on from what the street last said, moved forward on request.

import { dayAndTime, hourAndMinute } from "./dates.js";
import { tell } from "./street.js";

const TICK_MS = 5000;

export class StreetClock {
  #ahead = 0;
  #announce;
  #faces = document.querySelectorAll(".phone-time");
  #full = document.getElementById("street-time");

  constructor(form, announce) {
    this.#announce = announce;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#move(Number(form.elements.hours.value));
    });
    setInterval(() => this.#draw(), TICK_MS);
    this.#draw();
  }

  set(now) {
    this.#ahead = Date.parse(now) - Date.now();
    this.#draw();
  }

  async #move(hours) {
    const problem = await tell("clock", { hours });
    this.#announce(problem || `The clock moved ${hours === 1 ? "1 hour" : `${hours} hours`} forward.`);
  }

  #draw() {
    const now = new Date(Date.now() + this.#ahead);
    this.#full.dateTime = now.toISOString();
    this.#full.textContent = dayAndTime(now);
    for (const face of this.#faces) face.textContent = hourAndMinute(now);
  }
}
