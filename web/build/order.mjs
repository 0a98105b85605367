// Puts the functions of a wasm file into an order in which gzip packs them better. It finds again what it has seen no
// further than 32 kB back, and the linker puts functions that are alike anywhere: the same generic for two types, two
// components. It takes some 50 kB off the page.
//
// wasm-opt does the moving, by names: here each function is named after its place.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Pieces of this many bytes are compared. */
const PIECE = 6;
/** A piece that more functions have is everywhere, and says nothing. */
const COMMON = 60;
/** How far back gzip sees, less what a match needs. */
const WINDOW = 30_000;

const CUSTOM = 0;
const IMPORT = 2;
const CODE = 10;

/** A number of the format (LEB128) at a place, and the place behind it. */
function number(bytes, at) {
  let value = 0;
  for (let scale = 1; ; scale *= 128) {
    const byte = bytes[at++];
    value += (byte & 127) * scale;
    if (byte < 128) return [value, at];
  }
}

function encoded(value) {
  const bytes = [];
  for (; value >= 128; value = Math.floor(value / 128)) bytes.push((value % 128) | 128);
  return Buffer.from([...bytes, value]);
}

/** The sections of a module, each with its id, where its content begins, and all its bytes. */
function sections(module) {
  const found = [];
  for (let at = 8; at < module.length; ) {
    const [length, begin] = number(module, at + 1);
    found.push({ id: module[at], begin, bytes: module.subarray(at, begin + length) });
    at = begin + length;
  }
  return found;
}

/** How many functions are imported: the others are numbered after them. */
function imported(module, at) {
  let [count, next] = number(module, at);
  const functions = count;
  for (; count > 0; count--) {
    for (const _ of ["module", "name"]) {
      const [length, begin] = number(module, next);
      next = begin + length;
    }
    if (module[next] !== 0) throw new Error("the engine imports something that is no function");
    [, next] = number(module, next + 1);
  }
  return functions;
}

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

/** For each function, the pieces that a few others have too, as numbers. */
function pieces(functions) {
  const numbers = new Map();
  const all = functions.map((bytes) => {
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

/** The functions in their new order: each time the one of which most has just been seen. */
function order(functions) {
  const all = pieces(functions);
  const owners = new Map();
  all.forEach(({ shared }, index) => {
    for (const piece of shared) owners.has(piece) ? owners.get(piece).push(index) : owners.set(piece, [index]);
  });
  const seen = new Map();
  // How many pieces of each function are in the window. What is short needs more of them.
  const known = all.map(() => 0);
  const worth = (index) => known[index] / (all[index].count + 12);
  const count = (index, change) => {
    for (const piece of all[index].shared) {
      const times = seen.get(piece) ?? 0;
      seen.set(piece, times + change);
      if (times === 0 || times + change === 0) for (const owner of owners.get(piece)) known[owner] += change;
    }
  };

  const left = new Set(functions.keys());
  const ordered = [];
  let [first, size] = [0, 0];
  let next = functions.reduce((best, bytes, index) => (bytes.length > functions[best].length ? index : best), 0);
  for (;;) {
    left.delete(next);
    ordered.push(next);
    count(next, 1);
    size += functions[next].length;
    while (size > WINDOW && first < ordered.length - 1) {
      size -= functions[ordered[first]].length;
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
  const one = (id) => parts.find((section) => section.id === id).begin;
  const offset = imported(module, one(IMPORT));
  const places = [];
  order(bodies(module, one(CODE))).forEach((index, place) => (places[index] = place));
  const names = places.flatMap((place, index) => [encoded(index + offset), Buffer.from(`\x06${String(place).padStart(6, "0")}`)]);
  const list = Buffer.concat([encoded(places.length), ...names]);
  const content = Buffer.concat([Buffer.from("\x04name\x01"), encoded(list.length), list]);
  const old = ({ id, begin }) => id === CUSTOM && module.toString("latin1", begin, begin + 5) === "\x04name";
  const kept = parts.filter((section) => !old(section)).map(({ bytes }) => bytes);
  return Buffer.concat([module.subarray(0, 8), ...kept, Buffer.from([CUSTOM]), encoded(content.length), content]);
}

/** Rewrites a wasm file. `web` is the folder with wasm-opt. */
export function reorder(file, web) {
  const passes = ["-Oz", "--reorder-functions-by-name", "--strip-debug", "--strip-producers", "--strip-target-features"];
  writeFileSync(file, named(readFileSync(file)));
  execFileSync(join(web, "node_modules/.bin/wasm-opt"), [file, ...passes, "-o", file], { stdio: "inherit" });
}
