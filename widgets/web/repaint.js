// @ts-check
/** @file Brings what is shown up to date in place, so that focus, scroll and opened details are not lost. */

import "./morphdom.js"; // an older kind of script: it puts its one function on the global object

/**
 * @param {HTMLElement} place
 * @param {Node} content what it shall hold
 */
export function repaint(place, content) {
  const wanted = document.createElement(place.localName);
  wanted.append(content);
  const focused = place.contains(document.activeElement);
  /** @type {any} */ (globalThis).morphdom(place, wanted, { childrenOnly: true, onBeforeElUpdated: keepOpen });
  // What had the focus may be gone; then the place itself takes it, so that a keyboard user is not sent to the top.
  if (focused && !place.contains(document.activeElement)) place.focus({ preventScroll: true });
}

/**
 * @param {HTMLElement} from
 * @param {HTMLElement} to
 */
function keepOpen(from, to) {
  if (from instanceof HTMLDetailsElement && to instanceof HTMLDetailsElement) to.open = from.open;
  return !from.isEqualNode(to);
}
