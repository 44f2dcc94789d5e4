// @ts-check
/** @file Keeps what a start takes, verified and inflated, in files of this origin's own, so that the next visit neither fetches nor unpacks. */

import { bytes, download, inflate } from "./download.js";
import { discard, FOLDER } from "./folder.js";

/** @typedef {import("./messages.js").StartPlan} StartPlan */
/** @typedef {Record<string, Uint8Array<ArrayBuffer>>} Contents by the names that a plan has for them */

/** Bytes of a SHA-256, which a file ends with: a copy that was cut short or is damaged does not match it. */
const SEAL = 32;
/** Of the room that a browser gives, no more than this share is taken. */
const SHARE = 0.5;

/**
 * @param {StartPlan} plan
 * @returns {Promise<{contents: Contents, sound: Promise<boolean>} | undefined>} nothing where not all of it is kept
 */
export async function takeOut(plan) {
  try {
    const folder = await home();
    const taken = await Promise.all(Object.entries(plan.files).map(async ([name, file]) => /** @type {const} */ ([name, await read(folder, file.sha256)])));
    const sound = Promise.all(taken.map(([, sealed]) => isWhole(sealed))).then((all) => all.every(Boolean));
    return { contents: Object.fromEntries(taken.map(([name, sealed]) => [name, sealed.subarray(0, -SEAL)])), sound };
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
    const folder = await home(true);
    const names = new Set(Object.values(plan.files).map((file) => file.sha256));
    const others = [];
    for await (const name of folder.keys()) if (!names.has(name)) others.push(name);
    for (const name of others) await folder.removeEntry(name);
    for (const file of Object.values(plan.files)) await store(folder, file);
  } catch {
    await discard();
  }
}

/**
 * @param {boolean} [create]
 * @returns {Promise<FileSystemDirectoryHandle>}
 */
async function home(create = false) {
  return (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create });
}

/**
 * @param {FileSystemDirectoryHandle} folder
 * @param {string} name
 */
async function read(folder, name) {
  const file = await (await folder.getFileHandle(name)).getFile();
  return new Uint8Array(await file.arrayBuffer());
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
  const seal = await sealOf(content);
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
 * @returns {Promise<boolean>}
 */
async function isWhole(sealed) {
  const seal = await sealOf(sealed.subarray(0, -SEAL));
  return sealed.length > SEAL && sealed.subarray(-SEAL).every((byte, at) => byte === seal[at]);
}

/** @param {Uint8Array<ArrayBuffer>} content */
async function sealOf(content) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", content));
}
