// @ts-check
/** @file Leaves the recommender's own screens in the history to it: the theme would forget them, and load the page anew. */
{
  const replace = history.replaceState.bind(history);
  history.replaceState = (state, unused, url) => {
    const guide = history.state?.guide;
    replace(guide ? { guide, ...state } : state, unused, url);
  };
  let path = location.pathname;
  const push = history.pushState.bind(history);
  history.pushState = (...given) => {
    push(...given);
    path = location.pathname;
  };
  window.addEventListener("popstate", (event) => {
    const before = path;
    path = location.pathname;
    const element = document.querySelector("guide-recommender");
    // From another page the theme leads back, even where that one has not come yet.
    if (!element || !history.state?.guide || before !== path) return;
    event.stopImmediatePropagation();
    element.dispatchEvent(new Event("popstate"));
  });
}
