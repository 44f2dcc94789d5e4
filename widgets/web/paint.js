// @ts-check
/** @file Fills the page's own templates with values; text stays text, nothing is ever read as markup. */

/**
 * In a template, `data-text="key"` shows a value, `data-title="key"` says it on hover,
 * `data-href="key"` links to it behind `data-prefix`, `data-value="key"` and `data-max="key"` fill a meter,
 * `data-key="key"` names the element for repainting, `data-open="key"` opens details where the value says something, `data-if="key"` keeps the element only where the value says something, and `data-each="key"` repeats the element's own
 * template for every entry of a list.
 *
 * @param {HTMLTemplateElement} template
 * @param {Record<string, any>} values
 * @returns {DocumentFragment}
 */
export function paint(template, values) {
  const copy = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  for (const element of marked(copy, "if")) {
    const value = values[String(element.dataset.if)];
    if (!value || value.length === 0) element.remove();
  }
  for (const element of marked(copy, "text")) {
    element.textContent = String(values[String(element.dataset.text)] ?? "");
  }
  for (const element of marked(copy, "title")) {
    element.title = String(values[String(element.dataset.title)] ?? "");
  }
  for (const element of marked(copy, "value")) {
    element.setAttribute("value", String(values[String(element.dataset.value)]));
    element.setAttribute("max", String(values[String(element.dataset.max)]));
  }
  for (const element of marked(copy, "href")) {
    element.setAttribute("href", `${element.dataset.prefix ?? ""}${values[String(element.dataset.href)]}`);
  }
  for (const element of marked(copy, "key")) {
    element.dataset.key = String(values[String(element.dataset.key)]);
  }
  for (const element of marked(copy, "open")) {
    if (element instanceof HTMLDetailsElement) element.open = Boolean(values[String(element.dataset.open)]);
  }
  for (const element of marked(copy, "each")) {
    const row = /** @type {HTMLTemplateElement} */ (element.querySelector(":scope > template"));
    element.append(...values[String(element.dataset.each)].map((/** @type {any} */ entry) => paint(row, entry)));
  }
  return copy;
}

/**
 * @param {DocumentFragment} root
 * @param {string} mark
 * @returns {HTMLElement[]}
 */
function marked(root, mark) {
  return [.../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(`[data-${mark}]`))];
}
