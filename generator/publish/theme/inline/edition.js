// @ts-check
/** @file Has the theme load a page whole that was made for other scripts or styles than those that run here. */
{
  const mark = (/** @type {Document} */ page) => page.querySelector('meta[name="edition"]')?.getAttribute("content");
  const own = mark(document);
  const { open } = XMLHttpRequest.prototype;
  /** @type {(this: XMLHttpRequest, ...given: Parameters<typeof open>) => void} */
  const opened = function (...given) {
    open.apply(this, given);
    // Heard before the theme hears it, and said again once it is known that the page fits.
    this.addEventListener("load", async (event) => {
      if (!event.isTrusted || !(this.response instanceof Blob) || !this.response.type.startsWith("text/html")) return;
      event.stopImmediatePropagation();
      const page = new DOMParser().parseFromString(await this.response.text(), "text/html");
      if (this.status === 200 && mark(page) !== own) location.reload(); // its address is there already
      else this.dispatchEvent(new Event("load"));
    });
  };
  XMLHttpRequest.prototype.open = /** @type {typeof open} */ (opened);
}
