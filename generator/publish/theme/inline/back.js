// @ts-check
/** @file Leaves Back and Forward among the recommender's own screens to it, where the theme would load the page anew. */
window.addEventListener("popstate", (event) => {
  const element = document.querySelector("guide-recommender");
  if (!element || !history.state?.guide) return;
  event.stopImmediatePropagation();
  element.dispatchEvent(new Event("popstate"));
});
