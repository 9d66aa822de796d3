// One message as a bubble: whose it is, its words, its buttons and the small print.

import { hourAndMinute } from "./dates.js";
import { make } from "./make.js";
import { picture } from "./picture.js";
import { linked, safeFragment } from "./words.js";

const SPEAKER = { person: "You", pam: "PAM" };
const STATUS = {
  accepted: "Accepted",
  queued: "Queued",
  sending: "Sending",
  sent: "Sent",
  delivered: "Delivered",
  undelivered: "Not delivered",
  failed: "Failed",
};
const BAD = new Set(["undelivered", "failed"]);

export class Bubble {
  #onTap;
  #picture = make("div", { className: "frame" });
  #words = make("div", { className: "words" });
  #keys = make("div", { className: "keys" });
  #edited = make("span", { className: "edited" });
  #status = make("span", { className: "status", ariaLive: "off" });
  #drawn = "";
  #pictureDrawn = "";
  #keysDrawn = "";
  #segments = 0;

  constructor(message, onTap) {
    this.#onTap = onTap;
    const moment = new Date(message.at);
    const time = make("time", { dateTime: message.at }, hourAndMinute(moment));
    const print = make("small", { className: "print" }, this.#edited, time);
    const bubble = make("div", { className: "bubble" }, this.#picture, this.#words, print);
    const speaker = make("span", { className: "unseen" }, `${SPEAKER[message.from]}: `);
    this.row = make("div", { className: `row ${message.from}` }, speaker, bubble, this.#keys, this.#status);
    this.draw(message);
  }

  /** Draws only what changed, so a button that stays keeps the focus. */
  draw(message) {
    const source = message.html ?? message.text;
    if (source !== this.#drawn) {
      this.#words.replaceChildren(message.html === undefined ? linked(message.text) : safeFragment(message.html));
      this.#drawn = source;
    }
    this.#drawPicture(message);
    this.#drawKeys(message.buttons ?? []);
    this.#edited.textContent = message.kind === "edit" ? "edited " : "";
    this.#segments = message.from === "pam" ? (message.segments ?? 0) : 0;
    this.showStatus(message.status);
  }

  /** Only what PAM sent by SMS has a price and a way to go; anything else speaks up when it failed. */
  showStatus(status) {
    const parts = [];
    if (this.#segments) parts.push(this.#segments === 1 ? "1 segment" : `${this.#segments} segments`);
    if (status && (this.#segments || BAD.has(status))) parts.push(STATUS[status] ?? status);
    this.#status.textContent = parts.join(" \u00b7 ");
    this.#status.classList.toggle("bad", BAD.has(status));
  }

  #drawPicture(message) {
    const source = message.photo ? `${message.photo} ${message.alt}` : "";
    if (source === this.#pictureDrawn) return;
    this.#pictureDrawn = source;
    this.#picture.replaceChildren(...(message.photo ? [picture(message)] : []));
  }

  #drawKeys(rows) {
    const source = JSON.stringify(rows);
    if (source === this.#keysDrawn) return;
    this.#keysDrawn = source;
    this.#keys.replaceChildren(...rows.map((row) => make("div", {}, ...row.map((key) => this.#key(key)))));
  }

  #key({ label, data }) {
    return make("button", { type: "button", onclick: () => this.#onTap(data) }, label);
  }
}
