// @ts-check
/** @file On pages of the server for those who write them: loads a page anew when it was built anew, and shows why it was not. */
{
  const own = /** @type {HTMLScriptElement} */ (document.currentScript);
  const version = document.querySelector("meta[name=live]")?.getAttribute("content");
  const looks = new CSSStyleSheet();
  looks.replaceSync(`
    :host { inset: auto 0 0; position: fixed; z-index: 99; }
    section { background: #202020; color: #fff; font: 14px/1.5 ui-monospace, monospace; max-height: 50vh; overflow: auto; padding: 12px 16px; }
    section.wrong { border-top: 4px solid #ff8a80; }
    p, ul { margin: 0; }
    ul { overflow-wrap: anywhere; padding-left: 1.2em; }
  `);

  /** @typedef {{version: string, doing: string, wrong: string[]}} News */

  const bar = document.createElement("guide-live");
  const shadow = bar.attachShadow({ mode: "open" });
  shadow.adoptedStyleSheets = [looks];
  const said = document.createElement("section");
  said.setAttribute("role", "status");
  shadow.append(said);

  /** @param {string} name @param {string} text */
  const line = (name, text) => {
    const element = document.createElement(name);
    element.textContent = text;
    return element;
  };

  const show = (/** @type {News} */ { doing, wrong }) => {
    const list = document.createElement("ul");
    list.append(...wrong.map((each) => line("li", each)));
    const words = wrong.length > 0 ? [line("p", "This is the page as it was. It could not be built anew:"), list] : [];
    said.className = wrong.length > 0 ? "wrong" : "";
    said.replaceChildren(...words, ...(doing ? [line("p", doing)] : []));
    // Beside the body, whose inside is another's after a link was followed.
    if (said.childElementCount > 0) document.documentElement.append(bar);
    else bar.remove();
  };

  // A frame is renewed with the page around it.
  if (window === window.top && own.dataset.news) {
    const news = new EventSource(own.dataset.news);
    news.addEventListener("message", ({ data }) => {
      const told = /** @type {News} */ (JSON.parse(data));
      if (told.version !== version && !told.doing) location.reload();
      else show(told);
    });
    addEventListener("pagehide", () => news.close());
  }
}
