//! Core and the engine on this machine, beside other runtimes: the release build of `benches/`.

use std::process::Command;

use crate::step::step;
use crate::{Result, record, run};

/// The command that measures, once it is built.
pub(crate) fn command(options: &[&str]) -> Result<Command> {
    let cargo = ["--quiet", "--release", "-p", "loopscope-bench"];
    step("building the benchmarks", || run::run(run::command("cargo").arg("build").args(cargo)))?;
    let mut command = run::command("cargo");
    command.arg("run").args(cargo).arg("--").args(options);
    match record::python() {
        Some(python) => {
            command.arg("--python").arg(python.get_program());
            for (name, value) in python.get_envs() {
                command.env(name, value.unwrap_or_default());
            }
        }
        None => eprintln!("CPython 3.13 is missing: its columns are left out"),
    }
    Ok(command)
}
