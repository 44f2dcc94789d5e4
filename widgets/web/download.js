// @ts-check
/** @file Fetches a file, reports its bytes as they come, and hands on its last piece only once the whole is known to be right. */

/** @typedef {import("./messages.js").BundleFile} BundleFile */
/** @typedef {ReadableStream<Uint8Array<ArrayBuffer>>} Stream */
/**
 * @typedef {object} Download
 * @property {Stream} stream
 * @property {Promise<void>} done rejects with a Failure: "network", "missing" or "altered"
 * @property {Promise<number>} pace bytes a millisecond, once enough of them have come
 * @property {() => void} cancel
 */
/** @typedef {{fresh?: boolean, after?: Promise<void>, priority?: RequestPriority}} How `fresh` passes over what the browser has of it, `after` has to be waited for */

/** The browser's own: while Python begins, it is handed another one under this name. */
const { fetch } = self;
/** So many bytes, after those that came first, tell how fast the line is. */
const SAMPLE = 128 * 1024;

/** A failure that the page has words for: `reason` names them. */
export class Failure extends Error {
  /**
   * @param {import("./messages.js").Reason} reason
   * @param {string} detail
   */
  constructor(reason, detail) {
    super(detail);
    this.reason = reason;
  }
}

/**
 * Whoever reads the stream can work while it comes, and cannot finish on a file that is incomplete or altered.
 *
 * @param {BundleFile} file
 * @param {How} how
 * @param {(bytes: number) => void} arrived called with the size of every piece
 * @returns {Download}
 */
export function download(file, how, arrived) {
  /** @type {ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | undefined} */
  let out;
  const stream = new ReadableStream({ start: (controller) => void (out = controller) });
  const controller = /** @type {ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>} */ (/** @type {unknown} */ (out));
  const leaving = new AbortController();
  const watch = new Pace();
  const hear = (/** @type {number} */ bytes) => {
    watch.arrived(bytes);
    arrived(bytes);
  };
  const done = pass(file, how, hear, controller, leaving.signal).catch((error) => {
    const failure = error instanceof Failure ? error : new Failure("network", String(error));
    controller.error(failure);
    throw failure;
  });
  done.then(() => watch.ended(Infinity), () => watch.ended(0));
  return { stream, done, pace: watch.known, cancel: () => leaving.abort() };
}

/** Tells from the first bytes of a download how fast the line is. */
class Pace {
  #begun = 0;
  #bytes = 0;
  /** @type {(pace: number) => void} */
  ended = () => {};
  /** @type {Promise<number>} */
  known = new Promise((resolve) => (this.ended = resolve));

  /** @param {number} bytes */
  arrived(bytes) {
    // Before the first ones, it was not the line that was waited for.
    if (this.#begun) this.#bytes += bytes;
    else this.#begun = performance.now();
    if (this.#bytes >= SAMPLE) this.ended(this.#bytes / (performance.now() - this.#begun));
  }
}

/**
 * @param {BundleFile} file
 * @param {How} how
 * @param {(bytes: number) => void} arrived
 * @param {ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>} out
 * @param {AbortSignal} signal
 */
async function pass(file, { fresh, after, priority }, arrived, out, signal) {
  await after;
  // A copy that the browser has is never too old, as names are made from content.
  const response = await fetch(file.url, { cache: fresh ? "reload" : "force-cache", priority, signal });
  if (!response.ok || !response.body) throw new Failure("missing", `${response.status} ${file.url}`);
  const whole = new Uint8Array(file.bytes);
  let length = 0;
  let last = new Uint8Array(0);
  const reader = response.body.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    if (length + piece.value.length > file.bytes) throw new Failure("altered", file.url);
    whole.set(piece.value, length);
    length += piece.value.length;
    arrived(piece.value.length);
    if (last.length > 0) out.enqueue(last);
    last = piece.value;
  }
  if (length < file.bytes || !(await matches(whole, file.sha256))) throw new Failure("altered", file.url);
  out.enqueue(last);
  out.close();
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {string} sha256
 * @returns {Promise<boolean>} whether the digest is this; it exists on https and localhost only, elsewhere the length has to do
 */
export async function matches(bytes, sha256) {
  return !crypto.subtle || hexadecimal(await crypto.subtle.digest("SHA-256", bytes)) === sha256;
}

/** @param {ArrayBuffer} digest */
function hexadecimal(digest) {
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * @param {Stream} packed
 * @returns {Stream}
 */
export function inflate(packed) {
  return packed.pipeThrough(/** @type {ReadableWritablePair} */ (new DecompressionStream("gzip")));
}

/**
 * @param {Stream} source
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function bytes(source) {
  return new Uint8Array(await new Response(source).arrayBuffer());
}
