/** @file Writes the memory of a Python that has opened a guide and is ready to answer. */

import { readFileSync, writeFileSync } from "node:fs";
import { bring, snapshot, start } from "./python.mjs";

const [home, out] = process.argv.slice(2);
const pyodide = await start(home, { _makeSnapshot: true });
const recommender = bring(pyodide, home);
pyodide.globals.set("adviser", recommender.open_guide(readFileSync(`${home}/guide.json`, "utf8")));
pyodide.runPython(readFileSync(`${home}/warm_up.py`, "utf8"));
writeFileSync(out, snapshot(pyodide));
