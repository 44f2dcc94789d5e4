// @ts-check
/** @file For an address where nothing is: finds where the site stands, if not where it was built for, and what was probably meant. */
{
  const built = /** @type {HTMLScriptElement} */ (document.currentScript).dataset.built?.replace(/\/*$/, "/") ?? "/";
  const page = /** @type {Window & {document$?: object}} */ (window);
  const all = (/** @type {string} */ selector) => [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(selector))];
  const parsed = new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));

  /** The folders above this address, the nearest first. */
  const above = () => {
    const steps = location.pathname.split("/").slice(1, -1);
    return [...steps.keys(), steps.length].reverse().map((count) => ["", ...steps.slice(0, count), ""].join("/"));
  };

  const stands = async (/** @type {string} */ root) => {
    const { ok, headers } = await fetch(`${root}assets/mark.svg`, { method: "HEAD" });
    return ok && (headers.get("content-type") ?? "").includes("svg");
  };

  const found = async () => {
    for (const root of above()) if (await stands(root)) return root;
    return built;
  };

  /** Makes all that leads from the root for which the page was built lead from the one where the site stands. */
  const move = (/** @type {string} */ root) => {
    const moved = (/** @type {string | null} */ address) => (address?.startsWith(built) ? root + address.slice(built.length) : "");
    for (const name of ["href", "src"]) {
      for (const element of all(`:not(script)[${name}^="${built}"]`)) element.setAttribute(name, moved(element.getAttribute(name)));
    }
    const config = document.getElementById("__config");
    if (!config || page.document$) return;
    const said = JSON.parse(config.textContent ?? "{}");
    config.textContent = JSON.stringify({ ...said, base: root.slice(0, -1), search: moved(said.search) });
    for (const script of all(`script[src^="${built}"]`)) {
      script.replaceWith(Object.assign(document.createElement("script"), { src: moved(script.getAttribute("src")) }));
    }
  };

  const words = (/** @type {string} */ text) =>
    text.toLowerCase().split(/[^a-z0-9]+/).filter((word) => word.length > 1 && !/^(html?|index|md|php)$/.test(word));
  const pairs = (/** @type {string} */ word) => [...word].slice(1).map((letter, index) => word[index] + letter);

  /** How alike two words are, from 0 to 1: by their beginnings, or by the pairs of letters that both have. */
  const alike = (/** @type {string} */ one, /** @type {string} */ other) => {
    if (one === other) return 1;
    if (Math.min(one.length, other.length) > 2 && (one.startsWith(other) || other.startsWith(one))) return 0.8;
    const [ours, theirs] = [pairs(one), pairs(other)];
    const share = (2 * ours.filter((pair) => theirs.includes(pair)).length) / (ours.length + theirs.length);
    return share < 0.5 ? 0 : share * 0.8;
  };

  /** How like a page is to what was asked for, word by word. @param {string[]} own @param {string[]} wanted */
  const likeness = (own, wanted) => wanted.map((word) => Math.max(0, ...own.map((each) => alike(word, each))));

  const offer = (/** @type {string[]} */ wanted, /** @type {string} */ root) => {
    const pages = all("[data-part=pages] li").map((item) => {
      const path = item.querySelector("a")?.getAttribute("href")?.slice(root.length) ?? "";
      const own = [...new Set(words(`${path} ${item.textContent}`))];
      return { item, own, like: likeness(own, wanted) };
    });
    // A word that many pages have tells little; and of pages alike, the one with fewer words of its own is meant.
    const rare = wanted.map((_, index) => 1 / (pages.filter(({ like }) => (like[index] ?? 0) > 0).length || 1));
    const score = (/** @type {typeof pages[number]} */ { own, like }) =>
      like.reduce((sum, each, index) => sum + each * (rare[index] ?? 0), 0) - own.length / 100000;
    const best = pages.filter((each) => score(each) > 0.01).sort((one, other) => score(other) - score(one));
    const meant = best.filter((each) => best[0] && score(each) > score(best[0]) / 2).slice(0, 3);
    const [part] = all("[data-part=meant]");
    part?.querySelector("ul")?.append(...meant.map(({ item }) => item.cloneNode(true)));
    if (part) part.hidden = meant.length === 0;
  };

  const seek = (/** @type {string[]} */ wanted, /** @type {string} */ root) => {
    const [line] = all(".seek");
    const field = line?.querySelector("input");
    if (!line || !field) return;
    field.value = wanted.join(" ");
    const go = () => location.assign(`${root}?q=${encodeURIComponent(field.value)}`);
    field.addEventListener("keydown", ({ key, isComposing }) => key === "Enter" && !isComposing && go());
    line.querySelector("button")?.addEventListener("click", go);
    line.hidden = false;
  };

  const help = (/** @type {string} */ root) => {
    const wanted = words(location.pathname.slice(root.length).replace(/%[0-9a-f]{2}/gi, " "));
    if (wanted.length > 0) offer(wanted, root);
    seek(wanted, root);
  };

  // A style that does not come tells that the site stands elsewhere; where all come, nothing is asked for.
  const failed = new Promise((tell) => {
    addEventListener("error", ({ target }) => target instanceof HTMLLinkElement && tell(true), true);
    addEventListener("load", () => tell(false));
  });
  const start = async () => {
    await parsed;
    const root = (await failed) ? await found() : built;
    if (root !== built) move(root);
    help(root);
  };
  start();
}
