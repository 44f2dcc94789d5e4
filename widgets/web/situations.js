// @ts-check
/** @file Knows where the reader stands who begins: what that answers already, what is said of it, and what is asked at the end. */

import { put } from "./answers.js";

/**
 * @param {HTMLFormElement} form
 * @returns {HTMLInputElement[]}
 */
function situations(form) {
  return [.../** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("[data-kind=situation] input"))];
}

/**
 * @param {HTMLInputElement} situation
 * @returns {[string, string][]} question to option
 */
function preset(situation) {
  return [...new URLSearchParams(situation.dataset.answers)];
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 * @returns {HTMLInputElement | undefined} what is chosen there
 */
function chosen(form, name) {
  const inputs = [.../** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("input:checked"))];
  return inputs.find((each) => each.name === name);
}

/**
 * Give the answers of the situation that was just chosen, and take back those of another.
 *
 * @param {HTMLFormElement} form
 */
export function begin(form) {
  const all = situations(form);
  const kept = new Map(all.filter((each) => each.checked).flatMap(preset));
  for (const [name, option] of all.flatMap(preset)) {
    const given = chosen(form, name);
    if (given && given.value !== kept.get(name) && (kept.has(name) || given.value === option)) given.checked = false;
  }
  fill(form);
}

/**
 * Give the answers of the situation that is chosen, where these questions have none.
 *
 * @param {HTMLFormElement} form
 */
export function fill(form) {
  for (const each of situations(form)) if (each.checked) for (const [name, option] of preset(each)) put(form, name, option);
}

/**
 * Let go of a situation whose answers are no longer those that are given.
 *
 * @param {HTMLFormElement} form
 */
export function agree(form) {
  for (const each of situations(form)) {
    if (preset(each).some(([name, option]) => (chosen(form, name)?.value ?? option) !== option)) each.checked = false;
  }
}

/**
 * @param {HTMLFormElement} form
 * @returns {{id: string, asks: string, answers: number}} of the situation that is chosen, if any: fields by their ids, and how many answers
 */
export function situation(form) {
  const found = situations(form).find((each) => each.checked);
  return { id: found?.value ?? "", asks: found?.dataset.asks ?? "", answers: found ? preset(found).length : 0 };
}
