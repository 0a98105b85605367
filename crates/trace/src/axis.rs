//! The time axis: round moments, far enough apart, with labels of one precision.

use loopscope_core::time::{Span, Time};

use crate::breaks::Break;
use crate::view::Projection;

/// A time axis for one view.
#[derive(Clone, PartialEq, Debug)]
pub struct Axis {
    /// What the labels count: `"s"`, `"ms"`, `"µs"` or `"ns"`.
    pub unit: &'static str,
    /// From left to right.
    pub ticks: Vec<Tick>,
    /// The idle stretches in sight that are drawn short, from left to right.
    pub gaps: Vec<Gap>,
}

/// An idle stretch that is drawn short.
#[derive(Clone, PartialEq, Debug)]
pub struct Gap {
    /// Its left end, in CSS pixels from the left end of the view.
    pub x: f64,
    /// Its width in CSS pixels.
    pub width: f64,
    /// How much time it stands for.
    pub time: Span,
}

/// One labelled moment.
#[derive(Clone, PartialEq, Debug)]
pub struct Tick {
    /// The moment.
    pub at: Time,
    /// Where, in CSS pixels from the left end of the view.
    pub x: f64,
    /// The number, without its unit: `"0.5"`.
    pub label: String,
}

/// Units, largest first: name, nanoseconds, decimal places down to a nanosecond.
const UNITS: [(&str, u64, usize); 4] =
    [("s", 1_000_000_000, 9), ("ms", 1_000_000, 6), ("µs", 1_000, 3), ("ns", 1, 0)];

/// The axis of what is shown, with ticks at least `spacing` pixels apart; none inside a gap.
///
/// Steps are 1, 2 or 5 times a power of ten nanoseconds. The unit follows the latest moment shown, so
/// that panning within a run does not change it at every step.
#[must_use]
pub fn axis(shown: &Projection<'_>, spacing: f64) -> Axis {
    let (first, last) = shown.moments();
    let (name, unit, places) = unit_for(last.0 as f64);
    let mut axis = Axis { unit: name, ticks: Vec::new(), gaps: Vec::new() };
    // Written so that a NaN ends here too.
    if !(shown.is_visible() && spacing > 0.0 && shown.view().span() > 0.0) {
        return axis;
    }
    let step = step_of_at_least(shown.view().span() * (spacing / shown.width()).min(1.0));
    let decimals = decimals(step, unit, places);
    let mut from = first;
    let mut ticks = |from: Time, to: f64| {
        let mut at = from.0.div_ceil(step).saturating_mul(step);
        while at as f64 <= to {
            let x = shown.x(Time(at));
            if axis.ticks.last().is_none_or(|tick: &Tick| x - tick.x >= spacing - 1e-6) {
                axis.ticks.push(Tick { at: Time(at), x, label: label(at, unit, decimals) });
            }
            let Some(next) = at.checked_add(step) else { break };
            at = next;
        }
    };
    for gap in shown.breaks().all().iter().filter(|gap| gap.to > first && gap.from < last) {
        ticks(from, gap.from.0 as f64);
        let x = shown.x(gap.from);
        axis.gaps.push(Gap { x, width: shown.x(gap.to) - x, time: Break::time(gap) });
        from = gap.to;
    }
    ticks(from, last.0 as f64);
    axis
}

fn unit_for(latest: f64) -> (&'static str, u64, usize) {
    // Up to a tenth of a unit the smaller one reads better: 50 ms, not 0.05 s.
    UNITS.into_iter().find(|(_, unit, _)| latest >= *unit as f64 / 10.0).unwrap_or(UNITS[3])
}

/// The smallest round step, in nanoseconds, not under `least`.
fn step_of_at_least(least: f64) -> u64 {
    let mut power = 1_u64;
    loop {
        for factor in [1, 2, 5] {
            match power.checked_mul(factor) {
                Some(step) if (step as f64) < least => {}
                Some(step) => return step,
                None => return power,
            }
        }
        match power.checked_mul(10) {
            Some(next) => power = next,
            None => return power,
        }
    }
}

/// How many decimal places tell all multiples of `step` apart; one at least for seconds.
fn decimals(step: u64, unit: u64, places: usize) -> usize {
    let mut decimals = usize::from(unit == UNITS[0].1);
    let mut grain = if decimals == 1 { unit / 10 } else { unit };
    while decimals < places && !step.is_multiple_of(grain.max(1)) {
        decimals += 1;
        grain /= 10;
    }
    decimals
}

/// `at` nanoseconds in a unit, with exactly so many decimals. Integers all the way: no rounding noise.
fn label(at: u64, unit: u64, decimals: usize) -> String {
    let whole = at / unit;
    if decimals == 0 {
        return whole.to_string();
    }
    let digits = unit.ilog10() as usize;
    let fraction = format!("{:0digits$}", at % unit);
    format!("{whole}.{}", &fraction[..decimals.min(fraction.len())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::View;

    fn check(start: f64, end: f64, width: f64, spacing: f64, expected: &str) {
        let axis = axis(&Projection::plain(View::new(start * 1e9, end * 1e9), width), spacing);
        let labels: Vec<&str> = axis.ticks.iter().map(|tick| tick.label.as_str()).collect();
        assert_eq!(format!("{} {}", labels.join(" "), axis.unit), expected);
        for pair in axis.ticks.windows(2) {
            assert!(pair[1].x - pair[0].x >= spacing - 1e-6, "{axis:?}");
        }
    }

    #[test]
    fn steps_are_round() {
        check(0.0, 2.0, 800.0, 150.0, "0.0 0.5 1.0 1.5 2.0 s");
        check(0.0, 3.0, 400.0, 80.0, "0.0 1.0 2.0 3.0 s");
        check(0.0, 60.0, 600.0, 80.0, "0.0 10.0 20.0 30.0 40.0 50.0 60.0 s");
        check(0.0, 3600.0, 300.0, 100.0, "0.0 2000.0 s");
    }

    #[test]
    fn precision_follows_the_step() {
        check(1.0, 1.05, 500.0, 100.0, "1.00 1.01 1.02 1.03 1.04 1.05 s");
        check(2.0, 2.000_002, 400.0, 190.0, "2.000000 2.000001 2.000002 s");
    }

    #[test]
    fn short_runs_have_small_units() {
        check(0.0, 0.05, 500.0, 100.0, "0 10 20 30 40 50 ms");
        check(0.0, 0.000_03, 300.0, 100.0, "0 10 20 30 µs");
        check(0.0, 0.000_000_03, 300.0, 100.0, "0 10 20 30 ns");
    }

    #[test]
    fn nonsense_gives_an_empty_axis() {
        let view = View::new(0.0, 2e9);
        for (width, spacing) in [(0.0, 10.0), (-1.0, 10.0), (f64::NAN, 10.0), (100.0, 0.0), (100.0, f64::NAN)]
        {
            assert_eq!(axis(&Projection::plain(view, width), spacing).ticks, Vec::new());
        }
        // The end of all time does not hang.
        assert!(axis(&Projection::plain(View::new(0.0, 1e30), 1000.0), 10.0).ticks.len() <= 101);
    }
}
