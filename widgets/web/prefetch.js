// @ts-check
/** @file Finds the moment for work that nobody has asked for yet: when it is likely to be wanted, or the browser is idle. */

const SIGNS = ["pointerover", "touchstart", "focusin"];

/** @returns {boolean} whether the reader pays for what is downloaded, with money or with patience */
export function savesData() {
  const connection = /** @type {any} */ (navigator).connection;
  return Boolean(connection?.saveData) || /2g$/.test(connection?.effectiveType ?? "");
}

/**
 * @param {() => void} work
 */
export function whenIdle(work) {
  if ("requestIdleCallback" in window) requestIdleCallback(work, { timeout: 2000 });
  else setTimeout(work, 200); // Safari
}

/**
 * Do it once the reader comes near the element or, at the latest, when the loaded page is idle.
 *
 * @param {HTMLElement} element
 * @param {() => void} work is harmless if done again
 * @param {AbortSignal} signal
 */
export function whenWanted(element, work, signal) {
  if (savesData()) return;
  for (const sign of SIGNS) element.addEventListener(sign, work, { once: true, passive: true, signal });
  const later = () => whenIdle(() => signal.aborted || work());
  if (document.readyState === "complete") later();
  else window.addEventListener("load", later, { once: true, signal });
}
