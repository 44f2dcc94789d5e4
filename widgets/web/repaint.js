// @ts-check
/** @file Brings what is shown up to date in place, so that focus, scroll and opened details are not lost. */

import morphdom from "morphdom";

/**
 * @param {HTMLElement} place
 * @param {Node} content what it shall hold
 */
export function repaint(place, content) {
  const wanted = document.createElement(place.localName);
  wanted.append(content);
  if (!place.firstChild) {
    place.append(...wanted.childNodes);
    return;
  }
  const focused = place.contains(document.activeElement);
  morphdom(place, wanted, { childrenOnly: true, onBeforeElUpdated: keepOpen, getNodeKey });
  // What had the focus may be gone; then the place itself takes it, so that a keyboard user is not sent to the top.
  if (focused && !place.contains(document.activeElement)) place.focus({ preventScroll: true });
}

/**
 * @param {Node} node
 * @returns {string | undefined} what tells it from its neighbours, wherever it stands among them
 */
function getNodeKey(node) {
  return (node instanceof HTMLElement && node.getAttribute("data-key")) || undefined;
}

/**
 * @param {HTMLElement} from
 * @param {HTMLElement} to
 */
function keepOpen(from, to) {
  if ("kept" in from.dataset) return false; // it is filled by another answer
  if (from instanceof HTMLDetailsElement && to instanceof HTMLDetailsElement && "touched" in from.dataset) {
    to.open = from.open;
    to.dataset.touched = "";
  }
  return !from.isEqualNode(to);
}
