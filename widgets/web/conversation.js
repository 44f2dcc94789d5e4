// @ts-check
/** @file Gathers the answers, keeps them in the address, asks the recommender, and does what the reader chooses. */

import { comparing, holdsAnswers, linkHere, remember, restore, toCompareWith } from "./address.js";
import { isEmpty, read, settle } from "./answers.js";
import { Comparison } from "./comparison.js";
import { Drawn } from "./drawn.js";
import { fields, lookAhead, trouble } from "./fields.js";
import { Panel } from "./panel.js";
import { Steps } from "./steps.js";
import { FILES, copy, dated, occasion, print, save, today } from "./takeaway.js";
import { isOutdated } from "./version.js";

/** @typedef {import("./answers.js").Answers} Answers */

export class Conversation {
  /** @type {Answers} what the form holds */
  #answers = {};
  /** The result that is shown, as JSON. */
  #latest = "";
  /** The fragment before the form was emptied. */
  #emptied = "";
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
    this.comparison = new Comparison(this.panel, engine, () => this.#answers);
    this.drawn = new Drawn(this.panel, engine, () => this.#answers);
    this.steps = new Steps(this.form, (values) => this.panel.fill("step", "step", values));
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
    this.#restore();
    this.panel.watchReading(signal);
  }

  #restore() {
    const compared = toCompareWith(this.form, location.hash);
    const ignored = (holdsAnswers(location.hash) ? restore(this.form, location.hash) : 0) + compared.ignored;
    this.comparison.before = compared.answers;
    this.panel.say("note", ignored ? "ignored" : "");
    this.#begin();
    this.#answers = read(this.form);
    this.#ask();
  }

  /** Begin anew with what the form holds. */
  #begin() {
    this.panel.unmark();
    lookAhead(this.form);
    this.steps.begin();
  }

  #addressChanged() {
    if (holdsAnswers(location.hash)) return this.#restore();
    this.steps.reveal(location.hash.slice(1));
    remember(this.#answers, this.comparison.before); // a link to a place on this page took the fragment: take it back
  }

  /** @param {Event} event */
  #given({ target }) {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    settle(target);
    for (const field of fields(this.form)) if (field instanceof HTMLInputElement) this.panel.mark(field, trouble(field));
    this.#changed("");
  }

  /** @param {string} message what to say of the change */
  #changed(message) {
    this.panel.say("note", message);
    this.panel.part("undo").hidden = message !== "emptied";
    if (message === "emptied") this.#begin();
    this.#answers = read(this.form);
    this.#ask();
    remember(this.#answers, this.comparison.before); // while the engine works it out
  }

  /** The form is still filled in while it says that it is being reset. */
  #reset() {
    this.#emptied = location.hash;
    setTimeout(() => this.#changed("emptied"));
  }

  #undo() {
    history.replaceState(history.state, "", this.#emptied);
    this.panel.part("undo").hidden = true;
    this.#restore();
  }

  #ask() {
    if (isEmpty(this.#answers)) this.panel.empty("answer", "contrast");
    else this.engine.ask(dated(this.#answers));
    this.#showStatus();
  }

  #showStatus() {
    this.panel.showStatus(this.engine.status, !isEmpty(this.#answers), this.#outdated);
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
    if (isEmpty(this.#answers)) return;
    this.#latest = /** @type {CustomEvent} */ (event).detail;
    const result = JSON.parse(this.#latest);
    this.panel.showResult(result, occasion(linkHere(this.element)));
    this.steps.advise(result);
    this.comparison.show();
    this.drawn.show();
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const target = event.target instanceof Element ? event.target : null;
    const link = target?.closest("a");
    if (link?.getAttribute("href")?.startsWith("#")) this.#followed(event, link.hash);
    const button = /** @type {HTMLElement | null | undefined} */ (target?.closest("[data-action]"));
    const fold = target?.closest("summary")?.parentElement;
    if (fold) fold.dataset.touched = ""; // the reader's own choice, which a new result keeps
    if (fold) setTimeout(() => this.drawn.show()); // once it is open
    if (button) this.#act(String(button.dataset.action), button);
  }

  /**
   * @param {string} action
   * @param {HTMLElement} button
   */
  #act(action, button) {
    const say = (/** @type {string} */ words) => () => this.panel.say("note", words);
    /** @type {Record<string, () => void>} */
    const actions = {
      retry: () => this.engine.start(),
      copy: () => copy(linkHere(this.element)).then(say("copied"), say("not-copied")),
      result: () => this.panel.part("answer").scrollIntoView(),
      print: () => print(String(button.dataset.print)),
      json: () => save("recommendation.json", "application/json", this.#latest),
      markdown: () => this.#save("report"),
      calendar: () => this.#save("calendar"),
      steps: () => this.steps.toggle(),
      go: () => this.steps.go(Number(button.dataset.by)),
      keep: () => this.#keep(this.#answers),
      drop: () => this.#keep({}),
      undo: () => this.#undo(),
    };
    actions[action]?.();
  }

  /** @param {Answers} answers to compare with what comes; none, and nothing is compared */
  #keep(answers) {
    this.comparison.before = answers;
    remember(this.#answers, this.comparison.before);
    this.comparison.show();
    if (!isEmpty(answers)) this.panel.part("contrast").focus();
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
    if (!holdsAnswers(fragment)) return this.steps.reveal(fragment.slice(1));
    const keep = isEmpty(toCompareWith(this.form, fragment).answers) ? comparing(this.comparison.before) : "";
    history.pushState(history.state, "", keep ? `${fragment}&${keep}` : fragment);
    this.#restore();
  }

  /** @param {"report" | "calendar"} method that writes it */
  #save(method) {
    const request = JSON.stringify({ answers: this.#answers, date: today(), link: linkHere(this.element) });
    this.engine.call(method, request).then((text) => save(...FILES[method], text), () => this.panel.say("note", "not-saved"));
  }
}
