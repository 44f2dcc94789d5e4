// @ts-check
/** @file Keeps what a start takes, verified and inflated, in files of this origin's own, so that the next visit neither fetches nor unpacks. */

import { bytes, download, Failure, inflate, matches } from "./download.js";
import { discard, FOLDER } from "./folder.js";

/** @typedef {import("./messages.js").BundleFile} BundleFile */
/** @typedef {import("./messages.js").StartPlan} StartPlan */
/** @typedef {{module: Promise<WebAssembly.Module>, snapshot: Uint8Array<ArrayBuffer>}} Taken */

/** Bytes of a sum, which a file ends with: a copy that was cut short or is damaged does not match it. */
const SEAL = 4;
/** Of the room that a browser gives, no more than this share is taken. */
const SHARE = 0.5;

/**
 * Take out what a start from a memory takes; where the browser has the WebAssembly in machine code, it is asked for that meanwhile.
 *
 * @param {StartPlan} plan with whole addresses
 * @returns {Promise<Taken | undefined>} nothing where not all of it is kept, or it is damaged
 */
export async function takeOut({ files, native }) {
  try {
    const folder = await home();
    const [code, memory] = await Promise.all([files.wasm, files.snapshot].map((file) => folder.getFileHandle(String(file?.sha256))));
    const module = translated(native).catch(async () => WebAssembly.compile(await unsealed(code)));
    module.catch(() => {}); // whoever boots the machine hears of it
    return { module, snapshot: await unsealed(memory) };
  } catch {
    // It is not kept, or may not be, or is damaged.
  }
  return undefined;
}

/** Whether the browser had the machine code of the WebAssembly. */
let isTranslated = false;

/**
 * Take the WebAssembly from what the browser has of an address; where it has been run before, it is there in machine code.
 *
 * @param {BundleFile | undefined} native
 * @returns {Promise<WebAssembly.Module>} fails where the browser has nothing any more
 */
async function translated(native) {
  const module = await WebAssembly.compileStreaming(fetch(String(native?.url), { cache: "only-if-cached", mode: "same-origin" }));
  isTranslated = true;
  return module;
}

/**
 * @param {FileSystemFileHandle | undefined} handle
 * @returns {Promise<Uint8Array<ArrayBuffer>>} what was kept in it; fails where that is damaged, and then nothing is kept any more
 */
async function unsealed(handle) {
  const sealed = await read(/** @type {FileSystemFileHandle} */ (handle));
  if (isSound(sealed)) return sealed.subarray(0, -SEAL);
  await discard();
  throw new Failure("altered", String(handle?.name));
}

/**
 * Keep what a plan takes, and nothing else; where the browser refuses, or has no room, nothing is kept.
 *
 * @param {StartPlan} plan with whole addresses
 * @param {() => void} copied called once the browser has its own copy of the WebAssembly, or will not have it
 */
export async function keep(plan, copied) {
  try {
    // Two of them, of two pages perhaps, would find each other's files half written.
    await navigator.locks.request(FOLDER, () => fill(plan, copied));
  } catch {
    await discard();
  }
  copied();
}

/**
 * @param {StartPlan} plan
 * @param {() => void} copied
 */
async function fill(plan, copied) {
  const folder = await home(true);
  const missing = new Set(Object.values(plan.files).map((file) => file.sha256));
  const others = [];
  for await (const name of folder.keys()) if (!missing.delete(name)) others.push(name);
  for (const name of others) await folder.removeEntry(name);
  // Nothing is kept before it is known that the browser's copy is right; a line that is gone later takes nothing away.
  const isGrave = (/** @type {unknown} */ error) => missing.size > 0 || error instanceof Failure;
  if (plan.native && !isTranslated) await translate(plan.native).catch((error) => isGrave(error) && Promise.reject(error));
  copied();
  for (const file of Object.values(plan.files)) await store(folder, file);
}

/**
 * Have the browser take the WebAssembly once more, from an address: it is the same as the one that runs, and what it becomes
 * in machine code is kept with what came from there.
 *
 * @param {BundleFile} native
 */
async function translate({ url, sha256 }) {
  const response = await fetch(url, { priority: "low" });
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  // The copy, as with the other one the browser keeps nothing.
  const compiled = WebAssembly.compileStreaming(response.clone()).catch(() => {}); // a server may know no such type
  const [content] = await Promise.all([response.arrayBuffer(), compiled]);
  if (!(await matches(new Uint8Array(content), sha256))) throw new Failure("altered", url);
}

/**
 * @param {boolean} [create]
 * @returns {Promise<FileSystemDirectoryHandle>}
 */
async function home(create = false) {
  return (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create });
}

/** @param {FileSystemFileHandle} handle */
async function read(handle) {
  // The sooner way, which not every browser has for two pages at a time.
  const access = await /** @type {any} */ (handle).createSyncAccessHandle({ mode: "read-only" }).catch(() => undefined);
  if (!access) return new Uint8Array(await (await handle.getFile()).arrayBuffer());
  try {
    const content = new Uint8Array(access.getSize());
    access.read(content, { at: 0 });
    return content;
  } finally {
    access.close();
  }
}

/**
 * @param {FileSystemDirectoryHandle} folder
 * @param {import("./messages.js").BundleFile} file
 */
async function store(folder, file) {
  if (await folder.getFileHandle(file.sha256).catch(() => undefined)) return;
  const { stream, done } = download(file, { priority: "low" }, () => {});
  const [content] = await Promise.all([bytes(inflate(stream)), done]);
  const { quota = 0, usage = 0 } = await navigator.storage.estimate();
  if (content.length > SHARE * (quota - usage)) throw new RangeError("no room");
  const seal = new Uint8Array(Uint32Array.of(sumOf(content)).buffer);
  const place = await (await folder.getFileHandle(file.sha256, { create: true })).createSyncAccessHandle();
  try {
    place.write(content);
    place.write(seal, { at: content.length });
  } finally {
    place.close(); // or else it could not be removed
  }
}

/**
 * @param {Uint8Array<ArrayBuffer>} sealed
 * @returns {boolean}
 */
function isSound(sealed) {
  const end = sealed.length - SEAL;
  return end > 0 && sumOf(sealed.subarray(0, end)) === new DataView(sealed.buffer).getUint32(end, true);
}

/**
 * The sum of Fowler, Noll and Vo over words of four bytes: what is kept was held to its SHA-256 when it came, and a sum finds
 * what may befall a file in a quarter of the time.
 *
 * @param {Uint8Array<ArrayBuffer>} content from the beginning of its buffer
 * @returns {number} below 2 ** 32
 */
function sumOf(content) {
  const words = new Uint32Array(content.buffer, 0, content.length >>> 2);
  const rest = content.subarray(4 * words.length);
  let sum = 0x811c9dc5;
  for (const part of [words, rest]) for (let at = 0; at < part.length; at += 1) sum = Math.imul(sum ^ /** @type {number} */ (part[at]), 0x01000193);
  return sum >>> 0;
}
