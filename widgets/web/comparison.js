// @ts-check
/** @file Sets the result beside that of other answers, which the reader has kept or a link has brought. */

import { isEmpty } from "./answers.js";
import { fillAsked } from "./asked.js";

/** @typedef {import("./answers.js").Answers} Answers */

export class Comparison {
  /** @type {Answers} what is compared with, if anything */
  before = {};
  /** What was last shown beside the result, as JSON. */
  #shown = "";

  /**
   * @param {import("./panel.js").Panel} panel
   * @param {import("./engine.js").Engine} engine
   * @param {() => Answers} now
   */
  constructor(panel, engine, now) {
    this.panel = panel;
    this.engine = engine;
    this.now = now;
  }

  /** @param {Answers} answers to compare with what comes; none, and nothing is compared */
  keep(answers) {
    this.before = answers;
    this.show();
  }

  /** Show what differs, if answers are kept, and lead the reader there where others are kept than before. */
  async show() {
    const [before, now] = [this.#shown, JSON.stringify(this.before)];
    this.#shown = now;
    if (!this.#pair()) return this.panel.empty("contrast");
    await fillAsked(this.panel, this.engine, "contrast", () => this.#pair());
    if (!before || before === now) return;
    const place = this.panel.part("contrast");
    place.scrollIntoView();
    place.focus({ preventScroll: true });
  }

  /** @returns {string} what is to be compared, as JSON, or nothing */
  #pair() {
    return isEmpty(this.before) ? "" : JSON.stringify({ before: this.before, after: this.now() });
  }
}
