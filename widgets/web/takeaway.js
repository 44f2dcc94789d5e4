// @ts-check
/** @file Hands something over to take along: as a copy, as a file, or on paper. */

/**
 * @param {string} text
 * @returns {Promise<void>} fails where the browser does not allow it
 */
export function copy(text) {
  return navigator.clipboard?.writeText(text) ?? Promise.reject();
}

/**
 * @param {string} name of the file
 * @param {string} type
 * @param {string} text
 */
export function save(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // The download has started by the next task; a longer life would only keep the memory.
  setTimeout(() => URL.revokeObjectURL(link.href));
}

/**
 * Print one part of the page; the style sheet knows the parts by name.
 *
 * @param {string} part
 */
export function print(part) {
  document.documentElement.dataset.print = part;
  window.addEventListener("afterprint", () => delete document.documentElement.dataset.print, { once: true });
  window.print();
}

/** @returns {string} the day, as the reader's clock has it */
export function today() {
  const now = new Date();
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
