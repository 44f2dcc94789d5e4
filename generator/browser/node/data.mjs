/** @file Writes the WebAssembly's own data as they are once its loader has put the addresses into them. */

import { writeFileSync } from "node:fs";
import { start } from "./python.mjs";

const [home, out, address, size] = process.argv.slice(2);
const { instantiate } = WebAssembly;
WebAssembly.instantiate = async (code, imports) => {
  const made = await instantiate(code, imports);
  const relocate = made.instance?.exports.__wasm_apply_data_relocs;
  if (!relocate) return made;
  const exports = { ...made.instance.exports, __wasm_apply_data_relocs: () => write(relocate, imports.env.memory.buffer) };
  return { module: made.module, instance: { exports } };
};

function write(relocate, memory) {
  relocate();
  writeFileSync(out, new Uint8Array(memory, Number(address), Number(size)));
  process.exit();
}

await start(home);
