// @ts-check
/** @file Keeps a running Python, with the guide open in it, in this browser's cache, so that the next start need not repeat it. */

import { digest, Failure, matches } from "./download.js";

/** @typedef {{memory: Promise<Uint8Array<ArrayBuffer>>, module: Promise<WebAssembly.Module>, intact: Promise<unknown>}} Kept */

/** Other sites may share this origin and its caches; these names are ours. */
const OURS = new URL("../../../engine/", import.meta.url).href;

const SHA256 = "x-sha256";
/** A browser of another version may lay memory out differently. */
const BROWSER = "x-browser";

/**
 * @param {string} version
 * @returns {Promise<Kept | undefined>} what this browser kept for this version, if it did
 */
export async function find(version) {
  try {
    const found = ["memory", "wasm"].map((name) => self.caches.match(OURS + name, { cacheName: OURS + version }));
    const [memory, wasm] = await Promise.all(found);
    if (memory?.headers.get(BROWSER) !== navigator.userAgent || !wasm) return undefined;
    // Checking goes on beside the start; nothing is answered before it is done.
    const heap = read(memory);
    const intact = Promise.all([check(heap, memory), check(read(wasm.clone()), wasm)]);
    return { memory: heap, module: WebAssembly.compileStreaming(wasm), intact };
  } catch {
    return undefined; // storage is refused, or this is no secure place
  }
}

/** @param {Response} response */
async function read(response) {
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * @param {Promise<Uint8Array<ArrayBuffer>>} content
 * @param {Response} response
 */
async function check(content, response) {
  if (!(await matches(await content, String(response.headers.get(SHA256))))) throw new Failure("altered", "snapshot");
}

/**
 * @param {string} version
 * @param {Record<string, Uint8Array<ArrayBuffer>>} contents the memory, and the WebAssembly that it belongs to
 */
export async function keep(version, contents) {
  await forget(version);
  const cache = await self.caches.open(OURS + version);
  try {
    for (const [name, content] of Object.entries(contents)) {
      const headers = { "content-type": "application/wasm", [SHA256]: await digest(content), [BROWSER]: navigator.userAgent };
      await cache.put(OURS + name, new Response(content, { headers }));
    }
  } catch (error) {
    await forget(); // half of it would be of no use
    throw error;
  }
}

/**
 * Delete what was kept, but for one version.
 *
 * @param {string} [version]
 */
export async function forget(version) {
  const names = await self.caches.keys();
  const old = names.filter((name) => name.startsWith(OURS) && name !== OURS + version);
  await Promise.all(old.map((name) => self.caches.delete(name)));
}
