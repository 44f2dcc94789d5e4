// @ts-check
/** @file Has a worker start the engine before a page's styles are there, if its address brings answers. */
{
  /** @typedef {import("../../../../widgets/web/messages.js").StartTask} StartTask */
  const page = /** @type {Window & {early?: Worker}} */ (window);
  const { bundle = "", worker = "" } = document.currentScript?.dataset ?? {};
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
    const likely = JSON.stringify(Object.fromEntries(new URLSearchParams(location.hash.slice(1))));
    /** @type {StartTask} */
    const task = { type: "start", lock, choices, fresh: false, thrifty: false, likely };
    early.postMessage(task);
  }
}
