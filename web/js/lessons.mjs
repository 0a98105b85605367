// Trunk's hook: packs lessons/ for the page, if any of it was changed since.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync, utimesSync } from "node:fs";

const packed = "web/generated/lessons.js";
const sources = ["lessons", "crates/lessons/src"].flatMap((folder) => [
  folder,
  ...readdirSync(folder).map((name) => `${folder}/${name}`),
]);
const newest = Math.max(...sources.map((path) => statSync(path).mtimeMs));

// `cargo xtask build` has packed them already, and what it sets for the release page is not for what runs here.
const ready = process.env.CARGO_UNSTABLE_BUILD_STD || (existsSync(packed) && statSync(packed).mtimeMs > newest);
if (!ready) {
  const { status } = spawnSync("cargo", ["xtask", "lessons"], { stdio: "inherit" });
  process.exitCode = status ?? 1;
  // What stays the same is not written again.
  if (status === 0) utimesSync(packed, new Date(), new Date());
}
