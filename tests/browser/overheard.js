// Keeps what is added to a log while a screen reader listens to it.

window.overheard = [];

new MutationObserver((changes) => {
  for (const { target, addedNodes } of changes) {
    const log = target.closest?.("[role='log']");
    if (log && log.ariaLive !== "off") window.overheard.push(...[...addedNodes].map((node) => node.textContent));
  }
}).observe(document, { subtree: true, childList: true });
