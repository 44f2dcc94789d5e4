// @ts-check
/** @file Opens the site without a line: from one deployment that is kept whole, of which the build lists the files. */

/** @typedef {{url: URL, request: Request, event: ExtendableEvent}} Asked */

/** Seconds that a page is waited for; then the one that is kept is better than none. */
const PATIENCE = 2.5;

const here = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const { workbox: box, FILES: files } = /** @type {any} */ (self);
box.core.setCacheNameDetails({ prefix: "guide-offline" }); // Workbox adds the scope: other sites may share the origin
const kept = new box.precaching.PrecacheController();
kept.precache(files);

/**
 * @param {URL} url
 * @returns {string | undefined} under which address the page or list is kept, if it is
 */
function addressOf({ origin, pathname }) {
  return [`${origin}${pathname}`, `${origin}${pathname}/`].find((address) => kept.getCacheKeyForURL(address));
}

/** What is named by its content can never be of another deployment. */
const isNamedByContent = (/** @type {Asked} */ { url }) => kept.getCacheKeyForURL(url.href) === url.href;
box.routing.registerRoute(isNamedByContent, (/** @type {Asked} */ asked) => kept.strategy.handle(asked));

/** Pages are as new as the line allows; nothing that comes is kept beside what was kept together. */
const fromTheLine = new box.strategies.NetworkOnly({
  networkTimeoutSeconds: PATIENCE,
  plugins: [
    {
      fetchDidSucceed: async (/** @type {{response: Response}} */ { response }) => {
        if (response.status >= 500) throw new Error(`the site answers with ${response.status}`);
        return response;
      },
      handlerDidError: async (/** @type {Asked} */ { request }) => kept.matchPrecache(addressOf(new URL(request.url))),
    },
  ],
});
box.routing.registerRoute((/** @type {Asked} */ { url }) => addressOf(url) !== undefined, fromTheLine);

// A browser that knows these rules asks the site, or takes what is kept, before it has started this script; another one
// asks the site while it starts it.
const RULES = [
  { condition: { urlPattern: "assets/plain/*" }, source: "network" },
  // Where the next rule looks into the cache first, Chromium keeps no machine code of it.
  { condition: { urlPattern: "assets/native/*" }, source: "network" },
  { condition: { urlPattern: "assets/*" }, source: { cacheName: kept.strategy.cacheName } },
  { condition: { requestMode: "navigate" }, source: "race-network-and-fetch-handler" },
];
here.addEventListener("install", (event) => {
  if ("addRoutes" in event) event.waitUntil(/** @type {any} */ (event).addRoutes(RULES));
});
here.addEventListener("activate", (event) => {
  const knows = "InstallEvent" in self && "addRoutes" in /** @type {any} */ (self).InstallEvent.prototype;
  if (!knows) event.waitUntil(here.registration.navigationPreload?.enable());
});
