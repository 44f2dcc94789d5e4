// @ts-check
/** @file Says so where a page's script does not come, most likely since a new version took its place, and loads the page anew. */
{
  // In the capturing phase, as such an event does not bubble; and for good, as instant navigation keeps the window.
  const failed = (/** @type {Event} */ { target }) => {
    const name = target instanceof HTMLScriptElement ? target.dataset.otherwise : undefined;
    const words = document.querySelector(`template[data-name="${name}"]`);
    if (!(words instanceof HTMLTemplateElement)) return;
    const notice = /** @type {HTMLElement} */ (words.content.firstElementChild);
    words.replaceWith(notice);
    notice.scrollIntoView({ block: "center" });
  };

  /** A form without its script cannot keep its answers in the address; the scripts of the new version read them there. */
  const keep = () => {
    const inputs = [.../** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll(":not(:defined) input"))];
    const given = inputs.filter((input) => (input.type === "number" ? input.value : input.checked && !input.defaultChecked));
    const parts = new URLSearchParams(given.map(({ name, value }) => [name, value]));
    if (given.length > 0) history.replaceState(history.state, "", `#${parts}`);
  };

  /** @returns {string[]} the addresses of the page's modules */
  const scripts = () => {
    const asked = /** @type {NodeListOf<HTMLScriptElement>} */ (document.querySelectorAll("script[type=module][src]"));
    return [...asked].map(({ src }) => src);
  };

  const renew = async (/** @type {Event} */ { target }) => {
    const button = target instanceof Element && target.closest("[data-action=reload]");
    if (!(button instanceof HTMLButtonElement)) return;
    button.disabled = true;
    keep();
    try {
      // The browser's own copy of the page is the old one, and WebKit asks for a script that failed no more, unless it is fetched.
      await Promise.all([location.href, ...scripts()].map((address) => fetch(address, { cache: "reload" })));
      location.reload();
    } catch {
      button.disabled = false; // without a connection, this page is better than none
    }
  };

  addEventListener("error", failed, true);
  document.addEventListener("click", renew);
}
