//! One event in words: what has just happened at a point of the run.

use loopscope_core::ids::{TaskId, TimerId};
use loopscope_core::instrument::{Cause, Stream};

use crate::format;
use crate::log::{EventKind, Log, MaybeTask};
use crate::states;
use crate::timeline::Timeline;
use crate::words::target;

/// The longest text of the program that a sentence quotes, in characters.
const QUOTED: usize = 80;

/// What the last of the first `seq` events was, as one sentence without a stop. None at the beginning.
#[must_use]
pub fn happened(timeline: &Timeline, log: &Log, seq: usize) -> Option<String> {
    let last = seq.checked_sub(1)?;
    let event = log.event(last)?;
    let who = |task: TaskId| lane_title(timeline, task);
    let maybe = |task: MaybeTask| task.get().map_or_else(|| "The program".to_owned(), who);
    let quoted = |text| format::line(log.text(text), QUOTED);
    Some(match event.kind {
        EventKind::TaskCreated { task, parent, .. } => [&*maybe(parent), " creates ", &who(task)].concat(),
        EventKind::WorkerCreated { task, parent, .. } => {
            [&*maybe(parent), " hands ", &who(task), " to a thread"].concat()
        }
        EventKind::TaskRenamed { task, .. } => who(task) + " gets its name",
        EventKind::TaskReady { task, cause } => {
            let why = match cause {
                Cause::Task(by) if by == task => ": it yielded".to_owned(),
                Cause::Task(by)
                    if !timeline
                        .lane_of(task)
                        .is_some_and(|lane| timeline.created_at_seq(lane, last as u32)) =>
                {
                    [": woken by ", &*who(by)].concat()
                }
                Cause::Timer(_) => ": its timer was due".to_owned(),
                _ => String::new(),
            };
            [&*who(task), " enters the ready queue", &why].concat()
        }
        EventKind::StepBegin { task } => ["A step of ", &*who(task), " begins"].concat(),
        EventKind::StepEnd { task } => ["The step of ", &*who(task), " ends"].concat(),
        EventKind::StepSleeps { task, until, .. } => {
            [&*who(task), " sleeps until ", &format::moment(until)].concat()
        }
        EventKind::StepWaits { task, .. } => {
            let wait = timeline.lane_of(task).and_then(|lane| timeline.lane(lane)).and_then(|lane| {
                let index = lane.spans.partition_point(|span| (span.first_seq as usize) < last);
                timeline.wait(lane.spans.get(index)?)
            });
            let on = wait.map_or_else(|| "a future".to_owned(), |wait| target(timeline, &wait.on));
            [&*who(task), " waits for ", &on].concat()
        }
        EventKind::CancelRequested { task, cause } => {
            let by = match cause {
                Cause::Task(by) => who(by),
                Cause::Timer(_) => "A timeout".to_owned(),
                Cause::Callback => "A callback".to_owned(),
                Cause::Outside => "asyncio.run".to_owned(),
            };
            [&*by, " cancels ", &who(task)].concat()
        }
        EventKind::TaskReturned { task, value } => match value {
            Some(value) => [&*who(task), " is done and returns ", &quoted(value)].concat(),
            None => who(task) + " is done",
        },
        EventKind::TaskRaised { task, error } => [&*who(task), " fails with ", &quoted(error)].concat(),
        EventKind::TaskCancelled { task } => who(task) + " ends cancelled",
        EventKind::FutureDone { .. } => "A future gets its result".to_owned(),
        EventKind::TimerSet { deadline, by, .. } => {
            [&*maybe(by), " sets a timer for ", &format::moment(deadline)].concat()
        }
        EventKind::TimerFired { timer } => timer_words(timeline, log, timer, seq, " is due"),
        EventKind::TimerCancelled { timer } => timer_words(timeline, log, timer, seq, " is cancelled"),
        EventKind::Iteration { ready } => {
            let iteration = timeline.iterations.partition_point(|begun| (*begun as usize) < seq);
            let ready = format::counted(ready as usize, "callback");
            ["Iteration ", &*iteration.to_string(), " of the loop begins: ", &ready, " ready"].concat()
        }
        EventKind::LoopStarted => "The event loop starts".to_owned(),
        EventKind::LoopStopped => "The event loop stops".to_owned(),
        EventKind::Location { task, location } => {
            [&*maybe(task), " is on line ", &location.line.to_string()].concat()
        }
        EventKind::FrameEnter { task, name, .. } => [&*maybe(task), " enters ", &*quoted(name)].concat(),
        EventKind::FrameLeave { task, .. } => maybe(task) + " leaves a coroutine",
        EventKind::CoroutineCreated { task, name, .. } => {
            [&*maybe(task), " calls ", &*quoted(name), ": a coroutine object, nothing runs yet"].concat()
        }
        EventKind::NeverAwaited { name, .. } => {
            ["The coroutine ", &*quoted(name), " was never awaited"].concat()
        }
        EventKind::BlockBegin { task, until } => {
            let lane =
                task.get().and_then(|task| timeline.lane_of(task)).and_then(|lane| timeline.lane(lane));
            let what = match lane {
                Some(lane) if !lane.worker => " blocks the loop until ",
                _ => " blocks its thread until ",
            };
            [&*maybe(task), what, &format::moment(until)].concat()
        }
        EventKind::BlockEnd { task } => maybe(task) + " goes on after blocking",
        EventKind::Output { task, stream, text } => {
            let text = log.text(text);
            let line = match text.strip_suffix('\n').unwrap_or(text) {
                "" => "an empty line".to_owned(),
                line => ["\u{201c}", &*format::line(line, QUOTED), "\u{201d}"].concat(),
            };
            match stream {
                Stream::Stdout => [&*maybe(task), " prints ", &*line].concat(),
                Stream::Stderr => [&*maybe(task), " writes ", &*line, " to standard error"].concat(),
            }
        }
    })
}

fn lane_title(timeline: &Timeline, task: TaskId) -> String {
    timeline.lane_of(task).map_or_else(|| "A task".to_owned(), |lane| states::title(timeline, lane))
}

/// Whose timer it was, and what became of it.
fn timer_words(timeline: &Timeline, log: &Log, timer: TimerId, seq: usize, what: &str) -> String {
    let before = timeline.at_seq(log, seq - 1);
    let by = before.timers.iter().find(|set| set.timer == timer).and_then(|set| set.by);
    match by {
        Some(lane) => ["The timer of ", &*states::title(timeline, lane), what].concat(),
        None => ["A timer", what].concat(),
    }
}
