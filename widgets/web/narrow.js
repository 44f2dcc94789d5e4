// @ts-check
/** @file Narrows a list of links by what is typed, and Enter follows the first that is left; without it, the list stands whole. */

class GuideNarrow extends HTMLElement {
  connectedCallback() {
    const field = this.querySelector("input");
    const none = /** @type {HTMLElement | null} */ (this.querySelector("[role=status]"));
    if (!field?.parentElement || !none) return;
    field.parentElement.hidden = false;
    const items = [...this.querySelectorAll("li")];
    const narrow = () => {
      for (const item of items) item.hidden = !meant(item, field.value);
      none.hidden = items.some((item) => !item.hidden);
    };
    field.addEventListener("input", narrow);
    field.addEventListener("keydown", ({ key, isComposing }) => {
      if (key === "Enter" && !isComposing && field.value.trim()) this.#first(items)?.click();
    });
    none.querySelector("button")?.addEventListener("click", () => {
      field.value = "";
      narrow();
      field.focus();
    });
    narrow();
  }

  /** @param {HTMLElement[]} items */
  #first(items) {
    return items.find((item) => !item.hidden)?.querySelector("a");
  }
}

/**
 * Whether a word of an item's text, or what it is also called, begins with what was typed.
 *
 * @param {HTMLElement} item
 * @param {string} typed
 */
const meant = (item, typed) => {
  const wanted = typed.trim().toLowerCase();
  const text = (item.textContent ?? "").trim().toLowerCase();
  return ` ${text} ${item.dataset.also ?? ""}`.toLowerCase().includes(` ${wanted}`);
};

if (!customElements.get("guide-narrow")) customElements.define("guide-narrow", GuideNarrow);
