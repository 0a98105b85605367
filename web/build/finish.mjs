// The last step of each build of the page (Trunk's post_build hook): what can only be made from its finished files.
//
//   index.html   boot.js starts the engine instead of Trunk's script, and a Content-Security-Policy names the
//                inline scripts by their hashes
//   sw.js        the service worker, with the names of all files of this version
//   app/         the manifest and the icons of the installed page, copied
//   *_bg.wasm    in a release: what it imports has short names, in its script too (shorten.mjs), and its functions
//                are in the order in which they pack best (order.mjs)
//   library*.js  so are its texts
//
// It fails where it does not find what it expects: a page without its policy must not be built.

import { createHash } from "node:crypto";
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { env } from "node:process";
import { fileURLToPath } from "node:url";
import { reorder, reorderLibrary } from "./order.mjs";
import { shorten } from "./shorten.mjs";

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = env.TRUNK_STAGING_DIR;
if (!dist) throw new Error("TRUNK_STAGING_DIR is not set: Trunk calls this after each build");

/** Replaces the one place where `pattern` is found. */
function replaceOne(text, pattern, replacement) {
  const found = text.match(new RegExp(pattern, "g")) ?? [];
  if (found.length !== 1) throw new Error(`index.html has ${found.length} places like ${pattern}`);
  return text.replace(pattern, replacement);
}

const hash = (text, encoding) => createHash("sha256").update(text).digest(encoding);

// What `trunk serve` adds to reload the page. It is not what it will be yet, so a hash cannot name it.
const reload = /<script>(?=\s*"use strict";[^]*?__TRUNK_ADDRESS__)/;

function policy(html, nonce) {
  const scripts = [...html.matchAll(/<script(?: type="module")?>([^]*?)<\/script>/g)].map(([, text]) => text);
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' ${scripts.map((text) => `'sha256-${hash(text, "base64")}'`).join(" ")}${nonce}`,
    // Attributes place things: where lanes begin, how wide a field is. Browsers that cannot tell them from elements
    // take the last line.
    "style-src-elem 'self'",
    "style-src-attr 'unsafe-inline'",
    "style-src 'self' 'unsafe-inline'",
    // blob: is a timeline on its way to a PNG.
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

const index = join(dist, "index.html");
let html = readFileSync(index, "utf8");
const serving = reload.test(html);

const engine = /<script type="module">\s*import init, \* as bindings from '([^']+)';\s*const wasm = await init\(\{ module_or_path: '([^']+)' \}\);[^]*?<\/script>/;
const [, script, wasm] = html.match(engine) ?? [];
html = replaceOne(html, engine, "");
html = replaceOne(html, /<link rel="modulepreload"[^>]*>/, "");
html = replaceOne(html, /<link rel="preload"[^>]*as="fetch"[^>]*>/, "");
// Before the style sheet: a script behind it would wait for it.
const begin = `loopscopeBegin(${JSON.stringify(script)}, ${JSON.stringify(wasm)}, "sw.js")`;
html = replaceOne(html, /<link rel="stylesheet"/, `<script>${begin}</script>\n    $&`);

let nonce = "";
if (serving) {
  const value = hash(String(Date.now()), "hex").slice(0, 16);
  html = html.replace(reload, `<script nonce="${value}">`);
  nonce = ` 'nonce-${value}'`;
}
html = replaceOne(html, /<meta charset="utf-8"\s*\/?>/, `$&\n    <meta http-equiv="Content-Security-Policy" content="${policy(html, nonce)}" />`);
writeFileSync(index, html);

if (env.TRUNK_PROFILE === "release") {
  const [module, bindings] = [wasm, script].map((path) => join(dist, basename(path)));
  shorten(module, bindings);
  reorder(module, web);
  reorderLibrary(join(dist, readdirSync(dist).find((file) => /^library-.*\.js$/.test(file))));
}

const app = join(web, "static/app");
for (const file of readdirSync(app)) copyFileSync(join(app, file), join(dist, file));

if (serving) {
  // A page that changes with each keystroke in an editor is not to be kept; one that was kept here before goes away.
  copyFileSync(join(web, "build/gone.js"), join(dist, "sw.js"));
} else {
  const files = readdirSync(dist).filter((file) => file !== "sw.js" && file !== "index.html").sort();
  const version = hash([html, ...files.map((file) => hash(readFileSync(join(dist, file)), "hex"))].join("\n"), "hex").slice(0, 16);
  const worker = readFileSync(join(web, "build/worker.js"), "utf8");
  writeFileSync(join(dist, "sw.js"), worker.replace("VERSION", version).replace('"FILES"', JSON.stringify(["./", ...files]).slice(1, -1)));
}
