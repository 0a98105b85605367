//! `cargo xtask test`: set-up, then everything. A step that fails does not keep the next from running; the
//! table at the end says which failed.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::setup::{self, Browser, Ready};
use crate::step::{seconds, step};
use crate::toolchain::WASM;
use crate::{Result, page, run};

/// The wasm test runner waits that long for the whole suite, in seconds.
const WASM_TIMEOUT: &str = "300";

struct Options<'a> {
    browser: Browser,
    filter: Option<&'a str>,
}

pub(crate) fn command(arguments: &[&str]) -> Result<()> {
    let mut options = Options { browser: Browser::Needed, filter: None };
    for argument in arguments {
        match *argument {
            "--no-browser" => options.browser = Browser::NotNeeded,
            filter if !filter.starts_with('-') && options.filter.is_none() => options.filter = Some(filter),
            other => return Err(format!("unknown option {other}; see cargo xtask help").into()),
        }
    }
    let start = Instant::now();
    let ready = setup::ready(options.browser)?;
    let mut report = Report::default();
    if options.filter.is_none() {
        report.step("rustfmt", || run::run(cargo(&ready).args(["fmt", "--all", "--check"])));
        report.step("clippy", || clippy(&ready));
        report.step("wasm32 without warnings", || check_wasm(&ready));
        report.step("documentation", || document(&ready));
    }
    report.step("unit and documentation tests", || {
        let mut cargo = cargo(&ready);
        cargo.args(["test", "--workspace", "--exclude", "loopscope-web", "--exclude", "loopscope-tests"]);
        run::run(cargo.arg("--no-fail-fast").args(options.filter))
    });
    report.step("conformance", || {
        run::run(cargo(&ready).args(["test", "-p", "loopscope-tests", "--no-fail-fast"]).args(options.filter))
    });
    if options.browser == Browser::Needed {
        report.step("conformance in Chromium", || browser_driver(&ready, options.filter));
        if report.step("page", || page::build(&ready)) {
            report.step("size of the page", page::weigh);
            report.step("end to end in Chromium", || {
                let mut cargo = cargo(&ready);
                cargo.args(["test", "-p", "loopscope-tests", "--features", "browser", "--test", "e2e"]);
                run::run(cargo.args(options.filter))
            });
        }
    } else {
        println!("without Chromium: the page and what runs in it are not tested");
    }
    report.conclude(start.elapsed())
}

fn cargo(ready: &Ready) -> Command {
    ready.command("cargo")
}

fn clippy(ready: &Ready) -> Result<()> {
    let mut cargo = cargo(ready);
    cargo.args(["clippy", "--workspace", "--all-targets", "--all-features", "--", "-D", "warnings"]);
    run::run(&mut cargo)
}

/// The libraries' documentation: no link in it leads nowhere.
fn document(ready: &Ready) -> Result<()> {
    let mut cargo = cargo(ready);
    cargo.args(["doc", "--no-deps", "--document-private-items"]);
    for library in ["core", "python", "trace", "scenario", "visit", "advice", "lessons"] {
        cargo.args(["-p", &format!("loopscope-{library}")]);
    }
    run::run(cargo.env("RUSTDOCFLAGS", "-D warnings"))
}

/// The code that exists only in the browser: clippy where it can, else the compiler's warnings.
fn check_wasm(ready: &Ready) -> Result<()> {
    let selection = ["--target", WASM, "-p", "loopscope-web", "-p", "loopscope-tests", "--lib", "--bins"];
    let mut cargo = cargo(ready);
    if ready.toolchain().has_wasm_clippy() {
        cargo.arg("clippy").args(selection).args(["--test", "browser_driver", "--", "-D", "warnings"]);
        return run::run(&mut cargo);
    }
    cargo.arg("check").args(selection).args(["--test", "browser_driver"]);
    // Not RUSTFLAGS: with them everything would be compiled a second time. Cargo repeats the warnings of
    // our own packages also when it has nothing to compile.
    let output = cargo.env("CARGO_TERM_COLOR", "never").stderr(Stdio::piped()).output()?;
    let text = String::from_utf8_lossy(&output.stderr);
    eprint!("{text}");
    if !output.status.success() || text.lines().any(|line| line.starts_with("warning:")) {
        return Err("errors or warnings in the code for wasm32".into());
    }
    Ok(())
}

/// The conformance programs through the browser driver, in the headless Chromium of wasm-bindgen's runner.
fn browser_driver(ready: &Ready, filter: Option<&str>) -> Result<()> {
    let mut cargo = cargo(ready);
    cargo.args(["test", "-p", "loopscope-tests", "--target", WASM, "--test", "browser_driver"]);
    if let Some(filter) = filter {
        cargo.args(["--", filter]);
    }
    if let Some(chromedriver) = run::find("chromedriver") {
        cargo.env("CHROMEDRIVER", chromedriver);
    }
    // The runner ends with an error when a test fails, and with a backtrace of its own if it may.
    cargo.env("WASM_BINDGEN_TEST_TIMEOUT", WASM_TIMEOUT).env_remove("RUST_BACKTRACE");
    run::run(&mut cargo)
}

/// What ran, how long it took, and whether it passed.
#[derive(Default)]
struct Report {
    steps: Vec<(&'static str, Duration, Result<()>)>,
}

impl Report {
    fn step(&mut self, name: &'static str, work: impl FnOnce() -> Result<()>) -> bool {
        let start = Instant::now();
        let outcome = step(name, work);
        let passed = outcome.is_ok();
        self.steps.push((name, start.elapsed(), outcome));
        passed
    }

    fn conclude(self, total: Duration) -> Result<()> {
        println!();
        for (name, time, outcome) in &self.steps {
            let verdict =
                outcome.as_ref().map_or_else(|error| format!("FAILED: {error}"), |()| "passed".to_owned());
            println!("{name:<30} {:>8}  {verdict}", seconds(*time));
        }
        println!("{:<30} {:>8}", "with set-up", seconds(total));
        match self.steps.iter().filter(|(_, _, outcome)| outcome.is_err()).count() {
            0 => Ok(()),
            failed => Err(format!("{failed} of {} steps failed", self.steps.len()).into()),
        }
    }
}
