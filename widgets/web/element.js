// @ts-check
/** @file The custom element around the form: it gathers answers, shows states, and paints results. */

import { holdsAnswers, kept, read, remember, restore, settle, touched } from "./answers.js";
import { whenIdle, whenWanted } from "./prefetch.js";
import { paint } from "./paint.js";
import { repaint } from "./repaint.js";
import { sharedEngine } from "./shared.js";
import { Steps } from "./steps.js";
import { copy, print, save, today } from "./takeaway.js";

class GuideRecommender extends HTMLElement {
  #leaving = new AbortController();
  /** @type {Record<string, import("./answers.js").Answer>} what the form holds */
  #answers = {};
  /** The result that is shown, as JSON. */
  #latest = "";
  /** Answers that are kept to compare with, as JSON, or nothing. */
  #kept = "";
  /** The fragment before the form was emptied. */
  #emptied = "";

  connectedCallback() {
    this.engine = sharedEngine(String(this.dataset.bundle));
    this.form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    this.#leaving = new AbortController();
    this.#listen(this.#leaving.signal);
    // Without scripts everything stands open; with them the short path comes first.
    for (const fold of this.#folds()) fold.open = false;
    this.steps = new Steps(this.form, (place, values) => repaint(this.#part("step", place), paint(this.#template("step"), values)));
    this.#restore();
    this.#watchReading(this.#leaving.signal);
    whenWanted(this, () => this.engine?.prepare(), this.#leaving.signal);
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
    this.form?.addEventListener("reset", () => this.#reset(), { signal });
    this.form?.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.addEventListener("click", (event) => this.#clicked(event), { signal });
    window.addEventListener("hashchange", () => this.#addressChanged(), { signal });
  }

  #restore() {
    const ignored = this.form && holdsAnswers(location.hash) ? restore(this.form, location.hash) : 0;
    this.#kept = kept(location.hash);
    this.#say("note", ignored ? "ignored" : "");
    for (const fold of this.#folds()) fold.open ||= touched(fold);
    this.steps?.begin();
    this.#read();
    this.#ask();
  }

  #read() {
    if (this.form) this.#answers = read(this.form);
  }

  #addressChanged() {
    if (holdsAnswers(location.hash)) {
      this.#restore();
      return;
    }
    this.#reveal(location.hash.slice(1));
    this.#remember(); // a link to a place on this page took the fragment: take it back
  }

  /**
   * Show a question, wherever it is folded away, and put the focus on its answer or, without one, into it.
   *
   * @param {string} id
   */
  #reveal(id) {
    const question = [...this.querySelectorAll("fieldset")].find((each) => each.id === id);
    this.steps?.reveal(question);
    for (let fold = question?.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
    question?.scrollIntoView();
    const place = question?.querySelector("summary, input:checked") ?? question?.querySelector("input");
    /** @type {HTMLElement | null | undefined} */ (place)?.focus({ preventScroll: true });
  }

  /** @param {Event} event */
  #given(event) {
    if (event.target instanceof HTMLInputElement) settle(event.target);
    this.#changed("");
  }

  /** @param {string} message what to say of the change */
  #changed(message) {
    this.#say("note", message);
    this.#part("undo").hidden = message !== "emptied";
    if (message === "emptied") this.steps?.begin();
    this.#read();
    this.#ask();
    remember(this.#answers, this.#kept); // while the engine works it out
  }

  /**
   * Note whether the result fills half of the window or more: what leads there is in the way then.
   *
   * @param {AbortSignal} signal
   */
  #watchReading(signal) {
    const see = (/** @type {IntersectionObserverEntry[]} */ [{ isIntersecting }]) => this.toggleAttribute("data-reading", isIntersecting);
    const watch = new IntersectionObserver(see, { rootMargin: "0px 0px -50% 0px" });
    watch.observe(this.#part("answer"));
    signal.addEventListener("abort", () => watch.disconnect());
  }

  #remember() {
    this.#read();
    remember(this.#answers, this.#kept);
  }

  /** The form is still filled in while it says that it is being reset. */
  #reset() {
    this.#emptied = location.hash;
    setTimeout(() => this.#changed("emptied"));
  }

  #undo() {
    history.replaceState(history.state, "", this.#emptied);
    this.#part("undo").hidden = true;
    this.#restore();
  }

  #ask() {
    if (Object.keys(this.#answers).length > 0) this.engine?.ask(this.#answers);
    else for (const part of ["answer", "contrast"]) this.#part(part).replaceChildren();
    this.#showStatus();
  }

  #showStatus() {
    const { state, reason, detail, share, mode } = this.engine?.status ?? { state: "idle" };
    this.dataset.mode = mode ?? "";
    const waiting = Object.keys(this.#answers).length === 0 && state !== "failed";
    this.dataset.state = waiting ? "idle" : state;
    const progress = /** @type {HTMLProgressElement} */ (this.#part("progress"));
    if (share === undefined) progress.removeAttribute("value");
    else progress.value = share;
    this.#part("detail").textContent = detail ?? "";
    if (this.dataset.state !== "ready") this.#say("status", reason ?? this.dataset.state);
  }

  /** @param {Event} event */
  #showAnswer(event) {
    if (Object.keys(this.#answers).length === 0) return;
    this.#latest = /** @type {CustomEvent} */ (event).detail;
    const answer = JSON.parse(this.#latest);
    const values = { ...answer, date: today(), link: this.#link() };
    const place = this.#part("answer");
    if (!place.firstChild) this.#comes(place);
    repaint(place, paint(this.#template("result"), values));
    this.#part("status").textContent = answer.headline;
    this.steps?.advise(answer);
    this.#contrast();
  }

  /**
   * Have only what is in sight of a first result laid out with it, and the rest when there is time.
   *
   * @param {HTMLElement} place
   */
  #comes(place) {
    place.dataset.coming = "";
    whenIdle(() => delete place.dataset.coming);
  }

  /** @returns {string} what is to be compared, as JSON, or nothing */
  #pair() {
    return this.#kept && JSON.stringify({ before: JSON.parse(this.#kept), after: this.#answers });
  }

  /** Show what differs from the answers that are kept, if any are; what was asked before anything changed is passed over. */
  #contrast() {
    const pair = this.#pair();
    const show = (/** @type {string} */ told) => repaint(this.#part("contrast"), paint(this.#template("contrast"), JSON.parse(told)));
    if (!pair) this.#part("contrast").replaceChildren();
    else this.engine?.call("contrast", pair).then((told) => pair === this.#pair() && show(told), () => {}); // a failure is told already
  }

  /** @param {boolean} keep whether to compare what comes with the answers as they are now */
  #keep(keep) {
    this.#kept = keep ? JSON.stringify(this.#answers) : "";
    this.#remember();
    this.#contrast();
    if (keep) this.#part("contrast").focus();
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const target = event.target instanceof Element ? event.target : null;
    const link = target?.closest("a");
    if (link?.getAttribute("href")?.startsWith("#")) this.#followed(event, link.hash);
    const button = /** @type {HTMLElement | null | undefined} */ (target?.closest("[data-action]"));
    const fold = target?.closest("summary")?.parentElement;
    if (fold) fold.dataset.touched = ""; // the reader's own choice, which a new result keeps
    if (button) this.#act(String(button.dataset.action), button);
  }

  /**
   * @param {string} action
   * @param {HTMLElement} button
   */
  #act(action, button) {
    /** @type {Record<string, () => void>} */
    const actions = {
      retry: () => this.engine?.start(),
      copy: () => {
        const say = (/** @type {string} */ words) => () => this.#say("note", words);
        copy(this.#link()).then(say("copied"), say("not-copied"));
      },
      result: () => this.#part("answer").scrollIntoView(),
      print: () => print(String(button.dataset.print)),
      json: () => save("recommendation.json", "application/json", this.#latest),
      markdown: () => this.#saveReport(),
      steps: () => this.steps?.toggle(),
      go: () => this.steps?.go(Number(button.dataset.by)),
      keep: () => this.#keep(true),
      drop: () => this.#keep(false),
      undo: () => this.#undo(),
    };
    actions[action]?.();
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
    const keep = this.#kept && !kept(fragment) ? `&${new URLSearchParams({ compare: this.#kept })}` : "";
    history.pushState(history.state, "", fragment + keep);
    this.#restore();
  }

  /** @returns {string} where these answers can be seen again: on the guide's own page, also from within a frame */
  #link() {
    return new URL(location.hash, new URL(String(this.dataset.address), location.href)).href;
  }

  #saveReport() {
    const request = JSON.stringify({ answers: this.#answers, date: today(), link: this.#link() });
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
   * @param {HTMLElement} [inside]
   * @returns {HTMLElement}
   */
  #part(name, inside = this) {
    return /** @type {HTMLElement} */ (inside.querySelector(`[data-part="${name}"]`));
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
