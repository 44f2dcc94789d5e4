// @ts-check
/** @file Keeps the answers of a form in the address's fragment, which no server ever sees. */

/** No honest link is longer: what follows is not read. */
const LONGEST = 4000;

/**
 * @param {HTMLFormElement} form
 * @returns {HTMLInputElement[]}
 */
function choices(form) {
  return [.../** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("input[type=radio]"))];
}

/**
 * @param {HTMLFormElement} form
 * @returns {Record<string, string>} question to chosen option, in the order of the page
 */
export function read(form) {
  const chosen = choices(form).filter((input) => input.checked);
  return Object.fromEntries(chosen.map((input) => [input.name, input.value]));
}

/**
 * Put the answers of a fragment into the form; all that the form does not offer is left out.
 *
 * @param {HTMLFormElement} form
 * @param {string} fragment as `location.hash` gives it
 * @returns {number} how many parts were left out
 */
export function restore(form, fragment) {
  const text = fragment.slice(1, LONGEST);
  let ignored = fragment.length > LONGEST ? 1 : 0;
  const inputs = choices(form);
  const chosen = new Map();
  for (const [name, value] of new URLSearchParams(text)) {
    const input = inputs.find((each) => each.name === name && each.value === value);
    if (input && !chosen.has(name)) chosen.set(name, input);
    else ignored += 1;
  }
  for (const input of inputs) input.checked = chosen.get(input.name) === input;
  return ignored;
}

/**
 * @param {string} fragment
 * @returns {boolean} whether it carries answers, and is not the name of a place on the page
 */
export function holdsAnswers(fragment) {
  return fragment.includes("=");
}

/**
 * Put the answers into the address of this page, without a new entry in the history.
 *
 * @param {Record<string, string>} answers
 */
export function remember(answers) {
  const fragment = new URLSearchParams(answers).toString();
  const { pathname, search } = window.location;
  history.replaceState(history.state, "", `${pathname}${search}${fragment ? `#${fragment}` : ""}`);
}
