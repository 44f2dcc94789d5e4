// @ts-check
/** @file Shows of the form what belongs to a screen, says there how far the reader is, and leads the focus to it. */

import { isEmpty, read } from "./answers.js";
import { labelOf, lines } from "./checking.js";
import { Picker } from "./places.js";
import { situation } from "./situations.js";
import { isAnswered } from "./steps.js";

/** @typedef {import("./history.js").Screen} Screen */

export class Screens {
  /**
   * @param {HTMLElement} element
   * @param {import("./panel.js").Panel} panel
   * @param {import("./steps.js").Steps} steps
   */
  constructor(element, panel, steps) {
    this.element = element;
    this.panel = panel;
    this.steps = steps;
    this.form = /** @type {HTMLFormElement} */ (element.querySelector("form"));
    this.groups = all(this.form, ".step");
    this.folds = /** @type {HTMLDetailsElement[]} */ (all(this.form, "details"));
    this.pickers = all(this.form, "[data-kind=places]").map((question) => new Picker(question, panel));
  }

  /** @param {AbortSignal} signal ends it */
  begin(signal) {
    for (const picker of this.pickers) picker.begin(signal);
  }

  /**
   * @param {Screen} screen to show, of which "all" has everything
   */
  show({ view, at, from }) {
    const ids = view === "question" || view === "fields" ? at.split(" ") : [];
    const shown = this.groups.filter((group) => ids.some((id) => group.querySelector(`[id="${id}"]`)));
    const quoted = shown.some((group) => group.matches(".quote"));
    for (const question of this.steps.questions) question.hidden = view === "question" && question.id !== at;
    for (const group of this.groups) {
      group.hidden = view !== "all" && !shown.includes(group) && !(quoted && group.matches(".quote"));
      if (shown.includes(group)) group.toggleAttribute("open", true);
    }
    /** @type {HTMLElement} */ (this.form.querySelector(".asked")).hidden = from !== "";
    this.element.toggleAttribute("data-aside", from !== "");
    this.element.toggleAttribute("data-one", view !== "all");
    this.element.toggleAttribute("data-alone", view !== "all" && view !== "start");
    this.element.dataset.view = view;
    this.tell({ view, at, from });
  }

  /** @param {Screen | {view: string, at: string, from: string}} screen on which to say what has changed */
  tell({ view, at, from }) {
    const { form, steps } = this;
    const { id, answers } = situation(form);
    const present = steps.questions.find((each) => each.id === at);
    const left = view === "question" && present && !from ? steps.left(present) : 0;
    const beginning = view === "question" && !from && steps.answered === answers;
    for (const words of all(form, "[data-said]")) words.hidden = !(beginning && words.dataset.said === id);
    this.panel.part("so-far").setAttribute("value", String(steps.answered / (steps.answered + left + 1)));
    this.panel.fill("step", "step", { left });
    this.panel.fill("can", "can", { can: view === "question" && !from && steps.can, final: steps.done ? steps.final : "" });
    /** @type {HTMLElement} */ (form.querySelector(".so")).hidden = view !== "start" || isEmpty(read(form));
    if (view === "check") this.panel.fill("checked", "checked", this.#checked());
    this.#besides();
    for (const picker of this.pickers) picker.show();
  }

  /** @returns {object} what was answered, and what could be */
  #checked() {
    const { form, steps } = this;
    const answered = lines(form);
    const asked = situation(form).asks.split(" ").filter((id) => id && !answered.some((line) => line.id === id));
    const fields = asked.map((id) => /** @type {HTMLElement} */ (form.querySelector(`[id="${id}"]`)));
    const named = (/** @type {HTMLElement} */ each) => ({ id: each.id, text: labelOf(each) });
    const facts = steps.open.filter(({ dataset }) => dataset.kind !== "choice").map(named);
    const open = [...steps.open, ...fields].map(named);
    return { answered, facts, open, more: open.length, final: steps.final, few: steps.enough ? "" : steps.least };
  }

  /** Show what is asked of a place beside the places that are chosen, where these are more than one. */
  #besides() {
    const chosen = new Set(this.pickers.flatMap((picker) => picker.chosen).map(({ value }) => value));
    for (const part of all(this.form, "[data-beside]")) {
      part.hidden = chosen.size < 2 || !(part instanceof HTMLHeadingElement || chosen.has(String(part.dataset.beside)));
    }
  }

  /** @param {Screen} screen to whose beginning the focus goes */
  lead({ view, at, from }) {
    const fields = from ? `[id="${at}"] :is(input, select)` : ".asked h2";
    const places = { start: ".begin :is(legend, button)", question: `[id="${at}"] legend`, fields, check: ".check h2", answer: ".answer" };
    const place = /** @type {HTMLElement | null} */ (this.element.querySelector(places[/** @type {keyof places} */ (view)]));
    const top = view === "start" ? place : this.form.querySelector(".way");
    if (view === "fields" && from) place?.scrollIntoView({ block: "center" });
    else top?.scrollIntoView({ block: "nearest" });
    place?.focus({ preventScroll: true });
  }

  /**
   * Show a part of the form where all of it is shown, wherever it is folded away, and put the focus on its answer or,
   * without one, into it.
   *
   * @param {HTMLElement} part
   */
  spot(part) {
    for (const fold of this.folds) fold.open ||= fold.contains(part);
    part.scrollIntoView();
    const place = part.querySelector(".places summary, input:checked") ?? part.querySelector("input, select");
    /** @type {HTMLElement | null} */ (place)?.focus({ preventScroll: true });
  }
}

/**
 * @param {ParentNode} place
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
function all(place, selector) {
  return [.../** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll(selector))];
}
