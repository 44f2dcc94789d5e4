// @ts-check
/** @file Fills the folded part of a result that is drawn only where the reader has opened it. */

import { fillAsked } from "./asked.js";

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

  /** @param {Element} target that a reader has clicked: a fold that is opened stays so in a new result */
  clicked(target) {
    const fold = target.closest("summary")?.parentElement;
    if (!fold) return;
    fold.dataset.touched = "";
    setTimeout(() => this.show()); // once it is open
  }

  /** Draw it if it stands open. */
  show() {
    return fillAsked(this.panel, this.engine, "lines", () => (this.#isOpen ? JSON.stringify(this.now()) : ""));
  }

  get #isOpen() {
    const fold = this.panel.part("lines")?.closest("details"); // without costs there is none
    return Boolean(fold?.open);
  }
}
