//! A timeline as JSON, for programs.
//!
//! The shape is stable: fields may be added, none changes its meaning; `version` tells of more. All times
//! are whole nanoseconds of the loop's clock. Lanes are named by their index in `lanes`; `null` stands for
//! what is unknown, does not exist or has not happened. Lines count from 1.
//!
//! ```text
//! { "format": "loopscope-trace", "version": 1,
//!   "summary": "2 tasks, 3.0 s of waiting in 2.0 s",
//!   "state": "finished" | "failed" | "stopped" | "unfinished" | "deadlock" | "running",
//!   "error": null | "ValueError: no",
//!   "start": 0, "end": 2000000000, "truncated": false, "iterations": 9,
//!   "lanes": [{
//!     "name", "coroutine", "task": number | null, "parent": lane | null, "housekeeping": bool,
//!     "created": time, "created_line": line | null, "ended": time | null,
//!     "outcome": "done" | "failed" | "cancelled" | "unfinished" | "cut_off" | "pending",
//!     "value": text | null (done), "message": text | null (failed), "cancelled_by": by | null,
//!     "spans": [{ "phase": "running" | "ready" | "sleeping" | "waiting" | "blocked",
//!                 "start", "end": time | null, "line": line | null, "seq": number,
//!                 "wait"?: { "on": "sleep" | "task" | "gather" | "future" | "timeout" | name,
//!                            "until"?: time, "lanes"?: [lane], "held_by"?: lane (that had it when the wait began),
//!                            "woken_by": by | { "cancelled_by": by } | null } }],
//!     "frames": [{ "name", "depth", "start", "end": time | null, "line", "awaited_at": line | null }] }],
//!   "arrows": [{ "kind": "created" | "waits_on" | "woke" | "cancelled", "from", "to", "at", "seq" }],
//!   "output": [{ "at", "seq", "lane": lane | null, "stream": "stdout" | "stderr", "line", "text", "newline" }],
//!   "never_awaited": [{ "at", "name", "line" }] }
//! by: { "lane": lane } | "timer" | "callback" | "itself" | "outside"
//! ```

use loopscope_core::instrument::{Location, Stream};
use loopscope_core::time::Time;

use super::writer::Writer;
use crate::summary;
use crate::timeline::{
    Arrow, ArrowKind, Canceller, FrameSpan, Lane, LaneId, OPEN, Outcome, OutputLine, Span, Timeline,
    TraceState, Wait, WaitOn, Waker,
};

/// The timeline as one JSON object.
#[must_use]
pub fn to_json(timeline: &Timeline) -> String {
    let mut writer = Writer::default();
    writer.object(|w| {
        w.key("format").string("loopscope-trace");
        w.key("version").number(1);
        w.key("summary").string(&summary::sentence(timeline));
        w.key("state").string(state_name(&timeline.state));
        w.key("error");
        match &timeline.state {
            TraceState::Failed { message } => w.string(message),
            _ => w.null(),
        }
        w.key("start").number(timeline.start.0);
        w.key("end").number(timeline.end.0);
        w.key("truncated").bool(timeline.truncated);
        w.key("iterations").number(timeline.iterations.len() as u64);
        w.key("lanes").array(|w| timeline.lanes.iter().for_each(|lane| write_lane(w, timeline, lane)));
        w.key("arrows").array(|w| timeline.arrows.iter().for_each(|arrow| write_arrow(w, arrow)));
        w.key("output").array(|w| timeline.outputs.iter().for_each(|line| write_output(w, line)));
        w.key("never_awaited").array(|w| {
            for never in &timeline.never_awaited {
                w.line();
                w.object(|w| {
                    w.key("at").number(never.at.0);
                    w.key("name").string(&never.name);
                    line_number(w.key("line"), never.location);
                });
            }
        });
    });
    let mut text = writer.finish();
    text.push('\n');
    text
}

fn write_lane(w: &mut Writer, timeline: &Timeline, lane: &Lane) {
    w.line();
    w.object(|w| {
        w.key("name").string(&lane.name);
        w.key("coroutine").string(&lane.coroutine);
        w.key("task").optional(lane.task.map(|task| u64::from(task.0)));
        w.key("parent").optional(lane.parent.map(|parent| u64::from(parent.0)));
        w.key("housekeeping").bool(lane.housekeeping);
        w.key("created").number(lane.created_at.0);
        line_number(w.key("created_line"), lane.created_location);
        w.key("ended").optional(lane.ended.map(|ended| ended.0));
        w.key("outcome").string(outcome_name(&lane.outcome));
        match &lane.outcome {
            Outcome::Done { value: Some(value) } => w.key("value").string(value),
            Outcome::Done { value: None } => w.key("value").null(),
            Outcome::Failed { message } => w.key("message").string(message),
            Outcome::Cancelled { by: Some(by) } => canceller(w.key("cancelled_by"), *by),
            Outcome::Cancelled { by: None } => w.key("cancelled_by").null(),
            Outcome::Pending | Outcome::Unfinished | Outcome::CutOff => {}
        }
        w.key("spans").array(|w| lane.spans.iter().for_each(|span| write_span(w, timeline, span)));
        w.key("frames").array(|w| {
            for (depth, level) in lane.frames.iter().enumerate() {
                level.iter().for_each(|frame| write_frame(w, depth, frame));
            }
        });
    });
}

fn write_span(w: &mut Writer, timeline: &Timeline, span: &Span) {
    w.line();
    w.object(|w| {
        w.key("phase").string(span.phase.name());
        w.key("start").number(span.start.0);
        w.key("end").optional(ended(span.end));
        line_number(w.key("line"), span.location);
        w.key("seq").number(u64::from(span.first_seq));
        if let Some(wait) = timeline.wait(span) {
            w.key("wait").object(|w| write_wait(w, wait));
        }
    });
}

fn write_wait(w: &mut Writer, wait: &Wait) {
    match &wait.on {
        WaitOn::Sleep { until } => {
            w.key("on").string("sleep");
            w.key("until").number(until.0);
        }
        WaitOn::Lane(lane) => {
            w.key("on").string("task");
            w.key("lanes").array(|w| w.number(u64::from(lane.0)));
        }
        WaitOn::Gather { lanes, .. } => {
            w.key("on").string("gather");
            w.key("lanes").array(|w| lanes.iter().for_each(|lane| w.number(u64::from(lane.0))));
        }
        WaitOn::Group { operation, lanes, .. } => {
            w.key("on").string(operation);
            w.key("lanes").array(|w| lanes.iter().for_each(|lane| w.number(u64::from(lane.0))));
        }
        WaitOn::Future => w.key("on").string("future"),
        WaitOn::Timeout { until } => {
            w.key("on").string("timeout");
            w.key("until").number(until.0);
        }
        WaitOn::Named(name) => w.key("on").string(name),
        WaitOn::Held(name, lane) => {
            w.key("on").string(name);
            w.key("held_by").number(u64::from(lane.0));
        }
    }
    w.key("woken_by");
    match wait.woken_by {
        None => w.null(),
        Some(Waker::Timer(_)) => w.string("timer"),
        Some(Waker::Lane(lane)) => by_lane(w, lane),
        Some(Waker::Cancel(by)) => w.object(|w| canceller(w.key("cancelled_by"), by)),
        Some(Waker::Callback) => w.string("callback"),
        Some(Waker::Itself) => w.string("itself"),
        Some(Waker::Outside) => w.string("outside"),
    }
}

fn write_frame(w: &mut Writer, depth: usize, frame: &FrameSpan) {
    w.line();
    w.object(|w| {
        w.key("name").string(&frame.name);
        w.key("depth").number(depth as u64);
        w.key("start").number(frame.start.0);
        w.key("end").optional(ended(frame.end));
        line_number(w.key("line"), frame.location);
        line_number(w.key("awaited_at"), frame.awaited_at);
    });
}

fn write_arrow(w: &mut Writer, arrow: &Arrow) {
    w.line();
    w.object(|w| {
        w.key("kind").string(match arrow.kind {
            ArrowKind::Created => "created",
            ArrowKind::WaitsOn => "waits_on",
            ArrowKind::Woke => "woke",
            ArrowKind::Cancelled => "cancelled",
        });
        w.key("from").number(u64::from(arrow.from.0));
        w.key("to").number(u64::from(arrow.to.0));
        w.key("at").number(arrow.at.0);
        w.key("seq").number(u64::from(arrow.seq));
    });
}

fn write_output(w: &mut Writer, line: &OutputLine) {
    w.line();
    w.object(|w| {
        w.key("at").number(line.at.0);
        w.key("seq").number(u64::from(line.seq));
        w.key("lane").optional(line.lane.map(|lane| u64::from(lane.0)));
        w.key("stream").string(match line.stream {
            Stream::Stdout => "stdout",
            Stream::Stderr => "stderr",
        });
        line_number(w.key("line"), line.location);
        w.key("text").string(&line.text);
        w.key("newline").bool(line.complete);
    });
}

fn canceller(w: &mut Writer, by: Canceller) {
    match by {
        Canceller::Lane(lane) => by_lane(w, lane),
        Canceller::Timer => w.string("timer"),
        Canceller::Callback => w.string("callback"),
        Canceller::Outside => w.string("outside"),
    }
}

fn by_lane(w: &mut Writer, lane: LaneId) {
    w.object(|w| w.key("lane").number(u64::from(lane.0)));
}

fn line_number(w: &mut Writer, location: Location) {
    w.optional((location.line > 0).then_some(u64::from(location.line)));
}

fn ended(end: Time) -> Option<u64> {
    (end != OPEN).then_some(end.0)
}

fn state_name(state: &TraceState) -> &'static str {
    match state {
        TraceState::Running => "running",
        TraceState::Finished => "finished",
        TraceState::Failed { .. } => "failed",
        TraceState::Stopped => "stopped",
        TraceState::Unfinished => "unfinished",
        TraceState::Deadlock => "deadlock",
        TraceState::Asking => "asking",
    }
}

fn outcome_name(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Pending => "pending",
        Outcome::Done { .. } => "done",
        Outcome::Failed { .. } => "failed",
        Outcome::Cancelled { .. } => "cancelled",
        Outcome::Unfinished => "unfinished",
        Outcome::CutOff => "cut_off",
    }
}
