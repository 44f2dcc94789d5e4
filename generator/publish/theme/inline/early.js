// @ts-check
/** @file Has a worker start the engine before a page's styles are there, if its address brings answers. */
{
  /** @typedef {import("../../../../widgets/web/messages.js").StartTask} StartTask */
  const page = /** @type {Window & {early?: Worker}} */ (window);
  const { bundle = "", worker = "", lists = "" } = document.currentScript?.dataset ?? {};
  const line = /** @type {Navigator & {connection?: {saveData: boolean, effectiveType: string}}} */ (navigator).connection;
  const dear = line?.saveData || /2g$/.test(line?.effectiveType ?? "");
  if (document.readyState === "loading" && location.hash.includes("=") && !dear) {
    // The page's scripts take it over.
    const early = new Worker(worker, { type: "module" });
    early.onerror = () => delete page.early;
    page.early = early;
    const { lock, ...plans } = JSON.parse(bundle);
    const all = /** @type {[StartTask["choices"][number]["mode"], StartTask["choices"][number]["plan"]][]} */ (Object.entries(plans));
    const choices = all.filter(([, { pyodide }]) => pyodide === all[0]?.[1].pyodide).map(([mode, plan]) => ({ mode, plan }));
    // What the form will most likely make of the address; if not, having answered once makes the next answer faster.
    const given = new URLSearchParams(location.hash.slice(1));
    const made = (/** @type {string} */ value) => (/^\d+(\.\d+)?$/.test(value) ? Number(value) : value);
    const read = (/** @type {string} */ name) => (lists.split(" ").includes(name) ? given.getAll(name) : made(given.get(name) ?? ""));
    const likely = JSON.stringify(Object.fromEntries([...given.keys()].map((name) => [name, read(name)])));
    /** @type {StartTask} */
    const task = { type: "start", lock, choices, fresh: false, thrifty: false, likely };
    early.postMessage(task);
  }
}
