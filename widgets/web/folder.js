// @ts-check
/** @file The site's root, and its folder in this origin's own files in which the engine is kept ready. */

/** The site's root: other sites may share the origin, so what is kept of this one has it in its name. */
export const ROOT = new URL("../../../", import.meta.url).href;
export const FOLDER = `guide-kept ${encodeURIComponent(new URL(ROOT).pathname)}`;

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
