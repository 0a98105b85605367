//! The loop at the playhead: what each task does and where it stands, the ready queue, the timers.

use super::button::Button;
use loopscope_core::time::Time;
use loopscope_trace::moment::{FrameState, Moment};
use loopscope_trace::states;
use loopscope_trace::timeline::{LaneId, Outcome, Phase, Timeline, WaitOn};
use loopscope_trace::{Log, format};
use web_sys::Element;
use yew::prelude::*;

use super::timeline::names;
use crate::advice::Target;
use crate::page;
use crate::run::Picture;

/// How many tasks, queued tasks and timers are put into the page.
const SHOWN: usize = 100;

/// The run, the moment that is looked at, and whom to tell of a line.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) picture: Option<Picture>,
    pub(crate) playhead: Option<usize>,
    /// When the playhead is: between two events time passes too.
    pub(crate) now: Option<Time>,
    pub(crate) on_line: Callback<u32>,
    pub(crate) on_look: Callback<Target>,
}

/// The inspector.
#[component]
pub(crate) fn Inspector(props: &Props) -> Html {
    let frame = use_node_ref();
    let shown = frame.clone();
    use_effect_with((props.playhead, props.picture.clone()), move |(playhead, _)| {
        if let Some(frame) = shown.cast::<Element>().filter(|_| playhead.is_some())
            && let Ok(Some(acting)) = frame.query_selector("[aria-current]")
        {
            page::bring(&frame, &acting);
        }
    });
    let Some(picture) = &props.picture else {
        return html! { <p class="hint">{"The program has not run yet."}</p> };
    };
    let mut moment = picture.moment(props.playhead);
    moment.at = props.now.unwrap_or(moment.at);
    let (timeline, log) = (picture.timeline(), picture.log());
    let mut known = timeline.known_at(&moment);
    if known.len() > SHOWN {
        // Those that have ended say least.
        known
            .retain(|id| timeline.lane(*id).is_some_and(|lane| !states::has_ended(&timeline, lane, &moment)));
    }
    let hidden = known.len().saturating_sub(SHOWN);
    known.truncate(SHOWN);
    html! {
        <div class="inspector" data-testid="inspector" data-seq={moment.seq.to_string()} tabindex="0" role="region" ref={frame}
            aria-label="The loop at the playhead">
            <section class="inspector-tasks" aria-labelledby="inspect-tasks">
                <h3 id="inspect-tasks">{"Tasks"}</h3>
                if known.is_empty() {
                    <p class="hint">{"No task exists at this moment."}</p>
                }
                <ul>{ for known.iter().map(|id| task(&timeline, &log, &moment, *id, props)) }</ul>
                { more(hidden) }
                { module(&timeline, &log, &moment) }
            </section>
            <div class="inspector-side">
            <section aria-labelledby="inspect-ready">
                <h3 id="inspect-ready" title="What the loop runs next, in this order">{"Ready queue"}</h3>
                { ready(&timeline, &moment) }
            </section>
            <section aria-labelledby="inspect-timers">
                <h3 id="inspect-timers" title="What the loop will wake, the earliest first">{"Timers"}</h3>
                { timers(&timeline, &log, &moment) }
            </section>
            </div>
        </div>
    }
}

fn task(timeline: &Timeline, log: &Log, moment: &Moment, id: LaneId, props: &Props) -> Html {
    let (Some(lane), Some(state)) = (timeline.lane(id), timeline.lane_at(log, id, moment)) else {
        return Html::default();
    };
    let ended = states::has_ended(timeline, lane, moment);
    let swatch = match (ended, &lane.outcome, state.phase) {
        (true, Outcome::Failed { .. }, _) => "failed",
        (true, Outcome::Cancelled { .. }, _) => "cancelled",
        (true, Outcome::CutOff, _) => "none",
        (true, ..) => "done",
        (_, _, Some(Phase::Blocked)) if lane.worker => "running",
        (_, _, Some(phase)) => phase.name(),
        _ => "none",
    };
    let state_words = states::words(timeline, id, &state, moment);
    let acting = (moment.running == Some(id) && !ended).then_some("step");
    let seq = moment.seq;
    let look = props.on_look.reform(move |_: MouseEvent| Target { seq, lane: Some(id) });
    html! {
        <li key={id.0} class={classes!("inspector-task", ended.then_some("ended"))} data-testid="task" aria-current={acting}
            data-task={lane.name.clone()} data-state={swatch}>
            <span class="swatch-place"><span class={classes!("swatch", swatch)} aria-hidden="true" /></span>
            <p class="inspector-title">
                { Button::new("inspector-name", look).test("task-name")
                    .title([&names::title(timeline, lane), ": show it in the timeline"].concat())
                    .text(lane.called().to_owned()) }
                <span class="quiet">{" "}{ lane.also_called().to_owned() }</span>
                <span class="inspector-state">{ state_words }</span>
            </p>
            if !state.stack.is_empty() && !ended {
                <ol class="inspector-stack" aria-label="Await stack">
                    { for state.stack.iter().map(|frame| self::frame(frame, &props.on_line)) }
                </ol>
            }
        </li>
    }
}

/// One coroutine of a stack: what it is called, and where it stands.
fn frame(frame: &FrameState<'_>, on_line: &Callback<u32>) -> Html {
    let line = frame.location.line;
    html! {
        <li>
            <code>{ frame.name }</code>
            if line > 0 {
                { Button::new("line-link", on_line.reform(move |_: MouseEvent| line)).test("frame-line")
                    .title("Show this line").text(format!("line {line}")) }
            }
            { locals(frame) }
        </li>
    }
}

/// The variables of a frame, as they were when it was suspended last.
fn locals(frame: &FrameState<'_>) -> Html {
    if frame.locals.is_empty() {
        return Html::default();
    }
    let variable = |(name, value): &(&str, &str)| {
        html! { <span class="inspector-local"><span>{ *name }</span>{ " = " }<span class="inspector-value">{ *value }</span></span> }
    };
    html! {
        <div class="inspector-locals" data-testid="locals" title="The variables as they were when this was suspended last">
            { for frame.locals.iter().map(variable) }
        </div>
    }
}

/// The module's variables, below all tasks.
fn module(timeline: &Timeline, log: &Log, moment: &Moment) -> Html {
    let Some(frame) = timeline.module_at(log, moment) else { return Html::default() };
    html! {
        <div class="inspector-module" data-testid="globals">
            <b>{"Globals"}</b>
            { locals(&frame) }
        </div>
    }
}

fn ready(timeline: &Timeline, moment: &Moment) -> Html {
    if moment.ready.is_empty() {
        return html! { <p class="hint">{"Empty."}</p> };
    }
    let shown = moment.ready.iter().take(SHOWN);
    html! {
        <>
            <ol class="inspector-queue" data-testid="ready">
                { for shown.map(|id| html! { <li>{ states::title(timeline, *id) }</li> }) }
            </ol>
            { more(moment.ready.len().saturating_sub(SHOWN)) }
        </>
    }
}

fn timers(timeline: &Timeline, log: &Log, moment: &Moment) -> Html {
    if moment.timers.is_empty() {
        return html! { <p class="hint">{"None is set."}</p> };
    }
    let timer = |timer: &loopscope_trace::TimerView| {
        // Not the one that wakes its task from a sleep: a timeout, or a call for later.
        let wakes = timer.by.and_then(|by| timeline.lane_at(log, by, moment)).is_some_and(|state| {
            matches!(state.wait.map(|wait| &wait.on), Some(WaitOn::Sleep { until }) if *until == timer.deadline)
        });
        html! {
            <li>
                <b>{ format::moment(timer.deadline) }</b>{" "}
                if !wakes && timer.by.is_some() {
                    <span class="quiet">{"set by "}</span>
                }
                { timer.by.map(|by| states::title(timeline, by)).unwrap_or_default() }
                if timer.deadline > moment.at {
                    <span class="quiet">{ format!(" in {}", format::span(timer.deadline.since(moment.at))) }</span>
                }
            </li>
        }
    };
    html! {
        <>
            <ol class="inspector-timers" data-testid="timers">{ for moment.timers.iter().take(SHOWN).map(timer) }</ol>
            { more(moment.timers.len().saturating_sub(SHOWN)) }
        </>
    }
}

fn more(hidden: usize) -> Html {
    if hidden == 0 {
        return Html::default();
    }
    html! { <p class="hint">{ format!("{hidden} more are not shown.") }</p> }
}
