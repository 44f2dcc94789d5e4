// @ts-check
/** @file A button that copies the code beside it and says so; without it, the code is there to select. */

import { copy } from "./takeaway.js";

class GuideCopy extends HTMLElement {
  connectedCallback() {
    const button = /** @type {HTMLButtonElement} */ (this.querySelector("button"));
    button.hidden = false;
    button.addEventListener("click", () => this.#copy());
  }

  #copy() {
    const code = /** @type {HTMLElement} */ (this.querySelector("code"));
    copy(code.textContent ?? "").then(
      () => this.#say("copied"),
      () => {
        window.getSelection()?.selectAllChildren(code);
        this.#say("not-copied");
      },
    );
  }

  /** @param {string} message the name of one of its templates */
  #say(message) {
    const words = /** @type {HTMLTemplateElement} */ (this.querySelector(`template[data-name="${message}"]`));
    const place = /** @type {HTMLElement} */ (this.querySelector("[role=status]"));
    place.textContent = words.content.textContent;
  }
}

if (!customElements.get("guide-copy")) customElements.define("guide-copy", GuideCopy);
