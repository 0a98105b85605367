//! The course: every lesson teaches what it says, by what its programs really do.
//!
//! That the programs print what CPython prints is the conformance test's business. `lessons.txt` shows each lesson's run, the order
//! that a reader has to find, and what the page says of each line. `UPDATE_GOLDENS=1 cargo test -p loopscope-tests
//! --test lessons` writes it anew.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::rc::Rc;

use loopscope_core::clock::{Clock, VirtualClock};
use loopscope_core::driver::virtual_time::{self, RunEnd};
use loopscope_core::instrument::Stream;
use loopscope_core::time::Time;
use loopscope_lessons::predict::{can_be_arranged, is_right, scrambled};
use loopscope_lessons::{Course, Inline, Lesson, facts, inlines, pack, read};
use loopscope_python::{Limits, Options, Program, World};
use loopscope_trace::{Builder, Recorder, Timeline, TraceState, format, printed, summary};

fn folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn course() -> Course {
    read::folder(&folder().join("../lessons")).unwrap_or_else(|error| panic!("{error}"))
}

fn run(source: &str) -> Timeline {
    let (clock, recorder) = (Rc::new(VirtualClock::new()), Recorder::with_capacity(20_000));
    let log = recorder.log();
    let options = Options {
        filename: "scenario.py".to_owned(),
        clock: Rc::clone(&clock) as Rc<dyn Clock>,
        instrument: Some(Rc::new(recorder)),
        limits: Limits::default(),
        world: World::default(),
    };
    let mut program = Program::new(source, options);
    let limits = virtual_time::Limits { until: Time::from_secs_f64(60.0), fuel: 10_000_000 };
    let end = virtual_time::run(&mut program, &clock, limits);
    let state = match (end, program.exit_status()) {
        (RunEnd::Finished, Some(0)) => TraceState::Finished,
        (RunEnd::Deadlock, _) => TraceState::Deadlock,
        _ => TraceState::Failed { message: format!("{end:?}") },
    };
    let mut builder = Builder::new();
    builder.advance(clock.now());
    builder.finish(&log.borrow(), state).clone()
}

fn links(text: &str) -> impl Iterator<Item = f64> {
    inlines(text).into_iter().filter_map(|piece| match piece {
        Inline::Moment(_, at) => Some(at),
        _ => None,
    })
}

/// A lesson's run in words: the sentence, and of each line where a reader is given it and why it comes when it does.
fn picture(lesson: &Lesson) -> String {
    let timeline = run(&lesson.program);
    let lines = facts::printed(&timeline);
    let given = scrambled(&lines);
    let mut picture = format!("{}: {}\n", lesson.slug, summary::sentence(&timeline));
    if lesson.predict.is_empty() {
        return picture;
    }
    let mut place = 0;
    for (index, line) in timeline.outputs.iter().enumerate() {
        let why = printed::why(&timeline, index).unwrap_or_default();
        if line.stream == Stream::Stdout {
            let given = given.iter().position(|given| *given == place).map_or(0, |given| given + 1);
            place += 1;
            let at = format::moment(line.at);
            writeln!(picture, "  {place} (given as {given}) {at:>6}  {}\n      {why}", line.text)
                .expect("it takes all");
        }
    }
    picture
}

#[test]
fn the_course_is_shown_as_recorded() {
    let pictures: Vec<String> = course().lessons.iter().map(picture).collect();
    let (actual, golden) = (pictures.join("\n"), folder().join("lessons.txt"));
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        return fs::write(golden, actual).expect("it can be written");
    }
    let expected = fs::read_to_string(golden).unwrap_or_default();
    assert!(actual == expected, "--- is\n{actual}\n--- should be\n{expected}");
}

#[test]
fn it_is_a_course() {
    let course = course();
    assert!((12..=20).contains(&course.lessons.len()), "{} lessons", course.lessons.len());
    let mut chapters: Vec<&str> = course.lessons.iter().map(|lesson| lesson.chapter.as_str()).collect();
    chapters.dedup();
    assert_eq!(
        chapters,
        [
            "Coroutines",
            "Entering async mode",
            "Tasks",
            "Several tasks",
            "Gather and results",
            "What asyncio is not for",
        ]
    );
    assert_eq!(pack::unpack(&pack::pack(&course)), course, "the page gets what was written");
}

#[test]
fn a_lesson_is_short() {
    for lesson in course().lessons {
        let prose = lesson.prose.join(" ");
        let sentences = prose.matches(['.', '?', ':']).count();
        assert!((1..=7).contains(&sentences) && prose.len() < 420, "{}: {prose}", lesson.slug);
        assert!(lesson.program.lines().count() <= 30, "{}", lesson.slug);
    }
}

#[test]
fn what_is_asked_is_false_before_the_change_and_true_after_it() {
    for lesson in course().lessons {
        let Some(change) = &lesson.change else { continue };
        assert!(
            !change.is_done(&facts::of(&run(&lesson.program))),
            "{} is done before anything",
            lesson.slug
        );
        let after = facts::of(&run(&change.solution));
        assert!(change.is_done(&after), "{} is not done by its solution: {after:?}", lesson.slug);
    }
}

#[test]
fn there_is_something_to_predict_and_it_is_not_given_away() {
    let mut predictions = 0;
    for lesson in course().lessons.iter().filter(|lesson| !lesson.predict.is_empty()) {
        let timeline = run(&lesson.program);
        let lines = facts::printed(&timeline);
        assert!(can_be_arranged(&lines), "{}: {lines:?}", lesson.slug);
        assert!(!is_right(&lines, &scrambled(&lines)), "{}: {lines:?}", lesson.slug);
        for (index, line) in timeline.outputs.iter().enumerate() {
            assert!(printed::why(&timeline, index).is_some(), "{}: {}", lesson.slug, line.text);
        }
        predictions += 1;
    }
    assert!(predictions >= 10, "{predictions} predictions");
}

#[test]
fn links_lead_into_the_runs() {
    for lesson in course().lessons {
        let end = run(&lesson.program).end.as_secs_f64();
        for text in lesson.prose.iter().chain([&lesson.predict, &lesson.beware]) {
            assert!(links(text).all(|at| at <= end), "{}: {text}", lesson.slug);
        }
        if let Some(change) = &lesson.change {
            let after = run(&change.solution).end.as_secs_f64();
            assert!(links(&change.task).all(|at| at <= end), "{}", lesson.slug);
            assert!(links(&change.done).all(|at| at <= after), "{}", lesson.slug);
        }
    }
}
