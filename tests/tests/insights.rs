//! What the rules say of programs, why their tasks wait, and what repairs of them give.
//!
//! Each program under `insights/` runs on the virtual clock. The file beside it shows its source and below it what there is to
//! know: each insight with its moment and its lanes, the repair as a diff with the totals of both runs, and the answers to
//! "Why?" of every stretch in which a lane stands still. Those under `insights/silent/` must say nothing.
//! `UPDATE_GOLDENS=1 cargo test -p loopscope-tests --test insights` writes them anew.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use loopscope_advice::{attempt, insights};
use loopscope_scenario::edit::apply;
use loopscope_scenario::fix::{self, Line};
use loopscope_tests::traced::traced;
use loopscope_trace::insights::{Repair, gain};
use loopscope_trace::recorder::SharedLog;
use loopscope_trace::{Insight, LaneId, Timeline, format, why};

struct Ran {
    timeline: Timeline,
    log: SharedLog,
}

fn run(name: &str, source: &str) -> Ran {
    let (log, timeline) = traced(name, source);
    Ran { timeline, log }
}

fn found(source: &str, ran: &Ran) -> Vec<Insight> {
    insights(&ran.timeline, &ran.log.borrow(), source)
}

/// The repair as a person is shown it; nothing if there is none, or it does not do what it claims.
fn repaired(name: &str, source: &str, ran: &Ran, repair: &Repair) -> Vec<String> {
    let Some((changes, claim)) = attempt(source, repair) else {
        return vec!["  (no repair of the text)".to_owned()];
    };
    let after = run(name, &apply(source, &changes));
    let Some(gain) = gain(claim, &ran.timeline, &after.timeline) else {
        return vec!["  (the repair does not do what it claims)".to_owned()];
    };
    let totals = format!("  repair: {} -> {}", format::span(gain.before), format::span(gain.after));
    let shown = fix::lines(source, &changes).into_iter().map(|line| match line {
        Line::Same(text) => format!("      {text}"),
        Line::Old(text) => format!("    - {text}"),
        Line::New(text) => format!("    + {text}"),
        Line::Gap => "      ...".to_owned(),
    });
    [totals].into_iter().chain(shown).collect()
}

fn picture(name: &str, source: &str) -> String {
    let ran = run(name, source);
    let mut picture = String::new();
    let mut add = |line: &str| writeln!(picture, "{}", line.trim_end()).expect("a string takes all");
    for (index, line) in source.lines().enumerate() {
        add(&format!("{:>3}  {line}", index + 1));
    }
    let found = found(source, &ran);
    if found.is_empty() {
        add("\nNothing to say.");
    }
    for insight in &found {
        let lanes: Vec<&str> = insight
            .lanes
            .iter()
            .filter_map(|lane| ran.timeline.lane(*lane))
            .map(|lane| lane.name.as_str())
            .collect();
        add(&format!(
            "\n{} {} at {}, line {}, lanes [{}]",
            insight.severity.name(),
            insight.rule.name(),
            format::moment(insight.at),
            insight.location.line,
            lanes.join(", "),
        ));
        add(&format!("  {}", insight.sentence));
        if let Some(repair) = &insight.repair {
            repaired(name, source, &ran, repair).iter().for_each(|line| add(line));
        }
    }
    add("");
    for id in ran.timeline.order(false) {
        let lane = ran.timeline.lane(id).expect("a lane of the order");
        for (index, span) in lane.spans.iter().enumerate().filter(|(_, span)| span.end > span.start) {
            if let Some(why) = why(&ran.timeline, id, index) {
                add(&format!("{} at {}: {why}", lane.name, format::moment(span.start)));
            }
        }
    }
    picture
}

fn programs(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = fs::read_dir(folder).expect("the programs are there");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "py"));
    paths.sort();
    paths
}

fn named(path: &Path) -> (String, String) {
    let name = path.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
    (name, fs::read_to_string(path).expect("the program can be read"))
}

#[test]
fn programs_say_what_there_is_to_know() {
    let paths = programs("insights");
    assert!(paths.len() >= 20, "the programs are there");
    let mut failures = Vec::new();
    for path in paths {
        let (name, source) = named(&path);
        let (actual, golden) = (picture(&name, &source), path.with_extension("txt"));
        if std::env::var_os("UPDATE_GOLDENS").is_some() {
            fs::write(golden, actual).expect("the picture can be written");
            continue;
        }
        let expected = fs::read_to_string(golden).unwrap_or_default();
        if actual != expected {
            failures.push(format!("{name}\n--- is\n{actual}\n--- should be\n{expected}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn every_rule_speaks_somewhere() {
    let said: String = programs("insights")
        .iter()
        .map(|path| fs::read_to_string(path.with_extension("txt")).unwrap_or_default())
        .collect();
    for rule in [
        "deadlock",
        "queue-join",
        "nested-run",
        "never-awaited",
        "blocking",
        "late-timeout",
        "never-suspends",
        "lost-update",
        "cancellation-swallowed",
        "timeout-ignored",
        "never-retrieved",
        "gather-failed",
        "cut-off",
        "sequential",
        "async-for",
        "at-once",
        "lock-without-await",
    ] {
        assert!(said.contains(&format!(" {rule} at ")), "no program for {rule}");
    }
}

#[test]
fn programs_without_a_mistake_say_nothing() {
    let paths = programs("insights/silent");
    assert!(paths.len() >= 15, "the programs are there");
    for path in paths {
        let (name, source) = named(&path);
        let said = found(&source, &run(&name, &source));
        assert!(said.is_empty(), "{name}: {said:#?}");
    }
}

/// Prints what all rules say of all recorded programs, to be read by a person:
/// `cargo test -p loopscope-tests --test insights -- --ignored --nocapture`.
#[test]
#[ignore = "prints for a person"]
fn what_is_said_of_all_programs() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("programs");
    let mut folders: Vec<_> =
        fs::read_dir(folder).expect("the groups").map(|entry| entry.expect("an entry").path()).collect();
    folders.sort();
    for group in folders.iter().filter(|path| path.is_dir()) {
        for path in programs(group.to_str().expect("a path")) {
            let (name, source) = named(&path);
            if !source.contains("asyncio") {
                continue;
            }
            for insight in found(&source, &run(&name, &source)) {
                let group = group.file_name().and_then(|name| name.to_str()).unwrap_or_default();
                println!(
                    "{group}/{name}:{} {} {}",
                    insight.location.line,
                    insight.rule.name(),
                    insight.sentence
                );
            }
        }
    }
}

/// Answers are asked for of every span of every lane, whatever the run: none may panic, and none is empty.
#[test]
fn every_stretch_has_an_answer() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("timelines");
    for path in programs(folder.to_str().expect("a path")) {
        let (name, source) = named(&path);
        let ran = run(&name, &source);
        for (id, lane) in (0_u32..).map(LaneId).zip(&ran.timeline.lanes) {
            for index in 0..=lane.spans.len() {
                if let Some(why) = why(&ran.timeline, id, index) {
                    assert!(why.ends_with('.') && why.len() > 10, "{name}: {why}");
                }
            }
        }
    }
}
