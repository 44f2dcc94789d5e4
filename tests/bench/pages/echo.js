// @ts-check
/** @file A worker that sends back what it gets: the empty round trip. */
self.addEventListener("message", ({ data }) => self.postMessage(data));
