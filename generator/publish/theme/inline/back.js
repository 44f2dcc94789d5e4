// @ts-check
/** @file Leaves the recommender's own screens in the history to it: the theme would forget them, and load the page anew. */
{
  const replace = history.replaceState.bind(history);
  history.replaceState = (state, unused, url) => {
    const guide = history.state?.guide;
    replace(guide ? { guide, ...state } : state, unused, url);
  };
  window.addEventListener("popstate", (event) => {
    const element = document.querySelector("guide-recommender");
    if (!element || !history.state?.guide) return;
    event.stopImmediatePropagation();
    element.dispatchEvent(new Event("popstate"));
  });
}
