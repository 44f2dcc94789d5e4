// @ts-check
/** @file Fetches a file, reports its bytes as they come, and hands on its last piece only once the whole is known to be right. */

/** @typedef {{stream: ReadableStream<Uint8Array<ArrayBuffer>>, done: Promise<void>}} Download */

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
 * @param {import("./messages.js").BundleFile} file
 * @param {boolean} fresh whether to pass over what the browser has of it; else a copy is never too old, as names are made from content
 * @param {(bytes: number) => void} arrived called with the size of every piece
 * @returns {Download} `done` rejects with a Failure: "network", "missing" or "altered"
 */
export function download(file, fresh, arrived) {
  /** @type {ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | undefined} */
  let out;
  const stream = new ReadableStream({ start: (controller) => void (out = controller) });
  const controller = /** @type {ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>} */ (/** @type {unknown} */ (out));
  const done = pass(file, fresh, arrived, controller).catch((error) => {
    const failure = error instanceof Failure ? error : new Failure("network", String(error));
    controller.error(failure);
    throw failure;
  });
  return { stream, done };
}

/**
 * @param {import("./messages.js").BundleFile} file
 * @param {boolean} fresh
 * @param {(bytes: number) => void} arrived
 * @param {ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>} out
 */
async function pass(file, fresh, arrived, out) {
  const response = await fetch(file.url, { cache: fresh ? "reload" : "force-cache" });
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
async function matches(bytes, sha256) {
  return !crypto.subtle || (await digest(bytes)) === sha256;
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Promise<string>} SHA-256 in hexadecimal
 */
async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
