// @ts-check
/** @file Puts the recommender onto any other page: one tag becomes a frame that is as tall as what it shows. */

const root = new URL(".", import.meta.url);

// The page's own rules for the tag win over these, and a style sheet made by a script needs no leave of its policy. A
// frame shows the ground below it only where its color scheme is that of its document's root, which is a light one.
const looks = new CSSStyleSheet();
looks.replaceSync(`
  :host { display: block; }
  iframe { border: 0; color-scheme: light; display: block; height: 40rem; max-height: 100%; width: 100%; }
`);

/**
 * What the frame may do. It keeps its own origin, or its worker could not start; since that is not the origin of the
 * page around it, neither can reach into the other, and the frame cannot take its limits off. It may open links as
 * ordinary tabs, save a result and print it; it may not send the page around it elsewhere.
 */
const ALLOWED = [
  "allow-scripts",
  "allow-same-origin",
  "allow-popups",
  "allow-popups-to-escape-sandbox",
  "allow-downloads",
  "allow-modals",
];

class GuideEmbed extends HTMLElement {
  #leaving = new AbortController();

  connectedCallback() {
    this.#leaving = new AbortController();
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [looks];
    // What stands in the tag, a link most likely, stays until the frame has spoken, which may never be.
    const instead = document.createElement("slot");
    const frame = this.#frame();
    const { signal } = this.#leaving;
    window.addEventListener("message", (event) => heard(event, frame, instead), { signal });
    shadow.replaceChildren(instead, frame);
    // Once the frame has spoken it is told when the page around it gets lighter or darker.
    const follow = () => instead.isConnected || frame.contentWindow?.postMessage(looksAround(this), root.origin);
    const watch = new MutationObserver(follow);
    for (const each of [document.documentElement, document.body]) watch.observe(each, { attributes: true });
    document.addEventListener("transitionend", follow, { signal });
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", follow, { signal });
    signal.addEventListener("abort", () => watch.disconnect());
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }

  /** @returns {HTMLIFrameElement} */
  #frame() {
    const frame = document.createElement("iframe");
    frame.title = (this.textContent ?? "").trim() || root.host;
    frame.loading = "lazy";
    frame.allow = "clipboard-write"; // for the button that copies a link to the answers
    frame.referrerPolicy = "no-referrer"; // on which page it stands is not the guide's business
    // On the guide's own pages limits would hold nothing back, which browsers warn of.
    if (root.origin !== window.location.origin) frame.sandbox.add(...ALLOWED);
    frame.src = new URL(`embed/?${new URLSearchParams(looksAround(this))}`, root).href;
    return frame;
  }
}

/**
 * @param {MessageEvent} event
 * @param {HTMLIFrameElement} frame
 * @param {HTMLElement} instead what stood in its place
 */
function heard(event, frame, instead) {
  if (event.source !== frame.contentWindow || event.origin !== root.origin || !Number.isFinite(event.data)) return;
  frame.style.height = `${event.data}px`;
  instead.remove();
}

/**
 * @param {HTMLElement} element
 * @returns {Record<string, string>} which scheme goes with the page around it, and whether its ground may show through:
 *   where it is so light, or so dark, that all text of the frame can be read on it
 */
function looksAround(element) {
  const light = lightBehind(element);
  if (light === undefined) return { scheme: schemeOf(element), ground: "own" };
  return { scheme: light > 0.18 ? "light" : "dark", ground: light > 0.75 || light < 0.04 ? "clear" : "own" };
}

/**
 * @param {Element} element
 * @returns {number | undefined} the luminance of the plain color behind it, from 0 to 1, if it lies on one
 */
function lightBehind(element) {
  for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) {
    const { backgroundColor, backgroundImage } = getComputedStyle(at);
    if (backgroundImage !== "none" || !backgroundColor.startsWith("rgb")) return undefined;
    const [red = 0, green = 0, blue = 0, opacity = 1] = (backgroundColor.match(/[\d.]+/g) ?? []).map(Number);
    if (opacity === 1) return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    if (opacity > 0) return undefined;
  }
  return undefined;
}

/** @param {number} value of a color's part, up to 255 */
const linear = (value) => (value / 255) ** 2.2;

/**
 * @param {HTMLElement} element
 * @returns {"light" | "dark"} what the page around it declares, with the property `color-scheme` or for all of it
 */
function schemeOf(element) {
  const own = getComputedStyle(element).colorScheme;
  const meta = /** @type {HTMLMetaElement | null} */ (document.querySelector("meta[name='color-scheme']"));
  const declared = (own === "normal" ? (meta?.content ?? "") : own).split(" ");
  const preferred = window.matchMedia("(prefers-color-scheme: dark)").matches;
  return declared.includes("dark") && (preferred || !declared.includes("light")) ? "dark" : "light";
}

if (!customElements.get("guide-embed")) customElements.define("guide-embed", GuideEmbed);
