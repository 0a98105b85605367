// Puts the functions of a wasm file, and the texts of the standard library, into an order in which gzip packs them
// better. It finds again what it has seen no further than 32 kB back, and the linker puts functions that are alike
// anywhere: the same generic for two types, two components. It takes some 60 kB off the page.
//
// wasm-opt moves the functions, by names: here each is named after its place.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CODE, CUSTOM, encoded, imports, number, sections, withSections } from "./wasm.mjs";

/** Pieces of this many bytes are compared. */
const PIECE = 6;
/** A piece that more of them have is everywhere, and says nothing. */
const COMMON = 60;
/** How far back gzip sees, less what a match needs. */
const WINDOW = 30_000;

/** The bytes of each function. */
function bodies(module, at) {
  let [count, next] = number(module, at);
  const found = [];
  for (; count > 0; count--) {
    const [length, begin] = number(module, next);
    next = begin + length;
    found.push(module.subarray(begin, next));
  }
  return found;
}

/** For each of these texts of bytes, the pieces that a few others have too, as numbers. */
function pieces(texts) {
  const numbers = new Map();
  const all = texts.map((bytes) => {
    const own = new Set();
    for (let at = 0; at + PIECE <= bytes.length; at++) {
      const piece = bytes.latin1Slice(at, at + PIECE);
      if (!numbers.has(piece)) numbers.set(piece, numbers.size);
      own.add(numbers.get(piece));
    }
    return own;
  });
  const owners = Array.from(numbers, () => 0);
  for (const own of all) for (const piece of own) owners[piece]++;
  return all.map((own) => ({
    count: own.size,
    shared: [...own].filter((piece) => owners[piece] > 1 && owners[piece] <= COMMON),
  }));
}

/** The numbers of texts of bytes in their new order: each time the one of which most has just been seen. */
function order(texts) {
  const all = pieces(texts);
  const owners = new Map();
  all.forEach(({ shared }, index) => {
    for (const piece of shared) owners.has(piece) ? owners.get(piece).push(index) : owners.set(piece, [index]);
  });
  const seen = new Map();
  // How many pieces of each are in the window. What is short needs more of them.
  const known = all.map(() => 0);
  const worth = (index) => known[index] / (all[index].count + 12);
  const count = (index, change) => {
    for (const piece of all[index].shared) {
      const times = seen.get(piece) ?? 0;
      seen.set(piece, times + change);
      if (times === 0 || times + change === 0) for (const owner of owners.get(piece)) known[owner] += change;
    }
  };

  const left = new Set(texts.keys());
  const ordered = [];
  let [first, size] = [0, 0];
  let next = texts.reduce((best, bytes, index) => (bytes.length > texts[best].length ? index : best), 0);
  for (;;) {
    left.delete(next);
    ordered.push(next);
    count(next, 1);
    size += texts[next].length;
    while (size > WINDOW && first < ordered.length - 1) {
      size -= texts[ordered[first]].length;
      count(ordered[first++], -1);
    }
    if (left.size === 0) return ordered;
    let best = -1;
    for (const index of left) {
      if (worth(index) > best) [next, best] = [index, worth(index)];
    }
  }
}

/** A module in which the name of each function is its place in the new order. */
function named(module) {
  const parts = sections(module);
  const offset = imports(module).length;
  const places = [];
  order(bodies(module, parts.find(({ id }) => id === CODE).begin)).forEach((index, place) => (places[index] = place));
  const names = places.flatMap((place, index) => [encoded(index + offset), Buffer.from(`\x06${String(place).padStart(6, "0")}`)]);
  const list = Buffer.concat([encoded(places.length), ...names]);
  const content = Buffer.concat([Buffer.from("\x04name\x01"), encoded(list.length), list]);
  const old = ({ id, content }) => id === CUSTOM && content.toString("latin1", 0, 5) === "\x04name";
  return withSections([...parts.filter((section) => !old(section)), { id: CUSTOM, content }]);
}

/** Rewrites the script with the standard library: one string, in which each text begins with a mark. */
export function reorderLibrary(file) {
  const parts = readFileSync(file, "utf8").match(/^([^"]*")([^]*)(";\s*)$/);
  if (!parts) throw new Error("the standard library is not one string");
  const [, begin, library, end] = parts;
  const texts = library.split(/(?<=^|\\n)(?=\\x01)/);
  const moved = order(texts.map((text) => Buffer.from(text))).map((index) => texts[index]);
  writeFileSync(file, begin + moved.join("") + end);
}

/** Rewrites a wasm file. `web` is the folder with wasm-opt. */
export function reorder(file, web) {
  // A function with one caller stays its own, as in index.html: it packs better beside its likes than inside.
  const options = ["-Oz", "--one-caller-inline-max-function-size=0"];
  const passes = ["--reorder-functions-by-name", "--strip-debug", "--strip-producers", "--strip-target-features"];
  writeFileSync(file, named(readFileSync(file)));
  execFileSync(join(web, "node_modules/.bin/wasm-opt"), [file, ...options, ...passes, "-o", file], { stdio: "inherit" });
}
