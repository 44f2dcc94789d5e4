// @ts-check
/** @file Hands something over to take along: as a copy, as a file, or on paper. */

/** @type {Record<"report" | "calendar", [name: string, type: string]>} the files that the recommender writes, by its method */
export const FILES = {
  report: ["recommendation.md", "text/markdown"],
  calendar: ["dates.ics", "text/calendar"],
};

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

/**
 * @param {string} link to the answers
 * @returns {{date: string, link: string, place: string}} when and from where something is taken along; the place is without the answers
 */
export function occasion(link) {
  return { date: today(), link, place: link.split("#", 1)[0] ?? link };
}

/** @returns {string} the day, as the reader's clock has it */
export function today() {
  const now = new Date();
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/**
 * @param {import("./answers.js").Answers} answers
 * @returns {import("./answers.js").Answers} with today's date beside them, if one of them is a day that lies before or after it
 */
export function dated(answers) {
  const days = Object.values(answers).filter((each) => /^\d{4}-\d{2}-\d{2}$/.test(String(each)));
  return days.length > 0 ? { ...answers, date: today() } : answers;
}
