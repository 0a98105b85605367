// Trunk's hook: packs lessons/ before each build of the page.
import { spawnSync } from "node:child_process";

// `cargo xtask build` has packed them already, and what it sets for the release page is not for what runs here.
if (!process.env.CARGO_UNSTABLE_BUILD_STD) {
  const { status } = spawnSync("cargo", ["xtask", "lessons"], { stdio: "inherit" });
  process.exitCode = status ?? 1;
}
