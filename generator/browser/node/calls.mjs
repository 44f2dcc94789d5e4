/**
 * @file Writes which functions of the WebAssembly are called, and which bytes of its memory they read, when Python starts
 * either way and does the workload: a byte each, first for the functions, then for the bytes.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { bring, snapshot, start } from "./python.mjs";

const [home, out, ...numbers] = process.argv.slice(2);
const [place, count, reads, size] = numbers.map(Number);
const MEBIBYTE = 2 ** 20;
const guide = readFileSync(`${home}/guide.json`, "utf8");
const workload = readFileSync(`${home}/workload.py`, "utf8");

// Every function that is called leaves a mark there, far above what Python itself uses, and every read behind those.
const { Memory } = WebAssembly;
WebAssembly.Memory = function () {
  return new Memory({ initial: 2 * (place / 65_536), maximum: 65_536 });
};

/** Ask as the page's worker asks: from JavaScript, with and without sense. */
function ask(recommender) {
  const adviser = recommender.open_guide(guide);
  const changed = JSON.stringify({ before: {}, after: {} });
  for (const [method, argument] of [["recommend", "{}"], ["report", '{"answers": {}}'], ["contrast", changed]]) {
    adviser[method](argument);
    try {
      adviser[method]("no JSON");
    } catch (error) {
      if (error.name !== "PythonError") throw error;
    }
  }
  adviser.destroy();
}

/** Do all of it, and return the marks. */
function marks(pyodide) {
  pyodide.globals.set("guide", guide);
  pyodide.runPython(workload);
  ask(pyodide.globals.get("recommender"));
  const memory = pyodide._module.HEAPU8;
  const empty = (from, to) => Buffer.from(memory.buffer, from, to - from).equals(Buffer.alloc(to - from));
  const calls = memory.subarray(place, place + count);
  const beside = [[place - MEBIBYTE, place], [place + count, reads], [reads + size + MEBIBYTE, memory.length]];
  if (!beside.every(([from, to]) => empty(from, to))) throw new Error(`Python's memory reaches ${place}`);
  return Buffer.concat([calls, memory.subarray(reads, reads + size)]);
}

const first = await start(home, { _makeSnapshot: true });
first.globals.set("recommender", bring(first, home));
const image = snapshot(first).slice(0, place / 2);
const found = marks(first);
const again = marks(await start(home, { _loadSnapshot: image }));
writeFileSync(out, found.map((mark, number) => mark | again[number]));
