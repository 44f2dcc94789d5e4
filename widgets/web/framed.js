// @ts-check
/** @file Where the recommender stands in a frame: it tells the page around it how tall it is, and nothing else. */

const asked = new URLSearchParams(window.location.search).get("scheme");
const scheme = asked ?? (window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
document.body.dataset.mdColorScheme = scheme === "dark" ? "slate" : "default";

function tell() {
  // Any site may hold the frame, and a number of pixels is for every eye, so it is addressed to whoever holds it.
  window.parent.postMessage(Math.ceil(document.body.getBoundingClientRect().height), "*");
}

if (window.parent !== window) new ResizeObserver(tell).observe(document.body);
