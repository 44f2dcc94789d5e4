// @ts-check
/** @file Shows a page from its top if a link with answers led to it: the theme seeks the place that a fragment names. */
{
  const page = /** @type {Window & {document$?: {subscribe: (hear: () => void) => void}}} */ (window);
  let fresh = false;
  const followed = (/** @type {MouseEvent} */ { target, ctrlKey, metaKey, shiftKey }) => {
    const link = target instanceof Element ? target.closest("a") : null;
    const held = ctrlKey || metaKey || shiftKey;
    fresh = link !== null && link.hash.includes("=") && link.pathname !== location.pathname && !held;
  };
  document.addEventListener("click", followed, true);
  const shown = () => {
    if (fresh) window.scrollTo(0, 0);
    fresh = false;
  };
  const begin = () => page.document$?.subscribe(shown);
  // A theme that had to wait says so by this event once more.
  if (page.document$) begin();
  else document.addEventListener("DOMContentLoaded", begin);
}
