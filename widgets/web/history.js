// @ts-check
/** @file Keeps in the browser's history which screen was shown, so that Back, Forward and a reload lead to it. */

/**
 * `at` names what of the form is shown, `from` the screen to return to, `set` the answers it belongs to (those of one
 * number are one set, on its way), and `depth` how many screens lead back from it.
 *
 * @typedef {{view: string, at: string, from: string, set: number, depth: number}} Screen
 */

/** Under this name an entry holds its screen; the page sees to it that the theme leaves that there (inline/back.js). */
const KEY = "guide";

/** @returns {Screen | undefined} the one that this entry of the history holds */
export function present() {
  return history.state?.[KEY];
}

/** @param {Screen} screen to show as a new entry */
export function enter(screen) {
  history.pushState({ [KEY]: screen }, "");
}

/** @param {Screen} screen that this entry shows from now on */
export function stay(screen) {
  history.replaceState({ ...history.state, [KEY]: screen }, "");
}

const CHOICE = "guide-steps";

/** @returns {boolean} whether the reader would rather have all questions on one page */
export function prefersAll() {
  try {
    return sessionStorage.getItem(CHOICE) === "false";
  } catch {
    return false; // storage is refused: the choice lasts as long as the page
  }
}

/** @param {boolean} all */
export function prefer(all) {
  try {
    sessionStorage.setItem(CHOICE, String(!all));
  } catch {
    // as above
  }
}
