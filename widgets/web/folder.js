// @ts-check
/** @file The folder in this origin's own files in which the engine is kept ready: its name, its weight, and its end. */

/** Other sites may be at the same host: each has a folder by the place of its root. */
export const FOLDER = `guide-kept ${encodeURIComponent(new URL("../../../", import.meta.url).pathname)}`;

/** Remove what is kept. */
export async function discard() {
  try {
    await (await navigator.storage.getDirectory()).removeEntry(FOLDER, { recursive: true });
  } catch {
    // Nothing is there, or nothing may be.
  }
}

/** @returns {Promise<number>} how many bytes are kept */
export async function weight() {
  let sum = 0;
  try {
    const folder = /** @type {any} */ (await (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER));
    for await (const handle of folder.values()) sum += (await handle.getFile()).size;
  } catch {
    // As above.
  }
  return sum;
}
