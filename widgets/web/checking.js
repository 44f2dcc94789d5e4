// @ts-check
/** @file Gathers what was answered, a line each, from the words that stand in the form. */

import { fields, fits, holds } from "./fields.js";

/** @typedef {{id: string, label: string, answer: string}} Line */

/**
 * @param {HTMLFormElement} form
 * @returns {Line[]} in the order of the page
 */
export function lines(form) {
  const all = [.../** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("fieldset[data-kind]"))];
  return all.map((each) => ({ id: each.id, label: labelOf(each), answer: answerOf(each) })).filter(({ answer }) => answer !== "");
}

/**
 * @param {HTMLElement} part of the form
 * @returns {string} what it asks, in few words
 */
export function labelOf(part) {
  return part.dataset.label ?? said(part.querySelector("legend, label > span"));
}

/**
 * @param {HTMLElement} part of the form
 * @returns {string} what was chosen or typed in it, as the page says it
 */
function answerOf(part) {
  return fields(part).map(wordsOf).filter(Boolean).join(", ");
}

/**
 * @param {import("./fields.js").Field} field
 * @returns {string}
 */
function wordsOf(field) {
  if (field instanceof HTMLSelectElement) return field.selectedOptions[0]?.text ?? "";
  if (holds(field)) return fits(field, field.value) ? field.value : "";
  const label = field.closest("label");
  return field.checked && !field.defaultChecked ? said(label?.querySelector("strong") ?? label ?? null) : "";
}

/**
 * @param {Element | null} element
 * @returns {string} its words
 */
export function said(element) {
  return (element?.textContent ?? "").trim();
}
