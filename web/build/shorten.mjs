// Gives what the engine imports short names, in the wasm file and in wasm-bindgen's script, and takes what only people
// read out of the script.

import { readFileSync, writeFileSync } from "node:fs";
import { transformSync } from "esbuild";
import { IMPORT, encoded, imports, sections, withSections } from "./wasm.mjs";

const text = (value) => Buffer.concat([encoded(Buffer.byteLength(value)), Buffer.from(value)]);

/** Rewrites both files. */
export function shorten(wasm, script) {
  const module = readFileSync(wasm);
  let source = readFileSync(script, "utf8");
  const list = imports(module);
  const entries = list.map(({ from, name, type }, index) => {
    const short = `_${index.toString(36)}`;
    const places = source.split(new RegExp(`\\b${name}\\b`));
    if (places.length !== 2) throw new Error(`the script has ${places.length - 1} places like ${name}`);
    source = places.join(short);
    return Buffer.concat([text(from), text(short), Buffer.from([0]), encoded(type)]);
  });
  const content = Buffer.concat([encoded(list.length), ...entries]);
  const parts = sections(module).map((section) => (section.id === IMPORT ? { ...section, content } : section));
  writeFileSync(wasm, withSections(parts));
  writeFileSync(script, transformSync(source, { minify: true, format: "esm" }).code);
}
