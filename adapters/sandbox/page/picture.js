// A picture in a bubble, and the same picture large.

import { make } from "./make.js";

/** A button: it shows the picture on the whole page, and Escape or a click makes it small again. */
export function picture({ photo, alt, width, height }) {
  const seen = { src: photo, alt: alt || "A picture", width, height };
  const open = () => enlarge(seen);
  return make("button", { type: "button", className: "photo", title: "Enlarge", onclick: open }, make("img", seen));
}

function enlarge({ src, alt }) {
  const close = make("button", { type: "button", className: "push" }, "Close");
  const dialog = make("dialog", { className: "large", ariaLabel: "Picture" }, make("img", { src, alt }), close);
  dialog.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
