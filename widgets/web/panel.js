// @ts-check
/** @file Shows beside the form what the recommender says: how far it is, its result, and what was changed by new answers. */

import "./chapters.js";
import { paint } from "./paint.js";
import { whenIdle } from "./prefetch.js";
import { repaint } from "./repaint.js";

/** @typedef {import("./messages.js").Status} Status */

export class Panel {
  /** @param {HTMLElement} element which holds the parts to fill, and the templates to fill them with */
  constructor(element) {
    this.element = element;
  }

  /**
   * @param {string} name
   * @returns {HTMLElement}
   */
  part(name) {
    return /** @type {HTMLElement} */ (this.element.querySelector(`[data-part="${name}"]`));
  }

  /**
   * Fill a part with the template of a name.
   *
   * @param {string} part
   * @param {string} name
   * @param {object} values
   */
  fill(part, name, values) {
    repaint(this.part(part), this.paint(name, values));
  }

  /**
   * @param {string} name of a template
   * @param {object} values
   * @returns {DocumentFragment}
   */
  paint(name, values) {
    return paint(this.#template(name), values);
  }

  /**
   * Show one of the page's messages in one of the parts; no name, no message.
   *
   * @param {string} part
   * @param {string} message
   */
  say(part, message) {
    const words = message ? (this.#template(message).content.textContent ?? "").trim() : "";
    const place = this.part(part);
    if (place.textContent !== words) place.textContent = words; // a live region repeats whatever is set again
  }

  /**
   * @param {Status} status
   * @param {boolean} asked whether there are answers; without them, a start is nobody's business
   * @param {boolean} outdated whether a failure comes from a new version of the page
   */
  showStatus({ state, reason, detail, share, mode }, asked, outdated) {
    const failed = state === "failed";
    const shown = asked || failed ? state : "idle";
    this.element.dataset.mode = mode ?? "";
    this.element.dataset.state = shown;
    const progress = /** @type {HTMLProgressElement} */ (this.part("progress"));
    if (share === undefined) progress.removeAttribute("value");
    else progress.value = share;
    this.part("detail").textContent = detail ?? "";
    this.#button("retry").hidden = outdated;
    this.#button("reload").hidden = !outdated || !failed;
    if (shown !== "ready") this.say("status", outdated && failed ? "outdated" : (reason ?? shown));
  }

  /**
   * @param {{headline: string}} result
   * @param {object} more values that are not the recommender's
   */
  showResult(result, more) {
    const place = this.part("answer");
    if (!place.firstChild) this.#comes(place);
    this.fill("answer", "result", { ...result, ...more });
    this.part("status").textContent = result.headline;
  }

  /**
   * Say at a field what is wrong with what was typed there, or nothing more.
   *
   * @param {HTMLInputElement} field
   * @param {string} message of the page, which may name the field's bounds
   */
  mark(field, message) {
    const question = field.closest("fieldset");
    if (message === (field.dataset.wrong ?? "")) return; // it is told once, not at every key
    question?.querySelector("[role=alert]")?.remove();
    if (message) {
      question?.append(this.paint(message, { least: said(field.min), most: said(field.max) }));
      field.dataset.wrong = message;
      field.setAttribute("aria-invalid", "true");
    } else {
      delete field.dataset.wrong;
      field.removeAttribute("aria-invalid");
    }
  }

  /** Nothing that was typed is wrong any more. */
  unmark() {
    const fields = /** @type {NodeListOf<HTMLInputElement>} */ (this.element.querySelectorAll("input[aria-invalid]"));
    for (const field of fields) this.mark(field, "");
  }

  /** @param {...string} parts */
  empty(...parts) {
    for (const part of parts) this.part(part).replaceChildren();
  }

  /**
   * Note whether the result fills half of the window or more: what leads there is in the way then.
   *
   * @param {AbortSignal} signal
   */
  watchReading(signal) {
    const see = (/** @type {IntersectionObserverEntry[]} */ seen) =>
      this.element.toggleAttribute("data-reading", Boolean(seen.at(-1)?.isIntersecting));
    const watch = new IntersectionObserver(see, { rootMargin: "0px 0px -50% 0px" });
    watch.observe(this.part("answer"));
    signal.addEventListener("abort", () => watch.disconnect());
  }

  /**
   * Have only what is in sight of a first result laid out with it, and the rest when there is time.
   *
   * @param {HTMLElement} place
   */
  #comes(place) {
    place.dataset.coming = "";
    whenIdle(() => delete place.dataset.coming);
    // The first frame shows it; the second comes when that is done.
    const shown = () => document.dispatchEvent(new Event("guide:answered"));
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(shown)));
  }

  /**
   * @param {string} action
   * @returns {HTMLElement}
   */
  #button(action) {
    return /** @type {HTMLElement} */ (this.element.querySelector(`[data-action="${action}"]`));
  }

  /**
   * @param {string} name
   * @returns {HTMLTemplateElement}
   */
  #template(name) {
    return /** @type {HTMLTemplateElement} */ (this.element.querySelector(`template[data-name="${name}"]`));
  }
}

/**
 * @param {string} bound of a number
 * @returns {string} it as people read it
 */
function said(bound) {
  return Number(bound).toLocaleString("en-US");
}
