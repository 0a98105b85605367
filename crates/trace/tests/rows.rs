//! Which lanes have rows and where those are; what an axis with breaks shows.

use std::fmt::Write as _;

use loopscope_core::ids::{CoroutineId, FutureId, TaskId, TimerId};
use loopscope_core::instrument::{Cause, Ending, Instrument, Location, Purpose, Wait};
use loopscope_core::time::Time;
use loopscope_trace::{
    Breaks, Builder, LaneId, Projection, Recorder, Rows, Timeline, TraceState, View, axis,
};

const SECOND: u64 = 1_000_000_000;

/// Tasks 1 to 6: main, under it a and d; under a: b, c; under d: e. Each sleeps once, main in a coroutine of its own.
fn tree(sleeps: [u64; 6]) -> Timeline {
    const PARENTS: [Option<u32>; 6] = [None, Some(1), Some(2), Some(2), Some(1), Some(5)];
    let to = Recorder::new();
    let place = Location { line: 1, column: 1 };
    for (task, parent) in (1..).zip(PARENTS) {
        let (id, name) = (TaskId(task), ["main", "a", "b", "c", "d", "e"][task as usize - 1]);
        to.task_created(Time::ZERO, id, FutureId(100 + task), parent.map(TaskId), name, name, false);
        to.task_ready(Time::ZERO, id, Cause::Outside);
    }
    for task in 1..=6 {
        let (id, until) = (TaskId(task), Time(sleeps[task as usize - 1]));
        to.step_begin(Time::ZERO, id);
        to.frame_enter(Time::ZERO, Some(id), CoroutineId(task), "own", place);
        if task == 1 {
            to.frame_enter(Time::ZERO, Some(id), CoroutineId(10), "inner", place);
        }
        let wait = Wait { future: FutureId(200 + task), purpose: &Purpose::Sleep(until) };
        to.step_end(Time::ZERO, id, Some(wait));
    }
    let mut order: Vec<u32> = (1..=6).collect();
    order.sort_by_key(|task| sleeps[*task as usize - 1]);
    for task in order {
        let (id, at) = (TaskId(task), Time(sleeps[task as usize - 1]));
        to.future_done(at, FutureId(200 + task), Cause::Timer(TimerId(task)));
        to.task_ready(at, id, Cause::Timer(TimerId(task)));
        to.step_begin(at, id);
        to.step_end(at, id, None);
        to.task_done(at, id, Ending::Returned(None));
    }
    Builder::build(&to.log().borrow(), TraceState::Finished)
}

fn seconds(seconds: [u64; 6]) -> [u64; 6] {
    seconds.map(|one| one * SECOND)
}

fn check(folded: &[u32], expected: &str) {
    let timeline = tree(seconds([1, 1, 1, 1, 1, 1]));
    let folded: Vec<LaneId> = folded.iter().copied().map(LaneId).collect();
    let rows = Rows::of(&timeline, &folded);
    let mut picture = String::new();
    for row in (0..rows.len()).filter_map(|index| rows.get(index)) {
        let lane = timeline.lane(row.lane).expect("a lane");
        let fold = if row.folded { "+" } else { "" };
        write!(picture, "{}@{}:{}/{}{fold} ", lane.name, row.top, row.height, row.inner).expect("a string");
    }
    assert_eq!(picture.trim_end(), expected);
    // Every place between the first row and the last is in one of them.
    for y in 0..rows.height() as usize {
        let row = rows.get(rows.at(y as f64).expect("a row")).expect("a row");
        assert!(row.top <= y as f64 && (y as f64) < row.top + row.height);
    }
    assert_eq!(rows.at(rows.height()), None);
    assert_eq!(rows.between(0.0, rows.height()), 0..rows.len());
}

#[test]
fn rows_stand_under_who_created_them_and_fold() {
    check(&[], "main@0:53/5 a@53:36/2 b@89:36/0 c@125:36/0 d@161:36/1 e@197:36/0");
    check(&[1], "main@0:53/5 a@53:36/2+ d@89:36/1 e@125:36/0");
    check(&[1, 4], "main@0:53/5 a@53:36/2+ d@89:36/1+");
    check(&[0, 1], "main@0:53/5+");
}

#[test]
fn what_is_folded_away_is_found_where_it_is_folded() {
    let timeline = tree(seconds([1, 1, 1, 1, 1, 1]));
    let rows = Rows::of(&timeline, &[LaneId(1)]);
    let found: Vec<_> =
        (0..6).map(|lane| (rows.of_lane(LaneId(lane)), rows.standing_for(LaneId(lane)))).collect();
    let own = |row| (Some(row), Some(row));
    assert_eq!(found, [own(0), own(1), (None, Some(1)), (None, Some(1)), own(2), own(3)]);
    assert_eq!(rows.standing_for(LaneId(9)), None);
    let first = rows.first(2);
    assert_eq!(
        (first.len(), first.standing_for(LaneId(2)), first.standing_for(LaneId(4))),
        (2, Some(1), None)
    );
}

/// The axis of a run, 600 pixels wide: ticks and gaps.
fn axis_of(timeline: &Timeline, breaks: &Breaks) -> String {
    let shown = Projection::broken(View::fit_broken(timeline, breaks), breaks, 600.0);
    let axis = axis(&shown, 80.0);
    let mut text: Vec<String> =
        axis.ticks.iter().map(|tick| format!("{}@{:.0}", tick.label, tick.x)).collect();
    text.extend(
        axis.gaps
            .iter()
            .map(|gap| format!("[{}+{:.0}: {} s]", gap.x.round(), gap.width, gap.time.0 / SECOND)),
    );
    text.join(" ")
}

#[test]
fn a_long_idle_stretch_is_a_gap_of_the_axis() {
    let timeline = tree(seconds([1, 2, 3, 4, 124, 125]));
    let breaks = Breaks::find(&timeline);
    assert_eq!(
        axis_of(&timeline, Breaks::NONE),
        "0.0@0 20.0@96 40.0@192 60.0@288 80.0@384 100.0@480 120.0@576"
    );
    assert_eq!(
        axis_of(&timeline, &breaks),
        "0.0@0 1.0@100 2.0@200 3.0@300 4.0@400 124.0@500 125.0@600 [400+100: 120 s]"
    );
    // Places and moments agree on both sides of it and within.
    let shown = Projection::broken(View::fit_broken(&timeline, &breaks), &breaks, 600.0);
    for x in [0.0, 399.0, 400.0, 450.0, 500.0, 599.0] {
        assert!((shown.x(shown.moment(x)) - x).abs() < 1e-6, "{x}");
    }
    assert_eq!(shown.moment(450.0), Time(64 * SECOND));
}

#[test]
fn a_blocked_loop_is_not_idle() {
    let to = Recorder::new();
    to.task_created(Time::ZERO, TaskId(1), FutureId(101), None, "main", "Task-1", false);
    to.task_ready(Time::ZERO, TaskId(1), Cause::Outside);
    to.step_begin(Time::ZERO, TaskId(1));
    let mut from = Time::ZERO;
    for second in [1, 2, 3, 100] {
        let until = Time(second * SECOND);
        to.block_begin(from, Some(TaskId(1)), until);
        to.block_end(until, Some(TaskId(1)));
        from = until;
    }
    to.step_end(Time(100 * SECOND), TaskId(1), None);
    to.task_done(Time(100 * SECOND), TaskId(1), Ending::Returned(None));
    let timeline = Builder::build(&to.log().borrow(), TraceState::Finished);
    assert!(Breaks::find(&timeline).is_empty());
}
