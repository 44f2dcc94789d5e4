// @ts-check
/** @file Keeps one Python running in a worker: a failure or silence leads to the next mode to start in, and at last to words. */

import { savesData } from "./prefetch.js";

/** @typedef {{url: string, bytes: number, sha256: string}} BundleFile */
/** @typedef {{pyodide: string, files: Record<string, BundleFile>}} StartPlan addresses are relative to these scripts */
/** @typedef {{lock: object} & Record<StartMode, StartPlan>} Bundle */
/** @typedef {{method: string, argument: string, resolve: (text: string) => void, reject: (error: Error) => void}} Call */
/** @typedef {"idle" | "downloading" | "starting" | "ready" | "failed"} State */
/** @typedef {"snapshot" | "compiled" | "plain"} StartMode */
/** @typedef {{state: State, mode?: StartMode, reason?: string, detail?: string, share?: number}} Status */

/** @type {Record<StartMode, StartMode | undefined>} what is tried after what */
const NEXT = { snapshot: "compiled", compiled: "plain", plain: undefined };
/** Seconds without a sign of life, by state, after which the wait is called a failure; a memory starts sooner than Python. */
const PATIENCE = { idle: 0, downloading: 30, starting: 90, ready: 10, failed: 0 };
/** How often a worker that has served may be replaced by another one like it before the reader gives a new answer. */
const LIVES = 2;

/** One Python for all widgets of a page; it survives instant navigation because modules do. */
export class Engine extends EventTarget {
  /** @type {Status} */
  status = { state: "idle" };
  /** @type {Worker | undefined} */
  #worker;
  /** @type {string | undefined} the latest question, asked again when a new worker takes over */
  #question;
  #asked = 0;
  #latest = 0;
  /** @type {Map<number, Call>} what waits for its answer, asked again when a new worker takes over */
  #calls = new Map();
  #served = false;
  #lives = LIVES;
  #fresh = false;
  /** @type {number | undefined} */
  #watchdog;

  /** @param {Bundle} bundle */
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
    this.#question = JSON.stringify(answers);
    this.#lives = LIVES;
    if (this.status.state === "ready") this.#send();
    else this.prepare();
  }

  /** Start if nothing has been started; whoever is asked next finds it ready. */
  prepare() {
    if (this.status.state === "idle") this.#begin(first());
  }

  /** Start, or start again after a failure. */
  start() {
    this.#begin(first(), this.status.state === "failed");
  }

  /**
   * @param {StartMode} mode
   * @param {boolean} [fresh] whether to pass over what the browser has downloaded before
   */
  #begin(mode, fresh = false) {
    this.#worker?.terminate();
    this.#fresh = fresh;
    this.#served = false;
    this.#become({ state: "downloading", mode, share: 0 });
    const worker = (mode === "snapshot" && !fresh && claimed()) || spawn({ type: "start", bundle: this.bundle, mode, fresh });
    this.#worker = worker;
    const hear = (/** @type {any} */ message) => {
      if (worker === this.#worker) this.#hear(message); // else it is what a dismissed one still had to say
    };
    worker.onmessage = (event) => hear(event.data);
    worker.onerror = (event) => {
      event.preventDefault();
      hear({ type: "failed", reason: "worker", detail: event.message });
    };
  }

  #send() {
    this.#asked += 1;
    this.#latest = this.#asked;
    this.#post(this.#asked, "recommend", /** @type {string} */ (this.#question));
  }

  /**
   * Call another method of the recommender, once it is ready.
   *
   * @param {string} method
   * @param {string} argument JSON
   * @returns {Promise<string>} fails if the engine does
   */
  call(method, argument) {
    if (this.status.state === "failed") return Promise.reject(new Error(this.status.reason));
    this.#asked += 1;
    const id = this.#asked;
    return new Promise((resolve, reject) => {
      this.#calls.set(id, { method, argument, resolve, reject });
      if (this.status.state === "ready") this.#post(id, method, argument);
    });
  }

  /**
   * @param {number} id
   * @param {string} method
   * @param {string} argument
   */
  #post(id, method, argument) {
    this.#worker?.postMessage({ type: "ask", id, method, argument });
    this.#watch();
  }

  /** @param {any} message */
  #hear(message) {
    if (message.type === "status") {
      this.#become(message.status);
      if (message.status.state === "ready") this.#resume();
    } else if (message.type === "failed") {
      this.#fail(message.reason, message.detail, message.trapped);
    } else {
      this.#answered(message);
    }
  }

  /** Ask a new worker all that waits for an answer. */
  #resume() {
    for (const [id, { method, argument }] of this.#calls) this.#post(id, method, argument);
    if (this.#question !== undefined) this.#send();
  }

  /** @param {{id: number, answer: string}} message */
  #answered(message) {
    this.#served = true;
    if (message.id === this.#asked) clearTimeout(this.#watchdog);
    const call = this.#calls.get(message.id);
    this.#calls.delete(message.id);
    call?.resolve(message.answer);
    if (message.id === this.#latest) this.dispatchEvent(new CustomEvent("answer", { detail: message.answer }));
  }

  /**
   * Go on by the next mode; after the last one, say why it failed, if anybody is waiting.
   *
   * @param {string} reason
   * @param {string} [detail]
   * @param {boolean} [trapped] whether it would stop at the same place again, but for the plain start
   */
  #fail(reason, detail, trapped = false) {
    this.#worker?.terminate();
    const mode = this.status.mode ?? "plain";
    const again = this.#served && this.#lives > 0 && !trapped;
    if (again) this.#lives -= 1;
    const next = again ? mode : NEXT[trapped && mode !== "plain" ? "compiled" : mode];
    if (reason === "altered" && mode !== "plain" && !this.#fresh) this.#begin(mode, true);
    else if (next && reason !== "unsupported") this.#begin(next);
    else this.#end(mode, reason, detail);
  }

  /**
   * @param {StartMode} mode
   * @param {string} reason
   * @param {string} [detail]
   */
  #end(mode, reason, detail) {
    for (const call of this.#calls.values()) call.reject(new Error(reason));
    this.#calls.clear();
    if (this.#question === undefined) this.#become({ state: "idle" });
    else this.#become({ state: "failed", mode, reason: navigator.onLine ? reason : "network", detail });
  }

  /** @param {Status} status */
  #become(status) {
    if (this.status.state !== status.state) performance.mark(`engine:${status.state}`, { detail: status.mode });
    this.status = status;
    this.#watch();
    if (status.state === "ready") clearTimeout(this.#watchdog);
    this.dispatchEvent(new Event("status"));
  }

  #watch() {
    clearTimeout(this.#watchdog);
    const { state, mode } = this.status;
    const seconds = mode === "snapshot" && state === "starting" ? PATIENCE.downloading : PATIENCE[state];
    if (seconds) this.#watchdog = window.setTimeout(() => this.#fail("silent"), seconds * 1000);
  }
}

/** @returns {StartMode} a memory saves the processor's time and takes more bytes than what it is made from */
function first() {
  return savesData() ? "compiled" : "snapshot";
}

/**
 * @param {object} task
 * @returns {Worker} a new one, at work
 */
function spawn(task) {
  const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  worker.postMessage(task);
  return worker;
}

/** @returns {Worker | undefined} the one that the head of the page has put to work, if it has; it says again how far it is */
function claimed() {
  const page = /** @type {{early?: Worker}} */ (self);
  const worker = page.early;
  delete page.early;
  worker?.postMessage({ type: "tell" });
  return worker;
}
