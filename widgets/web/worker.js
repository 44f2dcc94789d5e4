// @ts-check
/** @file The worker in which Python runs: it starts it and answers; the page hears of every step. */

import { start } from "./boot.js";
import { Failure } from "./download.js";

/** @type {any} the recommender's Adviser, once the guide is open */
let adviser;
/** @type {object} how far it is, for a page that comes later */
let latest;

/** @type {Record<string, (data: any) => Promise<void> | void>} */
const TASKS = {
  start: async ({ bundle, mode, fresh, likely }) => {
    const report = (/** @type {import("./engine.js").Status} */ status) => tell({ type: "status", status });
    adviser = await start(bundle, mode, fresh, report);
    report({ state: "ready", mode });
    if (likely) foreseen = { answers: likely, advice: adviser.recommend(likely) };
    else warm("{}", PAUSE);
  },
  tell: () => tell(latest),
  ask: ({ id, method, argument }) => {
    self.postMessage({ type: "answer", id, answer: method === "recommend" ? recommend(argument) : adviser[method](argument) });
    if (method === "recommend") warm(argument);
  },
};

/** @type {{answers: string, advice: string} | undefined} worked out while the page was still busy with itself */
let foreseen;

/**
 * @param {string} answers
 * @returns {string} JSON
 */
function recommend(answers) {
  return foreseen?.answers === answers ? foreseen.advice : adviser.recommend(answers);
}

/** Rounds after which the browser has compiled what a recommendation needs as fast as it will be. */
let rounds = 40;
/** Milliseconds in which the first question comes where the page has one already. */
const PAUSE = 100;
/** @type {number | undefined} */
let next;

/**
 * Do again, between the reader's own questions, what the next changed answer will need.
 *
 * @param {string} answers
 * @param {number} [pause] milliseconds
 */
function warm(answers, pause = 0) {
  clearTimeout(next);
  if (rounds === 0) return;
  rounds -= 1;
  next = setTimeout(() => {
    adviser.recommend(answers);
    warm(answers);
  }, pause);
}

/** @param {object} message */
function tell(message) {
  latest = message;
  if (latest) self.postMessage(latest);
}

self.addEventListener("message", async ({ data }) => {
  try {
    await TASKS[data.type](data);
  } catch (error) {
    const reason = error instanceof Failure ? error.reason : "broken";
    // What the smaller WebAssembly lacks stops it: a fatal error, where one in Python is not.
    const trapped = typeof WebAssembly !== "undefined" && error instanceof WebAssembly.RuntimeError;
    tell({ type: "failed", reason, trapped, detail: String(error) });
  }
});
