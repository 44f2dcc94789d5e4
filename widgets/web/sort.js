// @ts-check
/** @file Makes the columns of a table sortable by buttons in their headings; without it, the table stands as it is. */

class GuideSortable extends HTMLElement {
  connectedCallback() {
    const headings = [.../** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("thead th"))];
    for (const [column, heading] of headings.entries()) {
      if (heading.querySelector("button")) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...heading.childNodes);
      button.addEventListener("click", () => this.#sort(headings, heading, column));
      heading.append(button);
    }
  }

  /**
   * @param {HTMLElement[]} headings
   * @param {HTMLElement} heading the one to sort by
   * @param {number} column where it stands
   */
  #sort(headings, heading, column) {
    const descending = heading.getAttribute("aria-sort") === "ascending";
    for (const each of headings) each.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
    const body = /** @type {HTMLTableSectionElement} */ (this.querySelector("tbody"));
    const text = (/** @type {HTMLTableRowElement} */ row) => (row.cells[column]?.textContent ?? "").trim();
    const rows = [...body.rows].sort((a, b) => text(a).localeCompare(text(b)));
    body.append(...(descending ? rows.reverse() : rows));
  }
}

if (!customElements.get("guide-sortable")) customElements.define("guide-sortable", GuideSortable);
