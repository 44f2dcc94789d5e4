// @ts-check
/** @file Lets a reader choose columns of the comparison, and rows that differ or are alike, and puts first what the reader has; without it, all is shown. */

const COLUMN = ":is(th, td)[data-model]";

class GuideComparison extends HTMLElement {
  connectedCallback() {
    const form = this.#form;
    const first = String(this.dataset.first).split(" ");
    for (const box of this.#boxes("model")) box.checked = first.includes(box.value);
    form.hidden = false;
    for (const cell of this.#elements(".nuance .later")) cell.remove(); // it fills a row beside all columns
    form.addEventListener("change", () => this.#show());
    form.addEventListener("submit", (event) => event.preventDefault());
    this.#show();
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  /**
   * @param {string} name
   * @returns {HTMLInputElement[]}
   */
  #boxes(name) {
    return [.../** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll(`input[name="${name}"]`))];
  }

  /** @param {string} name */
  #choice(name) {
    return String(new FormData(this.#form).get(name));
  }

  #show() {
    const [now, rows] = [this.#choice("now"), this.#choice("rows")];
    const ticked = this.#boxes("model").filter((box) => box.checked || box.value === now);
    // Nothing chosen would leave an empty table, so it means everything.
    const chosen = (ticked.length > 0 ? ticked : this.#boxes("model")).map((box) => box.value);
    this.#pin(now);
    for (const cell of this.#elements(COLUMN)) cell.hidden = !chosen.includes(String(cell.dataset.model));
    for (const cell of this.#elements(".nuance td")) cell.setAttribute("colspan", String(chosen.length + 1));
    const bodies = this.#elements("tbody");
    const differing = bodies.filter(differs);
    for (const body of bodies) body.hidden = rows !== "all" && differing.includes(body) !== (rows === "differing");
    for (const section of this.#elements("section")) {
      section.hidden = [...section.querySelectorAll("tbody")].every((body) => body.hidden);
    }
    const counts = { shown: bodies.filter((body) => !body.hidden).length, differing: differing.length };
    for (const [part, count] of Object.entries(counts)) {
      for (const place of this.#elements(`[data-part=${part}]`)) place.textContent = String(count);
    }
  }

  /**
   * Puts the column of what the reader has now first, and says so; the others stay in their order.
   *
   * @param {string} now the model, or "" for none
   */
  #pin(now) {
    const order = this.#boxes("model").map((box) => box.value);
    const said = /** @type {HTMLTemplateElement} */ (this.querySelector("template[data-name=now]"));
    for (const label of this.#elements(".now")) label.remove();
    for (const row of this.#elements("tr:has(> [data-model])")) {
      const cells = /** @type {HTMLElement[]} */ ([...row.querySelectorAll(COLUMN)]);
      const place = (/** @type {HTMLElement} */ cell) => (cell.dataset.model === now ? -1 : order.indexOf(String(cell.dataset.model)));
      row.append(...cells.sort((a, b) => place(a) - place(b)));
      const first = cells.find((cell) => cell.dataset.model === now);
      (first?.querySelector(".model") ?? first)?.append(said.content.cloneNode(true));
    }
  }

  /**
   * @param {string} selector
   * @returns {HTMLElement[]}
   */
  #elements(selector) {
    return [.../** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll(selector))];
  }
}

/**
 * @param {HTMLElement} body one row of the comparison
 * @returns {boolean} whether its visible cells have different values
 */
function differs(body) {
  const cells = [.../** @type {NodeListOf<HTMLElement>} */ (body.querySelectorAll("td[data-value]"))];
  return new Set(cells.filter((cell) => !cell.hidden).map((cell) => cell.dataset.value)).size > 1;
}

if (!customElements.get("guide-comparison")) customElements.define("guide-comparison", GuideComparison);
