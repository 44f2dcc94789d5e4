// @ts-check
/** @file Fills the folded part of a result that is drawn only where the reader has opened it. */

/** @typedef {import("./answers.js").Answers} Answers */

export class Drawn {
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

  /** Draw it if it stands open; what was asked before anything changed is passed over. */
  async show() {
    if (!this.#isOpen) return;
    const answers = JSON.stringify(this.now());
    const told = await this.engine.call("lines", answers).catch(() => ""); // a failure is told already
    if (told && this.#isOpen && answers === JSON.stringify(this.now())) this.panel.fill("lines", "lines", JSON.parse(told));
  }

  get #isOpen() {
    const fold = this.panel.part("lines")?.closest("details"); // without costs there is none
    return Boolean(fold?.open);
  }
}
