// @ts-check
/** @file Puts a memory of Python into the one that a new WebAssembly has: only what differs from it is here. */

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

export class Memory {
  /** @type {[place: number, content: Bytes][]} */
  #pieces = [];

  /**
   * @param {Bytes} wasm
   * @param {Bytes} delta as the generator describes it in `generator.browser.snapshot`
   */
  constructor(wasm, delta) {
    const [length = 0, place = 0, start = 0, size = 0, count = 0] = new Uint32Array(delta.buffer, 0, 5);
    const table = new Uint32Array(delta.buffer, 20, 2 * count);
    this.length = length;
    this.#pieces.push([place, wasm.subarray(start, start + size)]);
    let read = table.byteOffset + table.byteLength;
    for (let at = 0; at < table.length; at += 2) {
      const end = read + (table[at + 1] ?? 0);
      this.#pieces.push([table[at] ?? 0, delta.subarray(read, end)]);
      read = end;
    }
  }

  /** @returns {Bytes} with what Pyodide's snapshots begin; for Pyodide to make room for all of it, as long as the whole */
  get head() {
    const [, first] = this.#pieces.find(([place]) => place === 0) ?? [0, new Uint8Array(8)];
    const head = first.slice(0, new Uint32Array(first.buffer, first.byteOffset, 2)[1]);
    return Object.defineProperty(head, "length", { value: this.length });
  }

  /** @param {Uint8Array} heap of a Python that has not begun: zeros and the WebAssembly's own data but for the places of pieces */
  layOver(heap) {
    const { byteLength } = this.head;
    for (const [place, content] of this.#pieces) {
      const behind = Math.max(0, byteLength - place);
      heap.set(content.subarray(behind), place + behind - byteLength);
    }
  }
}
