// @ts-check
/** @file Boots Pyodide's scripts on what they are handed, where they would fetch it themselves, one thing after the other. */

import { Failure } from "./download.js";

/** @typedef {import("./memory.js").Memory} Memory */
/** @typedef {import("./python.js").Adviser} Adviser */
/** @typedef {{sys: {path: {append: (path: string) => void}}, recommender: {open_guide: (text: string) => Adviser}}} Modules */
/** @typedef {{get: (name: string) => Adviser, set: (name: string, value: Adviser) => void}} Globals */
/** @typedef {{globals: Globals, FS: {writeFile: (path: string, content: Uint8Array) => void}, pyimport: <Name extends keyof Modules>(name: Name) => Modules[Name]}} Pyodide */
/** @typedef {{loadPyodide: (options: object) => Promise<Pyodide>}} Scripts */
/** @typedef {{base: string, lock: object, scripts: Promise<Scripts>}} Machine Pyodide's scripts, and where they are */
/** @typedef {{module: Promise<WebAssembly.Module>, memory?: Promise<Memory>, library: import("./download.js").Stream, options?: object}} Handed what Pyodide is handed instead of fetching it; a module without data of its own begins with this memory */

/**
 * Start Pyodide on what is here or coming already: it asks `fetch` and `WebAssembly` for it, and is handed that.
 *
 * @param {Machine} machine
 * @param {Handed} handed
 * @returns {Promise<Pyodide>}
 */
export async function boot({ base, lock, scripts }, handed) {
  const all = Promise.all([handed.module, handed.memory]);
  all.catch(() => {}); // heard of below, unless a script is missing
  const { loadPyodide } = await scripts;
  const library = `${base}library`;
  const { fetch } = self;
  const { instantiateStreaming } = WebAssembly;
  self.fetch = async (input) => new Response(String(input) === library ? handed.library : null);
  /** @type {Promise<Pick<WebAssembly.WebAssemblyInstantiatedSource, "module" | "instance">>} */
  const instantiated = new Promise((resolve, reject) => {
    all.catch(reject);
    WebAssembly.instantiateStreaming = async (_, /** @type {any} */ imports) => {
      const memory = await handed.memory;
      memory?.layInto(new Uint8Array(imports.env.memory.buffer)); // while the module may still be compiled
      const module = await handed.module;
      WebAssembly.instantiate(module, imports).then((instance) => resolve({ module, instance }), reject);
      return instantiated;
    };
  });
  try {
    const places = { indexURL: base, packageBaseUrl: base, stdLibURL: library };
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
 * @returns {Promise<Scripts>}
 */
export async function load(base) {
  // The second script only defines a global, which loadPyodide finds and so does not fetch in sequence.
  const scripts = [import(`${base}pyodide.js`), import(`${base}pyodide.asm.js`)];
  const [module] = await Promise.all(scripts).catch(async (error) => {
    throw new Failure((await isThere(`${base}pyodide.js`)) ? "missing" : "network", String(error));
  });
  return module;
}

/**
 * A script that does not come says nothing of why.
 *
 * @param {string} address
 * @returns {Promise<boolean>} whether anybody answers there
 */
function isThere(address) {
  return fetch(address, { method: "HEAD", cache: "no-store" }).then(
    () => true,
    () => false,
  );
}
