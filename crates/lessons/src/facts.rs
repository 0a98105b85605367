//! What is known of a run, read off its timeline.

use loopscope_core::instrument::Stream;
use loopscope_trace::{Lane, Outcome, Timeline, TraceState, summary};

use crate::check::{Facts, Figure};

/// The facts of a run.
#[must_use]
pub fn of(timeline: &Timeline) -> Facts {
    let mut facts = Facts { ended_well: timeline.state == TraceState::Finished, ..Facts::default() };
    let figures = summary::figures(timeline);
    let lanes = || timeline.lanes.iter().filter(|lane| !lane.housekeeping);
    let count = |wanted: fn(&Lane) -> bool| lanes().filter(|lane| wanted(lane)).count();
    let mut set = |figure: Figure, value: f64| facts.figures[figure as usize] = value;
    set(Figure::Seconds, figures.duration.as_secs_f64());
    set(Figure::Blocked, figures.blocked.as_secs_f64());
    for (figure, number) in [
        (Figure::Tasks, count(is_task)),
        (Figure::Runs, count(|lane| is_task(lane) && lane.parent.is_none())),
        (Figure::Failed, count(|lane| is_task(lane) && matches!(lane.outcome, Outcome::Failed { .. }))),
        (Figure::Cancelled, count(|lane| is_task(lane) && matches!(lane.outcome, Outcome::Cancelled { .. }))),
        (Figure::Threads, count(|lane| lane.worker)),
    ] {
        set(figure, u32::try_from(number).unwrap_or(u32::MAX).into());
    }
    for line in &timeline.outputs {
        match line.stream {
            Stream::Stdout => facts.printed.push((line.at.as_secs_f64(), line.text.clone())),
            Stream::Stderr => facts.reported.push(line.text.clone()),
        }
    }
    facts
}

fn is_task(lane: &Lane) -> bool {
    lane.task.is_some() && !lane.worker
}

/// The lines of stdout, in the order in which they were printed: what a reader arranges.
#[must_use]
pub fn printed(timeline: &Timeline) -> Vec<&str> {
    let lines = timeline.outputs.iter().filter(|line| line.stream == Stream::Stdout);
    lines.map(|line| line.text.as_str()).collect()
}
