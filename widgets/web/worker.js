// @ts-check
/** @file The worker in which Python runs: it downloads, starts, and answers; the page hears of every step. */

import { download, Failure } from "./download.js";

/** @typedef {import("./engine.js").Bundle} Bundle */

/** @type {any} the recommender's Adviser, once the guide is open */
let adviser;

self.addEventListener("message", async ({ data }) => {
  try {
    if (data.type === "start") await start(data.bundle);
    else self.postMessage({ type: "answer", id: data.id, answer: adviser[data.method](data.argument) });
  } catch (error) {
    const reason = error instanceof Failure ? error.reason : "broken";
    self.postMessage({ type: "failed", reason, detail: String(error) });
  }
});

/** @param {Bundle} bundle */
async function start(bundle) {
  if (typeof WebAssembly === "undefined") throw new Failure("unsupported", "no WebAssembly");
  const [{ loadPyodide }, files] = await Promise.all([load(bundle.pyodide), downloadAll(bundle)]);
  self.postMessage({ type: "status", status: { state: "starting" } });
  const pyodide = await boot(loadPyodide, bundle, files);
  pyodide.unpackArchive(files.recommender, "wheel");
  const recommender = pyodide.pyimport("recommender");
  adviser = recommender.open_guide(new TextDecoder().decode(files.guide));
  self.postMessage({ type: "status", status: { state: "ready" } });
}

/**
 * @param {string} base where Pyodide's scripts are
 * @returns {Promise<{loadPyodide: (options: object) => Promise<any>}>}
 */
async function load(base) {
  // The second script only defines a global, which loadPyodide finds and so does not fetch in sequence.
  const scripts = [import(`${base}pyodide.mjs`), import(`${base}pyodide.asm.js`)];
  const [module] = await Promise.all(scripts).catch((error) => {
    throw new Failure("missing", String(error));
  });
  return module;
}

/**
 * @param {Bundle} bundle
 * @returns {Promise<Record<string, Uint8Array<ArrayBuffer>>>} name to content
 */
async function downloadAll(bundle) {
  const entries = Object.entries(bundle.files);
  const total = entries.reduce((sum, [, file]) => sum + file.bytes, 0);
  let loaded = 0;
  const arrived = (/** @type {number} */ bytes) => {
    const before = Math.floor((100 * loaded) / total);
    loaded += bytes;
    if (Math.floor((100 * loaded) / total) === before) return;
    self.postMessage({ type: "status", status: { state: "downloading", share: loaded / total } });
  };
  const contents = entries.map(async ([name, file]) => [name, await download(file, arrived)]);
  return Object.fromEntries(await Promise.all(contents));
}

/**
 * Start Pyodide on files that are here already: it asks `fetch` for two of them, and is handed those.
 *
 * @param {(options: object) => Promise<any>} loadPyodide
 * @param {Bundle} bundle
 * @param {Record<string, Uint8Array<ArrayBuffer>>} files
 */
async function boot(loadPyodide, bundle, files) {
  const held = new Map([
    [`${bundle.pyodide}pyodide.asm.wasm`, new Response(files.wasm, { headers: { "content-type": "application/wasm" } })],
    [bundle.files.library.url, new Response(files.library)],
  ]);
  const network = self.fetch;
  self.fetch = (input, init) => {
    const response = held.get(String(input));
    return response ? Promise.resolve(response) : network(input, init);
  };
  try {
    return await loadPyodide({
      indexURL: bundle.pyodide,
      stdLibURL: bundle.files.library.url,
      packageBaseUrl: bundle.pyodide,
      lockFileContents: bundle.lock,
    });
  } finally {
    self.fetch = network;
  }
}
