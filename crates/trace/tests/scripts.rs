//! Timelines of scripted hook sequences, against what a person can read and check.
//!
//! A file under `tests/scripts/` holds a script (one hook each line, as the loop would call them), a line
//! of dashes, and the expected picture. `UPDATE_GOLDENS=1 cargo test -p loopscope-trace` writes the
//! pictures anew; read the difference before it is committed.

use std::fmt::Write as _;
use std::path::Path;

use loopscope_core::ids::{CoroutineId, FutureId, TaskId, TimerId};
use loopscope_core::instrument::{Cause, Ending, Instrument, Location, Purpose, Stream, Wait};
use loopscope_core::time::{Span, Time};
use loopscope_trace::exports::{json, perfetto, svg, text};
use loopscope_trace::transcript::transcript;
use loopscope_trace::{Builder, Phase, Recorder, Timeline, TraceState, summary};

/// Plays a script to an instrument; gives the state that its last line names.
///
/// A line is a time in milliseconds, a hook, and its arguments. The future of task N has the id 100 + N.
fn play(script: &str, to: &dyn Instrument) -> TraceState {
    let mut state = TraceState::Running;
    for line in script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let at = time(words[0]);
        let arg = |index: usize| *words.get(index + 2).unwrap_or_else(|| panic!("too short: {line}"));
        let rest = |index: usize| words[index + 2..].join(" ");
        let id = |index: usize| arg(index).parse::<u32>().unwrap_or_else(|_| panic!("no number: {line}"));
        let task = |index: usize| TaskId(id(index));
        let maybe = |index: usize| Some(id(index)).filter(|id| *id > 0).map(TaskId);
        let place = |index: usize| Location { line: id(index), column: 1 };
        match words[1] {
            // N coroutine parent(0: none) name
            "task" | "own" => {
                let (n, own) = (id(0), words[1] == "own");
                to.task_created(at, TaskId(n), FutureId(100 + n), maybe(2), &rest(3), arg(1), own);
            }
            "name" => to.task_renamed(at, task(0), &rest(1)),
            "ready" => to.task_ready(at, task(0), cause(arg(1))),
            "begin" => to.step_begin(at, task(0)),
            "end" => step_end(to, at, task(0), &words[3..]),
            "cancel" => to.task_cancel_requested(at, task(0), cause(arg(1))),
            "returned" => to.task_done(at, task(0), Ending::Returned(Some(&rest(1)))),
            "raised" => to.task_done(at, task(0), Ending::Raised(&rest(1))),
            "cancelled" => to.task_done(at, task(0), Ending::Cancelled),
            "future" => to.future_done(at, FutureId(id(0)), cause(arg(1))),
            "timer" => to.timer_set(at, TimerId(id(0)), time(arg(1)), maybe(2)),
            "fired" => to.timer_fired(at, TimerId(id(0))),
            "iteration" => to.iteration(at, id(0) as usize),
            "loop" => to.loop_started(at),
            "unloop" => to.loop_stopped(at),
            "at" => to.location(at, maybe(0), place(1)),
            "made" => to.coroutine_created(at, maybe(0), CoroutineId(id(1)), arg(2), place(3)),
            "enter" => to.frame_enter(at, maybe(0), CoroutineId(id(1)), arg(2), place(3)),
            "leave" => to.frame_leave(at, maybe(0), CoroutineId(id(1))),
            "never" => to.coroutine_never_awaited(at, CoroutineId(id(0)), arg(1)),
            "block" => to.block_begin(at, maybe(0), time(arg(1))),
            "unblock" => to.block_end(at, maybe(0)),
            "print" => to.output(at, maybe(0), Stream::Stdout, &format!("{}\n", rest(1))),
            "warn" => to.output(at, maybe(0), Stream::Stderr, &format!("{}\n", rest(1))),
            "finished" => state = TraceState::Finished,
            "failed" => state = TraceState::Failed { message: rest(0) },
            "stopped" => state = TraceState::Stopped,
            "unfinished" => state = TraceState::Unfinished,
            "deadlock" => state = TraceState::Deadlock,
            other => panic!("no such hook: {other}"),
        }
    }
    state
}

fn step_end(to: &dyn Instrument, at: Time, task: TaskId, wait: &[&str]) {
    let number = |index: usize| wait[index].parse::<u32>().expect("a number");
    let purpose = match wait.first() {
        None => return to.step_end(at, task, None),
        Some(&"sleep") => Purpose::Sleep(time(wait[2])),
        Some(&"task") => Purpose::Task(TaskId(number(1) - 100)),
        Some(&"gather") => {
            Purpose::Gather((2..wait.len()).map(|index| FutureId(100 + number(index))).collect())
        }
        Some(&"lock") => Purpose::Named("lock"),
        Some(_) => Purpose::Plain,
    };
    to.step_end(at, task, Some(Wait { future: FutureId(number(1)), purpose: &purpose }));
}

fn time(milliseconds: &str) -> Time {
    Time::from_secs_f64(milliseconds.parse::<f64>().expect("a time in milliseconds") / 1000.0)
}

fn cause(word: &str) -> Cause {
    let number = || word[1..].parse().expect("a number");
    match word {
        "outside" => Cause::Outside,
        "callback" => Cause::Callback,
        _ if word.starts_with('t') => Cause::Task(TaskId(number())),
        _ => Cause::Timer(TimerId(number())),
    }
}

fn picture(timeline: &Timeline) -> String {
    let mut picture = format!("{}\n\n", summary::sentence(timeline));
    picture += &text::lanes(timeline, text::Options::default());
    picture.push('\n');
    for id in timeline.order(false) {
        writeln!(picture, "{}", text::spans(timeline, id)).expect("a string can be written");
    }
    picture.push('\n');
    for paragraph in transcript(timeline, 100).0 {
        writeln!(picture, "{paragraph}").expect("a string can be written");
    }
    picture
}

const RULE: &str = "\n----\n";

fn check(path: &Path) {
    let file = std::fs::read_to_string(path).expect("the script can be read");
    let (script, expected) = file.split_once(RULE).unwrap_or((file.trim_end(), ""));
    let recorder = Recorder::new();
    let state = play(script, &recorder);
    let log = recorder.log();
    let timeline = match &state {
        TraceState::Running => Builder::new().feed(&log.borrow()).clone(),
        state => Builder::build(&log.borrow(), state.clone()),
    };
    let actual = picture(&timeline);
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        std::fs::write(path, format!("{script}{RULE}{actual}")).expect("the script can be written");
        return;
    }
    assert!(actual == expected, "{}\n--- is\n{actual}\n--- should be\n{expected}", path.display());

    if state == TraceState::Running {
        return;
    }
    // Event by event gives the same as all at once.
    let (live, mut builder) = (Recorder::new(), Builder::new());
    for line in script.lines() {
        play(line, &live);
        builder.feed(&live.log().borrow());
    }
    assert_eq!(*builder.finish(&live.log().borrow(), state), timeline, "{}: fed live", path.display());
}

#[test]
fn scripts_give_their_pictures() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scripts");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the scripts are there")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    assert!(paths.len() >= 8, "the scripts are there");
    paths.iter().for_each(|path| check(path));
}

/// While a block goes on, nothing happens but time: who is due shows at once.
#[test]
fn lanes_become_due_while_the_loop_is_blocked() {
    let script = "0 task 1 main 0 Task-1
        0 ready 1 outside
        0 begin 1
        0 at 1 3
        0 end 1 sleep 200 500
        0 task 2 block 0 Task-2
        0 ready 2 outside
        0 begin 2
        0 block 2 2000";
    let (recorder, mut builder) = (Recorder::new(), Builder::new());
    play(script, &recorder);
    let log = recorder.log();
    builder.feed(&log.borrow());
    let phase = |timeline: &Timeline| timeline.lanes[0].spans.last().map(|span| (span.phase, span.start));
    assert_eq!(phase(builder.advance(time("400"))), Some((Phase::Sleeping, time("0"))));
    assert_eq!(phase(builder.advance(time("600"))), Some((Phase::Ready, time("500"))));
    let figures = summary::figures(builder.timeline());
    assert_eq!((figures.waiting, figures.blocked), (Span::from_millis(500), Span::from_millis(600)));
    play("2000 unblock 2\n2000 end 2\n2000 fired 1\n2000 ready 1 d1\n2000 begin 1", &recorder);
    let timeline = builder.feed(&log.borrow());
    let phases: Vec<_> = timeline.lanes[0].spans.iter().map(|span| (span.phase, span.start)).collect();
    assert_eq!(
        phases[2..],
        [(Phase::Sleeping, time("0")), (Phase::Ready, time("500")), (Phase::Running, time("2000")),]
    );
    assert_eq!(summary::figures(timeline).waiting, Span::from_millis(500));
}

/// The shape of exports is a promise: a change here must be an addition, or a new version.
#[test]
fn exports_keep_their_shape() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let script = std::fs::read_to_string(folder.join("scripts/cancel.txt")).expect("the script can be read");
    let recorder = Recorder::new();
    let state = play(script.split(RULE).next().unwrap_or_default(), &recorder);
    let timeline = Builder::build(&recorder.log().borrow(), state);
    for (name, actual) in [
        ("cancel.json", json::to_json(&timeline)),
        ("cancel.perfetto.json", perfetto::to_perfetto(&timeline)),
        (
            "cancel.svg",
            svg::to_svg(&timeline, svg::Options { tone: svg::Tone::Light, ..svg::Options::default() }),
        ),
    ] {
        let path = folder.join("exports").join(name);
        if std::env::var_os("UPDATE_GOLDENS").is_some() {
            std::fs::write(&path, &actual).expect("the export can be written");
        }
        let expected = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(actual == expected, "{name}\n--- is\n{actual}\n--- should be\n{expected}");
    }
}
