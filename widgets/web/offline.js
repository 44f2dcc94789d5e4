// @ts-check
/** @file Has the browser keep a copy of the site once all is there that the reader waits for, says so once, and removes it. */

import { discard, ROOT, weight } from "./folder.js";
import { savesData, whenIdle } from "./prefetch.js";
import { OFF, remember, remembered, TOLD } from "./wish.js";

/** Milliseconds of rest before anything is kept: until then, the line and the machine are the reader's. */
const REST = 2000;

const { offline: path = "" } = /** @type {HTMLElement | null} */ (document.querySelector("script[data-offline]"))?.dataset ?? {};
/** Not there in a window, or on a connection, for which a browser keeps nothing. */
const container = /** @type {ServiceWorkerContainer | undefined} */ (navigator.serviceWorker);

/**
 * @param {string} again makes it another worker, which fills what is kept anew
 * @returns {Promise<ServiceWorkerRegistration | undefined>} whose worker has all that it keeps; fails if it could not get it
 */
async function registered(again = "") {
  const registration = await container?.register(new URL(path + again, ROOT), { scope: ROOT, updateViaCache: "none" });
  const coming = registration?.installing;
  await new Promise((resolve, reject) => {
    if (!coming) return resolve(undefined);
    coming.addEventListener("statechange", () => {
      if (coming.state === "redundant") reject(new Error("not all could be kept"));
      else resolve(undefined);
    });
  });
  return registration;
}

/** Keep what this deployment has. */
async function keep() {
  const registration = await registered();
  // Chromium takes a worker back that was removed while its pages are open, and what it kept is gone.
  if (registration?.active && (await names()).length === 0) await registered("?again");
}

/** @returns {Promise<string[]>} the names of all caches of this site */
async function names() {
  return (await caches.keys()).filter((name) => name.startsWith("guide-") && name.endsWith(ROOT));
}

/** @returns {Promise<number>} how many bytes are kept */
async function size() {
  let sum = await weight();
  for (const name of await names()) {
    for (const response of await (await caches.open(name)).matchAll()) sum += (await response.blob()).size;
  }
  return sum;
}

/** Keep nothing any more. */
async function remove() {
  const registration = await container?.getRegistration(ROOT);
  await registration?.unregister();
  await Promise.all([discard(), ...(await names()).map((name) => caches.delete(name))]);
}

/** @returns {Promise<void>} until the reader has the page, and its engine if it has one, and rests */
async function rest() {
  if (document.readyState !== "complete") await new Promise((done) => addEventListener("load", done, { once: true }));
  if (document.querySelector("guide-recommender")) await marked("engine:ready");
  await new Promise((done) => setTimeout(done, REST));
  await new Promise((done) => whenIdle(() => done(undefined)));
}

/**
 * @param {string} name
 * @returns {Promise<void>} until something of this name has been marked
 */
function marked(name) {
  return new Promise((done) => {
    const watch = new PerformanceObserver((list) => list.getEntriesByName(name).length > 0 && done());
    watch.observe({ type: "mark", buffered: true });
  });
}

/** @returns {Promise<void>} fails where nothing can be kept */
async function begin() {
  await rest();
  if (remembered() === OFF || savesData()) throw new Error("nothing is to be kept");
  // The reader may want none by the time that all is there.
  await keep().finally(() => remembered() === OFF && remove());
}

const kept = path && container && self === top ? begin() : Promise.reject(new Error("nothing can be kept"));
kept.catch(() => {}); // a browser that refuses is as good as one that cannot
// A draft keeps nothing, and what an older page has kept would stand in its way.
if (container && !path) remove().catch(() => {});

/** Says once that the page opens without a line. */
class OfflineNote extends HTMLElement {
  connectedCallback() {
    kept.then(() => this.#tell(), () => {});
  }

  #tell() {
    if (remembered() || !this.isConnected) return;
    remember(TOLD);
    say(this, "told");
  }
}

/** Tells how much is kept, and removes it or keeps it again. */
class OfflineCopy extends HTMLElement {
  #button = /** @type {HTMLButtonElement} */ (this.querySelector("button"));
  #busy = false;

  connectedCallback() {
    if (!path || !container) return;
    this.hidden = false;
    this.#button.onclick = () => this.#turn();
    this.#label();
    kept.then(async () => remembered() !== OFF && (await this.#tell())).catch(() => {});
  }

  async #turn() {
    if (this.#busy) return; // and not disabled, which would take the focus from whoever presses keys
    this.#busy = true;
    const off = remembered() === OFF;
    say(this, off ? "coming" : "going");
    remember(off ? TOLD : OFF);
    try {
      await (off ? keep() : this.#removed());
      if (off) await this.#tell();
    } catch {
      say(this, "failed");
    }
    this.#busy = false;
    this.#label();
  }

  async #removed() {
    const bytes = await size();
    await remove();
    say(this, "removed", bytes);
  }

  async #tell() {
    say(this, "kept", await size());
  }

  #label() {
    this.#button.textContent = template(this, remembered() === OFF ? "keep" : "remove").content.textContent;
  }
}

/**
 * @param {HTMLElement} element
 * @param {string} message the name of one of its templates
 * @param {number} [bytes] which it may name, as megabytes
 */
function say(element, message, bytes = 0) {
  const place = /** @type {HTMLElement} */ (element.querySelector("[role=status]"));
  const { content } = template(element, message);
  place.replaceChildren(content.cloneNode(true));
  for (const room of place.querySelectorAll("[data-size]")) room.textContent = `${Math.round(bytes / 1e6)} MB`;
}

/**
 * @param {HTMLElement} element
 * @param {string} name
 * @returns {HTMLTemplateElement}
 */
function template(element, name) {
  return /** @type {HTMLTemplateElement} */ (element.querySelector(`template[data-name="${name}"]`));
}

if (!customElements.get("offline-note")) customElements.define("offline-note", OfflineNote);
if (!customElements.get("offline-copy")) customElements.define("offline-copy", OfflineCopy);
