//! `cargo xtask record`: what CPython 3.13 prints for the conformance programs, by tests/record.py.

use std::process::Command;

use crate::{Result, run, support};

pub(crate) fn command(options: &[&str]) -> Result<()> {
    let mut python = python().ok_or("CPython 3.13 is missing: install it so that python3.13 is on PATH")?;
    run::run(python.arg("tests/record.py").args(options))?;
    // The page that lists the programs.
    if options.contains(&"--check") { Ok(()) } else { support::command() }
}

/// What runs CPython 3.13: pyenv's 3.13.0 where it is installed (what the committed files were recorded with), else any python3.13.
pub(crate) fn python() -> Option<Command> {
    let pyenv = || {
        let mut command = run::command("python3");
        command.env("PYENV_VERSION", "3.13.0");
        command
    };
    let is_3_13 = |mut command: Command| {
        run::output(command.arg("--version")).is_some_and(|version| version.starts_with("Python 3.13."))
    };
    let candidates: [&dyn Fn() -> Command; 2] = [&pyenv, &|| run::command("python3.13")];
    candidates.into_iter().find(|candidate| is_3_13(candidate())).map(|candidate| candidate())
}
