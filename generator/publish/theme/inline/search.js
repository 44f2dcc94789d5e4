// @ts-check
/** @file Holds back the search index, the heaviest file of a page, and who reads it, until somebody enters the search field. */
{
  const { Worker } = window;
  /** The theme makes this worker at once, and hands it the index first. */
  class Reader extends EventTarget {
    /** @type {Worker | undefined} once it is needed */
    worker;

    /** @param {string} script */
    constructor(script) {
      super();
      this.script = new URL(script, location.href); // by the time it is needed, another page may be here
    }

    /** @param {unknown} message */
    postMessage(message) {
      this.worker ??= this.#made();
      this.worker.postMessage(message);
    }

    #made() {
      const worker = new Worker(this.script);
      worker.onmessage = ({ data }) => this.dispatchEvent(new MessageEvent("message", { data }));
      return worker;
    }
  }
  window.Worker = new Proxy(Worker, {
    construct: (made, [script, ...options]) => (/\/workers\/search\./.test(String(script)) ? new Reader(script) : new made(script, ...options)),
  });

  const { open, send } = XMLHttpRequest.prototype;
  /** @type {Set<XMLHttpRequest>} */
  const index = new Set();
  /** @type {(this: XMLHttpRequest, ...given: Parameters<typeof open>) => void} */
  const opened = function (...given) {
    if (String(given[1]).endsWith("/search/search_index.json")) index.add(this);
    open.apply(this, given);
  };
  XMLHttpRequest.prototype.open = /** @type {typeof open} */ (opened);
  XMLHttpRequest.prototype.send = function (/** @type {Parameters<typeof send>} */ ...body) {
    const now = () => send.apply(this, body);
    // An address with words to highlight needs it at once.
    if (!index.delete(this) || new URL(location.href).searchParams.has("h")) return now();
    const wanted = (/** @type {Event} */ { target }) => {
      if (!(target instanceof HTMLInputElement) || target.name !== "query") return;
      document.removeEventListener("focusin", wanted);
      now();
    };
    document.addEventListener("focusin", wanted);
  };
}
