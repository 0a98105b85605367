//! The engine's side of tests/differential: runs one program after the other, on the virtual clock.
//!
//! Each line on stdin is the path of a program. It is answered on stdout by a line of the exit status, the
//! lengths of stdout and stderr in bytes and, if the program did not end by itself, why; then by the two streams.
#![forbid(unsafe_code)]

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
const LIMITS: Limits =
    Limits { driver: virtual_time::Limits { until: Time::MAX, fuel: 100_000_000 }, memory: 1 << 30 };

fn main() -> ExitCode {
    for line in io::stdin().lock().lines() {
        if let Err(error) = line.and_then(|path| answer(Path::new(&path))) {
            eprintln!("error: {error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn answer(path: &Path) -> io::Result<()> {
    let source = fs::read_to_string(path)?;
    let filename = path.file_name().unwrap_or_default().to_string_lossy();
    // A panic is a difference to be shown like any other.
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| engine::run_within(&filename, &source, LIMITS)));
    let Outcome { stdout, stderr, status, stopped, .. } =
        outcome.unwrap_or_else(|_| Outcome { stopped: Some("panic".to_owned()), ..Outcome::default() });
    let mut out = io::stdout().lock();
    let stopped = stopped.unwrap_or_default();
    writeln!(out, "{status} {} {} {stopped}", stdout.len(), stderr.len())?;
    out.write_all(stdout.as_bytes())?;
    out.write_all(stderr.as_bytes())?;
    out.flush()
}
