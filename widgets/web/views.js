// @ts-check
/** @file Shows one screen after the other: the beginning, each question, the answers to check and the result; or all at once. */

import { touched } from "./answers.js";
import { lines } from "./checking.js";
import { enter, prefer, prefersAll, present, stay } from "./history.js";
import { Screens } from "./screens.js";
import { situation } from "./situations.js";
import { Steps } from "./steps.js";
import { goOnByTaps } from "./tapping.js";

/** @typedef {import("./history.js").Screen} Screen */

/** So many milliseconds an answer waits for what the recommender makes of it before the next question comes anyway. */
const PATIENCE = 1500;

export class Views {
  /** @type {Screen} */
  #screen = { view: "start", at: "", from: "", set: -1, depth: 0 };
  /** Whether the recommender has yet to say what it makes of the latest answer. */
  pending = false;
  /** What goes on once it has. */
  #heard = () => {};
  /** Whether the fields that the situation asks for were shown. */
  #offered = false;

  /**
   * @param {HTMLElement} element
   * @param {import("./panel.js").Panel} panel
   */
  constructor(element, panel) {
    this.form = /** @type {HTMLFormElement} */ (element.querySelector("form"));
    this.steps = new Steps(this.form);
    this.screens = new Screens(element, panel, this.steps);
    this.all = prefersAll();
    // Without scripts everything stands open; with them the short path comes first.
    for (const fold of this.screens.folds) fold.open = false;
  }

  /** @param {AbortSignal} signal ends it */
  begin(signal) {
    this.screens.begin(signal);
    goOnByTaps(this.form, this, signal);
  }

  /** @returns {string} what is shown */
  get view() {
    return this.all ? "all" : this.#screen.view;
  }

  show() {
    this.screens.show({ ...this.#screen, view: this.view, from: this.all ? "" : this.#screen.from });
  }

  /** Say anew how far the reader is. */
  tell() {
    this.screens.tell({ ...this.#screen, view: this.view });
  }

  #lead() {
    this.show();
    if (!this.all) this.screens.lead(this.#screen);
  }

  /**
   * Begin with what the form holds, on the screen of this entry of the history, if it has one, else where its answers lead.
   *
   * @param {boolean} [anew] whether to pass over what the entry has
   */
  open(anew = false) {
    this.#renew();
    const set = this.#screen.set + 1;
    this.#screen = (!anew && present()) || { ...this.#landing(), from: "", set, depth: 0 };
    stay(this.#screen);
    this.show();
  }

  /** Begin with an empty form. */
  restart() {
    this.#renew();
    this.#screen = { ...this.#screen, set: this.#screen.set + 1 };
    if (this.all) this.show();
    else this.#go("start");
  }

  #renew() {
    for (const fold of this.screens.folds) fold.open ||= touched(fold);
    this.steps.begin();
    this.pending = false;
    this.#offered = false;
  }

  /** @returns {{view: string, at: string}} where answers lead that came by themselves, such as with a link */
  #landing() {
    const { questions, enough, following } = this.steps;
    const given = lines(this.form);
    const named = [...this.form.querySelectorAll("fieldset")].find(({ id }) => `#${id}` === location.hash);
    const more = given.some(({ id }) => this.form.querySelector(`.amount[id="${id}"]`));
    if (named) return { view: questions.includes(named) ? "question" : "fields", at: named.id };
    if (given.length > 0 && (enough || more || this.#screen.view === "answer")) return { view: "answer", at: "" };
    if (given.length === 0) return { view: "start", at: "" };
    return following ? { view: "question", at: following.id } : { view: "check", at: "" };
  }

  /** @returns {boolean} whether the history has been left for an entry with other answers; else its screen is shown */
  popped() {
    const screen = present();
    if (!screen) return false;
    const other = screen.set !== this.#screen.set;
    this.#screen = screen;
    if (!other) this.#lead();
    return other;
  }

  /**
   * @param {string} view
   * @param {string} [at]
   * @param {string} [from]
   */
  #go(view, at = "", from = "") {
    this.#screen = { view, at, from, set: this.#screen.set, depth: this.#screen.depth + 1 };
    enter(this.#screen);
    this.#lead();
  }

  /** Leave what is shown for what follows, once the recommender has said what that is. */
  async on() {
    const screen = this.#screen;
    if (screen.view === "question") this.steps.pass(screen.at);
    if (this.pending) await new Promise((resolve) => setTimeout((this.#heard = () => resolve(undefined)), PATIENCE));
    if (screen !== this.#screen) return; // the reader has gone elsewhere meanwhile
    if (screen.from) this.#go(screen.from);
    else this.#follow();
  }

  #follow() {
    const { following } = this.steps;
    const { asks } = situation(this.form);
    const asked = this.#offered || lines(this.form).some(({ id }) => asks.split(" ").includes(id));
    if (following && this.#screen.view !== "fields") return this.#go("question", following.id);
    if (!asks || asked) return this.#go("check");
    this.#offered = true;
    return this.#go("fields", asks);
  }

  back() {
    if (this.#screen.depth > 0) return history.back();
    this.#screen = { ...this.#screen, view: "start", at: "", from: "" };
    stay(this.#screen);
    return this.#lead();
  }

  check() {
    this.#go("check");
  }

  answer() {
    this.#go("answer");
  }

  /** Change between all at once and one after the other. */
  toggle() {
    this.all = !this.all;
    prefer(this.all);
    if (this.all) this.show();
    else this.#follow();
  }

  /** @param {Parameters<Steps["advise"]>[0]} result what the recommender says */
  advise(result) {
    this.steps.advise(result);
    this.pending = false;
    this.#heard();
    this.tell();
  }

  /**
   * Show a part of the form, wherever it is hidden, and put the focus on its answer or, without one, into it.
   *
   * @param {string} id
   */
  reveal(id) {
    const part = [...this.form.querySelectorAll("fieldset")].find((each) => each.id === id);
    const { view, from } = this.#screen;
    if (!part) return;
    if (this.all) this.screens.spot(part);
    else if (part.dataset.kind === "situation") this.#go("start");
    else this.#go(this.steps.questions.includes(part) ? "question" : "fields", id, view === "question" ? from : view);
  }
}
