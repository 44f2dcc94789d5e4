/** @file Says, as JSON, which modules of the standard library are there once Pyodide has started and imported these names. */

import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const LOADED = `
import sys
[name for name, module in sys.modules.items() if ".zip/" in (getattr(module, "__file__", None) or "")]
`;

const [wheel, ...names] = process.argv.slice(2);
const pyodide = await loadPyodide();
pyodide.FS.writeFile("/lib/recommender.zip", readFileSync(wheel));
pyodide.pyimport("sys").path.append("/lib/recommender.zip");
for (const name of names) pyodide.pyimport(name);
const loaded = pyodide.runPython(LOADED).toJs();
console.log(JSON.stringify(loaded.filter((name) => name.split(".")[0] !== "recommender").sort()));
