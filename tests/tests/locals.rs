//! What suspended frames hold, at each moment of real programs.
//!
//! Each program under `locals/` runs on the virtual clock. The file beside it shows its source and, wherever something
//! that is held has changed, the stacks of all tasks with their variables. `UPDATE_GOLDENS=1 cargo test -p
//! loopscope-tests --test locals` writes them anew.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use loopscope_tests::traced::traced;
use loopscope_trace::{FrameState, Log, Timeline};

fn frame(picture: &mut String, depth: usize, frame: &FrameState<'_>) {
    let line = frame.location.line;
    let place = if line > 0 { format!(":{line}") } else { String::new() };
    let indent = 4 + 2 * depth;
    writeln!(picture, "{:indent$}{}{place}", "", frame.name).expect("a string takes all");
    for (name, value) in &frame.locals {
        writeln!(picture, "{:indent$}    {name} = {value}", "").expect("a string takes all");
    }
}

/// What the frames of one lane, or of the module, hold after so many events.
fn stacks(log: &Log, timeline: &Timeline, seq: usize) -> BTreeMap<String, String> {
    let moment = timeline.at_seq(log, seq);
    let mut stacks = BTreeMap::new();
    if let Some(module) = timeline.module_at(log, &moment) {
        let mut picture = String::new();
        frame(&mut picture, 0, &module);
        stacks.insert("module".to_owned(), picture);
    }
    for lane in &moment.live {
        let Some(state) = timeline.lane_at(log, *lane, &moment) else { continue };
        // A place is of interest only where a step leaves its frame.
        if moment.running == Some(*lane) || state.stack.iter().all(|frame| frame.locals.is_empty()) {
            continue;
        }
        let mut picture = String::new();
        state.stack.iter().enumerate().for_each(|(depth, one)| frame(&mut picture, depth, one));
        stacks.insert(timeline.lanes[lane.index()].title(), picture);
    }
    stacks
}

fn picture(name: &str, source: &str) -> String {
    let (log, timeline) = traced(name, source);
    let log = log.borrow();
    let mut picture = String::new();
    for (index, line) in source.lines().enumerate() {
        writeln!(picture, "{}", format!("{:>3}  {line}", index + 1).trim_end()).expect("a string takes all");
    }
    let mut shown = BTreeMap::new();
    for seq in 0..=log.len() {
        let now = stacks(&log, &timeline, seq);
        for (title, stack) in &now {
            if shown.get(title) != Some(stack) {
                let at = timeline.at_seq(&log, seq).at.as_secs_f64();
                write!(picture, "\n{at:.1} s  {title}\n{stack}").expect("a string takes all");
            }
        }
        // One that runs shows nothing, and is where it was when it stops again.
        shown.extend(now);
    }
    picture
}

#[test]
fn frames_show_what_they_hold() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locals");
    let entries = fs::read_dir(folder).expect("the programs are there");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "py"));
    paths.sort();
    assert!(paths.len() >= 4, "the programs are there");
    let mut failures = Vec::new();
    for path in paths {
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
        let source = fs::read_to_string(&path).expect("the program can be read");
        let actual = picture(name, &source);
        let golden = path.with_extension("txt");
        if std::env::var_os("UPDATE_GOLDENS").is_some() {
            fs::write(golden, actual).expect("the picture can be written");
        } else if fs::read_to_string(golden).unwrap_or_default() != actual {
            failures.push(format!("{name}\n{actual}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn a_trace_has_the_same_events_with_and_without_them() {
    use std::rc::Rc;

    use loopscope_core::clock::VirtualClock;
    use loopscope_core::driver::virtual_time::{self, Limits};
    use loopscope_python::{Options, Program, World};
    use loopscope_trace::Recorder;

    let source = include_str!("../locals/stack.py");
    let events = |recorder: Recorder| {
        let (clock, log) = (Rc::new(VirtualClock::new()), recorder.log());
        let options = Options {
            filename: "stack.py".to_owned(),
            clock: clock.clone(),
            instrument: Some(Rc::new(recorder)),
            limits: Default::default(),
            world: World::default(),
        };
        let mut program = Program::new(source, options);
        virtual_time::run(&mut program, &clock, Limits::NONE);
        drop(program);
        let log = log.borrow();
        let texts: Vec<String> = log.events(0).map(|event| format!("{:?}", event.at)).collect();
        (texts, log.locals(None, log.len()).count())
    };
    let (plain, nothing) = events(Recorder::new());
    let (rich, something) = events(Recorder::new().with_locals());
    assert_eq!(plain, rich);
    assert_eq!((nothing, something > 0), (0, true));
}
