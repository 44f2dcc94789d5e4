// @ts-check
/** @file The one engine of a page; where the address brings answers, it starts before the rest of the page is there. */

import { Engine } from "./engine.js";

/** @type {Engine | undefined} it survives instant navigation because modules do */
let engine;

/**
 * @param {string} bundle as JSON
 * @returns {Engine} the same for every widget that this page ever shows
 */
export function sharedEngine(bundle) {
  engine ??= new Engine(JSON.parse(bundle));
  return engine;
}

const here = /** @type {HTMLElement | null} */ (document.querySelector("head script[data-bundle]"));
if (here && location.hash.includes("=")) sharedEngine(String(here.dataset.bundle)).prepare();
