// @ts-check
/** @file Leaves the skip link to the browser: the theme would load the page anew and lose the place for the Tab key. */
{
  const followed = (/** @type {Event} */ event) =>
    event.target instanceof Element && event.target.closest(".md-skip") && event.stopPropagation();
  document.addEventListener("click", followed, true);
}
