// @ts-check
/** @file The one engine of a page; where the address brings answers, it starts before the rest of the page is there. */

import { holdsAnswers } from "./address.js";
import { Engine } from "./engine.js";

/** @type {Engine | undefined} it survives instant navigation because modules do */
let engine;
/** What that engine can start. */
let described = "";

/**
 * @param {string} bundle as JSON
 * @returns {Engine} the same for every widget that this page ever shows, unless a new version of the guide has come meanwhile
 */
export function sharedEngine(bundle) {
  if (engine && described === bundle) return engine;
  engine?.dismiss();
  engine = new Engine(JSON.parse(bundle));
  described = bundle;
  return engine;
}

const here = /** @type {HTMLElement | null} */ (document.querySelector("head script[data-bundle]"));
if (here && holdsAnswers(location.hash)) sharedEngine(String(here.dataset.bundle)).prepare();
