//! Looking for faults by comparing, and with chance.
//!
//! Under CPython 3.13 and under the engine, by `tests/differential`: `fuzz-asyncio` random asyncio programs, `fuzz-values` random
//! expressions, `corpus` the programs of a folder. `cpython-tests` runs CPython's own tests, by `tests/cpython`.
//! `fuzz-engine` runs whatever libFuzzer makes of the recorded programs, by `tests/fuzz`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::step::step;
use crate::workspace::{root, target};
use crate::{Result, record, run};

pub(crate) fn asyncio(options: &[&str]) -> Result<()> {
    let (mut python, engine) = sides()?;
    run::run(python.arg("tests/differential/fuzz.py").arg(engine).args(options))
}

/// Random expressions.
pub(crate) fn values(options: &[&str]) -> Result<()> {
    let (mut python, engine) = sides()?;
    run::run(python.arg("tests/differential/values.py").arg(engine).args(options))
}

/// The programs of a folder.
pub(crate) fn corpus(options: &[&str]) -> Result<()> {
    let (mut python, engine) = sides()?;
    let options = options.iter().map(|option| absolute(option));
    run::run(python.arg("tests/differential/corpus.py").arg(engine).args(options))
}

/// A folder is named from where the command is typed, which need not be the workspace's.
fn absolute(option: &str) -> PathBuf {
    if option.starts_with('-') || option.parse::<u32>().is_ok() {
        return option.into();
    }
    env::current_dir().map_or_else(|_| option.into(), |folder| folder.join(option))
}

/// CPython 3.13, and the engine that answers for our side.
fn sides() -> Result<(Command, PathBuf)> {
    let python =
        record::python().ok_or("CPython 3.13 is missing: install it so that python3.13 is on PATH")?;
    let build = ["build", "--quiet", "-p", "loopscope-tests", "--bin", "differential"];
    step("building the engine", || run::run(run::command("cargo").args(build)))?;
    Ok((python, target().join("debug").join(format!("differential{}", env::consts::EXE_SUFFIX))))
}

/// CPython's own tests, in the engine's command.
pub(crate) fn cpython_tests(options: &[&str]) -> Result<()> {
    let mut python =
        record::python().ok_or("CPython 3.13 is missing: install it so that python3.13 is on PATH")?;
    let build = ["build", "--quiet", "-p", "loopscope"];
    step("building the engine", || run::run(run::command("cargo").args(build)))?;
    let engine = target().join("debug").join(format!("loopscope{}", env::consts::EXE_SUFFIX));
    run::run(python.arg("tests/cpython/run.py").arg(engine).args(options))
}

/// What makes the compiler count which edges a run takes, and what it compares; a stable compiler can do it.
const COVERAGE: &str = "--cfg fuzzing -Ccodegen-units=1 -Cpasses=sancov-module \
    -Cllvm-args=-sanitizer-coverage-level=4 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares";
/// Longer programs are slower and find no more.
const LONGEST: u64 = 6_000;

/// Runs until the time is over or something is found.
pub(crate) fn engine(options: &[&str]) -> Result<()> {
    let minutes: u32 = match options {
        [] => 10,
        ["--minutes", minutes] => minutes.parse().map_err(|_| "--minutes takes a number")?,
        _ => return Err("usage: cargo xtask fuzz-engine [--minutes N]".into()),
    };
    let version = run::output(run::command("rustc").arg("-vV")).unwrap_or_default();
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).ok_or("no rustc")?;
    let folder = target().join("fuzz-engine");
    step("building the engine for libFuzzer", || {
        let mut cargo = run::command("cargo");
        cargo.args(["build", "--quiet", "--release", "--target", host]).arg("--manifest-path");
        cargo.arg(root().join("tests/fuzz/Cargo.toml")).arg("--target-dir").arg(&folder);
        run::run(cargo.env("RUSTFLAGS", COVERAGE))
    })?;
    let (seeds, corpus, found) = (folder.join("seeds"), folder.join("corpus"), folder.join("found/"));
    for folder in [&seeds, &corpus, &found] {
        fs::create_dir_all(folder)?;
    }
    for group in ["tests/programs", "tests/refusals"] {
        copy_programs(&root().join(group), &seeds)?;
    }
    let mut fuzzer = run::command(folder.join(host).join("release/engine"));
    fuzzer.arg(&corpus).arg(&seeds).arg(format!("-artifact_prefix={}", found.display()));
    fuzzer.args(["-max_len=8000", "-timeout=20", "-rss_limit_mb=3000", "-print_final_stats=1"]);
    run::run(fuzzer.arg(format!("-max_total_time={}", minutes * 60)))
        .map_err(|error| format!("{error}\nthe program lies in {}", found.display()).into())
}

/// Copies the programs of a folder and its folders into one folder.
fn copy_programs(from: &Path, to: &Path) -> Result<()> {
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        if path.is_dir() {
            copy_programs(&path, to)?;
        } else if path.extension().is_some_and(|extension| extension == "py")
            && path.metadata()?.len() <= LONGEST
        {
            let name: Vec<_> = path.iter().rev().take(2).map(|part| part.to_string_lossy()).collect();
            fs::copy(&path, to.join(name.join("-")))?;
        }
    }
    Ok(())
}
