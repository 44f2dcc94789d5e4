// @ts-check
/** @file Finds places as one types: a field that lists what fits, and what is chosen as chips; the ticked boxes stay what counts. */

import { said } from "./checking.js";

/** No more than these are listed at once. */
const MOST = 6;

export class Picker {
  /** @type {HTMLInputElement[]} the boxes of what is listed */
  #found = [];
  #active = -1;

  /**
   * @param {HTMLElement} question with a box for each place
   * @param {import("./panel.js").Panel} panel which has the page's templates
   */
  constructor(question, panel) {
    this.panel = panel;
    this.boxes = [.../** @type {NodeListOf<HTMLInputElement>} */ (question.querySelectorAll("input[data-code]"))];
    this.typed = /** @type {HTMLInputElement} */ (question.querySelector("[role=combobox]"));
    this.list = /** @type {HTMLElement} */ (question.querySelector("[role=listbox]"));
    this.chips = /** @type {HTMLElement} */ (question.querySelector(".chips"));
    this.count = /** @type {HTMLElement} */ (question.querySelector(".typing [role=status]"));
  }

  /** @param {AbortSignal} signal ends it */
  begin(signal) {
    this.typed.addEventListener("input", () => this.#search(), { signal });
    this.typed.addEventListener("keydown", (event) => this.#pressed(event), { signal });
    this.typed.addEventListener("blur", () => this.#offer([]), { signal });
    this.list.addEventListener("pointerdown", (event) => event.preventDefault(), { signal }); // the field keeps the focus
    this.list.addEventListener("click", (event) => this.#pick(this.#keyOf(event)), { signal });
    this.chips.addEventListener("click", (event) => this.#drop(this.#keyOf(event)), { signal });
  }

  /** @returns {HTMLInputElement[]} */
  get chosen() {
    return this.boxes.filter((box) => box.checked);
  }

  /** Show what is chosen. */
  show() {
    const { chosen } = this;
    this.chips.replaceChildren(...chosen.map((box) => this.panel.paint("chip", { id: box.value, name: nameOf(box) })));
    this.chips.hidden = chosen.length === 0;
  }

  #search() {
    const text = plain(this.typed.value);
    const ranked = this.boxes.filter((box) => !box.checked).map((box) => ({ box, rank: rankOf(box, text) }));
    const fitting = ranked.filter(({ rank }) => rank < 4).sort((one, other) => one.rank - other.rank);
    this.#offer(text ? fitting.slice(0, MOST).map(({ box }) => box) : []);
    this.count.replaceChildren(text ? this.panel.paint("counted", { count: String(fitting.length) }) : "");
  }

  /** @param {HTMLInputElement[]} found */
  #offer(found) {
    this.#found = found;
    this.list.replaceChildren(...found.map((box) => this.panel.paint("found", { id: box.value, name: nameOf(box) })));
    for (const [at, option] of [...this.list.children].entries()) option.id = `${this.list.id}-${at}`;
    this.typed.setAttribute("aria-expanded", String(found.length > 0));
    this.#activate(found.length > 0 ? 0 : -1);
  }

  /** @param {number} at the place in the list that Enter chooses */
  #activate(at) {
    this.#active = at;
    for (const [each, option] of [...this.list.children].entries()) option.setAttribute("aria-selected", String(each === at));
    if (at < 0) this.typed.removeAttribute("aria-activedescendant");
    else this.typed.setAttribute("aria-activedescendant", `${this.list.id}-${at}`);
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const { length } = this.#found;
    if (length === 0) return;
    const by = { ArrowDown: 1, ArrowUp: length - 1 }[event.key];
    if (by) this.#activate((this.#active + by) % length);
    else if (event.key === "Enter") this.#pick(String(this.#found[this.#active]?.value));
    else if (event.key === "Escape") this.#offer([]);
    else return;
    event.preventDefault();
    event.stopPropagation(); // elsewhere Enter goes on
  }

  /** @param {string | undefined} id */
  #pick(id) {
    this.typed.value = "";
    this.count.replaceChildren();
    this.#offer([]);
    this.#tick(id, true);
  }

  /** @param {string | undefined} id */
  #drop(id) {
    this.#tick(id, false);
    if (id) this.typed.focus();
  }

  /**
   * @param {string | undefined} id
   * @param {boolean} ticked
   */
  #tick(id, ticked) {
    const box = this.boxes.find((each) => each.value === id);
    if (!box) return;
    box.checked = ticked;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** @param {Event} event */
  #keyOf({ target }) {
    return target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest("[data-key]"))?.dataset.key : undefined;
  }
}

/**
 * @param {HTMLInputElement} box
 * @param {string} text in small letters
 * @returns {number} how well the place fits what was typed, 0 best, 4 not at all
 */
function rankOf(box, text) {
  const name = plain(nameOf(box));
  if (plain(String(box.dataset.code)) === text) return 0;
  if (name.startsWith(text)) return 1;
  if (name.split(" ").some((word) => word.startsWith(text))) return 2;
  return name.includes(text) ? 3 : 4;
}

/** @param {HTMLInputElement} box */
function nameOf(box) {
  return said(box.closest("label"));
}

/** @param {string} text */
function plain(text) {
  return text.trim().toLowerCase();
}
