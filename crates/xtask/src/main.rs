//! `cargo xtask`: set-up, serve, build, test, bench: everything a person types.
//!
//! Each command first makes sure that what it needs is there (`setup`), then runs the ordinary tools:
//! cargo, trunk, npm, Chromium. One concept per file:
//!
//! ```text
//! commands   serve  page  test  bench/  screenshot  record  support  fuzz
//! set-up     setup -> toolchain (-> debian)  tools  npm  system
//! ground     run  step  workspace
//! ```
//!
//! It must not know what the page or the engine do, and has no dependencies: it is built before anything else.
#![forbid(unsafe_code)]

mod bench;
mod debian;
mod fuzz;
mod lessons;
mod library;
mod npm;
mod page;
mod record;
mod run;
mod screenshot;
mod serve;
mod setup;
mod step;
mod support;
mod system;
mod test;
mod toolchain;
mod tools;
mod workspace;

use std::process::ExitCode;

/// What goes wrong is told in one line.
type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

const USAGE: &str = "\
usage: cargo xtask COMMAND

  setup [--browser]          install what is missing; with --browser also Chromium, for test and bench
  serve [TRUNK OPTIONS]      set up, then build and serve the page, rebuilding it on every change
  build                      the release page in dist/, with its sizes
  test [OPTIONS] [FILTER]    set up, then everything: fmt, clippy, unit, conformance, browser
       --no-browser          without what needs Chromium
       FILTER                only tests whose name contains it (and no fmt, no clippy)
  bench [SECTION] [OPTIONS]  figures: how fast the page and the engine are
       page [--loads N]      from navigation to the first timeline, and how long a keystroke holds the release page
       native [--turns N] [FILTER]
                             tasks, Python programs and timers, beside tokio, async-executor and CPython 3.13
       browser [--turns N] [FILTER]
                             Python programs beside Pyodide, in one Chromium
       --json                one object with an entry for each section
  screenshot [FOLDER]        pictures of the release page (default docs/screenshots)
  record [OPTIONS]           record with CPython 3.13 what the conformance programs print
  lessons                    pack lessons/ for the page, or tell what is wrong in them; each build of the page does it
  python-support             docs/python-support.md, from the names of the conformance programs
  fuzz-asyncio [OPTIONS]     random asyncio programs under CPython 3.13 and the engine; shrinks those that differ
       --count N --seed S    how many (default 1000), and the first one's seed (default 0)
  fuzz-values [OPTIONS]      random expressions over builtin values under CPython 3.13 and the engine
       --count N --seed S    how many (default 100,000), and the first batch's seed (default 0)
  corpus FOLDER [OPTIONS]    every .py in a folder under CPython 3.13 and the engine: the share that is the same, and
                             the first difference of each of the others
       --lines N             lines shown of a difference (default 3)
       --names               only the names of those that differ
  cpython-tests [OPTIONS] [FILTER]
                             CPython's own tests in the engine, where this machine has them: the share that passes per file
       --lib FOLDER          its folder `test`, if it is not that of the Python that runs
       --show                each failure in a line; all of them lie in target/cpython-tests
       --write               docs/cpython-tests.md
  fuzz-engine [--minutes N]  programs that libFuzzer makes, led by coverage, until the engine panics or hangs (default 10)
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments.split_first() {
        Some((&"setup", rest)) => setup::command(rest),
        Some((&"serve", rest)) => serve::command(rest),
        Some((&"build", [])) => page::command(),
        Some((&"test", rest)) => test::command(rest),
        Some((&"bench", rest)) => bench::command(rest),
        Some((&"screenshot", rest)) => screenshot::command(rest),
        Some((&"record", rest)) => record::command(rest),
        Some((&"lessons", [])) => lessons::write(),
        Some((&"python-support", [])) => support::command(),
        Some((&"fuzz-asyncio", rest)) => fuzz::asyncio(rest),
        Some((&"fuzz-values", rest)) => fuzz::values(rest),
        Some((&"corpus", rest)) => fuzz::corpus(rest),
        Some((&"cpython-tests", rest)) => fuzz::cpython_tests(rest),
        Some((&"fuzz-engine", rest)) => fuzz::engine(rest),
        Some((&("help" | "--help" | "-h"), _)) => {
            print!("{USAGE}");
            Ok(())
        }
        _ => Err(format!("unknown command\n{USAGE}").into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
