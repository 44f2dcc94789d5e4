// @ts-check
/** @file Gathers the answers, keeps them in the address, asks the recommender, and does what the reader chooses. */

import { actions } from "./actions.js";
import { comparing, holdsAnswers, linkHere, remember, restore, toCompareWith } from "./address.js";
import { isEmpty, read, settle } from "./answers.js";
import { Comparison } from "./comparison.js";
import { Drawn } from "./drawn.js";
import { fields, lookAhead, trouble } from "./fields.js";
import { present } from "./history.js";
import { Panel } from "./panel.js";
import { agree, begin, fill } from "./situations.js";
import { dated, occasion } from "./takeaway.js";
import { isOutdated } from "./version.js";
import { Views } from "./views.js";

/** @typedef {import("./answers.js").Answers} Answers */

export class Conversation {
  /** @type {{answers: Answers, latest: string}} what the form holds, and the result that is shown, as JSON */
  told = { answers: {}, latest: "" };
  /** The fragment before the form was emptied. */
  #emptied = "";
  /** The fragment with the answers that the form holds. */
  #known = "";
  /** Whether the site has a new version of this page, and no longer the files of this one. */
  #outdated = false;

  /**
   * @param {HTMLElement} element with a form, and a panel for what is said
   * @param {import("./engine.js").Engine} engine
   */
  constructor(element, engine) {
    this.element = element;
    this.engine = engine;
    this.form = /** @type {HTMLFormElement} */ (element.querySelector("form"));
    this.panel = new Panel(element);
    this.comparison = new Comparison(this.panel, engine, () => this.told.answers);
    this.drawn = new Drawn(this.panel, engine, () => this.told.answers);
    this.views = new Views(element, this.panel);
  }

  /** @param {AbortSignal} signal ends it */
  begin(signal) {
    this.engine.addEventListener("status", () => this.#statusChanged(), { signal });
    this.engine.addEventListener("answer", (event) => this.#showAnswer(event), { signal });
    this.form.addEventListener("input", (event) => this.#given(event), { signal });
    this.form.addEventListener("reset", () => this.#reset(), { signal });
    this.form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.element.addEventListener("click", (event) => this.#clicked(event), { signal });
    window.addEventListener("hashchange", () => this.#addressChanged(), { signal });
    for (const heard of [window, this.element]) heard.addEventListener("popstate", () => this.#popped(), { signal }); // see inline/back.js
    this.views.begin(signal);
    this.#restore();
    this.panel.watchReading(signal);
  }

  /** @param {boolean} [anew] whether to show what the answers lead to rather than what was shown here before */
  #restore(anew) {
    const compared = toCompareWith(this.form, location.hash);
    const ignored = (holdsAnswers(location.hash) ? restore(this.form, location.hash) : 0) + compared.ignored;
    this.comparison.before = compared.answers;
    this.panel.say("note", ignored ? "ignored" : "");
    fill(this.form);
    this.panel.unmark();
    lookAhead(this.form);
    this.views.open(anew);
    this.told.answers = read(this.form);
    this.#known = location.hash;
    this.#ask();
  }

  #remember() {
    remember(this.told.answers, this.comparison.before);
    this.#known = location.hash;
  }

  #addressChanged() {
    if (location.hash === this.#known) return;
    if (holdsAnswers(location.hash)) return this.#restore(true);
    const place = location.hash.slice(1);
    this.#remember(); // a link to a place on this page took the fragment: take it back
    this.views.reveal(place);
  }

  /** Back and Forward show another screen, and change no answers but where others were given for a try. */
  #popped() {
    if (!present()) return;
    if (this.views.popped()) this.#restore();
    else this.#remember();
  }

  /** @param {Event} event */
  #given({ target }) {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement) || !target.name) return;
    settle(target);
    if (target.closest("[data-kind=situation]")) begin(this.form);
    else agree(this.form);
    for (const field of fields(this.form)) if (field instanceof HTMLInputElement) this.panel.mark(field, trouble(field));
    this.#changed("");
  }

  /** @param {string} message what to say of the change */
  #changed(message) {
    this.panel.say("note", message);
    this.panel.part("undo").hidden = message !== "emptied";
    this.told.answers = read(this.form);
    this.#ask();
    this.#remember(); // while the engine works it out
    this.views.tell();
  }

  /** The form is still filled in while it says that it is being reset. */
  #reset() {
    this.#emptied = location.hash;
    setTimeout(() => {
      this.panel.unmark();
      this.views.restart();
      this.#changed("emptied");
    });
  }

  undo() {
    history.replaceState(history.state, "", this.#emptied);
    this.panel.part("undo").hidden = true;
    this.#restore(true);
  }

  #ask() {
    if (isEmpty(this.told.answers)) this.panel.empty("answer", "contrast");
    else this.engine.ask(dated(this.told.answers));
    this.views.pending = !isEmpty(this.told.answers) && this.engine.status.state === "ready";
    this.#showStatus();
  }

  #showStatus() {
    this.panel.showStatus(this.engine.status, !isEmpty(this.told.answers), this.#outdated);
  }

  /** What is gone may have given way to a new version: then it is of no use to try again. */
  async #statusChanged() {
    this.#showStatus();
    if (this.engine.status.state !== "failed" || !(await isOutdated())) return;
    this.#outdated = true;
    this.#showStatus();
  }

  /** @param {Event} event */
  #showAnswer(event) {
    if (isEmpty(this.told.answers)) return;
    this.told.latest = /** @type {CustomEvent} */ (event).detail;
    const result = JSON.parse(this.told.latest);
    this.panel.showResult(result, occasion(linkHere(this.element)));
    this.views.advise(result);
    this.comparison.show();
    this.drawn.show();
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const target = event.target instanceof Element ? event.target : null;
    const link = target?.closest("a");
    if (link?.getAttribute("href")?.startsWith("#")) this.#followed(event, link.hash);
    const button = /** @type {HTMLElement | null | undefined} */ (target?.closest("[data-action]"));
    if (target) this.drawn.clicked(target);
    if (button) actions(this)[String(button.dataset.action)]?.(button);
  }

  /** @param {Answers} answers to compare with what comes; none, and nothing is compared */
  keep(answers) {
    this.comparison.keep(answers);
    this.#remember();
  }

  /**
   * Follow a link inside this page without the theme's instant navigation, which would load the page anew; it does so
   * at a changed hash as well, but not at a new entry in the history.
   *
   * @param {MouseEvent} event
   * @param {string} fragment
   */
  #followed(event, fragment) {
    event.preventDefault();
    event.stopPropagation();
    if (!holdsAnswers(fragment)) return this.views.reveal(fragment.slice(1));
    const keep = isEmpty(toCompareWith(this.form, fragment).answers) ? comparing(this.comparison.before) : "";
    history.pushState(null, "", keep ? `${fragment}&${keep}` : fragment);
    this.#restore();
  }
}
