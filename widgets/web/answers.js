// @ts-check
/** @file Reads the answers of a form, and keeps them in the address's fragment, which no server ever sees. */

/** @typedef {string | number | string[]} Answer */

/** No honest link is longer: what follows is not read. */
const LONGEST = 8000;
/** Under this name a link carries the answers that are kept to compare with, as JSON. */
const KEPT = "compare";
/** What may be typed, by kind of question: as many digits as the recommender accepts. */
const TYPED = { number: /^[1-9][0-9]{0,6}$/, amount: /^[0-9]{1,7}(\.[0-9]{1,4})?$/ };

/**
 * @param {ParentNode} place
 * @returns {HTMLInputElement[]}
 */
function inputs(place) {
  return [.../** @type {NodeListOf<HTMLInputElement>} */ (place.querySelectorAll("input"))];
}

/**
 * @param {HTMLFormElement} form
 * @returns {HTMLFieldSetElement[]} one a question
 */
function questions(form) {
  return [.../** @type {NodeListOf<HTMLFieldSetElement>} */ (form.querySelectorAll("fieldset[data-kind]"))];
}

/**
 * @param {HTMLFieldSetElement} question
 * @returns {string[]} what was chosen or typed, as the fragment holds it
 */
function chosen(question) {
  return inputs(question)
    .filter((input) => (input.type === "number" ? fits(question, input.value) : input.checked && !input.defaultChecked))
    .map((input) => input.value);
}

/**
 * @param {HTMLFieldSetElement} question
 * @param {string} value
 * @returns {boolean} whether it is a number that may be typed here
 */
function fits(question, value) {
  const pattern = TYPED[/** @type {keyof typeof TYPED} */ (question.dataset.kind)];
  return Boolean(pattern?.test(value));
}

/**
 * @param {ParentNode} place
 * @returns {boolean} whether anything was chosen or typed in it
 */
export function touched(place) {
  return [.../** @type {NodeListOf<HTMLFieldSetElement>} */ (place.querySelectorAll("fieldset[data-kind]"))].some(
    (question) => chosen(question).length > 0,
  );
}

/**
 * @param {HTMLFieldSetElement} question
 * @returns {Answer | undefined} in the form in which the recommender takes it
 */
function answer(question) {
  const values = chosen(question);
  const unsure = inputs(question).find((input) => input.checked && input.hasAttribute("data-unsure"));
  if (unsure) return unsure.value;
  if (values.length === 0) return undefined;
  if (question.dataset.kind === "number" || question.dataset.kind === "weight") return Number(values[0]);
  return question.dataset.kind === "places" ? values : values[0];
}

/**
 * @param {HTMLFormElement} form
 * @returns {Record<string, Answer>} question to answer, in the order of the page
 */
export function read(form) {
  const entries = questions(form).map((question) => [question.id, answer(question)]);
  return Object.fromEntries(entries.filter(([, given]) => given !== undefined));
}

/**
 * Put the answers of a fragment into the form; all that the form does not offer is left out.
 *
 * @param {HTMLFormElement} form
 * @param {string} fragment as `location.hash` gives it
 * @returns {number} how many parts were left out
 */
export function restore(form, fragment) {
  for (const input of inputs(form)) {
    if (input.type === "number") input.value = "";
    else input.checked = input.defaultChecked;
  }
  const parts = [...new URLSearchParams(fragment.slice(1, LONGEST))];
  const ignored = parts.filter(([name, value]) => name !== KEPT && !put(form, name, value));
  return ignored.length + (fragment.length > LONGEST ? 1 : 0);
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 * @param {string} value
 * @returns {boolean} whether the form took it
 */
function put(form, name, value) {
  const question = questions(form).find((each) => each.id === name);
  if (!question) return false;
  const several = question.dataset.kind === "places";
  const taken = chosen(question);
  if (taken.includes(value) || (taken.length > 0 && !several)) return false;
  const number = inputs(question).find((input) => input.type === "number");
  if (number && fits(question, value)) {
    number.value = value;
    return true;
  }
  const input = inputs(question).find((each) => each.type !== "number" && each.value === value);
  if (!input) return false;
  input.checked = true;
  settle(input);
  return true;
}

/**
 * "Not sure" and an answer to the same question exclude each other: the one just given stays.
 *
 * @param {HTMLInputElement} input the one just given
 */
export function settle(input) {
  const question = input.closest("fieldset[data-kind]");
  if (!question || input.type === "radio" || !(input.checked || input.value)) return;
  const unsure = input.hasAttribute("data-unsure");
  if (unsure && !input.checked) return;
  for (const other of inputs(question)) {
    if (other === input || other.hasAttribute("data-unsure") === unsure) continue;
    if (other.type === "number") other.value = "";
    else other.checked = false;
  }
}

/**
 * @param {string} fragment
 * @returns {boolean} whether it carries answers, and is not the name of a place on the page
 */
export function holdsAnswers(fragment) {
  return fragment.includes("=");
}

/**
 * @param {string} fragment
 * @returns {string} the answers that are kept to compare with, as JSON, or nothing
 */
export function kept(fragment) {
  const text = new URLSearchParams(fragment.slice(1, LONGEST)).get(KEPT) ?? "";
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && value && !Array.isArray(value) ? text : "";
  } catch {
    return "";
  }
}

/**
 * Put answers into the address of this page, without a new entry in the history.
 *
 * @param {Record<string, Answer>} answers
 * @param {string} keep other answers to carry along, as JSON, or nothing
 */
export function remember(answers, keep) {
  const parts = Object.entries(answers).flatMap(([id, given]) => [given].flat().map((value) => [id, String(value)]));
  if (keep) parts.push([KEPT, keep]);
  const fragment = new URLSearchParams(parts).toString();
  const { pathname, search } = window.location;
  history.replaceState(history.state, "", `${pathname}${search}${fragment ? `#${fragment}` : ""}`);
}
