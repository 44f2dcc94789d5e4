// @ts-check
/** @file Fills a part of the panel with what the recommender answers to a call of the same name. */

/**
 * Ask, and show the answer; what was asked before anything changed is passed over.
 *
 * @param {import("./panel.js").Panel} panel
 * @param {import("./engine.js").Engine} engine
 * @param {"contrast" | "lines"} name of the method, of the part and of its template
 * @param {() => string} asked what is to be asked now, as JSON, or nothing
 */
export async function fillAsked(panel, engine, name, asked) {
  const request = asked();
  if (!request) return;
  const told = await engine.call(name, request).catch(() => ""); // a failure is told already
  if (told && request === asked()) panel.fill(name, name, JSON.parse(told));
}
