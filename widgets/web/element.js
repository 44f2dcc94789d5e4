// @ts-check
/** @file The custom element around the form: it gathers answers, shows states, and paints results. */

import { holdsAnswers, read, remember, restore, settle, touched } from "./answers.js";
import { Engine } from "./engine.js";
import { paint } from "./paint.js";
import { repaint } from "./repaint.js";
import { print, save, today } from "./takeaway.js";

/** @type {Engine | undefined} shared by every element that this page ever shows */
let shared;

class GuideRecommender extends HTMLElement {
  #leaving = new AbortController();
  /** The result that is shown, as JSON. */
  #latest = "";

  connectedCallback() {
    shared ??= new Engine(JSON.parse(String(this.dataset.bundle)));
    this.engine = shared;
    this.form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    this.#leaving = new AbortController();
    this.#listen(this.#leaving.signal);
    // Without scripts everything stands open; with them the short path comes first.
    for (const fold of this.#folds()) fold.open = false;
    this.#restore();
  }

  /** @returns {HTMLDetailsElement[]} what folds questions away */
  #folds() {
    return [.../** @type {NodeListOf<HTMLDetailsElement>} */ (this.querySelectorAll("form details"))];
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }

  /** @param {AbortSignal} signal */
  #listen(signal) {
    this.engine?.addEventListener("status", () => this.#showStatus(), { signal });
    this.engine?.addEventListener("answer", (event) => this.#showAnswer(event), { signal });
    this.form?.addEventListener("input", (event) => this.#given(event), { signal });
    // The form is still filled in while it says that it is being reset.
    this.form?.addEventListener("reset", () => setTimeout(() => this.#changed()), { signal });
    this.form?.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.addEventListener("click", (event) => this.#clicked(event), { signal });
    window.addEventListener("hashchange", () => this.#addressChanged(), { signal });
  }

  /** @returns {Record<string, import("./answers.js").Answer>} */
  #answers() {
    return this.form ? read(this.form) : {};
  }

  #restore() {
    const ignored = this.form && holdsAnswers(location.hash) ? restore(this.form, location.hash) : 0;
    this.#say("note", ignored ? "ignored" : "");
    for (const fold of this.#folds()) fold.open ||= touched(fold);
    this.#ask();
  }

  #addressChanged() {
    if (holdsAnswers(location.hash)) {
      this.#restore();
      return;
    }
    this.#reveal(location.hash.slice(1));
    if (this.form) remember(this.form); // a link to a place on this page took the fragment: take it back
  }

  /**
   * Show a question, wherever it is folded away, and put the focus into it.
   *
   * @param {string} id
   */
  #reveal(id) {
    const question = [...this.querySelectorAll("fieldset")].find((each) => each.id === id);
    for (let fold = question?.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
    question?.scrollIntoView();
    question?.querySelector("input")?.focus({ preventScroll: true });
  }

  /** @param {Event} event */
  #given(event) {
    if (event.target instanceof HTMLInputElement) settle(event.target);
    this.#changed();
  }

  #changed() {
    this.#say("note", "");
    if (this.form) remember(this.form);
    this.#ask();
  }

  #ask() {
    const answers = this.#answers();
    if (Object.keys(answers).length > 0) this.engine?.ask(answers);
    else this.#part("answer").replaceChildren();
    this.#showStatus();
  }

  #showStatus() {
    const { state, reason, detail, share } = this.engine?.status ?? { state: "idle" };
    const waiting = Object.keys(this.#answers()).length === 0 && state !== "failed";
    this.dataset.state = waiting ? "idle" : state;
    const progress = /** @type {HTMLProgressElement} */ (this.#part("progress"));
    if (share === undefined) progress.removeAttribute("value");
    else progress.value = share;
    this.#part("detail").textContent = detail ?? "";
    if (this.dataset.state !== "ready") this.#say("status", reason ?? this.dataset.state);
  }

  /** @param {Event} event */
  #showAnswer(event) {
    if (Object.keys(this.#answers()).length === 0) return;
    this.#latest = /** @type {CustomEvent} */ (event).detail;
    const answer = JSON.parse(this.#latest);
    const values = { ...answer, date: today(), link: this.#link() };
    repaint(this.#part("answer"), paint(this.#template("result"), values));
    this.#part("status").textContent = answer.headline;
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const target = event.target instanceof Element ? event.target : null;
    const link = target?.closest("a");
    if (link?.getAttribute("href")?.startsWith("#")) this.#followed(event, link.hash);
    const action = target?.closest("[data-action]")?.getAttribute("data-action");
    if (action === "retry") this.engine?.start();
    if (action === "copy") this.#copy();
    if (action === "result") this.#part("answer").scrollIntoView();
    if (action === "print") print(String(target?.closest("[data-print]")?.getAttribute("data-print")));
    if (action === "json") save("recommendation.json", "application/json", this.#latest);
    if (action === "markdown") this.#saveReport();
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
    if (!holdsAnswers(fragment)) {
      this.#reveal(fragment.slice(1));
      return;
    }
    history.pushState(history.state, "", fragment);
    this.#restore();
  }

  /** @returns {string} where these answers can be seen again: on the guide's own page, also from within a frame */
  #link() {
    return new URL(location.hash, new URL(String(this.dataset.address), location.href)).href;
  }

  #copy() {
    const copied = navigator.clipboard?.writeText(this.#link()) ?? Promise.reject();
    copied.then(
      () => this.#say("note", "copied"),
      () => this.#say("note", "not-copied"),
    );
  }

  #saveReport() {
    const request = JSON.stringify({ answers: this.#answers(), date: today(), link: this.#link() });
    this.engine?.call("report", request).then(
      (text) => save("recommendation.md", "text/markdown", text),
      () => this.#say("note", "not-saved"),
    );
  }

  /**
   * Show one of the page's messages in one of the element's parts; no name, no message.
   *
   * @param {string} part
   * @param {string} message
   */
  #say(part, message) {
    const words = message ? (this.#template(message).content.textContent ?? "").trim() : "";
    const place = this.#part(part);
    if (place.textContent !== words) place.textContent = words; // a live region repeats whatever is set again
  }

  /**
   * @param {string} name
   * @returns {HTMLElement}
   */
  #part(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`[data-part="${name}"]`));
  }

  /**
   * @param {string} name
   * @returns {HTMLTemplateElement}
   */
  #template(name) {
    return /** @type {HTMLTemplateElement} */ (this.querySelector(`template[data-name="${name}"]`));
  }
}

if (!customElements.get("guide-recommender")) customElements.define("guide-recommender", GuideRecommender);
