/** @file Starts Python in Node as the browser's worker will, so that a build can look at it. */

import { readFileSync } from "node:fs";

// Nothing of chance, of the hour or of when Node clears up behind Python, so that equal input gives equal bytes.
const hour = Date.UTC(2000, 0);
Date.now = () => hour;
performance.now = () => 0;
globalThis.FinalizationRegistry = class {
  register() {}
  unregister() {}
};

/** Text is hashed alike, and a program has the name that it has in a browser, where Node would tell the path of a script. */
const ALIKE = { env: { PYTHONHASHSEED: "0" }, _sysExecutable: "./this.program" };
const ARCHIVE = "/lib/recommender.zip";

/**
 * @param {string} folder with Pyodide's scripts and its WebAssembly
 * @param {string} library the standard library as an archive
 * @param {object} [options] for loadPyodide
 */
export async function start(folder, library, options) {
  const { loadPyodide } = await import(`${folder}/pyodide.mjs`);
  return loadPyodide({ stdLibURL: library, ...structuredClone(ALIKE), ...options });
}

/** @returns {any} the recommender, from its archive */
export function bring(pyodide, archive) {
  pyodide.FS.writeFile(ARCHIVE, readFileSync(archive));
  pyodide.pyimport("sys").path.append(ARCHIVE);
  return pyodide.pyimport("recommender");
}

/** @returns {Uint8Array} Pyodide's memory behind a head of its own; what is in it is there to stay, and never looked at for waste */
export function snapshot(pyodide) {
  pyodide.runPython("import gc, sys; sys.path_importer_cache.clear(); gc.collect(); gc.freeze()");
  return pyodide.makeMemorySnapshot();
}
