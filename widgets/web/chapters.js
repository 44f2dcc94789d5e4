// @ts-check
/** @file The list of a result's parts: leads to them, says which one is in view, and leaves the address alone, which holds the answers. */

class GuideChapters extends HTMLElement {
  #leaving = new AbortController();
  /** @type {IntersectionObserver | undefined} */
  #watch;

  connectedCallback() {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    const result = /** @type {HTMLElement} */ (this.parentElement);
    result.addEventListener("click", (event) => this.#clicked(event), { signal });
    // A heading that comes into the upper part of the window, or leaves it, makes another part the present one.
    this.#watch = new IntersectionObserver(() => this.#mark(), { rootMargin: "0px 0px -60% 0px", threshold: [0, 1] });
    const repainted = new MutationObserver(() => this.#begin());
    repainted.observe(result, { childList: true });
    signal.addEventListener("abort", () => repainted.disconnect());
    this.#begin();
  }

  disconnectedCallback() {
    this.#leaving.abort();
    this.#watch?.disconnect();
  }

  get #headings() {
    return [.../** @type {NodeListOf<HTMLElement>} */ (this.parentElement?.querySelectorAll("[data-chapter]") ?? [])];
  }

  #begin() {
    this.#watch?.disconnect();
    for (const heading of this.#headings) this.#watch?.observe(heading);
  }

  /** Mark the part whose heading is the last that has come up so far. */
  #mark() {
    const scrolls = document.documentElement.scrollHeight > innerHeight; // a frame may show all of it at once
    const line = scrolls ? innerHeight * 0.4 : 0;
    const buttons = [...this.querySelectorAll("button")];
    const listed = this.#headings.filter((heading) => buttons.some(({ value }) => value === heading.dataset.chapter));
    const present = listed.filter((heading) => heading.getBoundingClientRect().top < line).at(-1);
    for (const button of buttons) {
      if (button.value !== present?.dataset.chapter) button.removeAttribute("aria-current");
      else if (!button.hasAttribute("aria-current")) this.#point(button);
    }
  }

  /** @param {HTMLButtonElement} button of the present part, which a narrow list brings into view */
  #point(button) {
    button.setAttribute("aria-current", "true");
    this.scrollLeft = button.offsetLeft - this.offsetLeft;
  }

  /** @param {Event} event in the result */
  #clicked({ target }) {
    const button = target instanceof Element ? target.closest("button") : null;
    const heading = this.#headings.find((each) => button?.value && each.dataset.chapter === button.value);
    if (!heading) return;
    const fold = heading.closest("details");
    if (fold) fold.open = true;
    if (fold) fold.dataset.touched = ""; // the reader's own choice, which a new result keeps
    heading.scrollIntoView();
    heading.focus({ preventScroll: true });
  }
}

if (!customElements.get("guide-chapters")) customElements.define("guide-chapters", GuideChapters);
