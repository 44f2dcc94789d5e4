// @ts-check
/** @file The worker in which Python runs: it starts it and answers; the page hears of every step. */

import { Failure } from "./download.js";
import { keep } from "./kept.js";
import { resolved, start } from "./start.js";

/** @typedef {import("./messages.js").Message} Message */

/** @type {import("./python.js").Adviser} once the guide is open */
let adviser;
/** @type {Message | undefined} how far it is, for a page that comes later */
let latest;
/** @type {import("./messages.js").AskTask[]} asked before the guide was open; of questions only the latest counts */
let held = [];
/** @type {{answers: string, advice: string} | undefined} worked out while the page was still busy with itself */
let foreseen;

/** Rounds after which the browser has compiled what a recommendation needs as fast as it will be, and has kept that. */
let rounds = 100;
/** Milliseconds in which an answer is shown, which needs the processor. */
const PAUSE = 100;
/** @type {number | undefined} */
let next;
/** What the next question will be like: the last one. */
let lately = "{}";
let rests = false;

/** @param {import("./messages.js").Task} task */
async function perform(task) {
  switch (task.type) {
    case "start":
      return begin(task);
    case "tell":
      return latest && tell(latest);
    case "ask":
      return adviser ? answer(task) : hold(task);
    case "rest":
      return rest(task);
    default:
      throw new Error(`no such task: ${JSON.stringify(task)}`);
  }
}

/** @param {import("./messages.js").StartTask} task */
async function begin(task) {
  const { mode, adviser: opened } = await start(task, report);
  adviser = opened;
  report({ state: "ready", mode });
  if (held.length > 0) held.forEach(answer);
  else if (task.likely) foreseen = { answers: sorted(task.likely), advice: adviser.recommend(task.likely) };
}

/**
 * Warm up, but only once the browser's own copy is here, if there is to be one: Chromium keeps machine code with it when a megabyte
 * has become fast after that.
 *
 * @param {import("./messages.js").RestTask} task
 */
async function rest({ plan }) {
  if (plan) await new Promise((done) => keep(resolved(plan), () => done(undefined)));
  rests = true;
  warm();
}

/** @param {import("./messages.js").Status} status is passed over after a failure, of which a page may still have to hear */
function report(status) {
  if (latest?.type !== "failed") tell({ type: "status", status });
}

/** @param {import("./messages.js").AskTask} task */
function hold(task) {
  held = [...held.filter(({ method }) => method !== "recommend" || method !== task.method), task];
}

/** @param {import("./messages.js").AskTask} task */
function answer({ id, method, argument }) {
  try {
    say({ type: "answer", id, answer: method === "recommend" ? recommend(argument) : adviser[method](argument) });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return say({ type: "refused", id, detail: String(error) });
  }
  if (method !== "recommend") return;
  lately = argument;
  warm(PAUSE);
}

/**
 * @param {string} answers
 * @returns {string} JSON
 */
function recommend(answers) {
  return foreseen?.answers === sorted(answers) ? foreseen.advice : adviser.recommend(answers);
}

/**
 * @param {string} answers JSON of an object
 * @returns {string} the same in an order that does not matter to the recommender
 */
function sorted(answers) {
  return JSON.stringify(Object.entries(JSON.parse(answers)).sort());
}

/**
 * Do again, between the reader's own questions, what the next changed answer will need.
 *
 * @param {number} [pause] milliseconds
 */
function warm(pause = 0) {
  clearTimeout(next);
  if (rounds === 0 || !rests) return;
  rounds -= 1;
  const again = () => {
    adviser.recommend(lately);
    warm();
  };
  next = setTimeout(() => attempt(again), pause);
}

/**
 * Do it, and tell the page of whatever stops it.
 *
 * @param {() => void | Promise<void>} work
 */
async function attempt(work) {
  try {
    await work();
  } catch (error) {
    const reason = error instanceof Failure ? error.reason : "broken";
    // What the smaller WebAssembly lacks stops it: a fatal error, where one in Python is not.
    const trapped = typeof WebAssembly !== "undefined" && error instanceof WebAssembly.RuntimeError;
    tell({ type: "failed", reason, trapped, detail: String(error) });
  }
}

/**
 * @param {unknown} error
 * @returns {boolean} whether the recommender says with it that it cannot take what it was given; any other is a mistake
 */
function isRefusal(error) {
  return error instanceof Error && "type" in error && error.type === "RecommenderError";
}

/** @param {Message} message that a page which comes later has to know */
function tell(message) {
  latest = message;
  say(message);
}

/** @param {Message} message */
function say(message) {
  self.postMessage(message);
}

addEventListener("message", (/** @type {MessageEvent<import("./messages.js").Task>} */ { data }) => attempt(() => perform(data)));
