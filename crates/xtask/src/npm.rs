//! What the page takes from npm: the editor, its bundler and wasm-opt.

use std::fs;
use std::path::PathBuf;

use crate::step::{already, step};
use crate::{Result, run, workspace};

/// Installs the packages of web/package-lock.json, once per content of that file.
pub(crate) fn install() -> Result<()> {
    let web = workspace::root().join("web");
    let wanted =
        fs::read(web.join("package-lock.json")).map_err(|error| format!("web/package-lock.json: {error}"))?;
    // npm writes nothing to the folder that tells by itself which lock file it was made from.
    let stamp = web.join("node_modules/.installed-from.json");
    if fs::read(&stamp).is_ok_and(|found| found == wanted) {
        already("npm packages", "up to date");
    } else {
        step("npm ci", || {
            run::run(run::command("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(&web))?;
            Ok(fs::write(&stamp, wanted)?)
        })?;
    }
    // Trunk does it before each build; cargo alone cannot, and compiles against these files.
    run::run(run::command("npm").args(["run", "--silent", "bundle"]).current_dir(&web))
}

/// The folder of the packages' commands.
pub(crate) fn bin() -> PathBuf {
    workspace::root().join("web/node_modules/.bin")
}
