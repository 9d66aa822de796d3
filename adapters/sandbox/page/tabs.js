// Tabs: one panel at a time, chosen with a press or with the arrow keys.

export class Tabs {
  #tabs;

  constructor(list) {
    this.#tabs = [...list.querySelectorAll("[role='tab']")];
    list.addEventListener("click", (event) => {
      const tab = event.target.closest("[role='tab']");
      if (tab) this.#choose(tab);
    });
    list.addEventListener("keydown", (event) => this.#step(event));
  }

  #step(event) {
    const at = this.#tabs.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: this.#tabs.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    const tab = this.#tabs.at(to % this.#tabs.length);
    this.#choose(tab);
    tab.focus();
  }

  #choose(chosen) {
    for (const tab of this.#tabs) {
      const is = tab === chosen;
      tab.ariaSelected = String(is);
      tab.tabIndex = is ? 0 : -1;
      document.getElementById(tab.getAttribute("aria-controls")).hidden = !is;
    }
  }
}
