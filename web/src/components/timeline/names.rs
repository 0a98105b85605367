//! Titles of lanes, states in words, and the legend: texts only.

use loopscope_trace::summary;
use loopscope_trace::timeline::{Lane, Timeline, TraceState};
use yew::prelude::*;

/// All there is to say of whose lane it is.
pub(crate) fn title(timeline: &Timeline, lane: &Lane) -> String {
    match lane.parent.and_then(|parent| timeline.lane(parent)) {
        Some(parent) => format!("{}, created by {}", lane.title(), parent.title()),
        None => lane.title(),
    }
}

/// The state in one word, as scripts and styles know it.
pub(crate) fn state(timeline: &Timeline, lanes: usize) -> &'static str {
    match timeline.state {
        TraceState::Running => "running",
        TraceState::Finished if lanes == 0 && timeline.outputs.is_empty() => "empty",
        TraceState::Finished => "finished",
        TraceState::Failed { .. } => "failed",
        TraceState::Stopped => "stopped",
        TraceState::Unfinished => "unfinished",
        TraceState::Deadlock => "deadlock",
        TraceState::Asking => "asking",
    }
}

/// The sentence above the timeline.
pub(crate) fn sentence(timeline: &Timeline, lanes: usize) -> String {
    let text = match timeline.state {
        TraceState::Running if lanes == 0 => "Running; no task has begun",
        TraceState::Unfinished if lanes == 0 && timeline.outputs.is_empty() => {
            "Still computing; no task has begun"
        }
        TraceState::Unfinished if lanes == 0 => "Still running; no task has begun",
        TraceState::Asking if lanes == 0 => "It asks for a line of input; no task has begun",
        TraceState::Stopped if lanes == 0 => "Stopped; no task had begun",
        _ => return summary::sentence(timeline),
    };
    text.to_owned()
}

/// What stands where no lane is.
pub(crate) fn nothing(timeline: &Timeline) -> &'static str {
    match timeline.state {
        TraceState::Running => "No task yet.",
        TraceState::Failed { .. } => "The program ended before any task began. The output says why.",
        TraceState::Stopped => "Stopped before any task began.",
        TraceState::Asking => "The program asks for a line of input: type it under the output.",
        TraceState::Unfinished => {
            "The program computes on and on, and no task has begun. Run plays it live, until you stop it."
        }
        _ => "No task ran: asyncio.run(…) starts the first one.",
    }
}

/// The shapes and their names.
pub(crate) fn legend() -> Html {
    let items = [
        ("running", "running"),
        ("ready", "ready"),
        ("sleeping", "sleeping"),
        ("waiting", "waiting"),
        ("blocked", "loop blocked"),
        ("done", "done"),
        ("failed", "failed"),
        ("cancelled", "cancelled"),
    ];
    html! {
        <ul class="legend" aria-label="Legend">
            { for items.into_iter().map(|(kind, name)| html! {
                <li><span class={classes!("swatch", kind)} aria-hidden="true" />{ name }</li>
            }) }
        </ul>
    }
}
