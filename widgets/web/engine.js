// @ts-check
/** @file Starts Python in one worker, asks it, and turns every failure, silence included, into a state. */

/** @typedef {{url: string, bytes: number, sha256: string}} BundleFile */
/** @typedef {{pyodide: string, lock: object, files: Record<string, BundleFile>}} Bundle */
/** @typedef {{resolve: (text: string) => void, reject: (error: Error) => void}} PromiseWithResolvers */
/** @typedef {"idle" | "downloading" | "starting" | "ready" | "failed"} State */
/** @typedef {{state: State, reason?: string, detail?: string, share?: number}} Status */

/** Seconds without a sign of life, by state, after which the wait is called a failure. */
const PATIENCE = { idle: 0, downloading: 30, starting: 90, ready: 30, failed: 0 };

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
  /** @type {Map<number, PromiseWithResolvers>} calls that wait for their answer */
  #calls = new Map();
  /** @type {number | undefined} */
  #watchdog;

  /** @param {Bundle} bundle with addresses relative to this module */
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
    if (this.status.state === "idle") this.start();
    else if (this.status.state === "ready") this.#send();
  }

  /** Start, or start again after a failure. */
  start() {
    this.#worker?.terminate();
    this.#become({ state: "downloading", share: 0 });
    const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
    this.#worker = worker;
    worker.addEventListener("message", (event) => this.#hear(event.data));
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.#fail("worker", event.message);
    });
    worker.postMessage({ type: "start", bundle: this.#resolved() });
  }

  /** @returns {Bundle} with whole addresses, since a worker resolves them against its own */
  #resolved() {
    const whole = (/** @type {string} */ url) => new URL(url, import.meta.url).href;
    const files = Object.entries(this.bundle.files).map(([name, file]) => [name, { ...file, url: whole(file.url) }]);
    return { ...this.bundle, pyodide: whole(this.bundle.pyodide), files: Object.fromEntries(files) };
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
    this.#asked += 1;
    const id = this.#asked;
    return new Promise((resolve, reject) => {
      this.#calls.set(id, { resolve, reject });
      this.#post(id, method, argument);
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
      if (message.status.state === "ready" && this.#question !== undefined) this.#send();
    } else if (message.type === "failed") {
      this.#fail(message.reason, message.detail);
    } else {
      this.#answered(message);
    }
  }

  /** @param {{id: number, answer: string}} message */
  #answered(message) {
    if (message.id === this.#asked) clearTimeout(this.#watchdog);
    const call = this.#calls.get(message.id);
    this.#calls.delete(message.id);
    if (call) {
      call.resolve(message.answer);
    } else if (message.id === this.#latest) {
      this.dispatchEvent(new CustomEvent("answer", { detail: message.answer }));
    }
  }

  /**
   * @param {string} reason
   * @param {string} [detail]
   */
  #fail(reason, detail) {
    if (this.status.state === "failed") return; // the first failure is the one that explains
    this.#worker?.terminate();
    for (const call of this.#calls.values()) call.reject(new Error(reason));
    this.#calls.clear();
    this.#become({ state: "failed", reason, detail });
  }

  /** @param {Status} status */
  #become(status) {
    this.status = status;
    this.#watch();
    if (status.state === "ready") clearTimeout(this.#watchdog);
    this.dispatchEvent(new Event("status"));
  }

  #watch() {
    clearTimeout(this.#watchdog);
    const seconds = PATIENCE[this.status.state];
    if (seconds) this.#watchdog = window.setTimeout(() => this.#fail("silent"), seconds * 1000);
  }
}
