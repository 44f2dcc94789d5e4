// Time one recommendation with all its explanations in Pyodide, beside reading and writing its own result as JSON.
import { readFileSync } from "node:fs";

const [engine, wheel, guide, answers] = process.argv.slice(2);
const { loadPyodide } = await import(`${engine}/node_modules/pyodide/pyodide.mjs`);
const pyodide = await loadPyodide();
pyodide.FS.writeFile("/lib/recommender.zip", readFileSync(wheel));
pyodide.pyimport("sys").path.append("/lib/recommender.zip");
for (const [name, file] of Object.entries({ guide, answers })) pyodide.globals.set(name, readFileSync(file, "utf8"));
console.log(
  pyodide.runPython(`
import json
from statistics import median
from time import perf_counter
from recommender.api import open_guide
from recommender.scoring import recommend
from recommender.explain import explain

adviser, cases = open_guide(guide), json.loads(answers)

def milliseconds(work, items):
    begun = perf_counter()
    for item in items:
        work(item)
    return (perf_counter() - begun) * 1000 / len(items)

def once():
    judge = milliseconds(lambda case: explain(adviser.guide, recommend(adviser.guide, case)), cases)
    texts = [adviser.recommend(json.dumps(case)) for case in cases]
    return judge, milliseconds(lambda text: json.dumps(json.loads(text)), texts)

once()
rounds = [once() for _ in range(5)]
json.dumps({
    "explained_ms": round(median(judge for judge, _ in rounds), 2),
    "json_ms": round(median(spell for _, spell in rounds), 2),
    "ratio": round(median(judge / spell for judge, spell in rounds), 1),
})
`),
);
