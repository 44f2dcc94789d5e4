/** @file Writes which functions of the WebAssembly are called when Python starts either way and does the workload. */

import { readFileSync, writeFileSync } from "node:fs";
import { bring, snapshot, start } from "./python.mjs";

const [home, out, address, count] = process.argv.slice(2);
const [place, end] = [Number(address), Number(address) + Number(count)];
const MEBIBYTE = 2 ** 20;
const guide = readFileSync(`${home}/guide.json`, "utf8");
const workload = readFileSync(`${home}/workload.py`, "utf8");

// Every function that is called leaves a mark there, far above what Python itself uses.
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
  if (!empty(place - MEBIBYTE, place) || !empty(end, memory.length)) throw new Error(`Python's memory reaches ${place}`);
  return memory.slice(place, end);
}

const first = await start(home, { _makeSnapshot: true });
first.globals.set("recommender", bring(first, home));
const image = snapshot(first).subarray(0, place / 2);
const found = marks(first);
const again = marks(await start(home, { _loadSnapshot: image }));
writeFileSync(out, found.map((mark, number) => mark | again[number]));
