// @ts-check
/** @file Has the theme's script wait for the first answer, where an address brings answers: that is what its reader waits for. */
{
  /** So many milliseconds the theme waits at most, if nobody touches the page before. */
  const PATIENCE = 1000;
  const page = /** @type {Window & {early?: Worker}} */ (window);
  const held = /** @type {HTMLScriptElement} */ (document.querySelector("script[data-held]"));
  const waiting = new AbortController();
  const { signal } = waiting;
  const begin = () => {
    if (signal.aborted) return;
    waiting.abort();
    const script = document.createElement("script");
    script.src = held.src;
    // The theme begins with this event.
    const parsed = () => document.readyState === "loading" || document.dispatchEvent(new Event("DOMContentLoaded"));
    script.addEventListener("load", parsed);
    held.replaceWith(script);
  };
  if (page.early) {
    for (const sign of ["guide:answered", "pointerdown", "keydown", "focusin"]) document.addEventListener(sign, begin, { signal });
    setTimeout(begin, PATIENCE);
  } else begin();
}
