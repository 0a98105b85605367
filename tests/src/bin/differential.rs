//! The engine's side of tests/differential: runs one program after the other, on the virtual clock.
//!
//! Its argument is how much fuel a program has. Each line on stdin is the path of a program. It is answered on stdout by a line of the exit status, the
//! lengths of stdout and stderr in bytes and, if the program did not end by itself, why; then by the two streams.
#![forbid(unsafe_code)]

use std::env;
use std::fs;
use std::io::{self, BufRead, Write};
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::process::ExitCode;

use loopscope_core::driver::virtual_time;
use loopscope_core::time::Time;
use loopscope_tests::compare::Outcome;
use loopscope_tests::engine::{self, Limits};

/// Far beyond what a generated program needs, which takes a few milliseconds.
const FUEL: u64 = 100_000_000;

fn main() -> ExitCode {
    let fuel = env::args().nth(1).map_or(Ok(FUEL), |fuel| fuel.parse());
    let Ok(fuel) = fuel else {
        eprintln!("usage: differential [FUEL]");
        return ExitCode::FAILURE;
    };
    let limits = Limits { driver: virtual_time::Limits { until: Time::MAX, fuel }, memory: 1 << 30 };
    for line in io::stdin().lock().lines() {
        if let Err(error) = line.and_then(|path| answer(Path::new(&path), limits)) {
            eprintln!("error: {error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn answer(path: &Path, limits: Limits) -> io::Result<()> {
    let source = fs::read_to_string(path)?;
    let filename = path.file_name().unwrap_or_default().to_string_lossy();
    // A panic is a difference to be shown like any other.
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| engine::run_within(&filename, &source, limits)));
    let Outcome { stdout, stderr, status, stopped, .. } =
        outcome.unwrap_or_else(|_| Outcome { stopped: Some("panic".to_owned()), ..Outcome::default() });
    let mut out = io::stdout().lock();
    let stopped = stopped.unwrap_or_default();
    writeln!(out, "{status} {} {} {stopped}", stdout.len(), stderr.len())?;
    out.write_all(stdout.as_bytes())?;
    out.write_all(stderr.as_bytes())?;
    out.flush()
}
