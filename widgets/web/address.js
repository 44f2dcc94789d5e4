// @ts-check
/** @file Keeps the answers in the address's fragment, which no server ever sees, and reads those that came with it. */

import { clear, isEmpty, offered, put } from "./answers.js";

/** @typedef {import("./answers.js").Answers} Answers */

/** No honest link is longer: what follows is not read. */
const LONGEST = 8000;
/** Under this name a link carries the answers that are kept to compare with, as JSON. */
const KEPT = "compare";

/**
 * @param {string} fragment
 * @returns {boolean} whether it carries answers, and is not the name of a place on the page
 */
export function holdsAnswers(fragment) {
  return fragment.includes("=");
}

/**
 * Put the answers of a fragment into the form; all that the form does not offer is left out.
 *
 * @param {HTMLFormElement} form
 * @param {string} fragment as `location.hash` gives it
 * @returns {number} how many parts were left out
 */
export function restore(form, fragment) {
  clear(form);
  const parts = [...new URLSearchParams(fragment.slice(1, LONGEST))];
  const ignored = parts.filter(([name, value]) => name !== KEPT && !put(form, name, value));
  return ignored.length + (fragment.length > LONGEST ? 1 : 0);
}

/**
 * Read the answers that a fragment carries to compare with; all that the form does not offer is left out.
 *
 * @param {HTMLFormElement} form
 * @param {string} fragment
 * @returns {{answers: Answers, ignored: number}} how many of them, or parts of them, were left out
 */
export function toCompareWith(form, fragment) {
  const text = new URLSearchParams(fragment.slice(1, LONGEST)).get(KEPT);
  const entries = text === null ? [] : entriesOf(text);
  if (!entries) return { answers: {}, ignored: 1 };
  const taken = entries.flatMap(([name, value]) => offered(form, name, value));
  return { answers: Object.fromEntries(taken), ignored: entries.length - taken.length };
}

/**
 * @param {string} text
 * @returns {[string, unknown][] | undefined} of a JSON object
 */
function entriesOf(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && value && !Array.isArray(value) ? Object.entries(value) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Put answers into the address of this page, without a new entry in the history.
 *
 * @param {Answers} answers
 * @param {Answers} keep others to carry along, to compare with
 */
export function remember(answers, keep) {
  const parts = Object.entries(answers).flatMap(([id, given]) => [given].flat().map((value) => [id, String(value)]));
  const fragment = [new URLSearchParams(parts).toString(), comparing(keep)].filter(Boolean).join("&");
  const { pathname, search } = window.location;
  history.replaceState(history.state, "", `${pathname}${search}${fragment ? `#${fragment}` : ""}`);
}

/**
 * @param {Answers} keep
 * @returns {string} the part of a fragment that carries them to compare with
 */
export function comparing(keep) {
  return isEmpty(keep) ? "" : new URLSearchParams({ [KEPT]: JSON.stringify(keep) }).toString();
}

/**
 * @param {HTMLElement} element which knows the guide's own page
 * @returns {string} where these answers can be seen again: on that page, also from within a frame
 */
export function linkHere(element) {
  return new URL(location.hash, new URL(String(element.dataset.address), location.href)).href;
}
