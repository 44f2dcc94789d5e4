// @ts-check
/** @file Starts Python in one of three ways, from fast to plain, and opens the guide in it. */

import { download, Failure } from "./download.js";
import { find } from "./snapshot.js";

/** @typedef {import("./engine.js").Bundle} Bundle */
/** @typedef {import("./engine.js").Way} Way */
/** @typedef {import("./engine.js").Path} Path */
/** @typedef {ReadableStream<Uint8Array<ArrayBuffer>>} Stream */
/** @typedef {{module: Promise<WebAssembly.Module>, library: Stream, options?: object}} Handed what Pyodide is handed instead of fetching it */

/** Where an opened guide stands among Python's globals, also inside a snapshot. */
const ADVISER = "adviser";
const ARCHIVE = "/lib/recommender.zip";
/** An archive without files: the snapshot has imported everything already. */
const NOTHING = new Uint8Array([80, 75, 5, 6, ...new Array(18).fill(0)]);

/**
 * @param {Bundle} bundle
 * @param {Path} path where to begin; without a snapshot, "snapshot" goes on to "compiled" at once
 * @param {boolean} fresh
 * @param {(status: import("./engine.js").Status) => void} report
 * @returns {Promise<any>} the recommender's Adviser
 */
export async function start(bundle, path, fresh, report) {
  if (typeof WebAssembly === "undefined") throw new Failure("unsupported", "no WebAssembly");
  if (path === "snapshot") load(bundle.compiled.pyodide).catch(() => {}); // either way needs them, and says if they are missing
  const kept = path === "snapshot" ? await find(bundle.version) : undefined;
  if (!kept) return (await fromFiles(bundle, path === "plain" ? "plain" : "compiled", fresh, report)).globals.get(ADVISER);
  report({ state: "starting", path: "snapshot" });
  const handed = { module: kept.module, library: stream(NOTHING), options: { _loadSnapshot: kept.memory } };
  const [pyodide] = await Promise.all([boot(bundle, bundle.compiled, handed), kept.intact]);
  return pyodide.globals.get(ADVISER);
}

/**
 * @param {Bundle} bundle
 * @param {"compiled" | "plain"} path
 * @param {boolean} fresh
 * @param {(status: import("./engine.js").Status) => void} report
 * @param {object} [options] for loadPyodide
 * @returns {Promise<any>} Pyodide, with the guide open in it
 */
export async function fromFiles(bundle, path, fresh, report, options) {
  const way = bundle[path];
  const total = Object.values(way.files).reduce((sum, file) => sum + file.bytes, 0);
  let loaded = 0;
  const arrived = (/** @type {number} */ bytes) => {
    const before = Math.floor((100 * loaded) / total);
    loaded += bytes;
    if (loaded === total) report({ state: "starting", path });
    else if (Math.floor((100 * loaded) / total) > before) report({ state: "downloading", path, share: loaded / total });
  };
  const downloads = Object.entries(way.files).map(([name, file]) => ({ name, ...download(file, fresh, arrived) }));
  // Whoever waits for Pyodide alone would wait forever where a file is missing.
  const all = Promise.all(downloads.map((each) => each.done));
  const files = Object.fromEntries(downloads.map((each) => [each.name, path === "plain" ? each.stream : inflate(each.stream)]));
  const module = WebAssembly.compileStreaming(new Response(files.wasm, { headers: { "content-type": "application/wasm" } }));
  const [pyodide] = await Promise.all([boot(bundle, way, { module, library: files.library, options }), all]);
  pyodide.FS.writeFile(ARCHIVE, await bytes(files.recommender));
  pyodide.pyimport("sys").path.append(ARCHIVE);
  const text = new TextDecoder().decode(await bytes(files.guide));
  pyodide.globals.set(ADVISER, pyodide.pyimport("recommender").open_guide(text));
  return pyodide;
}

/**
 * Start Python anew to take a picture of it: none of the reader's answers has ever been in it.
 *
 * @param {Bundle} bundle
 * @returns {Promise<Record<"memory" | "wasm", Uint8Array<ArrayBuffer>>>}
 */
export async function picture(bundle) {
  const pyodide = await fromFiles(bundle, "compiled", false, () => {}, { _makeSnapshot: true });
  pyodide.globals.get(ADVISER).recommend("{}"); // what only the first recommendation does is done then
  const wasm = download(bundle.compiled.files.wasm, false, () => {});
  const [code] = await Promise.all([bytes(inflate(wasm.stream)), wasm.done]);
  return { memory: pyodide.makeMemorySnapshot(), wasm: code };
}

/**
 * @param {Stream} packed
 * @returns {Stream}
 */
function inflate(packed) {
  return packed.pipeThrough(/** @type {ReadableWritablePair} */ (new DecompressionStream("gzip")));
}

/** @param {Stream} source */
async function bytes(source) {
  return new Uint8Array(await new Response(source).arrayBuffer());
}

/**
 * @param {Uint8Array<ArrayBuffer>} content
 * @returns {Stream}
 */
function stream(content) {
  return /** @type {Stream} */ (new Response(content).body);
}

/**
 * Start Pyodide on what is here or coming already: it asks `fetch` and `WebAssembly` for it, and is handed that.
 *
 * @param {Bundle} bundle
 * @param {Way} way
 * @param {Handed} handed
 */
async function boot(bundle, way, handed) {
  const { loadPyodide } = await load(way.pyodide);
  const library = `${way.pyodide}library`;
  const { fetch } = self;
  const { instantiateStreaming } = WebAssembly;
  self.fetch = async (input) => new Response(String(input) === library ? handed.library : null);
  WebAssembly.instantiateStreaming = async (_, imports) => {
    const module = await handed.module;
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
  try {
    const places = { indexURL: way.pyodide, packageBaseUrl: way.pyodide, stdLibURL: library };
    const starting = loadPyodide({ ...places, lockFileContents: bundle.lock, ...handed.options });
    const [pyodide] = await Promise.all([starting, handed.module]);
    return pyodide;
  } finally {
    self.fetch = fetch;
    WebAssembly.instantiateStreaming = instantiateStreaming;
  }
}

/**
 * @param {string} base where Pyodide's scripts are
 * @returns {Promise<{loadPyodide: (options: object) => Promise<any>}>}
 */
async function load(base) {
  // The second script only defines a global, which loadPyodide finds and so does not fetch in sequence.
  const scripts = [import(`${base}pyodide.js`), import(`${base}pyodide.asm.js`)];
  const [module] = await Promise.all(scripts).catch((error) => {
    throw new Failure("missing", String(error));
  });
  return module;
}
