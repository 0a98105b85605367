//! What each command needs, in the order in which it is installed. Every check is cheap, so a second
//! run does nothing and takes about a second.

use std::process::Command;
use std::time::Instant;

use crate::step::seconds;
use crate::toolchain::Toolchain;
use crate::{Result, npm, run, system, toolchain, tools, workspace};

/// Chromium is wanted only by what runs the page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Browser {
    Needed,
    NotNeeded,
}

/// A machine on which the page can be built.
pub(crate) struct Ready {
    toolchain: Toolchain,
}

impl Ready {
    /// A command whose cargo and rustc have the wasm32 target.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = run::command(program);
        self.toolchain.choose(&mut command);
        command
    }

    pub(crate) fn toolchain(&self) -> &Toolchain {
        &self.toolchain
    }
}

pub(crate) fn command(arguments: &[&str]) -> Result<()> {
    match arguments {
        [] => ready(Browser::NotNeeded).map(drop),
        ["--browser"] => ready(Browser::Needed).map(drop),
        _ => Err("usage: cargo xtask setup [--browser]".into()),
    }
}

/// Installs what is missing.
pub(crate) fn ready(browser: Browser) -> Result<Ready> {
    let start = Instant::now();
    eprintln!("set-up");
    // First what may have to be installed by hand: nobody wants to hear of it after minutes of compiling.
    system::node()?;
    if browser == Browser::Needed {
        system::chromium()?;
    }
    npm::install()?;
    if browser == Browser::Needed {
        npm::install_in(&workspace::root().join("tests/e2e"))?;
    }
    let toolchain = toolchain::ready()?;
    tools::wasm_bindgen()?;
    tools::trunk()?;
    eprintln!("set-up took {}", seconds(start.elapsed()));
    Ok(Ready { toolchain })
}
