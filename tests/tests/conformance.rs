//! Runs every recorded program on the virtual driver and compares all it writes, byte for byte, with CPython 3.13.
//!
//! Each program is a test of its own: `cargo test -p loopscope-tests --test conformance -- asyncio-order`.

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::sync::{Arc, Mutex};

use libtest_mimic::{Arguments, Trial};
use loopscope_tests::article::{self, Script};
use loopscope_tests::compare::compare;
use loopscope_tests::engine;
use loopscope_tests::programs::{self, Expected, Program};

/// How many tests of a folder ended how.
#[derive(Clone, Copy, Default)]
struct Counts {
    started: u32,
    passed: u32,
    pending: u32,
}

type Tally = Arc<Mutex<BTreeMap<String, Counts>>>;

/// How a test that did not fail ended.
enum Verdict {
    Passed,
    /// It fails, as `pending.txt` says.
    Pending,
}

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let tally = Tally::default();
    let mut trials = Vec::new();
    for program in programs::programs().iter().chain(programs::refusals()) {
        trials.push(trial(&tally, program.folder(), program.name.to_owned(), || run_program(program)));
    }
    match article::scripts() {
        Ok(scripts) => {
            for script in scripts {
                let name = format!("article/{}", script.number);
                trials.push(trial(&tally, "article", name, move || run_script(&script)));
            }
        }
        Err(error) => {
            eprintln!("{}: {error}", article::folder().display());
            return ExitCode::FAILURE;
        }
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    if !arguments.list {
        print_tally(&tally);
    }
    conclusion.exit_code()
}

fn trial(
    tally: &Tally,
    folder: &str,
    name: String,
    test: impl FnOnce() -> Result<Verdict, String> + Send + 'static,
) -> Trial {
    let (tally, folder) = (Arc::clone(tally), folder.to_owned());
    Trial::test(name, move || {
        count(&tally, &folder, |counts| counts.started += 1);
        match test()? {
            Verdict::Passed => count(&tally, &folder, |counts| counts.passed += 1),
            Verdict::Pending => count(&tally, &folder, |counts| counts.pending += 1),
        }
        Ok(())
    })
}

fn count(tally: &Tally, folder: &str, change: impl FnOnce(&mut Counts)) {
    let mut tally = tally.lock().expect("nothing panics while it is held");
    change(tally.entry(folder.to_owned()).or_default());
}

fn print_tally(tally: &Tally) {
    let tally = tally.lock().expect("nothing panics while it is held");
    println!("{:<24}{:>8}{:>8}{:>8}", "folder", "passed", "pending", "failed");
    for (folder, Counts { started, passed, pending }) in tally.iter() {
        let failed = started - passed - pending;
        println!("{folder:<24}{passed:>8}{pending:>8}{failed:>8}");
    }
}

fn run_program(program: &Program) -> Result<Verdict, String> {
    let expected = program.expected.ok_or("not recorded: run `python3.13 tests/record.py`")?;
    let outcome = engine::run(&program.filename(), program.source);
    match (compare(expected, &outcome), program.pending()) {
        (Ok(()), Some(_)) => Err("it passes: take it from tests/pending.txt".to_owned()),
        (Ok(()), None) => Ok(Verdict::Passed),
        (Err(_), Some(_)) => Ok(Verdict::Pending),
        (Err(report), None) => Err(report),
    }
}

fn run_script(script: &Script) -> Result<Verdict, String> {
    let stdout = script.stdout.as_deref().ok_or("not recorded: run `python3.13 tests/record.py`")?;
    let outcome = engine::run(&script.filename(), &script.source);
    // What is recorded of the article is read at run time; `Expected` is for what is embedded.
    let expected = Expected { stdout: String::leak(stdout.to_owned()), stderr: "", status: 0 };
    compare(expected, &outcome).map(|()| Verdict::Passed)
}
