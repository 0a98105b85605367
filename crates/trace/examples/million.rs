//! Prints what a run of a million events costs: `cargo run --release -p loopscope-trace --example million`.

#[path = "../tests/workload/mod.rs"]
mod workload;

use std::hint::black_box;
use std::time::{Duration, Instant};

use loopscope_core::instrument::NoInstrument;
use loopscope_trace::{Builder, Projection, Recorder, TraceState, View, layout, summary};

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

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}
