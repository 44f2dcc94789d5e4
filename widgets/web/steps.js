// @ts-check
/** @file Shows the questions of the form: those untouched folded away as the page says or, for readers who choose so, one at a time. */

import { touched } from "./answers.js";

const CHOICE = "guide-steps";

/** Where a question stands; weights, amounts and what else may be filled in are no questions. */
const QUESTIONS = "fieldset[data-kind]:not([data-kind=weight], [data-kind=amount], [data-kind=text], [data-kind=date], [data-kind=pick])";

export class Steps {
  /** @type {HTMLElement[]} the questions shown so far, the present one last */
  #asked = [];
  /** The question that the recommender asks next, if any. */
  #next = "";
  /** What the recommender says where no further question is needed. */
  #final = "";
  /** @type {Set<string> | undefined} the questions that still have something to tell, once that is known */
  #rest;

  /**
   * @param {HTMLFormElement} form
   * @param {(values: Record<string, string | number>) => void} tell says where the reader is
   */
  constructor(form, tell) {
    this.form = form;
    this.tell = tell;
    this.groups = [.../** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll(".step"))];
    this.questions = [.../** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll(QUESTIONS))];
    this.way = /** @type {HTMLElement} */ (form.querySelector("[data-part=way]"));
    this.choice = /** @type {HTMLButtonElement} */ (form.querySelector("[data-action=steps]"));
    this.folds = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (form.querySelectorAll("details"))];
    this.stepwise = remembered();
    // Without scripts everything stands open; with them the short path comes first.
    for (const fold of this.folds) fold.open = false;
    this.begin();
  }

  /** Begin anew with what the form holds. */
  begin() {
    for (const fold of this.folds) fold.open ||= touched(fold);
    this.#next = "";
    this.#final = "";
    this.#rest = undefined;
    this.#start();
  }

  /** Change between all at once and one question at a time. */
  toggle() {
    this.stepwise = !this.stepwise;
    remember(this.stepwise);
    this.#start();
  }

  /** Start after the questions that have an answer, so that Back leads to these. */
  #start() {
    this.#asked = this.questions.filter(answered);
    const following = this.#following();
    if (following) this.#asked.push(following);
    this.#show();
  }

  /**
   * Take what the recommender says of the questions still open.
   *
   * @param {{next: {question: string}[], final: string, unanswered: {question: string}[]}} result
   */
  advise({ next, final, unanswered }) {
    this.#next = next[0]?.question ?? "";
    this.#final = final;
    this.#rest = new Set(unanswered.map(({ question }) => question));
    this.#show();
  }

  /**
   * Go on or back, and put the focus on the question.
   *
   * @param {number} by
   */
  go(by) {
    const following = this.#following();
    if (by > 0 && following) this.#asked.push(following);
    if (by < 0 && this.#asked.length > 1) this.#asked.pop();
    this.#show();
    const question = this.#present;
    question.scrollIntoView();
    question.querySelector("legend")?.focus({ preventScroll: true });
  }

  /**
   * Show a question, wherever it is folded away, and put the focus on its answer or, without one, into it. Another part of
   * the form is shown with all others.
   *
   * @param {string} id
   */
  reveal(id) {
    const part = [...this.form.querySelectorAll("fieldset")].find((each) => each.id === id);
    if (part && this.questions.includes(part)) this.#asked.push(part);
    else if (part && this.stepwise) this.toggle();
    this.#show();
    for (const fold of this.folds) fold.open ||= fold.contains(part ?? null);
    part?.scrollIntoView();
    const place = part?.querySelector("summary, input:checked") ?? part?.querySelector("input, select");
    /** @type {HTMLElement | null | undefined} */ (place)?.focus({ preventScroll: true });
  }

  /** @returns {HTMLElement} the question that is shown */
  get #present() {
    return /** @type {HTMLElement} */ (this.#asked.at(-1));
  }

  /** @returns {HTMLElement | undefined} the one that tells most, else the first that is open; what was passed over comes last */
  #following() {
    const open = this.questions.filter((each) => each !== this.#present && !answered(each) && this.#rest?.has(each.id) !== false);
    const fresh = open.filter((each) => !this.#asked.includes(each));
    return fresh.find((each) => each.id === this.#next) ?? fresh[0] ?? open[0];
  }

  /** Show what is asked of a place beside the places that are chosen, where these are more than one. */
  #besides() {
    const chosen = new Set([.../** @type {NodeListOf<HTMLInputElement>} */ (this.form.querySelectorAll("[data-kind=places] :checked"))].map(({ value }) => value));
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (this.form.querySelectorAll("[data-beside]"))) {
      part.hidden = chosen.size < 2 || !(part instanceof HTMLHeadingElement || chosen.has(String(part.dataset.beside)));
    }
  }

  #show() {
    this.#besides();
    const present = this.#present;
    this.form.toggleAttribute("data-stepwise", this.stepwise);
    for (const question of this.questions) question.hidden = this.stepwise && question !== present;
    for (const group of this.groups) {
      group.hidden = this.stepwise && !group.contains(present);
      if (this.stepwise && !group.hidden && group instanceof HTMLDetailsElement) group.open = true;
    }
    this.choice.setAttribute("aria-pressed", String(this.stepwise));
    this.way.hidden = !this.stepwise;
    for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (this.way.querySelectorAll("[data-by]"))) {
      button.disabled = button.dataset.by === "1" ? !this.#following() : this.#asked.length < 2;
    }
    this.tell({ step: this.#asked.length, final: this.#final });
  }
}

/**
 * @param {HTMLElement} question
 * @returns {boolean} whether anything was chosen or typed
 */
function answered(question) {
  const inputs = [.../** @type {NodeListOf<HTMLInputElement>} */ (question.querySelectorAll("input"))];
  return inputs.some((input) => (input.type === "number" ? input.value !== "" : input.checked));
}

/** @returns {boolean} */
function remembered() {
  try {
    return sessionStorage.getItem(CHOICE) === "true";
  } catch {
    return false; // storage is refused: the choice lasts as long as the page
  }
}

/** @param {boolean} stepwise */
function remember(stepwise) {
  try {
    sessionStorage.setItem(CHOICE, String(stepwise));
  } catch {
    // as above
  }
}
