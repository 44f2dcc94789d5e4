/** @file Writes the memory of a Python that has opened a guide and is ready to answer. */

import { readFileSync, writeFileSync } from "node:fs";
import { bring, picture, start } from "./python.mjs";

const [folder, library, archive, guide, out] = process.argv.slice(2);
const pyodide = await start(folder, library, { _makeSnapshot: true });
const recommender = bring(pyodide, archive);
const adviser = recommender.open_guide(readFileSync(guide, "utf8"));
pyodide.globals.set("adviser", adviser);
adviser.recommend("{}"); // what only the first recommendation does is done then
writeFileSync(out, picture(pyodide));
