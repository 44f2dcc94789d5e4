// @ts-check
/** @file Puts the recommender onto any other page: one tag becomes a frame that is as tall as what it shows. */

const root = new URL(".", import.meta.url);

// The page's own rules for the tag win over these, and a style sheet made by a script needs no leave of its policy.
const looks = new CSSStyleSheet();
looks.replaceSync(`
  :host { display: block; }
  iframe { border: 0; display: block; height: 40rem; max-height: 100%; width: 100%; }
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
    frame.src = new URL(`embed/?scheme=${schemeOf(this)}`, root).href;
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
