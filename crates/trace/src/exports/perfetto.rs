//! A timeline in the Trace Event Format, which Perfetto and Chrome's tracing page open.
//!
//! One thread for each lane, a complete event (`X`) for each span and nested frame, an instant (`i`) for
//! each printed line, and a flow (`s`, `f`) for each wake. The format counts microseconds; fractions keep
//! the nanoseconds.

use loopscope_core::time::Time;

use super::writer::Writer;
use crate::timeline::{ArrowKind, Lane, LaneId, Phase, Timeline};

/// The timeline as one JSON object with `traceEvents`.
#[must_use]
pub fn to_perfetto(timeline: &Timeline) -> String {
    let mut writer = Writer::default();
    writer.object(|w| {
        w.key("displayTimeUnit").string("ms");
        w.key("traceEvents").array(|w| {
            for (place, id) in timeline.order(false).into_iter().enumerate() {
                if let Some(lane) = timeline.lane(id) {
                    write_lane(w, timeline, id, lane, place);
                }
            }
            write_output(w, timeline);
            write_flows(w, timeline);
        });
    });
    let mut text = writer.finish();
    text.push('\n');
    text
}

fn write_lane(w: &mut Writer, timeline: &Timeline, id: LaneId, lane: &Lane, place: usize) {
    event(w, "M", "thread_name", id, None, |w| w.key("args").object(|w| w.key("name").string(&lane.title())));
    event(w, "M", "thread_sort_index", id, None, |w| {
        w.key("args").object(|w| w.key("sort_index").number(place as u64));
    });
    for span in &lane.spans {
        let end = timeline.span_end(span);
        if end == span.start && span.phase != Phase::Running {
            continue;
        }
        event(w, "X", span.phase.name(), id, Some(span.start), |w| {
            microseconds(w.key("dur"), end.since(span.start).0);
            w.key("cat").string("phase");
            w.key("args").object(|w| w.key("line").number(u64::from(span.location.line)));
        });
    }
    for frame in lane.frames.iter().skip(1).flatten() {
        let end = frame.end.min(timeline.end).max(frame.start);
        event(w, "X", &frame.name, id, Some(frame.start), |w| {
            microseconds(w.key("dur"), end.since(frame.start).0);
            w.key("cat").string("coroutine");
        });
    }
}

fn write_output(w: &mut Writer, timeline: &Timeline) {
    for line in &timeline.outputs {
        if let Some(lane) = line.lane {
            event(w, "i", &line.text, lane, Some(line.at), |w| {
                w.key("s").string("t");
                w.key("cat").string("output");
            });
        }
    }
}

fn write_flows(w: &mut Writer, timeline: &Timeline) {
    let hidden = |lane: LaneId| timeline.lane(lane).is_none_or(|lane| lane.housekeeping);
    let wakes = timeline.arrows.iter().filter(|arrow| arrow.kind == ArrowKind::Woke);
    for arrow in wakes.filter(|arrow| !hidden(arrow.from) && !hidden(arrow.to)) {
        for (phase, lane) in [("s", arrow.from), ("f", arrow.to)] {
            event(w, phase, "woke", lane, Some(arrow.at), |w| {
                w.key("cat").string("wake");
                w.key("id").number(u64::from(arrow.seq));
                if phase == "f" {
                    w.key("bp").string("e");
                }
            });
        }
    }
}

fn event(
    w: &mut Writer,
    phase: &str,
    name: &str,
    lane: LaneId,
    at: Option<Time>,
    more: impl FnOnce(&mut Writer),
) {
    w.line();
    w.object(|w| {
        w.key("ph").string(phase);
        w.key("name").string(name);
        w.key("pid").number(1);
        w.key("tid").number(u64::from(lane.0) + 1);
        if let Some(at) = at {
            microseconds(w.key("ts"), at.0);
        }
        more(w);
    });
}

fn microseconds(w: &mut Writer, nanoseconds: u64) {
    let (whole, rest) = (nanoseconds / 1000, nanoseconds % 1000);
    w.raw(&if rest == 0 { whole.to_string() } else { format!("{whole}.{rest:03}") });
}
