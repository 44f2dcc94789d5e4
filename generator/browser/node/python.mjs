/** @file Starts Python in Node as the browser's worker will, so that a build can look at it. */

import { readFileSync } from "node:fs";

// Nothing of chance, of the hour, of the machine or of when Node clears up behind Python: equal input gives equal bytes.
const hour = Date.UTC(2000, 0);
Date.now = () => hour;
performance.now = () => 0;
globalThis.FinalizationRegistry = class {
  register() {}
  unregister() {}
};
// As in Safari on an iPhone, Python counts no arguments by a function that a browser may lack: where it stands would be in
// the memory, and a newer Node has it while an older one has not.
Object.defineProperty(globalThis, "navigator", { value: { userAgent: "iPhone", language: "en", languages: ["en"] } });

// Only the words of an error: Node would show the line of code that it comes from, which is a whole script.
process.setUncaughtExceptionCaptureCallback((error) => {
  console.error(String(error?.message ?? error).trim());
  process.exit(1);
});

/** Text is hashed alike, and a program has the name that it has in a browser, where Node would tell the path of a script. */
const ALIKE = { env: { PYTHONHASHSEED: "0" }, _sysExecutable: "./this.program" };
const ARCHIVE = "/lib/recommender.zip";

/**
 * @param {string} home the folder of Pyodide's files and of the library
 * @param {object} [options] for loadPyodide
 */
export async function start(home, options) {
  const { loadPyodide } = await import(`${home}/pyodide.mjs`);
  return loadPyodide({ stdLibURL: `${home}/library.zip`, ...structuredClone(ALIKE), ...options });
}

/** @returns {any} the recommender, from its archive */
export function bring(pyodide, home) {
  pyodide.FS.writeFile(ARCHIVE, readFileSync(`${home}/recommender.zip`));
  pyodide.pyimport("sys").path.append(ARCHIVE);
  return pyodide.pyimport("recommender");
}

/** @returns {Uint8Array} Pyodide's memory behind a head of its own; what is in it is there to stay, and never looked at for waste */
export function snapshot(pyodide) {
  pyodide.runPython("import gc, sys; sys.path_importer_cache.clear(); gc.collect(); gc.freeze()");
  return pyodide.makeMemorySnapshot();
}
