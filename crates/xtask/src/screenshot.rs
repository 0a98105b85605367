//! `cargo xtask screenshot`: pictures of the release page, once its first timeline is drawn.

use std::process::Command;

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
    step("screenshots", || run::run(harness(&ready, "screenshot").arg(workspace::dist()).arg(folder)))
}

/// A command of the browser harness (`tests/src/bin/page/main.rs`), to which the folder that is served is to be added.
pub(crate) fn harness(ready: &Ready, command: &str) -> Command {
    let mut cargo = ready.command("cargo");
    cargo.args(["run", "--quiet", "-p", "loopscope-tests", "--features", "browser", "--bin", "page", "--"]);
    cargo.arg(command);
    cargo
}
