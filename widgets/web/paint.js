// @ts-check
/** @file Fills the page's own templates with values; text stays text, nothing is ever read as markup. */

/** @type {Record<string, (element: HTMLElement, value: any) => void>} what an attribute `data-…` has done with its value, in this order */
const MARKS = {
  text: (element, value) => (element.textContent = String(value ?? "")),
  title: (element, value) => (element.title = String(value ?? "")),
  value: (element, value) => element.setAttribute("value", String(value)),
  max: (element, value) => element.setAttribute("max", String(value)),
  href: (element, value) => element.setAttribute("href", `${element.dataset.prefix ?? ""}${value}`),
  key: (element, value) => (element.dataset.key = String(value)),
  open: (element, value) => element.toggleAttribute("open", Boolean(value)),
  each: (element, value) => {
    const row = /** @type {HTMLTemplateElement} */ (element.querySelector(":scope > template"));
    element.append(...value.map((/** @type {any} */ entry) => paint(row, entry)));
  },
};
const MARKED = ["if", ...Object.keys(MARKS)].map((mark) => `[data-${mark}]`).join();

/**
 * In a template, `data-text="key"` shows a value, `data-title="key"` says it on hover, `data-href="key"` links to it behind
 * `data-prefix`, `data-value="key"` and `data-max="key"` fill a meter, `data-key="key"` names the element for repainting,
 * `data-open="key"` opens details where the value says something, `data-if="key"` keeps the element only where it does, and
 * `data-each="key"` repeats the element's own template for every entry of a list.
 *
 * @param {HTMLTemplateElement} template
 * @param {Record<string, any>} values
 * @returns {DocumentFragment}
 */
export function paint(template, values) {
  const copy = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (copy.querySelectorAll(MARKED))) {
    if (!copy.contains(element)) continue; // what is around it has been left out
    const { if: condition, ...marks } = element.dataset;
    if (condition === undefined || says(values[condition])) fill(element, marks, values);
    else element.remove();
  }
  return copy;
}

/**
 * @param {HTMLElement} element
 * @param {DOMStringMap} marks
 * @param {Record<string, any>} values
 */
function fill(element, marks, values) {
  for (const [mark, apply] of Object.entries(MARKS)) {
    const key = marks[mark];
    if (key !== undefined) apply(element, values[key]);
  }
}

/** @param {any} value */
function says(value) {
  return Boolean(value) && value.length !== 0;
}
