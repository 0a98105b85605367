//! The engine beside Pyodide in one Chromium: the programs of `benches/programs`, in `benches/browser`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::setup::Ready;
use crate::step::step;
use crate::toolchain::WASM;
use crate::{Result, npm, run, screenshot, workspace};

/// The command that measures, once both engines lie in a folder that can be served.
pub(crate) fn command(ready: &Ready, options: &[&str]) -> Result<Command> {
    let source = workspace::root().join("benches/browser");
    let site = workspace::target().join("bench-browser");
    fs::create_dir_all(&site)?;
    npm::install_in(&source)?;
    step("building the engine for the browser", || engine(ready, &site.join("engine")))?;
    for name in ["index.html", "compare.js"] {
        fs::copy(source.join(name), site.join(name))?;
    }
    copy_files(&source.join("node_modules/pyodide"), &site.join("pyodide"))?;
    let mut command = screenshot::harness(ready, "compare");
    command.arg(site).arg(workspace::root().join("benches/programs")).args(options);
    Ok(command)
}

/// Builds the module as the page is built: same profile, same library, same wasm-opt.
fn engine(ready: &Ready, folder: &Path) -> Result<()> {
    let mut cargo = ready.command("cargo");
    cargo.args(["build", "--quiet", "--profile", "web", "-p", "loopscope-bench-browser", "--target", WASM]);
    // Without the library's source the page is built with the usual one, and so is this.
    ready.toolchain().shrink(&mut cargo);
    run::run(&mut cargo)?;
    let module: PathBuf = [WASM, "web", "loopscope_bench_browser.wasm"].iter().collect();
    let mut bindgen = run::command("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "engine", "--out-dir"]).arg(folder);
    run::run(bindgen.arg(workspace::target().join(module)))?;
    let wasm = folder.join("engine_bg.wasm");
    // As index.html has it.
    let mut shrink = run::command(npm::bin().join("wasm-opt"));
    shrink.args(["-Oz", "--one-caller-inline-max-function-size=0"]);
    run::run(shrink.arg(&wasm).arg("-o").arg(&wasm))
}

fn copy_files(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)?.flatten().filter(|entry| entry.path().is_file()) {
        fs::copy(entry.path(), to.join(entry.file_name()))?;
    }
    Ok(())
}
