// @ts-check
/** @file Fills the page's own templates with values; text stays text, nothing is ever read as markup. */

/** @typedef {Record<string, any>} Values */
/** @typedef {(element: HTMLElement, value: any) => void} Apply */
/** @typedef {{condition?: string[], inside: number, fills: [Apply, string][], list?: string, row?: Plan}} Marked `inside` counts the marked elements in it */
/** @typedef {{content: DocumentFragment, marked: Marked[]}} Plan a template without the templates in it, and what to do with its elements */

/** @type {Record<string, Apply>} what an attribute `data-…` has done with its value */
const FILLS = {
  text: (element, value) => (element.textContent = String(value ?? "")),
  title: (element, value) => (element.title = String(value ?? "")),
  datetime: (element, value) => element.setAttribute("datetime", String(value)),
  value: (element, value) => element.setAttribute("value", String(value)),
  max: (element, value) => element.setAttribute("max", String(value)),
  href: (element, value) => element.setAttribute("href", `${element.dataset.prefix ?? ""}${value}`),
  d: (element, value) => element.setAttribute("d", value),
  transform: (element, value) => element.setAttribute("transform", value),
  model: (element, value) => (element.dataset.model = String(value)),
  key: (element, value) => (element.dataset.key = String(value)),
  open: (element, value) => element.toggleAttribute("open", Boolean(value)),
};
const MARKED = ["if", "each", ...Object.keys(FILLS)].map((mark) => `[data-${mark}]`).join();

/** @type {WeakMap<HTMLTemplateElement, Plan>} each template is read once */
const plans = new WeakMap();

/**
 * In a template, `data-text="key"` shows a value, `data-title="key"` says it on hover, `data-href="key"` links to it behind
 * `data-prefix`, `data-value="key"` and `data-max="key"` fill a meter, `data-datetime="key"` dates a time, `data-d="key"` is
 * the path and `data-transform="key"` the place of a part of a picture, `data-model="key"` gives the colour and icon of a
 * model, `data-key="key"` names the element for repainting, `data-open="key"` opens details where the value says something,
 * `data-if="key"` keeps the element only where it does, or one of several does, and `data-each="key"` repeats the element's
 * own template for every entry of a list.
 *
 * @param {HTMLTemplateElement} template
 * @param {Values} values
 * @returns {DocumentFragment}
 */
export function paint(template, values) {
  const plan = plans.get(template) ?? planned(template);
  plans.set(template, plan);
  return filled(plan, values);
}

/**
 * @param {HTMLTemplateElement} template
 * @returns {Plan}
 */
function planned(template) {
  const content = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  for (const each of content.querySelectorAll("svg template")) each.replaceWith(ofPicture(each));
  const elements = /** @type {NodeListOf<HTMLElement>} */ (content.querySelectorAll(MARKED));
  return { content, marked: [...elements].map(read) };
}

/**
 * @param {Element} within a picture a template is an element like any other
 * @returns {HTMLTemplateElement} what it was meant to be
 */
function ofPicture({ childNodes }) {
  const row = document.createElement("template");
  row.content.append(...childNodes);
  return row;
}

/**
 * @param {HTMLElement} element
 * @returns {Marked}
 */
function read(element) {
  const { if: condition, each: list, ...marks } = element.dataset;
  const row = /** @type {HTMLTemplateElement | null} */ (element.querySelector(":scope > template"));
  row?.remove();
  const fills = Object.entries(FILLS).flatMap(([mark, apply]) => (marks[mark] === undefined ? [] : [[apply, marks[mark]]]));
  const inside = element.querySelectorAll(MARKED).length;
  return { condition: condition?.split(" "), inside, fills: /** @type {[Apply, string][]} */ (fills), list, row: row ? planned(row) : undefined };
}

/**
 * @param {Plan} plan
 * @param {Values} values
 * @returns {DocumentFragment}
 */
function filled({ content, marked }, values) {
  const copy = /** @type {DocumentFragment} */ (content.cloneNode(true));
  const elements = /** @type {NodeListOf<HTMLElement>} */ (copy.querySelectorAll(MARKED));
  for (let at = 0; at < marked.length; at += 1) {
    const mark = /** @type {Marked} */ (marked[at]);
    const element = /** @type {HTMLElement} */ (elements[at]);
    if (!mark.condition || mark.condition.some((key) => says(values[key]))) {
      fill(element, mark, values);
    } else {
      element.remove();
      at += mark.inside;
    }
  }
  return copy;
}

/**
 * @param {HTMLElement} element
 * @param {Marked} marked
 * @param {Values} values
 */
function fill(element, { fills, list, row }, values) {
  for (const [apply, key] of fills) apply(element, values[key]);
  if (list && row) element.append(...values[list].map((/** @type {Values} */ entry) => filled(row, entry)));
}

/** @param {any} value */
function says(value) {
  return Boolean(value) && value.length !== 0;
}
