// @ts-check
/** @file Keeps what a start takes, verified and inflated, in files of this origin's own, so that the next visit neither fetches nor unpacks. */

import { bytes, download, inflate } from "./download.js";
import { discard, FOLDER } from "./folder.js";

/** @typedef {import("./messages.js").BundleFile} BundleFile */
/** @typedef {import("./messages.js").StartPlan} StartPlan */
/** @typedef {{content: Uint8Array<ArrayBuffer>, isSound: () => boolean}} Taken `isSound` finds out whether it is what was kept */

/** Bytes of a sum, which a file ends with: a copy that was cut short or is damaged does not match it. */
const SEAL = 4;
/** Of the room that a browser gives, no more than this share is taken. */
const SHARE = 0.5;

/**
 * @param {BundleFile | undefined} file
 * @returns {Promise<Taken | undefined>} nothing where it is not kept
 */
export async function takeOut(file) {
  try {
    const sealed = await read(await (await home()).getFileHandle(String(file?.sha256)));
    return { content: sealed.subarray(0, -SEAL), isSound: () => isSound(sealed) };
  } catch {
    return undefined;
  }
}

/**
 * Keep what a plan takes, and nothing else; where the browser refuses, or has no room, nothing is kept.
 *
 * @param {StartPlan} plan with whole addresses
 */
export async function keep(plan) {
  try {
    // Two of them, of two pages perhaps, would find each other's files half written.
    await navigator.locks.request(FOLDER, () => fill(plan));
  } catch {
    await discard();
  }
}

/** @param {StartPlan} plan */
async function fill(plan) {
  const folder = await home(true);
  const names = new Set(Object.values(plan.files).map((file) => file.sha256));
  const others = [];
  for await (const name of folder.keys()) if (!names.has(name)) others.push(name);
  for (const name of others) await folder.removeEntry(name);
  for (const file of Object.values(plan.files)) await store(folder, file);
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
