//! Prints what a run of a million events costs: `cargo run --release -p loopscope-trace --example million`.

#[path = "../tests/workload/mod.rs"]
mod workload;

use std::hint::black_box;
use std::time::{Duration, Instant};

use loopscope_core::instrument::NoInstrument;
use loopscope_trace::picture::{self, Area, Face, Ink, MARGIN, Scene, Side, Stroke, Surface};
use loopscope_trace::{
    Breaks, Builder, LaneId, Projection, Recorder, Rows, TraceState, View, layout, summary,
};

fn main() {
    for (tasks, steps) in [(10_000, 17), (100, 1700), (1, 170_000)] {
        measure(tasks, steps);
    }
}

fn measure(tasks: u32, steps: u32) {
    let alone = timed(|| workload::run(&NoInstrument, tasks, steps));
    let recorder = Recorder::with_capacity(10_000_000);
    let recorded = timed(|| workload::run(&recorder, tasks, steps));
    let shared = recorder.log();
    let log = shared.borrow();
    let count = log.len();
    let mut timeline = None;
    let built = timed(|| timeline = Some(Builder::build(&log, TraceState::Finished)));
    let Some(timeline) = timeline else { return };
    println!("{tasks} tasks, {count} events: {}", summary::sentence(&timeline));
    let each = |time: Duration| time.as_nanos() / count as u128;
    println!("  record  {:>6} ns an event", each(recorded.saturating_sub(alone)));
    println!("  build   {:>6} ns an event", each(built));

    let (fit, order) = (View::fit(&timeline), timeline.order(false));
    let rows = &order[..order.len().min(60)];
    let (mut items, mut frames) = (0, 0);
    let painted = timed(|| {
        for zoom in 0..100 {
            let view = fit.zoomed(0.9_f64.powi(zoom), 600.0, 1600.0, &fit);
            items += black_box(layout(&timeline, rows, &Projection::plain(view, 1600.0))).len();
            frames += 1;
        }
    });
    let frame = painted.as_micros() / frames;
    println!("  layout  {frame:>6} µs for {} lanes in 1600 px, {} items", rows.len(), items as u128 / frames);
    let mut made = None;
    let placed = timed(|| made = Some(Rows::of(&timeline, &[])));
    let broken = timed(|| drop(black_box(Breaks::find(&timeline))));
    println!(
        "  rows    {:>6} µs to place all, {} µs to find idle time",
        placed.as_micros(),
        broken.as_micros()
    );
    let all = made.unwrap_or_default();
    let drawn = timed(|| {
        for zoom in 0..100 {
            let view = fit.zoomed(0.9_f64.powi(zoom), 600.0, 1600.0, &fit);
            let scene = Scene {
                timeline: &timeline,
                rows: &all,
                shown: Projection::plain(view, 1600.0),
                bounds: fit,
                left: MARGIN,
                size: (1632.0, 1000.0),
                scrolled: 0.0,
                chosen: Some((LaneId(0), None)),
                pointer: None,
                playhead: None,
                present: None,
                marked: None,
            };
            picture::draw(&scene, &mut Nothing);
        }
    });
    println!("  picture {:>6} µs without a canvas, at 1632 x 1000", drawn.as_micros() / 100);

    let mut seeks = 0;
    let sought = timed(|| {
        for seq in (0..count).step_by(count / 100) {
            let moment = timeline.at_seq(&log, seq);
            for lane in rows {
                black_box(timeline.lane_at(&log, *lane, &moment));
            }
            seeks += 1;
        }
    });
    println!("  seek    {:>6} µs to the state of {} lanes", sought.as_micros() / seeks, rows.len());
}

/// A surface that shows nothing: what is left is the cost of finding out what to draw.
struct Nothing;

impl Surface for Nothing {
    fn fill(&mut self, ink: Ink, _: f64, area: Area, _: f64) {
        black_box((ink, area));
    }
    fn outline(&mut self, stroke: Stroke, area: Area, _: f64) {
        black_box((stroke, area));
    }
    fn hatch(&mut self, ink: Ink, _: f64, area: Area, _: f64) {
        black_box((ink, area));
    }
    fn line(&mut self, _: Stroke, points: &[(f64, f64)]) {
        black_box(points);
    }
    fn curve(&mut self, _: Stroke, points: [(f64, f64); 3]) {
        black_box(points);
    }
    fn polygon(&mut self, _: Ink, _: f64, points: &[(f64, f64)]) {
        black_box(points);
    }
    fn disc(&mut self, ink: Ink, _: (f64, f64), _: f64) {
        black_box(ink);
    }
    fn text(&mut self, text: &str, _: Face, _: Ink, _: Side, _: (f64, f64)) {
        black_box(text);
    }
    fn width_of(&mut self, text: &str, _: Face) -> f64 {
        text.len() as f64 * 6.0
    }
    fn clip(&mut self, _: Area) {}
    fn unclip(&mut self) {}
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}
