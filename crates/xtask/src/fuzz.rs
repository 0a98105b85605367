//! `cargo xtask fuzz-asyncio`: random asyncio programs under CPython 3.13 and under the engine, by tests/differential.

use std::env;

use crate::step::step;
use crate::workspace::root;
use crate::{Result, record, run};

pub(crate) fn command(options: &[&str]) -> Result<()> {
    let mut python =
        record::python().ok_or("CPython 3.13 is missing: install it so that python3.13 is on PATH")?;
    let build = ["build", "--quiet", "-p", "loopscope-tests", "--bin", "differential"];
    step("building the engine", || run::run(run::command("cargo").args(build)))?;
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), Into::into);
    let engine = target.join("debug").join(format!("differential{}", env::consts::EXE_SUFFIX));
    run::run(python.arg("tests/differential/fuzz.py").arg(engine).args(options))
}
