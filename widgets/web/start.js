// @ts-check
/** @file Starts Python in the way that is soonest here: from what is kept, from a memory on a fast line, or from the fewest bytes. */

import { Arriving, chosen } from "./arriving.js";
import { load } from "./boot.js";
import { Failure } from "./download.js";
import { takeOut } from "./kept.js";
import { ADVISER, opened, resumed, unpacked } from "./python.js";

/** @typedef {import("./messages.js").Choice} Choice */
/** @typedef {import("./messages.js").StartPlan} StartPlan */
/** @typedef {import("./messages.js").StartMode} StartMode */
/** @typedef {import("./boot.js").Machine} Machine */
/** @typedef {import("./boot.js").Pyodide} Pyodide */
/** @typedef {import("./python.js").Adviser} Adviser */
/** @typedef {(status: import("./messages.js").Status) => void} Report */
/** @typedef {{mode: StartMode, pyodide: Pyodide}} Python */

/**
 * @param {import("./messages.js").StartTask} task
 * @param {Report} report
 * @returns {Promise<{mode: StartMode, adviser: Adviser}>}
 */
export async function start({ lock, choices, fresh, thrifty }, report) {
  if (typeof WebAssembly === "undefined") throw new Failure("unsupported", "no WebAssembly");
  const [first, ...others] = choices.map(({ mode, plan }) => ({ mode, plan: resolved(plan) }));
  if (!first) throw new Failure("broken", "no way to start");
  const base = first.plan.pyodide;
  /** @type {Machine} */
  const machine = { base, lock, scripts: load(base) };
  machine.scripts.catch(() => {}); // whoever boots the machine hears of it
  const kept = fresh ? undefined : await fromKept(machine, first, report);
  const { mode, pyodide } = kept ?? (await fromLine(machine, thrifty ? [others.at(-1) ?? first] : [first, ...others], fresh, report));
  return { mode, adviser: pyodide.globals.get(ADVISER) };
}

/**
 * @param {StartPlan} plan
 * @returns {StartPlan} with whole addresses
 */
export function resolved(plan) {
  const whole = (/** @type {string} */ url) => new URL(url, import.meta.url).href;
  const at = (/** @type {import("./messages.js").BundleFile} */ file) => ({ ...file, url: whole(file.url) });
  const files = Object.entries(plan.files).map(([name, file]) => [name, at(file)]);
  return { pyodide: whole(plan.pyodide), files: Object.fromEntries(files), native: plan.native && at(plan.native) };
}

/**
 * @param {Machine} machine
 * @param {Choice} choice
 * @param {Report} report
 * @returns {Promise<Python | undefined>} started from what is kept; nothing where it is not, or damaged
 */
async function fromKept(machine, { mode, plan }, report) {
  const kept = mode === "snapshot" ? await takeOut(plan) : undefined;
  if (!kept) return undefined;
  report({ state: "starting", mode });
  return { mode, pyodide: await resumed(machine, kept.module, kept.snapshot) };
}

/**
 * Fetch what a start takes, all at once; whoever waits for Pyodide alone would wait forever where a file is missing.
 *
 * @param {Machine} machine
 * @param {Choice[]} choices
 * @param {boolean} fresh
 * @param {Report} report
 * @returns {Promise<Python>}
 */
async function fromLine(machine, choices, fresh, report) {
  const arriving = new Arriving(fresh, report);
  const choice = await chosen(choices, arriving);
  const { mode } = choice;
  const files = arriving.all(choice);
  const starting = mode === "snapshot" ? unpacked(machine, files) : opened(machine, files, mode === "plain");
  const [pyodide] = await Promise.all([starting, ...Object.values(files).map(({ done }) => done)]);
  return { mode, pyodide };
}
