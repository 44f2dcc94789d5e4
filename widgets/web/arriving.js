// @ts-check
/** @file Fetches what a start takes, each file once, and finds out by the way which start the line is fast enough for. */

import { download } from "./download.js";

/** @typedef {import("./messages.js").BundleFile} BundleFile */
/** @typedef {import("./messages.js").Choice} Choice */
/** @typedef {import("./messages.js").StartMode} StartMode */
/** @typedef {import("./messages.js").StartPlan} StartPlan */
/** @typedef {import("./download.js").Download} Download */

/** Milliseconds that a memory spares, at least: so long its further bytes may take. */
const GAIN = 500;
/** What Python does without until it has begun, and the share of all else after which it is asked for. */
const LAST = ["recommender", "guide"];
const NEARLY = 0.85;

export class Arriving {
  /** @type {Map<string, Download>} by address */
  #begun = new Map();
  /** @type {Map<string, number>} bytes by address */
  #loaded = new Map();
  /** @type {Choice | undefined} */
  #choice;
  #told = 0;
  #askForLast = () => {};
  /** @type {Promise<void>} */
  #nearlyHere = new Promise((resolve) => (this.#askForLast = resolve));

  /**
   * @param {boolean} fresh whether to pass over what the browser has downloaded before
   * @param {(status: import("./messages.js").Status) => void} report
   */
  constructor(fresh, report) {
    this.fresh = fresh;
    this.report = report;
  }

  /**
   * @param {BundleFile} file
   * @param {Promise<void>} [after] what it is put off for
   * @returns {Download}
   */
  of(file, after) {
    const begun = this.#begun.get(file.url) ?? download(file, { fresh: this.fresh, after }, (bytes) => this.#arrived(file, bytes));
    this.#begun.set(file.url, begun);
    begun.done.catch(() => {}); // whoever needs it hears of it
    return begun;
  }

  /**
   * @param {Choice} choice of which the report tells from now on
   * @returns {Record<string, Download>} all files of its plan
   */
  all(choice) {
    const after = (/** @type {string} */ name) => (LAST.includes(name) ? this.#nearlyHere : undefined);
    const files = Object.entries(choice.plan.files).map(([name, file]) => [name, this.of(file, after(name))]);
    this.#choice = choice;
    this.#tell();
    return Object.fromEntries(files);
  }

  /**
   * @param {BundleFile} file
   * @param {number} bytes
   */
  #arrived(file, bytes) {
    this.#loaded.set(file.url, (this.#loaded.get(file.url) ?? 0) + bytes);
    this.#tell();
  }

  /** Say how much is here, percent by percent. */
  #tell() {
    if (!this.#choice) return;
    const { mode, plan } = this.#choice;
    const first = Object.entries(plan.files).filter(([name]) => !LAST.includes(name));
    if (this.#share(Object.fromEntries(first)) >= NEARLY) this.#askForLast();
    const share = this.#share(plan.files);
    const percent = Math.floor(100 * share);
    if (share === 1) this.report({ state: "starting", mode });
    else if (percent > this.#told) this.report({ state: "downloading", mode, share });
    this.#told = percent;
  }

  /**
   * @param {StartPlan["files"]} files
   * @returns {number} how much of them is here, at most 1
   */
  #share(files) {
    return Object.values(files).reduce((sum, { url }) => sum + (this.#loaded.get(url) ?? 0), 0) / size(files);
  }
}

/**
 * The first choice takes more bytes and less work: it is worth them where they come fast. Until that is known, what all take is fetched.
 *
 * @param {Choice[]} choices
 * @param {Arriving} arriving
 * @returns {Promise<Choice>}
 */
export async function chosen(choices, arriving) {
  const [first, last] = /** @type {[Choice, Choice]} */ ([choices[0], choices.at(-1)]);
  const { wasm, snapshot } = first.plan.files;
  if (choices.length === 1 || !wasm || !snapshot) return first;
  const pays = (/** @type {number} */ pace) => (size(first.plan.files) - size(last.plan.files)) / pace < GAIN;
  if (!pays(await arriving.of(wasm).pace)) return last;
  // The WebAssembly may have come from the browser's cache, which says nothing of the line.
  const memory = arriving.of(snapshot);
  if (pays(await memory.pace)) return first;
  memory.cancel();
  return last;
}

/**
 * @param {StartPlan["files"]} files
 * @returns {number} how many bytes they are
 */
function size(files) {
  return Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0);
}
