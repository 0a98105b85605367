//! What stays bounded, however large a run is.

mod workload;

use loopscope_core::ids::TaskId;
use loopscope_core::instrument::{Instrument, Stream};
use loopscope_core::time::{Span, Time};
use loopscope_trace::exports::{json, perfetto, svg};
use loopscope_trace::layout::{FRAME_DEPTH, span_at};
use loopscope_trace::transcript::transcript;
use loopscope_trace::{
    Builder, LaneId, Phase, Projection, Recorder, Shape, Timeline, TraceState, View, layout, summary,
};
use workload::Numbers;

fn timeline(tasks: u32, steps: u32) -> Timeline {
    let recorder = Recorder::new();
    workload::run(&recorder, tasks, steps);
    Builder::build(&recorder.log().borrow(), TraceState::Finished)
}

#[test]
fn what_is_painted_is_bounded_by_pixels() {
    let timeline = timeline(20, 1500);
    let spans: usize = timeline.lanes.iter().map(|lane| lane.spans.len()).sum();
    assert!(spans > 80_000, "{spans}");
    let rows = timeline.order(false);
    let fit = View::fit(&timeline);
    for (view, width) in [(fit, 300.0), (fit.zoomed(0.01, 150.0, 300.0, &fit), 300.0), (fit, 1.0)] {
        let items = layout(&timeline, &rows, &Projection::plain(view, width));
        let most = rows.len() * (width as usize + 2) * (3 + FRAME_DEPTH);
        assert!(items.len() <= most, "{} items", items.len());
        assert!(items.len() >= rows.len(), "something is painted in each row");
        for item in &items {
            assert!(item.x >= -1.0 && item.x + item.width <= width + 1.01, "{item:?}");
        }
    }
}

/// Each moment of each lane is covered by an item of a phase that the lane is in near that moment.
#[test]
fn what_is_painted_is_true() {
    let timeline = timeline(10, 40);
    let fit = View::fit(&timeline);
    let width = 700.0;
    let mut numbers = Numbers::new();
    for zoom in [1.0, 0.3, 0.01] {
        let view = fit.zoomed(zoom, width / 2.0, width, &fit);
        let pixel = Span((view.span() / width) as u64 + 1);
        let rows = timeline.order(false);
        let items = layout(&timeline, &rows, &Projection::plain(view, width));
        for _ in 0..2000 {
            let row = numbers.below(rows.len() as u64) as usize;
            let x = numbers.below(width as u64) as f64 + 0.5;
            let moment = Projection::plain(view, width).moment(x);
            let lane = timeline.lane(rows[row]).expect("a lane");
            let covering = lane.spans.iter().find(|span| span.start <= moment && moment < span.end);
            let painted: Vec<_> = items
                .iter()
                .filter(|item| item.row as usize == row && item.x <= x && x < item.x + item.width)
                .collect();
            match covering {
                None => {
                    assert!(painted.iter().all(|item| item.width <= 1.01), "nothing is there: {painted:?}")
                }
                Some(span) if span.end.since(span.start) > Span(2 * pixel.0) => {
                    let shown = painted
                        .iter()
                        .any(|item| matches!(item.shape, Shape::Span { phase, .. } if phase == span.phase));
                    assert!(shown, "{span:?} at {x}: {painted:?}");
                }
                Some(_) => {}
            }
        }
    }
}

#[test]
fn totals_of_merged_spans_are_exact() {
    let timeline = timeline(3, 900);
    // One pixel in all: each lane is one item, of the phase that takes most of its time.
    let items = layout(&timeline, &timeline.order(false), &Projection::plain(View::fit(&timeline), 1.0));
    for (index, lane) in timeline.lanes.iter().enumerate() {
        let mut totals = [0_u64; 5];
        for span in &lane.spans {
            totals[Phase::ALL.iter().position(|phase| *phase == span.phase).expect("a phase")] +=
                span.end.since(span.start).0;
        }
        for phase in Phase::ALL {
            let place = Phase::ALL.iter().position(|other| *other == phase).expect("a phase");
            assert_eq!(lane.time_in(phase), Span(totals[place]));
        }
        let longest = (0..5).max_by_key(|phase| totals[*phase]).expect("phases");
        let merged = items.iter().find_map(|item| match item.shape {
            Shape::Merged { phase, count, .. } if item.lane == LaneId(index as u32) => Some((phase, count)),
            _ => None,
        });
        let (phase, count) = merged.expect("spans are merged");
        assert_eq!(phase, Phase::ALL[longest]);
        assert!(count as usize >= lane.spans.len() / 2, "{count} of {}", lane.spans.len());
    }
}

#[test]
fn a_full_log_says_so() {
    let recorder = Recorder::with_capacity(500);
    workload::run(&recorder, 10, 50);
    let shared = recorder.log();
    let log = shared.borrow();
    assert_eq!((log.len(), log.overflowed()), (500, true));
    let timeline = Builder::build(&log, TraceState::Finished);
    assert!(timeline.truncated);
    let sentence = summary::sentence(&timeline);
    assert!(sentence.ends_with("only the first 500 events are shown"), "{sentence}");
    drop(log);
    recorder.reset();
    let log = shared.borrow();
    assert_eq!((log.len(), log.overflowed()), (0, false));
}

#[test]
fn output_without_end_is_cut_off() {
    let recorder = Recorder::new();
    let megabyte = "x".repeat(1 << 20);
    for _ in 0..100 {
        recorder.output(Time::ZERO, None, Stream::Stdout, &megabyte);
    }
    let shared = recorder.log();
    let log = shared.borrow();
    assert!(log.overflowed());
    assert!((1..100).contains(&log.len()), "{}", log.len());
}

#[test]
fn a_transcript_ends() {
    let (paragraphs, more) = transcript(&timeline(10, 50), 25);
    assert_eq!((paragraphs.len(), more), (25, true));
    assert!(paragraphs.iter().all(|paragraph| paragraph.text.ends_with('.')), "{paragraphs:#?}");
}

#[test]
fn a_pointer_finds_marks_first() {
    let timeline = timeline(2, 4);
    let shown = Projection::plain(View::fit(&timeline), 1000.0);
    let lane = timeline.lane(LaneId(0)).expect("a lane");
    let wake = lane.spans.iter().position(|span| span.phase == Phase::Running && span.start > Time::ZERO);
    let wake = wake.expect("a step after the first");
    let x = shown.x(lane.spans[wake].start);
    let found = span_at(&timeline, LaneId(0), &shown, x + 1.5, 3.0);
    assert_eq!(found.map(|index| lane.spans[index].phase), Some(Phase::Running));
    assert_eq!(span_at(&timeline, LaneId(9), &shown, x, 3.0), None);
}

#[test]
fn exports_are_json() {
    let timeline = timeline(5, 10);
    for text in [json::to_json(&timeline), perfetto::to_perfetto(&timeline)] {
        let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert!(value.is_object());
    }
    let value: serde_json::Value = serde_json::from_str(&json::to_json(&timeline)).expect("JSON");
    assert_eq!(value["lanes"].as_array().map(Vec::len), Some(5));
    assert_eq!(value["lanes"][1]["parent"], 0);
    assert_eq!(value["summary"], summary::sentence(&timeline));
    let spans = value["lanes"][0]["spans"].as_array().expect("spans");
    assert_eq!(spans.len(), timeline.lanes[0].spans.len());
    assert_eq!(spans[2]["wait"]["on"], "sleep");
}

#[test]
fn a_picture_is_bounded_and_escaped() {
    let recorder = Recorder::new();
    workload::run(&recorder, 300, 40);
    recorder.task_renamed(Time::ZERO, TaskId(2), "<script>alert('&\u{1}')</script>");
    let timeline = Builder::build(&recorder.log().borrow(), TraceState::Finished);
    let picture = svg::to_svg(&timeline, svg::Options { lanes: 20, ..svg::Options::default() });
    assert!(picture.contains("&lt;script&gt;") && !picture.contains("<script"), "{picture}");
    assert!(picture.contains("and 280 more lanes"));
    // Each element is closed: as many openings as ends.
    let opened = picture.matches('<').count() - picture.matches("</").count();
    assert_eq!(opened, picture.matches("</").count() + picture.matches("/>").count());
    assert!(picture.len() < 4_000_000, "{} bytes", picture.len());
    let odd = svg::Options { width: f64::NAN, ..svg::Options::default() };
    assert!(svg::to_svg(&Timeline::default(), odd).contains("No task ran"));
}
