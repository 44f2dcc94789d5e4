// @ts-check
/** @file Shows the form one group of questions at a time, for readers who choose so; otherwise all stand on one page. */

const CHOICE = "guide-steps";

export class Steps {
  /**
   * @param {HTMLFormElement} form with the groups (`.step`), the choice between the two ways, and the way on
   * @param {(place: HTMLElement, values: Record<string, string | number>) => void} tell says where the reader is
   */
  constructor(form, tell) {
    this.tell = tell;
    this.groups = [.../** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll(".step"))];
    this.at = 0;
    this.way = /** @type {HTMLElement} */ (form.querySelector("[data-part=way]"));
    this.choice = /** @type {HTMLButtonElement} */ (form.querySelector("[data-action=steps]"));
    this.stepwise = remembered();
    this.show();
  }

  /** Change between all at once and one group at a time. */
  toggle() {
    this.stepwise = !this.stepwise;
    remember(this.stepwise);
    this.show();
  }

  /**
   * Go on or back, and put the focus where the group starts.
   *
   * @param {number} by
   */
  go(by) {
    this.at = Math.min(Math.max(this.at + by, 0), this.groups.length - 1);
    this.show();
    const group = this.groups[this.at];
    group.scrollIntoView();
    /** @type {HTMLElement | null} */ (group.querySelector("h2, summary"))?.focus({ preventScroll: true });
  }

  /**
   * Show the group in which something stands.
   *
   * @param {Element | undefined} inside
   */
  reveal(inside) {
    const at = this.groups.findIndex((group) => inside && group.contains(inside));
    if (at >= 0) this.at = at;
    this.show();
  }

  show() {
    for (const [place, group] of this.groups.entries()) {
      group.hidden = this.stepwise && place !== this.at;
      if (this.stepwise && group instanceof HTMLDetailsElement) group.open = true;
    }
    this.choice.setAttribute("aria-pressed", String(this.stepwise));
    this.way.hidden = !this.stepwise;
    for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (this.way.querySelectorAll("[data-by]"))) {
      button.disabled = !this.groups[this.at + Number(button.dataset.by)];
    }
    this.tell(this.way, { step: this.at + 1, steps: this.groups.length });
  }
}

/** @returns {boolean} */
function remembered() {
  try {
    return sessionStorage.getItem(CHOICE) === "true";
  } catch {
    return false; // storage is refused: the choice lasts as long as the page
  }
}

/** @param {boolean} stepwise */
function remember(stepwise) {
  try {
    sessionStorage.setItem(CHOICE, String(stepwise));
  } catch {
    // as above
  }
}
