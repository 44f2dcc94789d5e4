// @ts-check
/** @file Knows in which modes Python can start here, which to try first and next, and puts a worker to it. */

import { savesData, whenIdle } from "./prefetch.js";
import { OFF, remembered } from "./wish.js";

/** @typedef {import("./messages.js").Bundle} Bundle */
/** @typedef {import("./messages.js").StartMode} StartMode */
/** @typedef {import("./messages.js").StartPlan} StartPlan */

/**
 * @param {Bundle} bundle
 * @returns {[StartMode, ...StartMode[]]} those that this build has, the preferred one first
 */
function modesOf(bundle) {
  return /** @type {[StartMode]} */ (Object.keys(bundle).filter((key) => key !== "lock"));
}

/**
 * @param {Bundle} bundle
 * @returns {StartMode} the one to begin with
 */
export function firstMode(bundle) {
  return modesOf(bundle)[0];
}

/**
 * @param {Bundle} bundle
 * @param {StartMode} mode which failed
 * @param {boolean} trapped whether it is no use to start with less than the last mode has
 * @returns {StartMode | undefined} what to try next
 */
export function nextMode(bundle, mode, trapped) {
  const modes = modesOf(bundle);
  const later = modes.slice(modes.indexOf(mode) + 1);
  return trapped ? later.at(-1) : later[0];
}

/**
 * @param {Bundle} bundle
 * @param {StartMode} mode
 * @param {boolean} fresh whether to pass over what the browser has downloaded before
 * @returns {Worker} one that starts Python in this mode
 */
export function starting(bundle, mode, fresh) {
  return (!fresh && mode === firstMode(bundle) && claimed()) || spawned(bundle, mode, fresh);
}

/**
 * @param {Worker} worker
 * @param {import("./messages.js").Task} task
 */
export function give(worker, task) {
  worker.postMessage(task);
}

/**
 * @param {Bundle} bundle
 * @param {StartMode} mode
 * @returns {StartPlan}
 */
function planOf(bundle, mode) {
  return /** @type {StartPlan} */ (bundle[mode]);
}

/**
 * @param {Bundle} bundle
 * @param {StartMode} mode
 * @returns {import("./messages.js").Choice[]} this mode, and those later ones that begin with the same files of Python
 */
function choices(bundle, mode) {
  const modes = modesOf(bundle);
  const { pyodide } = planOf(bundle, mode);
  const alike = modes.slice(modes.indexOf(mode)).filter((each) => planOf(bundle, each).pyodide === pyodide);
  return alike.map((each) => ({ mode: each, plan: planOf(bundle, each) }));
}

/**
 * Once the page is idle, have the worker use its rest: what the fastest start takes is kept for the next visit, unless the reader
 * saves data or wants none, or the page is in a frame.
 *
 * @param {Bundle} bundle
 * @param {Worker} worker
 */
export function rest(bundle, worker) {
  const fastest = firstMode(bundle);
  const keeps = fastest === "snapshot" && !savesData() && remembered() !== OFF && window.parent === window;
  whenIdle(() => give(worker, { type: "rest", plan: keeps ? planOf(bundle, fastest) : undefined }));
}

/**
 * @param {Bundle} bundle
 * @param {StartMode} mode
 * @param {boolean} fresh
 * @returns {Worker} a new one
 */
function spawned(bundle, mode, fresh) {
  const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  give(worker, { type: "start", lock: bundle.lock, choices: choices(bundle, mode), fresh, thrifty: savesData() });
  return worker;
}

/** @returns {Worker | undefined} the one that the head of the page has put to work, if it has; it says again how far it is */
function claimed() {
  const page = /** @type {{early?: Worker}} */ (self);
  const worker = page.early;
  delete page.early;
  if (worker) give(worker, { type: "tell" });
  return worker;
}
