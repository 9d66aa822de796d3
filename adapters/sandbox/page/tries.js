// Things to try: sentences in the language chosen, sent with one press on whichever phone is chosen.

import { LANGUAGES } from "./languages.js";
import { make } from "./make.js";
import { tell } from "./street.js";

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
    this.#list.lang = this.#language.value;
    this.#list.replaceChildren(...chips, chip("share my number on Telegram", () => this.#shareNumber()));
  }

  #say(text) {
    const phone = this.#phones[document.querySelector("input[name='try-on']:checked").value];
    phone.comeIntoView();
    phone.say(text);
  }

  async #shareNumber() {
    const phone = this.#phones.telegram;
    phone.comeIntoView();
    const problem = await tell("contact", { own: true });
    if (problem) phone.notify(problem);
  }
}

function chip(text, onclick) {
  return make("li", {}, make("button", { type: "button", className: "chip", onclick }, text));
}
