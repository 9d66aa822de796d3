// Sending a file: picked beside the message box, on its way at once.

import { hand } from "./street.js";

export function offerAttaching(input, phone) {
  input.addEventListener("change", async () => {
    const [file] = input.files;
    if (!file) return;
    const problem = await hand(file);
    input.value = ""; // so that the same file can be picked again
    if (problem) phone.notify(problem);
  });
}
