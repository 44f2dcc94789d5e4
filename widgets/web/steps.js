// @ts-check
/** @file Knows which question comes next, about how many are left, and whether there is an answer without them. */

import { fields, holds } from "./fields.js";

/**
 * So many questions are put even where no single answer would change the result any more: several together may, and what
 * else a result tells rests on them.
 */
const LEAST = 6;

const QUESTIONS = "fieldset:is([data-kind=choice], [data-kind=number], [data-kind=places])";

export class Steps {
  /** The question that the recommender asks next, if any. */
  #next = "";
  /** @type {Set<string> | undefined} the questions that still have something to tell, once that is known */
  #rest;
  /** @type {Set<string>} the questions that were shown and left without an answer */
  #passed = new Set();
  /** What the recommender says where no further question is needed. */
  final = "";
  /** @type {boolean | undefined} whether there is an answer, once that is known */
  #can;

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.questions = [.../** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll(QUESTIONS))];
    this.least = Number(form.dataset.least);
    this.usual = String(form.dataset.left).split(" ").map(Number);
  }

  /** Begin anew with what the form holds. */
  begin() {
    this.#next = "";
    this.#rest = undefined;
    this.#passed.clear();
    this.final = "";
    this.#can = undefined;
  }

  /**
   * Take what the recommender says of the questions still open.
   *
   * @param {{outcome: string, next: {question: string}[], final: string, unanswered: {question: string}[]}} result
   */
  advise({ outcome, next, final, unanswered }) {
    this.#next = next[0]?.question ?? "";
    this.#rest = new Set(unanswered.map(({ question }) => question));
    this.final = final;
    this.#can = outcome !== "not_enough";
  }

  /** @returns {boolean} whether there is an answer or, as long as the recommender is not there to say so, should be */
  get can() {
    return this.#can ?? this.enough;
  }

  /** @param {string} id of a question that is left without an answer */
  pass(id) {
    this.#passed.add(id);
  }

  /** @returns {HTMLElement[]} the questions that have no answer and may still tell something */
  get open() {
    return this.questions.filter((each) => !isAnswered(each) && this.#rest?.has(each.id) !== false);
  }

  /** @returns {boolean} whether no further question is needed */
  get done() {
    return this.final !== "" && this.answered >= LEAST;
  }

  /** @returns {HTMLElement | undefined} the one that tells most, else the first that is open; nothing if no more is needed */
  get following() {
    if (this.done) return undefined;
    const fresh = this.open.filter((each) => !this.#passed.has(each.id));
    return fresh.find((each) => each.id === this.#next) ?? fresh[0];
  }

  /** @returns {number} how many questions have an answer, "not sure" included */
  get answered() {
    return this.questions.filter(isAnswered).length;
  }

  /** @returns {boolean} whether so many have a sure answer that there should be a result */
  get enough() {
    return this.questions.filter((each) => isAnswered(each) && !each.querySelector("[data-unsure]:checked")).length >= this.least;
  }

  /**
   * @param {HTMLElement} present
   * @returns {number} about how many more questions come after it
   */
  left(present) {
    if (this.done) return 0;
    const usual = this.final ? 0 : (this.usual[this.answered] ?? 1);
    const more = Math.min(Math.max(usual, LEAST - this.answered), this.open.length);
    return Math.max(0, isAnswered(present) ? more : more - 1);
  }
}

/**
 * @param {HTMLElement} question
 * @returns {boolean} whether anything was chosen or typed
 */
export function isAnswered(question) {
  return fields(question).some((field) => (holds(field) ? field.value !== "" : /** @type {HTMLInputElement} */ (field).checked));
}
