// @ts-check
/** @file Has a Python in which the guide is open: from a memory of one, or by starting Python and opening it. */

import { boot } from "./boot.js";
import { bytes, inflate } from "./download.js";
import { Memory } from "./memory.js";

/** @typedef {import("./boot.js").Machine} Machine */
/** @typedef {import("./boot.js").Pyodide} Pyodide */
/** @typedef {import("./download.js").Download} Download */
/** @typedef {import("./download.js").Stream} Stream */
/** @typedef {Record<import("./messages.js").Method, (json: string) => string>} Adviser the recommender, with the guide opened */
/** @typedef {Uint8Array<ArrayBuffer>} Bytes */
/** @typedef {"wasm" | "data" | "snapshot" | "library" | "recommender" | "guide"} Part those of them that a mode needs */

/** Where an opened guide stands among Python's globals, also inside a snapshot. */
export const ADVISER = "adviser";
const ARCHIVE = "/lib/recommender.zip";
/** The functions that the smaller WebAssembly has are those that such a start calls. */
const ENVIRONMENT = { PYTHONHASHSEED: "0" };
/** An archive without files: the memory has imported everything already. */
const NOTHING = new Uint8Array([80, 75, 5, 6, ...new Array(18).fill(0)]);

/**
 * Start with a memory in which Python has started, imported the recommender and opened the guide.
 *
 * @param {Machine} machine
 * @param {Promise<WebAssembly.Module>} module
 * @param {Bytes | Promise<Bytes>} snapshot
 * @returns {Promise<Pyodide>}
 */
export function resumed(machine, module, snapshot) {
  /** @type {Memory | undefined} */
  let known;
  const memory = remembered(snapshot).then((it) => (known = it));
  const head = memory.then((it) => it.head);
  head.catch(() => {}); // whoever waits for it hears of it
  // Twice, as what the WebAssembly does of itself at first reads its data, and writes.
  const layOver = (/** @type {Uint8Array} */ heap) => known?.layInto(heap);
  return boot(machine, { module, memory, library: stream(NOTHING), options: { _loadSnapshot: head, layOver } });
}

/**
 * @param {Machine} machine
 * @param {Record<string, Download>} files gzipped
 * @returns {Promise<Pyodide>} resumed from what is being fetched
 */
export function unpacked(machine, files) {
  const { wasm, snapshot } = /** @type {Record<Part, Download>} */ (files);
  return resumed(machine, compiled(inflate(wasm.stream)), bytes(inflate(snapshot.stream)));
}

/**
 * Start Python and open the guide in it.
 *
 * @param {Machine} machine
 * @param {Record<string, Download>} files
 * @param {boolean} plain whether they come as Pyodide has them, and not gzipped
 * @returns {Promise<Pyodide>}
 */
export async function opened(machine, files, plain) {
  const streams = Object.entries(files).map(([name, { stream }]) => [name, plain ? stream : inflate(stream)]);
  const { wasm, data, library, recommender, guide } = /** @type {Record<Part, Stream>} */ (Object.fromEntries(streams));
  const own = plain ? {} : { memory: remembered(bytes(data)), options: { env: ENVIRONMENT } };
  const pyodide = await boot(machine, { module: compiled(wasm), library, ...own });
  pyodide.FS.writeFile(ARCHIVE, await bytes(recommender));
  pyodide.pyimport("sys").path.append(ARCHIVE);
  const text = new TextDecoder().decode(await bytes(guide));
  pyodide.globals.set(ADVISER, pyodide.pyimport("recommender").open_guide(text));
  return pyodide;
}

/**
 * @param {Bytes | Promise<Bytes>} packed
 * @returns {Promise<Memory>}
 */
async function remembered(packed) {
  return new Memory(await packed);
}

/**
 * @param {Stream} code
 * @returns {Promise<WebAssembly.Module>} while it comes
 */
function compiled(code) {
  return WebAssembly.compileStreaming(new Response(code, { headers: { "content-type": "application/wasm" } }));
}

/**
 * @param {Uint8Array<ArrayBuffer>} content
 * @returns {Stream}
 */
function stream(content) {
  return /** @type {Stream} */ (new Response(content).body);
}
