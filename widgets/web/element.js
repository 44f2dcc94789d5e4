// @ts-check
/** @file The custom element around the form: it gathers answers, shows states, and paints results. */

import { holdsAnswers, read, remember, restore } from "./answers.js";
import { Engine } from "./engine.js";
import { paint } from "./paint.js";

/** @type {Engine | undefined} shared by every element that this page ever shows */
let shared;

class GuideRecommender extends HTMLElement {
  #leaving = new AbortController();

  connectedCallback() {
    shared ??= new Engine(JSON.parse(String(this.dataset.bundle)));
    this.engine = shared;
    this.form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    this.#leaving = new AbortController();
    this.#listen(this.#leaving.signal);
    this.#restore();
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }

  /** @param {AbortSignal} signal */
  #listen(signal) {
    this.engine?.addEventListener("status", () => this.#showStatus(), { signal });
    this.engine?.addEventListener("answer", (event) => this.#showAnswer(event), { signal });
    this.form?.addEventListener("change", () => this.#changed(), { signal });
    // The form is still filled in while it says that it is being reset.
    this.form?.addEventListener("reset", () => setTimeout(() => this.#changed()), { signal });
    this.form?.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.addEventListener("click", (event) => this.#clicked(event), { signal });
    window.addEventListener("hashchange", () => this.#addressChanged(), { signal });
  }

  /** @returns {Record<string, string>} */
  #answers() {
    return this.form ? read(this.form) : {};
  }

  #restore() {
    const ignored = this.form && holdsAnswers(location.hash) ? restore(this.form, location.hash) : 0;
    this.#say("note", ignored ? "ignored" : "");
    this.#ask();
  }

  #addressChanged() {
    if (holdsAnswers(location.hash)) this.#restore();
    else remember(this.#answers()); // a link to a place on this page took the fragment; the answers take it back
  }

  #changed() {
    this.#say("note", "");
    remember(this.#answers());
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
    const answer = JSON.parse(/** @type {CustomEvent} */ (event).detail);
    this.#part("answer").replaceChildren(paint(this.#template("result"), answer));
    this.#part("status").textContent = answer.headline;
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const button = event.target instanceof Element ? event.target.closest("[data-action]") : null;
    const action = button?.getAttribute("data-action");
    if (action === "retry") this.engine?.start();
    if (action === "copy") this.#copy();
    if (action === "result") this.#part("answer").scrollIntoView();
  }

  #copy() {
    const copied = navigator.clipboard?.writeText(location.href) ?? Promise.reject();
    copied.then(
      () => this.#say("note", "copied"),
      () => this.#say("note", "not-copied"),
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
