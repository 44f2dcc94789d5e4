// @ts-check
/** @file The worker in which Python runs: it starts it, answers, or keeps a snapshot; the page hears of every step. */

import { picture, start } from "./boot.js";
import { Failure } from "./download.js";
import { keep } from "./snapshot.js";

/** @type {any} the recommender's Adviser, once the guide is open */
let adviser;

/** @type {Record<string, (data: any) => Promise<void> | void>} */
const TASKS = {
  start: async ({ bundle, path, fresh }) => {
    const report = (/** @type {import("./engine.js").Status} */ status) => {
      path = status.path;
      self.postMessage({ type: "status", status });
    };
    adviser = await start(bundle, path, fresh, report);
    report({ state: "ready", path });
  },
  ask: ({ id, method, argument }) => self.postMessage({ type: "answer", id, answer: adviser[method](argument) }),
  keep: async ({ bundle }) => {
    await keep(bundle.version, await picture(bundle));
    self.postMessage({ type: "kept" });
  },
};

self.addEventListener("message", async ({ data }) => {
  try {
    await TASKS[data.type](data);
  } catch (error) {
    const reason = error instanceof Failure ? error.reason : "broken";
    self.postMessage({ type: "failed", reason, detail: String(error) });
  }
});
