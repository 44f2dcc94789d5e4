// @ts-check
/** @file The worker in which Python runs: it starts it and answers; the page hears of every step. */

import { start } from "./boot.js";
import { Failure } from "./download.js";

/** @type {any} the recommender's Adviser, once the guide is open */
let adviser;

/** @type {Record<string, (data: any) => Promise<void> | void>} */
const TASKS = {
  start: async ({ bundle, path, fresh }) => {
    const report = (/** @type {import("./engine.js").Status} */ status) => self.postMessage({ type: "status", status });
    adviser = await start(bundle, path, fresh, report);
    report({ state: "ready", path });
  },
  ask: ({ id, method, argument }) => self.postMessage({ type: "answer", id, answer: adviser[method](argument) }),
};

self.addEventListener("message", async ({ data }) => {
  try {
    await TASKS[data.type](data);
  } catch (error) {
    const reason = error instanceof Failure ? error.reason : "broken";
    // What the smaller WebAssembly lacks stops it: a fatal error, where one in Python is not.
    const lacking = typeof WebAssembly !== "undefined" && error instanceof WebAssembly.RuntimeError;
    self.postMessage({ type: "failed", reason, lacking, detail: String(error) });
  }
});
