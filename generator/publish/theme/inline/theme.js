// @ts-check
/** @file Has the theme's script wait for an answer that what is kept here is about to give: that is what its reader waits for. */
{
  /** So many milliseconds it waits at most, if nobody touches the page before. */
  const PATIENCE = 1000;
  const page = /** @type {Window & {early?: Worker}} */ (window);
  const held = /** @type {HTMLScriptElement} */ (document.querySelector("script[data-held]"));
  const script = document.createElement("script");
  const waiting = new AbortController();
  const { signal } = waiting;
  let isBeginning = false;

  /**
   * What a page shows by now is its own: the theme would make links whole, and open folds for printing.
   *
   * @param {typeof Document | typeof Element} kind of which the theme looks for elements
   * @returns {() => void} ends it
   */
  const hidden = ({ prototype }) => {
    const look = prototype.querySelectorAll;
    /** @type {(this: ParentNode, selectors: string) => ArrayLike<Element>} */
    const found = function (selectors) {
      const all = look.call(this, selectors);
      return isBeginning || document.currentScript === script ? [...all].filter((each) => !each.matches("[data-part] *")) : all;
    };
    Object.assign(prototype, { querySelectorAll: found });
    return () => Object.assign(prototype, { querySelectorAll: look });
  };

  const begin = () => {
    if (signal.aborted) return;
    waiting.abort();
    const ends = [hidden(Document), hidden(Element)];
    script.onerror = () => ends.forEach((end) => end());
    script.onload = () => {
      isBeginning = document.readyState !== "loading";
      // The theme begins with this event, which may have been.
      if (isBeginning) document.dispatchEvent(new Event("DOMContentLoaded"));
      ends.forEach((end) => end());
    };
    script.src = held.src;
    held.replaceWith(script);
  };

  const heard = (/** @type {MessageEvent<import("../../../../widgets/web/messages.js").Message>} */ { data }) =>
    data.type === "status" && data.status.state === "downloading" && begin();
  if (page.early) {
    page.early.addEventListener("message", heard, { signal });
    for (const sign of ["guide:answered", "pointerdown", "keydown", "focusin"]) document.addEventListener(sign, begin, { signal });
    setTimeout(begin, PATIENCE);
  } else begin();
}
