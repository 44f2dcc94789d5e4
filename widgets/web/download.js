// @ts-check
/** @file Fetches a file, reports its bytes as they come, and accepts it only whole and unaltered. */

/** A failure that the page has words for: `reason` names them. */
export class Failure extends Error {
  /**
   * @param {string} reason
   * @param {string} detail
   */
  constructor(reason, detail) {
    super(detail);
    this.reason = reason;
  }
}

/**
 * @param {import("./engine.js").BundleFile} file
 * @param {(bytes: number) => void} arrived called with the size of every piece
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 * @throws {Failure} "network", "missing" or "altered"
 */
export async function download(file, arrived) {
  const response = await fetch(file.url).catch((error) => {
    throw new Failure("network", String(error));
  });
  if (!response.ok || !response.body) throw new Failure("missing", `${response.status} ${file.url}`);
  const bytes = await collect(response.body, file, arrived).catch((error) => {
    throw error instanceof Failure ? error : new Failure("network", String(error));
  });
  // Digests exist on https and localhost only; elsewhere the length has to do.
  if (crypto.subtle && (await digest(bytes)) !== file.sha256) throw new Failure("altered", file.url);
  return bytes;
}

/**
 * @param {ReadableStream<Uint8Array>} stream
 * @param {import("./engine.js").BundleFile} file
 * @param {(bytes: number) => void} arrived
 */
async function collect(stream, file, arrived) {
  const whole = new Uint8Array(file.bytes);
  let length = 0;
  const reader = stream.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    if (length + piece.value.length > file.bytes) throw new Failure("altered", file.url);
    whole.set(piece.value, length);
    length += piece.value.length;
    arrived(piece.value.length);
  }
  if (length < file.bytes) throw new Failure("altered", file.url);
  return whole;
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Promise<string>} SHA-256 in hexadecimal
 */
async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
