// @ts-check
/** @file Reads the answers of a form and puts answers into it: as far as it offers them, and nothing else. */

/** @typedef {string | number | string[]} Answer */
/** @typedef {Record<string, Answer>} Answers question to answer */

/** @type {Record<string, RegExp>} what may be typed, by kind of question: as many digits as the recommender accepts */
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
 * @param {HTMLFormElement} form
 * @param {string} id
 * @returns {HTMLFieldSetElement | undefined}
 */
function questionOf(form, id) {
  return questions(form).find((each) => each.id === id);
}

/**
 * @param {HTMLFieldSetElement} question
 * @returns {string[]} what was chosen or typed, as the fragment holds it
 */
function chosen(question) {
  return inputs(question)
    .filter((input) => (input.type === "number" ? fits(input, input.value) : input.checked && !input.defaultChecked))
    .map((input) => input.value);
}

/**
 * @param {HTMLInputElement} field for a number
 * @param {string} value
 * @returns {boolean} whether it is a number that may be typed here
 */
function fits(field, value) {
  const kind = /** @type {HTMLElement | null} */ (field.closest("[data-kind]"))?.dataset.kind ?? "";
  return Boolean(TYPED[kind]?.test(value)) && Number(value) >= Number(field.min) && Number(value) <= Number(field.max);
}

/**
 * @param {HTMLInputElement} input
 * @returns {boolean} whether something was typed into it that does not count
 */
export function beyond(input) {
  return input.type === "number" && (input.value !== "" || input.validity.badInput) && !fits(input, input.value);
}

/**
 * @param {HTMLFieldSetElement} question
 * @param {string} value
 * @returns {HTMLInputElement | undefined} where this can be chosen or typed
 */
function taker(question, value) {
  return inputs(question).find((input) => (input.type === "number" ? fits(input, value) : input.value === value));
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
 * @param {string[]} values what it offers, at least one
 * @returns {Answer} in the form in which the recommender takes it
 */
function answer(question, values) {
  const unsure = inputs(question).find((input) => input.hasAttribute("data-unsure"))?.value;
  const [first = ""] = values;
  if (unsure !== undefined && values.includes(unsure)) return unsure;
  if (question.dataset.kind === "number" || question.dataset.kind === "weight") return Number(first);
  return question.dataset.kind === "places" ? values : first;
}

/**
 * @param {HTMLFormElement} form
 * @returns {Answers} in the order of the page
 */
export function read(form) {
  const given = questions(form).map((question) => ({ question, values: chosen(question) }));
  const answered = given.filter(({ values }) => values.length > 0);
  return Object.fromEntries(answered.map(({ question, values }) => [question.id, answer(question, values)]));
}

/** @param {HTMLFormElement} form */
export function clear(form) {
  for (const input of inputs(form)) {
    if (input.type === "number") input.value = "";
    else input.checked = input.defaultChecked;
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 * @param {string} value
 * @returns {boolean} whether the form took it
 */
export function put(form, name, value) {
  const question = questionOf(form, name);
  const input = question && taker(question, value);
  if (!input) return false;
  const taken = chosen(question);
  if (taken.includes(value) || (taken.length > 0 && question.dataset.kind !== "places")) return false;
  if (input.type === "number") input.value = value;
  else input.checked = true;
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
 * @param {HTMLFormElement} form
 * @param {string} name
 * @param {unknown} value from anywhere
 * @returns {[string, Answer][]} itself if the form could have given it, or nothing
 */
export function offered(form, name, value) {
  const question = questionOf(form, name);
  const values = [value].flat().map((each) => (typeof each === "number" ? String(each) : each));
  if (!question || values.length === 0 || (values.length > 1 && question.dataset.kind !== "places")) return [];
  const known = values.filter((each) => typeof each === "string" && taker(question, each));
  return known.length === values.length ? [[name, answer(question, /** @type {string[]} */ (known))]] : [];
}

/** @param {Answers} answers */
export function isEmpty(answers) {
  return Object.keys(answers).length === 0;
}
