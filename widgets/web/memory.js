// @ts-check
/** @file Lays a memory of Python into the one that a new WebAssembly has. */

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

export class Memory {
  #table;
  #contents;

  /** @param {Bytes} packed from the beginning of its buffer, as the generator describes it in `generator.browser.pieces` */
  constructor(packed) {
    const [length = 0, size = 0, count = 0] = new Uint32Array(packed.buffer, 0, 3);
    this.#table = new Uint32Array(packed.buffer, 12, 3 * count);
    const start = this.#table.byteOffset + this.#table.byteLength;
    /** With what Pyodide's snapshots begin; for Pyodide to make room for all of the memory, as long as that. */
    this.head = Object.defineProperty(packed.slice(start, start + size), "length", { value: length });
    this.#contents = packed.subarray(start + size);
  }

  /** @param {Uint8Array} heap of a Python that has not begun: zeros but for the places of pieces */
  layInto(heap) {
    let read = 0;
    for (let at = 0; at < this.#table.length; at += 3) {
      const [place = 0, zeros = 0, size = 0] = this.#table.subarray(at, at + 3);
      heap.fill(0, place, place + zeros);
      heap.set(this.#contents.subarray(read, read + size), place + zeros);
      read += size;
    }
  }
}
