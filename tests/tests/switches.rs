//! Groups of coroutines, switched between one after another, `create_task`, `gather` and `TaskGroup`: what becomes of
//! the text, and what the program then does.
//!
//! For each program under `switches/` a golden beside it shows, for every group and every form, the changed lines or why
//! it is refused, and for the changed program how long it takes. Whatever the form, the program must print the same lines
//! (in the order of its form), keep every comment, and come back to what it printed first when it is switched back.
//! `UPDATE_GOLDENS=1 cargo test -p loopscope-tests --test switches` writes the goldens anew.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::rc::Rc;

use loopscope_core::clock::VirtualClock;
use loopscope_core::driver::virtual_time;
use loopscope_core::time::Time;
use loopscope_python::{Options, Program, World};
use loopscope_scenario::edit::{ListKind, TaskList, analyse, apply, switch};
use loopscope_tests::written::Written;

const FORMS: [ListKind; 4] =
    [ListKind::Sequential, ListKind::CreateTask, ListKind::Gather, ListKind::TaskGroup];

/// What a program prints, and how many seconds it takes.
#[derive(PartialEq, Debug)]
struct Ran {
    stdout: String,
    seconds: f64,
}

fn run(source: &str) -> Ran {
    let clock = Rc::new(VirtualClock::new());
    let written = Rc::new(Written::default());
    let options = Options {
        filename: "scenario.py".to_owned(),
        clock: clock.clone(),
        instrument: Some(written.clone()),
        limits: loopscope_python::Limits::default(),
        world: World::default(),
    };
    let mut program = Program::new(source, options);
    let limits = virtual_time::Limits { until: Time::from_secs_f64(100.0), fuel: 10_000_000 };
    virtual_time::run(&mut program, &clock, limits);
    let stderr = written.take_stderr();
    assert_eq!((program.exit_status(), stderr.as_str()), (Some(0), ""), "{source}");
    let seconds = loopscope_core::clock::Clock::now(&*clock).as_secs_f64();
    Ran { stdout: written.take_stdout(), seconds }
}

/// Lines in no order, and without times of day.
fn lines(stdout: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = stdout.lines().map(|line| line.split(" at ").next().unwrap_or(line)).collect();
    lines.sort_unstable();
    lines
}

fn comments(source: &str) -> Vec<&str> {
    let mut comments: Vec<&str> = source.lines().filter_map(|line| Some(line.split_once("# ")?.1)).collect();
    comments.sort_unstable();
    comments
}

fn changed(old: &str, new: &str, out: &mut String) {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let same = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let tail =
        old[same..].iter().rev().zip(new[same..].iter().rev()).take_while(|(old, new)| old == new).count();
    for line in &old[same..old.len() - tail] {
        writeln!(out, "-{line}").expect("a string");
    }
    for line in &new[same..new.len() - tail] {
        writeln!(out, "+{line}").expect("a string");
    }
}

/// The group of a changed program that stands where `list` stood.
fn same_place(source: &str, number: usize, form: ListKind) -> Option<TaskList> {
    let lists = analyse(source).expect("it parses").lists;
    lists.into_iter().nth(number).filter(|list| list.kind == form)
}

fn report(source: &str) -> String {
    let first = run(source);
    let mut out = format!("{} s\n{}", first.seconds, first.stdout);
    for (number, list) in analyse(source).expect("it parses").lists.iter().enumerate() {
        for form in FORMS.into_iter().filter(|form| *form != list.kind) {
            writeln!(out, "==== line {}, {} to {form}", list.line, list.kind).expect("a string");
            let changes = match switch(source, list, form) {
                Ok(changes) => changes,
                Err(refused) => {
                    writeln!(out, "{refused}").expect("a string");
                    continue;
                }
            };
            let new = apply(source, &changes);
            changed(source, &new, &mut out);
            let ran = run(&new);
            writeln!(out, "{} s", ran.seconds).expect("a string");
            assert_eq!(lines(&ran.stdout), lines(&first.stdout), "{new}");
            assert_eq!(comments(&new), comments(source), "{new}");
            let there =
                same_place(&new, number, form).unwrap_or_else(|| panic!("a group of its form in\n{new}"));
            assert_eq!(there.rows.len(), list.rows.len(), "{new}");
            let back = switch(&new, &there, list.kind).unwrap_or_else(|refused| panic!("{refused}\n{new}"));
            let back = apply(&new, &back);
            let again = run(&back);
            assert_eq!(again, Ran { stdout: first.stdout.clone(), seconds: first.seconds }, "{back}");
            assert_eq!(comments(&back), comments(source), "{back}");
        }
    }
    out
}

#[test]
fn goldens() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("switches");
    let mut programs: Vec<_> = fs::read_dir(folder)
        .expect("the folder exists")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .collect();
    programs.sort();
    assert!(programs.len() > 5, "{programs:?}");
    for path in programs {
        let found = report(&fs::read_to_string(&path).expect("a program is readable"));
        let golden = path.with_extension("txt");
        if std::env::var_os("UPDATE_GOLDENS").is_some() {
            fs::write(golden, found).expect("a golden is writable");
        } else {
            let written = fs::read_to_string(&golden).unwrap_or_default();
            assert_eq!(found, written, "{}", golden.display());
        }
    }
}
