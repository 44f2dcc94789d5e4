// @ts-check
/** @file Keeps one Python running in a worker: a failure or silence leads to the next mode to start in, and at last to words. */

import { firstMode, give, nextMode, rest, starting } from "./starts.js";
import { Waiting } from "./waiting.js";
import { Watchdog } from "./watchdog.js";

/** @typedef {import("./messages.js").Message} Message */
/** @typedef {import("./messages.js").Method} Method */
/** @typedef {import("./messages.js").Status} Status */

/** How often a worker that has served may be replaced by another one like it before the reader gives a new answer. */
const LIVES = 2;

/** One for all widgets of a page; it survives instant navigation because modules do. */
export class Engine extends EventTarget {
  /** @type {Status} */
  status = { state: "idle" };
  /** @type {Worker | undefined} */
  #worker;
  #waiting = new Waiting();
  #served = false;
  #lives = LIVES;
  #fresh = false;
  #cutOff = false; // the line has been lost since the start: whatever a later mode lacks, it lacks for that
  #watchdog = new Watchdog(() => this.#fail({ type: "failed", reason: "silent", trapped: false, detail: "" }));

  /** @param {import("./messages.js").Bundle} bundle */
  constructor(bundle) {
    super();
    this.bundle = bundle;
  }

  /**
   * Ask for the recommendation for these answers; the event "answer" brings it. A newer question replaces an older one.
   *
   * @param {Record<string, import("./answers.js").Answer>} answers
   */
  ask(answers) {
    this.#lives = LIVES;
    this.#give(this.#waiting.ask(JSON.stringify(answers)));
    this.prepare();
  }

  /** Start if nothing has been started. */
  prepare() {
    if (this.status.state === "idle") this.#begin(firstMode(this.bundle));
  }

  /** Start, or start again after a failure. */
  start() {
    this.#begin(firstMode(this.bundle), this.status.state === "failed");
  }

  /** Stop for good. */
  dismiss() {
    this.#watchdog.rest();
    this.#worker?.terminate();
  }

  /**
   * @param {import("./messages.js").StartMode} mode
   * @param {boolean} [fresh] whether to pass over what the browser has downloaded before
   */
  #begin(mode, fresh = false) {
    this.#worker?.terminate();
    this.#fresh = fresh;
    this.#served = false;
    this.#become({ state: "downloading", mode, share: 0 });
    const worker = (this.#worker = starting(this.bundle, mode, fresh));
    // What a dismissed one still has to say is passed over.
    const hear = (/** @type {Message} */ message) => worker === this.#worker && this.#hear(message);
    worker.onmessage = (event) => hear(event.data);
    worker.onerror = (event) => {
      event.preventDefault();
      hear({ type: "failed", reason: "worker", trapped: false, detail: event.message });
    };
    for (const task of this.#waiting.again()) this.#give(task);
  }

  /**
   * Call another method of the recommender, once there is a worker.
   *
   * @param {Method} method
   * @param {string} argument JSON
   * @returns {Promise<string>} fails if the engine does, or cannot take the argument
   */
  call(method, argument) {
    if (this.status.state === "failed") return Promise.reject(new Error(this.status.reason));
    const { task, told } = this.#waiting.call(method, argument);
    this.#give(task);
    return told;
  }

  /** @param {import("./messages.js").AskTask} task for the worker, if there is one; while it starts, it keeps what it is asked */
  #give(task) {
    const { state } = this.status;
    if (!this.#worker || state === "idle" || state === "failed") return;
    give(this.#worker, task);
    if (state === "ready") this.#watchdog.watch(this.status);
  }

  /** @param {Message} message */
  #hear(message) {
    switch (message.type) {
      case "status":
        return this.#become(message.status);
      case "answer":
        return this.#answered(message);
      case "refused":
        return this.#refused(message);
      case "failed":
        return this.#fail(message);
    }
  }

  /** @param {import("./messages.js").Answered} message */
  #answered({ id, answer }) {
    this.#served = true;
    const { call, isQuestion } = this.#taken(id);
    call?.resolve(answer);
    if (isQuestion) this.dispatchEvent(new CustomEvent("answer", { detail: answer }));
  }

  /** @param {import("./messages.js").Refused} message */
  #refused({ id, detail }) {
    const { call, isQuestion } = this.#taken(id);
    call?.reject(new Error(detail));
    if (isQuestion) this.#end("broken", detail);
  }

  /** @param {number} id of what waits no longer */
  #taken(id) {
    const taken = this.#waiting.take(id);
    if (!this.#waiting.any) this.#watchdog.rest();
    return taken;
  }

  /**
   * Go on by the next mode; after the last one, say why it failed, if anybody is waiting.
   *
   * @param {import("./messages.js").Failed} failure
   */
  #fail({ reason, detail, trapped }) {
    this.#worker?.terminate();
    this.#cutOff ||= reason === "network" || !navigator.onLine;
    const mode = this.status.mode ?? "plain";
    const again = this.#served && this.#lives > 0 && !trapped;
    if (again) this.#lives -= 1;
    const next = again ? mode : nextMode(this.bundle, mode, trapped);
    if (reason === "altered" && mode !== "plain" && !this.#fresh) this.#begin(mode, true);
    else if (next && reason !== "unsupported") this.#begin(next);
    else this.#end(this.#cutOff ? "network" : reason, detail);
  }

  /**
   * @param {import("./messages.js").Reason} reason
   * @param {string} detail
   */
  #end(reason, detail) {
    this.#waiting.refuse(reason);
    if (!this.#waiting.hasQuestion) this.#become({ state: "idle" });
    else this.#become({ state: "failed", mode: this.status.mode, reason, detail });
  }

  /** @param {Status} status */
  #become(status) {
    const isNew = this.status.state !== status.state; // a claimed worker may say twice that it is ready
    if (isNew) performance.mark(`engine:${status.state}`, { detail: status.mode });
    this.status = status;
    this.#cutOff &&= status.state === "downloading" || status.state === "starting";
    if (status.state === "ready" && !this.#waiting.any) this.#watchdog.rest();
    else this.#watchdog.watch(status);
    this.dispatchEvent(new Event("status"));
    if (isNew && status.state === "ready" && this.#worker) rest(this.bundle, this.#worker);
  }
}
