//! What is taken from npm: the page's editor, its bundler and wasm-opt; for the browser tests, axe; for one benchmark, Pyodide.

use std::fs;
use std::path::{Path, PathBuf};

use crate::step::{already, step};
use crate::{Result, lessons, library, run, workspace};

/// Installs what the page needs.
pub(crate) fn install() -> Result<()> {
    let web = workspace::root().join("web");
    install_in(&web)?;
    library::write()?;
    lessons::write()?;
    // Trunk does it before each build; cargo alone cannot, and compiles against these files.
    run::run(run::command("npm").args(["run", "--silent", "bundle"]).current_dir(&web))
}

/// Installs the packages of a folder's package-lock.json, once per content of that file.
pub(crate) fn install_in(folder: &Path) -> Result<()> {
    let lock = folder.join("package-lock.json");
    let wanted = fs::read(&lock).map_err(|error| format!("{}: {error}", lock.display()))?;
    // npm writes nothing to the folder that tells by itself which lock file it was made from.
    let stamp = folder.join("node_modules/.installed-from.json");
    if fs::read(&stamp).is_ok_and(|found| found == wanted) {
        already("npm packages", "up to date");
        return Ok(());
    }
    step("npm ci", || {
        run::run(run::command("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(folder))?;
        Ok(fs::write(&stamp, wanted)?)
    })
}

/// The folder of the packages' commands.
pub(crate) fn bin() -> PathBuf {
    workspace::root().join("web/node_modules/.bin")
}
