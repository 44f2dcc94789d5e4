/** @file Writes, as JSON, which modules of the standard library are there once Pyodide has started and imported these names. */

import { writeFileSync } from "node:fs";
import { bring, start } from "./python.mjs";

const LOADED = `
import sys
"\\n".join(name for name, module in sys.modules.items() if ".zip/" in (getattr(module, "__file__", None) or ""))
`;

const [home, out, ...names] = process.argv.slice(2);
const pyodide = await start(home);
bring(pyodide, home);
for (const name of names) pyodide.pyimport(name);
const loaded = pyodide.runPython(LOADED).split("\n");
writeFileSync(out, JSON.stringify(loaded.filter((name) => name.split(".")[0] !== "recommender").sort()));
