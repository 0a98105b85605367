//! The two programs that come from crates.io: Trunk, and the command of wasm-bindgen, which must have
//! the very version of the crate.
//!
//! Both are built without optimisation: that halves the time, and they are fast enough.

use crate::step::{already, step};
use crate::{Result, run, workspace};

const TRUNK: &str = "0.21.14";

/// Trunk builds and serves the page.
pub(crate) fn trunk() -> Result<()> {
    let options = ["--locked", "--no-default-features", "--features", "rustls"];
    install("trunk", "trunk", TRUNK, "about 4 minutes", &options)
}

/// `wasm-bindgen`, which Trunk calls, and `wasm-bindgen-test-runner`.
pub(crate) fn wasm_bindgen() -> Result<()> {
    // Not `--locked`: the lock file of 0.2.130 names a version that was withdrawn.
    install(
        "wasm-bindgen",
        "wasm-bindgen-cli",
        &workspace::locked_version("wasm-bindgen")?,
        "about 2 minutes",
        &[],
    )
}

fn install(program: &str, package: &str, version: &str, time: &str, options: &[&str]) -> Result<()> {
    let found = run::output(run::command(program).arg("--version"));
    if found.as_deref().and_then(|line| line.split(' ').nth(1)) == Some(version) {
        already(program, version);
        return Ok(());
    }
    step(&format!("cargo install {package} {version} ({time})"), || {
        let mut cargo = run::command("cargo");
        cargo.args(["install", package, "--version", version, "--debug", "--force", "--quiet"]).args(options);
        cargo.env("CARGO_PROFILE_DEV_DEBUG", "false");
        run::run(&mut cargo)
    })?;
    match run::find(program) {
        Some(_) => Ok(()),
        None => Err(format!("{program} is installed but not on PATH: add cargo's bin folder to PATH").into()),
    }
}
