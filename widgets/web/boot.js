// @ts-check
/** @file Starts Python in one of three ways, from fast to plain, and opens the guide in it. */

import { download, Failure } from "./download.js";

/** @typedef {import("./messages.js").StartPlan} StartPlan */
/** @typedef {import("./messages.js").StartTask} StartTask */
/** @typedef {(status: import("./messages.js").Status) => void} Report */
/** @typedef {Record<import("./messages.js").Method, (json: string) => string>} Adviser the recommender, with the guide opened */
/** @typedef {{sys: {path: {append: (path: string) => void}}, recommender: {open_guide: (text: string) => Adviser}}} Modules */
/** @typedef {{get: (name: string) => Adviser, set: (name: string, value: Adviser) => void}} Globals */
/** @typedef {{globals: Globals, FS: {writeFile: (path: string, content: Uint8Array) => void}, pyimport: <Name extends keyof Modules>(name: Name) => Modules[Name]}} Pyodide */
/** @typedef {ReadableStream<Uint8Array<ArrayBuffer>>} Stream */
/** @typedef {Record<"wasm" | "snapshot" | "library" | "recommender" | "guide", Stream>} Files those of them that a mode needs */
/** @typedef {{module: Promise<WebAssembly.Module>, library: Stream, options?: object}} Handed what Pyodide is handed instead of fetching it */

/** Where an opened guide stands among Python's globals, also inside a snapshot. */
const ADVISER = "adviser";
const ARCHIVE = "/lib/recommender.zip";
/** The functions that the smaller WebAssembly has are those that such a start calls. */
const ENVIRONMENT = { PYTHONHASHSEED: "0" };
/** An archive without files: the memory has imported everything already. */
const NOTHING = new Uint8Array([80, 75, 5, 6, ...new Array(18).fill(0)]);

/**
 * @param {StartTask} task
 * @param {Report} report
 * @returns {Promise<Adviser>}
 */
export async function start(task, report) {
  if (typeof WebAssembly === "undefined") throw new Failure("unsupported", "no WebAssembly");
  const asked = { ...task, plan: resolved(task.plan) };
  const { files, done } = fetched(asked, report);
  const [pyodide] = await Promise.all([task.mode === "snapshot" ? resumed(asked, files) : opened(asked, files), done]);
  return pyodide.globals.get(ADVISER);
}

/**
 * @param {StartPlan} plan
 * @returns {StartPlan} with whole addresses
 */
function resolved(plan) {
  const whole = (/** @type {string} */ url) => new URL(url, import.meta.url).href;
  const files = Object.entries(plan.files).map(([name, file]) => [name, { ...file, url: whole(file.url) }]);
  return { pyodide: whole(plan.pyodide), files: Object.fromEntries(files) };
}

/**
 * Fetch all files of a plan at once. Whoever waits for Pyodide alone would wait forever where one is missing: `done` tells.
 *
 * @param {StartTask} task
 * @param {Report} report
 */
function fetched({ plan, mode, fresh }, report) {
  const total = Object.values(plan.files).reduce((sum, file) => sum + file.bytes, 0);
  let loaded = 0;
  const arrived = (/** @type {number} */ bytes) => {
    const before = Math.floor((100 * loaded) / total);
    loaded += bytes;
    if (loaded === total) report({ state: "starting", mode });
    else if (Math.floor((100 * loaded) / total) > before) report({ state: "downloading", mode, share: loaded / total });
  };
  const downloads = Object.entries(plan.files).map(([name, file]) => ({ name, ...download(file, fresh, arrived) }));
  const files = downloads.map((each) => [each.name, mode === "plain" ? each.stream : inflate(each.stream)]);
  return { files: /** @type {Files} */ (Object.fromEntries(files)), done: Promise.all(downloads.map((each) => each.done)) };
}

/**
 * Start with a memory in which Python has started, imported the recommender and opened the guide.
 *
 * @param {StartTask} task
 * @param {Files} files
 * @returns {Promise<Pyodide>}
 */
function resumed(task, files) {
  // Compiled once it is there, not while it comes: its bytes are needed too, and to have a stream twice takes longer.
  const code = bytes(files.wasm);
  const memory = Promise.all([bytes(files.snapshot), code]).then(([pieces, wasm]) => laidOver(wasm, pieces));
  memory.catch(() => {}); // whoever waits for it hears of it
  return boot(task, { module: code.then((wasm) => WebAssembly.compile(wasm)), library: stream(NOTHING), options: { _loadSnapshot: memory } });
}

/**
 * Start Python and open the guide in it.
 *
 * @param {StartTask} task
 * @param {Files} files
 * @returns {Promise<Pyodide>}
 */
async function opened(task, files) {
  const options = task.mode === "plain" ? {} : { env: ENVIRONMENT };
  const pyodide = await boot(task, { module: compiled(files.wasm), library: files.library, options });
  pyodide.FS.writeFile(ARCHIVE, await bytes(files.recommender));
  pyodide.pyimport("sys").path.append(ARCHIVE);
  const text = new TextDecoder().decode(await bytes(files.guide));
  pyodide.globals.set(ADVISER, pyodide.pyimport("recommender").open_guide(text));
  return pyodide;
}

/**
 * @param {Uint8Array} wasm
 * @param {Uint8Array} pieces as the generator describes them in `generator.browser.snapshot`
 * @returns {Uint8Array} the whole memory
 */
function laidOver(wasm, pieces) {
  const [length = 0, place = 0, start = 0, size = 0, count = 0] = new Uint32Array(pieces.buffer, 0, 5);
  const table = new Uint32Array(pieces.buffer, 20, 2 * count);
  const memory = new Uint8Array(length);
  memory.set(wasm.subarray(start, start + size), place);
  let read = table.byteOffset + table.byteLength;
  for (let at = 0; at < table.length; at += 2) {
    const end = read + (table[at + 1] ?? 0);
    memory.set(pieces.subarray(read, end), table[at]);
    read = end;
  }
  return memory;
}

/**
 * @param {Stream} code
 * @returns {Promise<WebAssembly.Module>} while it comes
 */
function compiled(code) {
  return WebAssembly.compileStreaming(new Response(code, { headers: { "content-type": "application/wasm" } }));
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
 * @param {StartTask} task
 * @param {Handed} handed
 * @returns {Promise<Pyodide>}
 */
async function boot({ plan, lock }, handed) {
  const { loadPyodide } = await load(plan.pyodide);
  const library = `${plan.pyodide}library`;
  const { fetch } = self;
  const { instantiateStreaming } = WebAssembly;
  self.fetch = async (input) => new Response(String(input) === library ? handed.library : null);
  /** @type {Promise<Pick<WebAssembly.WebAssemblyInstantiatedSource, "module" | "instance">>} */
  const instantiated = new Promise((resolve, reject) => {
    handed.module.catch(reject);
    WebAssembly.instantiateStreaming = async (_, imports) => {
      const module = await handed.module;
      WebAssembly.instantiate(module, imports).then((instance) => resolve({ module, instance }), reject);
      return instantiated;
    };
  });
  try {
    const places = { indexURL: plan.pyodide, packageBaseUrl: plan.pyodide, stdLibURL: library };
    const starting = loadPyodide({ ...places, lockFileContents: lock, ...handed.options });
    // Pyodide itself waits forever where its WebAssembly does not come about.
    const [pyodide] = await Promise.all([starting, instantiated]);
    return pyodide;
  } finally {
    self.fetch = fetch;
    WebAssembly.instantiateStreaming = instantiateStreaming;
  }
}

/**
 * @param {string} base where Pyodide's scripts are
 * @returns {Promise<{loadPyodide: (options: object) => Promise<Pyodide>}>}
 */
async function load(base) {
  // The second script only defines a global, which loadPyodide finds and so does not fetch in sequence.
  const scripts = [import(`${base}pyodide.js`), import(`${base}pyodide.asm.js`)];
  const [module] = await Promise.all(scripts).catch((error) => {
    throw new Failure("missing", String(error));
  });
  return module;
}
