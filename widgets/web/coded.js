// @ts-check
/** @file Opens the answers of a code that was typed from paper, or says why it cannot be read. */

export class Coded {
  /**
   * @param {HTMLElement} element with a fold in which a code is typed
   * @param {import("./engine.js").Engine} engine
   * @param {import("./panel.js").Panel} panel which says what comes of it
   */
  constructor(element, engine, panel) {
    this.fold = /** @type {HTMLDetailsElement} */ (element.querySelector(".coded"));
    this.field = /** @type {HTMLInputElement} */ (this.fold.querySelector("input"));
    this.engine = engine;
    this.panel = panel;
  }

  /** @param {AbortSignal} signal ends it */
  begin(signal) {
    this.fold.addEventListener("toggle", () => this.fold.open && this.engine.prepare(), { signal });
    this.fold.querySelector("button")?.addEventListener("click", () => this.#open(), { signal });
    this.field.addEventListener("keydown", ({ key }) => key === "Enter" && this.#open(), { signal });
  }

  async #open() {
    this.#say("opening");
    this.engine.prepare();
    const told = await this.engine.call("answers_of", JSON.stringify({ code: this.field.value })).catch(() => "");
    if (!told) return this.#say("failed");
    const { fragment, trouble } = JSON.parse(told);
    this.field.setAttribute("aria-invalid", String(Boolean(trouble)));
    if (!fragment) return this.#say(trouble || "empty");
    this.#say("opened");
    // Followed as any link to answers is, so that Back leads to those before.
    const link = /** @type {HTMLAnchorElement} */ (this.panel.part("opened"));
    link.href = `#${fragment}`;
    link.click();
  }

  /** @param {string} what */
  #say(what) {
    this.panel.say("coded", `code-${what}`);
  }
}
