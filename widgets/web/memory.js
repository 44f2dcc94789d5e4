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
    const first = table.byteOffset + table.byteLength; // it stands at the memory's beginning
    const head = delta.slice(first, first + (new Uint32Array(delta.buffer, first, 2)[1] ?? 0));
    /** With what Pyodide's snapshots begin; for Pyodide to make room for all of the memory, as long as that. */
    this.head = Object.defineProperty(head, "length", { value: length });
    this.#pieces.push([place, wasm.subarray(start, start + size)]);
    let read = first;
    for (let at = 0; at < table.length; at += 2) {
      const end = read + (table[at + 1] ?? 0);
      this.#pieces.push([table[at] ?? 0, delta.subarray(read, end)]);
      read = end;
    }
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
