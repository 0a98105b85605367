//! `cargo xtask screenshot`: pictures of the release page, once its first timeline is drawn.

use crate::setup::{self, Browser, Ready};
use crate::step::step;
use crate::{Result, page, run, workspace};

pub(crate) fn command(arguments: &[&str]) -> Result<()> {
    let folder = match arguments {
        [] => "docs/screenshots",
        [folder] => folder,
        _ => return Err("usage: cargo xtask screenshot [FOLDER]".into()),
    };
    let ready = setup::ready(Browser::Needed)?;
    page::build(&ready)?;
    step("screenshots", || in_browser(&ready, "screenshot", &[folder]))
}

/// Runs a command of the browser harness (`tests/src/bin/page.rs`) on dist/.
pub(crate) fn in_browser(ready: &Ready, command: &str, options: &[&str]) -> Result<()> {
    let mut cargo = ready.command("cargo");
    cargo.args(["run", "--quiet", "-p", "loopscope-tests", "--features", "browser", "--bin", "page", "--"]);
    run::run(cargo.arg(command).arg(workspace::dist()).args(options))
}
