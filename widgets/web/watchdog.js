// @ts-check
/** @file Ends a wait in which a worker gives no sign of life. */

/** Seconds, by state, after which the wait is called a failure; a memory starts sooner than Python. */
const PATIENCE = { idle: 0, downloading: 30, starting: 90, ready: 10, failed: 0 };

export class Watchdog {
  /** @type {number | undefined} */
  #timer;

  /** @param {() => void} bark */
  constructor(bark) {
    this.bark = bark;
  }

  /**
   * Begin to wait, or wait on after a sign of life.
   *
   * @param {import("./messages.js").Status} status
   */
  watch({ state, mode }) {
    this.rest();
    const seconds = mode === "snapshot" && state === "starting" ? PATIENCE.downloading : PATIENCE[state];
    if (seconds) this.#timer = window.setTimeout(this.bark, seconds * 1000);
  }

  /** Nothing is waited for. */
  rest() {
    clearTimeout(this.#timer);
  }
}
