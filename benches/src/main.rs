//! The native figures of `cargo xtask bench`: core and the engine beside other runtimes, in one run on one
//! machine. What counts is the ratio, not the milliseconds.
//!
//! ```text
//! tasks   Rust coroutines: core, tokio, async-executor
//! python  Python programs: the engine, CPython      -> measure -> report
//! scale   one operation among a thousand, a million
//! memory  bytes of a task
//! ```
//!
//! It must know nothing but the crates' public API: what it measures is what a user gets.
#![forbid(unsafe_code)]

mod measure;
mod memory;
mod python;
mod report;
mod scale;
mod tasks;

use std::process::ExitCode;

use measure::{Contender, compare};
use mimalloc::MiMalloc;
use python::{AWAITS, LANGUAGE, Source};
use report::{Report, Row};
use tasks::{Traced, Work};

/// That of the command-line engine, and here of everybody.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

const USAGE: &str = "\
usage: loopscope-bench [--json] [--turns N] [--python PROGRAM] [FILTER]

  --turns N         how many turns each contender takes (default 9)
  --python PROGRAM  a CPython 3.13 to compare with
  FILTER            only rows whose name or group contains it";

const OURS: &str = "loopscope";
const TRACED: &str = "traced";
const CPYTHON: &str = "CPython 3.13";

struct Options {
    json: bool,
    turns: usize,
    python: Option<String>,
    filter: Option<String>,
}

impl Options {
    fn wants(&self, group: &str, name: &str) -> bool {
        self.filter.as_ref().is_none_or(|filter| group.contains(filter) || name.contains(filter))
    }
}

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let mut options = Options { json: false, turns: 9, python: None, filter: None };
    while let Some(argument) = arguments.next() {
        let known = match argument.as_str() {
            memory::OPTION => {
                memory::of(&arguments.next().unwrap_or_default());
                return ExitCode::SUCCESS;
            }
            "--json" => {
                options.json = true;
                true
            }
            "--turns" => {
                let turns = arguments.next().and_then(|turns| turns.parse().ok());
                options.turns = turns.unwrap_or_default();
                options.turns > 0
            }
            "--python" => {
                options.python = arguments.next();
                options.python.is_some()
            }
            filter if !filter.starts_with('-') && options.filter.is_none() => {
                options.filter = Some(argument);
                true
            }
            _ => false,
        };
        if !known {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    }
    match measure_all(&options) {
        Ok(report) if options.json => println!("{}", report.json()),
        Ok(report) => print!("{}", report.text()),
        Err(error) => {
            eprintln!("error: {error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn measure_all(options: &Options) -> Result<Report, String> {
    let mut report = Report { turns: options.turns, ..Report::default() };
    for (name, says, work) in [
        ("yields", "1,000 tasks x 100 yields", Work::Yields { tasks: 1_000, yields: 100 }),
        ("spawn_join", "100,000 spawn + join", Work::SpawnJoin { tasks: 100_000 }),
    ] {
        if options.wants("rust", name) {
            report.rows.push(rust_row(options, name, says, work)?);
        }
    }
    for (group, sources) in [("python", AWAITS), ("language", LANGUAGE)] {
        for source in sources.iter().filter(|source| options.wants(group, source.name)) {
            report.rows.push(python_row(options, group, source)?);
        }
    }
    for crowd in scale::CROWDS.iter().filter(|crowd| options.wants("scale", crowd.name)) {
        eprintln!("    scale {}", crowd.name);
        let turns = options.turns.div_ceil(2);
        let costs = scale::COUNTS.map(|count| (count, scale::per_operation(crowd, count, turns)));
        report.crowds.push((crowd.name, crowd.says, costs.to_vec()));
    }
    if options.wants("memory", "memory") {
        report.memory = memory::per_task(options.python.as_deref());
    }
    Ok(report)
}

fn rust_row(options: &Options, name: &'static str, says: &'static str, work: Work) -> Result<Row, String> {
    eprintln!("    rust {name}");
    let mut contenders = vec![
        Contender::new(OURS, || tasks::on_core(work, Traced::No)),
        Contender::new(TRACED, || tasks::on_core(work, Traced::Yes)),
        Contender::new("tokio", || tasks::on_tokio(work)),
        Contender::new("async-executor", || tasks::on_async_executor(work)),
    ];
    if let Some(source) = AWAITS.iter().find(|source| source.name == name) {
        contenders.extend(cpython(options, source));
    }
    Ok(Row { group: "rust", name, says, figures: compare(&mut contenders, options.turns)? })
}

fn python_row(options: &Options, group: &'static str, source: &'static Source) -> Result<Row, String> {
    eprintln!("    {group} {}", source.name);
    let mut contenders = vec![
        Contender::new(OURS, || python::in_engine(source.text, Traced::No)),
        Contender::new(TRACED, || python::in_engine(source.text, Traced::Yes)),
    ];
    contenders.extend(cpython(options, source));
    let figures = compare(&mut contenders, options.turns)?;
    Ok(Row { group, name: source.name, says: source.says, figures })
}

fn cpython<'a>(options: &'a Options, source: &'static Source) -> Option<Contender<'a>> {
    let python = options.python.as_deref()?;
    Some(Contender { name: CPYTHON, run: Box::new(move || python::in_cpython(python, source.text)) })
}
