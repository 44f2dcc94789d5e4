// @ts-check
/** @file What the reader has been told of copies that the browser keeps of this site, or has chosen. */

import { ROOT } from "./folder.js";

export const TOLD = "told";
export const OFF = "off";
const KEY = `${new URL(ROOT).pathname}.offline`;

/** @returns {string | null} */
export function remembered() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** @param {string} what */
export function remember(what) {
  try {
    localStorage.setItem(KEY, what);
  } catch {
    // It is told, or kept, once more then.
  }
}
