// Starting over: both phones in new hands, after one more yes.

import { tell } from "./street.js";

export function offerReset(button, dialog, { language, announce }) {
  button.addEventListener("click", () => dialog.showModal());
  dialog.addEventListener("close", async () => {
    if (dialog.returnValue !== "yes") return;
    dialog.returnValue = "";
    const problem = await tell("reset", { language: language.value });
    announce(problem || "Everything is new.");
  });
}
