/** @file Writes which functions of the WebAssembly are called when Python starts either way and does what it may have to do. */

import { readFileSync, writeFileSync } from "node:fs";
import { bring, snapshot, start } from "./python.mjs";

const [folder, library, archive, workload, out, address, count] = process.argv.slice(2);
const place = Number(address);
const work = readFileSync(workload, "utf8");

// Every function that is called leaves a mark there, far above what Python itself uses.
const { Memory } = WebAssembly;
WebAssembly.Memory = function () {
  return new Memory({ initial: 2 * (place / 65_536), maximum: 65_536 });
};

/** Work Python, and return the marks. */
function marks(pyodide) {
  pyodide.runPython(work);
  const adviser = pyodide.globals.get("adviser");
  for (const method of ["recommend", "report", "contrast"]) {
    try {
      adviser[method]("no JSON");
    } catch (error) {
      if (error.name !== "PythonError") throw error;
    }
  }
  return pyodide._module.HEAPU8.slice(place, place + Number(count));
}

const first = await start(folder, library, { _makeSnapshot: true });
const recommender = bring(first, archive);
first.globals.set("adviser", recommender.Adviser.callKwargs({ guide: null }));
const image = snapshot(first).subarray(0, place / 2);
const found = marks(first);
const again = marks(await start(folder, library, { _loadSnapshot: image }));
writeFileSync(out, found.map((mark, number) => mark | again[number]));
