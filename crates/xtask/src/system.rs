//! What comes from the operating system. Where that is Debian and we may, it is installed; anywhere
//! else the error is one line that says what to install.

use std::process::Command;

use crate::step::{already, step};
use crate::{Result, run};

pub(crate) fn node() -> Result<()> {
    if let (Some(node), Some(_)) = (run::output(run::command("node").arg("--version")), run::find("npm")) {
        already("node", &node);
        return Ok(());
    }
    install(&["nodejs", "npm"], "Node.js with npm")
}

/// Chromium and its WebDriver server, for the tests and figures that need a real browser.
pub(crate) fn chromium() -> Result<()> {
    if let Some(version) = run::output(run::command("chromedriver").arg("--version")) {
        already("chromedriver", version.split(' ').nth(1).unwrap_or(&version));
        return Ok(());
    }
    install(&["chromium", "chromium-driver"], "Chromium and chromedriver")
}

/// Installs Debian packages.
///
/// # Errors
/// One line that names `what` and the packages, where apt is missing or not allowed.
pub(crate) fn install(packages: &[&str], what: &str) -> Result<()> {
    let names = packages.join(" ");
    let missing =
        |why: &str| format!("{what} is missing and {why}: install it (Debian: apt-get install {names})");
    if run::find("apt-get").is_none() {
        return Err(missing("there is no apt-get here").into());
    }
    if !root() && run::output(run::command("sudo").args(["-n", "true"])).is_none() {
        return Err(missing("only root may install packages").into());
    }
    step(&format!("apt-get install {names}"), || {
        let install =
            || run::run(apt().args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages));
        // The package lists of a bare machine are empty, those of an old one stale.
        if packages.iter().all(|package| known(package)) && install().is_ok() {
            return Ok(());
        }
        run::run(apt().args(["update", "-qq"]))?;
        install()
    })
    .map_err(|_| missing("apt-get could not install the packages").into())
}

/// Whether apt knows a package of that name, as far as its lists are loaded.
pub(crate) fn known(package: &str) -> bool {
    run::output(run::command("apt-cache").args(["show", package])).is_some_and(|text| !text.is_empty())
}

fn apt() -> Command {
    let mut command = if root() { run::command("apt-get") } else { run::command("sudo") };
    if !root() {
        command.args(["-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    }
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn root() -> bool {
    run::output(run::command("id").arg("-u")).as_deref() == Some("0")
}
