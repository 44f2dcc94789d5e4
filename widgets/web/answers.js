// @ts-check
/** @file Reads the answers of a form and puts answers into it: as far as it offers them, and nothing else. */

import { fields, fits, holds } from "./fields.js";

/** @typedef {import("./fields.js").Field} Field */
/** @typedef {string | number | string[]} Answer */
/** @typedef {Record<string, Answer>} Answers question to answer */

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
  return fields(question)
    .filter((field) => (holds(field) ? fits(field, field.value) : isTicked(field)))
    .map((field) => field.value);
}

/**
 * @param {Field} field
 * @returns {boolean} whether it was ticked by a reader
 */
function isTicked(field) {
  return field instanceof HTMLInputElement && field.checked && !field.defaultChecked;
}

/**
 * @param {HTMLFieldSetElement} question
 * @param {string} value
 * @returns {Field | undefined} where this can be chosen or typed
 */
function taker(question, value) {
  return fields(question).find((field) => (holds(field) ? fits(field, value) : field.value === value));
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
  const unsure = fields(question).find((field) => field.hasAttribute("data-unsure"))?.value;
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
  for (const field of fields(form)) {
    if (holds(field)) field.value = "";
    else tick(field, /** @type {HTMLInputElement} */ (field).defaultChecked);
  }
}

/**
 * @param {Field} field
 * @param {boolean} ticked
 */
function tick(field, ticked) {
  /** @type {HTMLInputElement} */ (field).checked = ticked;
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 * @param {string} value
 * @returns {boolean} whether the form took it
 */
export function put(form, name, value) {
  const question = questionOf(form, name);
  const field = question && taker(question, value);
  if (!field) return false;
  const taken = chosen(question);
  if (taken.includes(value) || (taken.length > 0 && question.dataset.kind !== "places")) return false;
  if (holds(field)) field.value = value;
  else tick(field, true);
  settle(field);
  return true;
}

/**
 * "Not sure" and an answer to the same question exclude each other: the one just given stays.
 *
 * @param {Field} field the one just given
 */
export function settle(field) {
  const question = field.closest("fieldset[data-kind]");
  const ticked = field instanceof HTMLInputElement && field.checked;
  if (!question || field.type === "radio" || !(ticked || field.value)) return;
  const unsure = field.hasAttribute("data-unsure");
  if (unsure && !ticked) return;
  for (const other of fields(question)) {
    if (other === field || other.hasAttribute("data-unsure") === unsure) continue;
    if (holds(other)) other.value = "";
    else tick(other, false);
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
