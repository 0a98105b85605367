//! Every step is announced before and timed after, so that a slow or failing one names itself. That goes to
//! stderr: what a command is for (figures, a table) is all of its stdout.

use std::time::{Duration, Instant};

use crate::Result;

/// Announces work that takes a while, does it, and says how long it took.
pub(crate) fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    eprintln!("==> {name}");
    let start = Instant::now();
    let outcome = work();
    let verdict = if outcome.is_ok() { "done" } else { "FAILED" };
    eprintln!("<== {name}: {verdict} in {}", seconds(start.elapsed()));
    outcome
}

/// A step that had nothing to do.
pub(crate) fn already(name: &str, found: &str) {
    eprintln!("    {name}: {found}");
}

pub(crate) fn seconds(duration: Duration) -> String {
    format!("{:.1} s", duration.as_secs_f64())
}
