// @ts-check
/** @file Tells whether a page has these scripts, and whether the site has another version of the page by now. */

/** The script of a recommender's page says with this attribute what is shown where it does not come. */
const SCRIPT = "script[data-otherwise]";

/**
 * Instant navigation may bring a page of another version than the scripts that run here: its words fit others.
 *
 * @param {string} url of the script that asks
 * @returns {boolean} whether the page names another one
 */
export function isForOthers(url) {
  const script = /** @type {HTMLScriptElement | null} */ (document.querySelector(SCRIPT));
  return script !== null && script.src !== url;
}

/** @returns {Promise<boolean>} whether the site answers, and with another version of this page */
export async function isOutdated() {
  try {
    const response = await fetch(location.href, { cache: "reload" });
    const there = versionOf(new DOMParser().parseFromString(await response.text(), "text/html"));
    return there !== "" && there !== versionOf(document);
  } catch {
    return false;
  }
}

/**
 * @param {Document} page
 * @returns {string} what names all that it downloads; nothing if it has no recommender
 */
function versionOf(page) {
  const script = /** @type {HTMLScriptElement | null} */ (page.querySelector(SCRIPT));
  const element = /** @type {HTMLElement | null} */ (page.querySelector("guide-recommender"));
  return script && element ? `${script.src} ${element.dataset.bundle}` : "";
}
