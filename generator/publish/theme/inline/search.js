// @ts-check
/** @file Holds back the search index, the heaviest file of a page, until somebody enters the search field. */
{
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
