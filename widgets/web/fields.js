// @ts-check
/** @file Knows what may be typed or chosen in each kind of field, and says what is wrong with what was. */

import { today } from "./takeaway.js";

/** @typedef {HTMLInputElement | HTMLSelectElement} Field */

/** @type {Record<string, RegExp>} what may be typed, by kind of field: what the recommender accepts */
const TYPED = {
  number: /^[1-9][0-9]{0,6}$/,
  amount: /^[0-9]{1,7}(\.[0-9]{1,4})?$/,
  text: /^(?:[^\p{C}\p{Z}]| ){1,40}$/u,
  date: /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/,
};
/** @type {Record<string, string>} what is said of a field in which something does not count, by kind. */
const WRONG = { number: "beyond", amount: "beyond", text: "unfit", date: "undated" };

/**
 * @param {ParentNode} place
 * @returns {Field[]}
 */
export function fields(place) {
  return [.../** @type {NodeListOf<Field>} */ (place.querySelectorAll("input[name], select"))];
}

/**
 * Have the browser offer no day that has gone by where one ahead is asked.
 *
 * @param {ParentNode} place
 */
export function lookAhead(place) {
  for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (place.querySelectorAll("[data-future]"))) field.min = today();
}

/**
 * @param {Field} field
 * @returns {boolean} whether it holds what was typed or picked, rather than being an answer to tick
 */
export function holds(field) {
  return field.type !== "radio" && field.type !== "checkbox";
}

/**
 * @param {Field} field
 * @returns {string} its kind
 */
function kind(field) {
  return /** @type {HTMLElement | null} */ (field.closest("[data-kind]"))?.dataset.kind ?? "";
}

/**
 * @param {Field} field
 * @param {string} value
 * @returns {boolean} whether it may be typed or picked here
 */
export function fits(field, value) {
  if (field instanceof HTMLSelectElement) return value !== "" && [...field.options].some((each) => each.value === value);
  return Boolean(TYPED[kind(field)]?.test(value)) && within(field, value) && !repeats(field, value);
}

/**
 * @param {HTMLInputElement} field
 * @param {string} value of the right form
 * @returns {boolean} whether it lies between the field's bounds, and is a day or has a letter where one is asked
 */
function within(field, value) {
  if (field.type === "number") return Number(value) >= Number(field.min) && Number(value) <= Number(field.max) && !split(field, value);
  if (field.type === "date") return isDay(value) && !past(field, value);
  return value.trim() !== "";
}

/**
 * @param {HTMLInputElement} field
 * @param {string} value
 * @returns {boolean} whether it has a part where a whole number is asked
 */
function split(field, value) {
  return field.step === "1" && Number(value) % 1 !== 0;
}

/**
 * @param {string} value as `2026-01-31`
 * @returns {boolean} whether the calendar has such a day
 */
function isDay(value) {
  const day = new Date(`${value}T00:00Z`);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(value);
}

/**
 * @param {HTMLInputElement} field
 * @param {string} value
 * @returns {boolean} whether the day has gone by, where one ahead is asked
 */
function past(field, value) {
  return field.hasAttribute("data-future") && value < today();
}

/**
 * @param {HTMLInputElement} field
 * @param {string} value
 * @returns {boolean} whether a field before this one has the same, where each has its own
 */
function repeats(field, value) {
  const { unique } = field.dataset;
  const all = unique ? [.../** @type {NodeListOf<HTMLInputElement>} */ (field.form?.querySelectorAll("[data-unique]") ?? [])] : [];
  const before = all.slice(0, all.indexOf(field)).filter((each) => each.dataset.unique === unique);
  return before.some((each) => plain(each.value) === plain(value));
}

/** @param {string} text */
function plain(text) {
  return text.trim().toLowerCase();
}

/**
 * @param {Field} field
 * @returns {string} the name of what is to be said of it, or nothing
 */
export function trouble(field) {
  if (!holds(field) || field instanceof HTMLSelectElement) return "";
  if (field.value === "" ? !field.validity.badInput : fits(field, field.value)) return "";
  if (field.type === "date" && field.value !== "" && past(field, field.value)) return "past";
  if (field.type === "number" && field.value !== "" && split(field, field.value)) return "split";
  return field.value !== "" && repeats(field, field.value) ? "repeated" : (WRONG[kind(field)] ?? "beyond");
}
