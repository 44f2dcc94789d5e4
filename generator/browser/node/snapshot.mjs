/** @file Writes the memory of a Python that has opened a guide and is ready to answer. */

import { readFileSync, writeFileSync } from "node:fs";
import { bring, snapshot, start } from "./python.mjs";

const [folder, library, archive, guide, warmUp, out] = process.argv.slice(2);
const pyodide = await start(folder, library, { _makeSnapshot: true });
const recommender = bring(pyodide, archive);
pyodide.globals.set("adviser", recommender.open_guide(readFileSync(guide, "utf8")));
pyodide.runPython(readFileSync(warmUp, "utf8"));
writeFileSync(out, snapshot(pyodide));
