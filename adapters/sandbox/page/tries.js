// Things to try: sentences in the language chosen, sent with one press on whichever phone is chosen.

import { LANGUAGES } from "./languages.js";
import { make } from "./make.js";
import { tell } from "./street.js";

// What only this phone can send.
const ON_TELEGRAM = {
  "send a receipt": ["sample", { of: "receipt" }],
  "send a voice note": ["sample", { of: "voice note" }],
  "share my number on Telegram": ["contact", { own: true }],
};

export class Tries {
  #list;
  #phones;
  #language;

  constructor(list, language, phones) {
    this.#list = list;
    this.#phones = phones;
    this.#language = language;
    language.append(...Object.entries(LANGUAGES).map(([value, { name }]) => make("option", { value, lang: value }, name)));
    language.addEventListener("change", () => {
      this.#draw();
      this.#say(LANGUAGES[language.value].speak);
    });
    this.#draw();
  }

  /** The language PAM answers in, however it was changed. */
  show(language) {
    if (!LANGUAGES[language] || language === this.#language.value) return;
    this.#language.value = language;
    this.#draw();
  }

  #draw() {
    const { sentences } = LANGUAGES[this.#language.value];
    const chips = sentences.map((text) => chip(text, () => this.#say(text)));
    const onTelegram = Object.entries(ON_TELEGRAM).map(([text, deed]) => chip(text, () => this.#doOnTelegram(...deed)));
    this.#list.lang = this.#language.value;
    this.#list.replaceChildren(...chips, ...onTelegram);
  }

  #say(text) {
    const phone = this.#phones[document.querySelector("input[name='try-on']:checked").value];
    phone.comeIntoView();
    phone.say(text);
  }

  async #doOnTelegram(deed, details) {
    const phone = this.#phones.telegram;
    phone.comeIntoView();
    const problem = await tell(deed, details);
    if (problem) phone.notify(problem);
  }
}

function chip(text, onclick) {
  return make("li", {}, make("button", { type: "button", className: "chip", onclick }, text));
}
