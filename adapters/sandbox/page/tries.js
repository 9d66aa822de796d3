// Things to try: sentences that are sent with one press, on whichever phone is chosen.

import { make } from "./make.js";
import { tell } from "./street.js";

const SENTENCES = [
  "spent 45.30 on groceries",
  "set a $400 grocery budget",
  "how much is left?",
  "spent 360 on groceries",
  "undo",
  "what did I spend this month?",
  "coffee 4, bagel 3.50",
  "spent 1.234 on rent",
  "help",
];

export function offerTries(list, phones) {
  const chosen = () => document.querySelector("input[name='try-on']:checked").value;
  const sentences = SENTENCES.map((text) => chip(text, () => sayOn(phones[chosen()], text)));
  list.append(...sentences, chip("share my number on Telegram", () => shareNumber(phones.telegram)));
}

function chip(text, onclick) {
  return make("li", {}, make("button", { type: "button", className: "chip", onclick }, text));
}

function sayOn(phone, text) {
  phone.comeIntoView();
  phone.say(text);
}

async function shareNumber(phone) {
  phone.comeIntoView();
  const problem = await tell("contact", { own: true });
  if (problem) phone.notify(problem);
}
