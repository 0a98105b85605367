//! The time axis: round moments, far enough apart, with labels of one precision.

use loopscope_core::time::Time;

use crate::view::View;

/// A time axis for one view.
#[derive(Clone, PartialEq, Debug)]
pub struct Axis {
    /// What the labels count: `"s"`, `"ms"`, `"µs"` or `"ns"`.
    pub unit: &'static str,
    /// From left to right.
    pub ticks: Vec<Tick>,
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

/// The axis of a view that is `width` CSS pixels wide, with ticks at least `spacing` pixels apart.
///
/// Steps are 1, 2 or 5 times a power of ten nanoseconds. The unit follows the latest moment shown, so
/// that panning within a run does not change it at every step.
#[must_use]
pub fn axis(view: &View, width: f64, spacing: f64) -> Axis {
    let (name, unit, places) = unit_for(view.end());
    let mut axis = Axis { unit: name, ticks: Vec::new() };
    // Written so that a NaN ends here too.
    if !(width > 0.0 && spacing > 0.0 && view.span() > 0.0) {
        return axis;
    }
    let step = step_of_at_least(view.span() * (spacing / width).min(1.0));
    let decimals = decimals(step, unit, places);
    let mut at = (view.start().max(0.0) as u64).div_ceil(step).saturating_mul(step);
    // Half a nanosecond: the end of a view is a sum of floats.
    while at as f64 <= view.end() + 0.5 {
        let moment = Time(at);
        axis.ticks.push(Tick { at: moment, x: view.x(moment, width), label: label(at, unit, decimals) });
        let Some(next) = at.checked_add(step) else { break };
        at = next;
    }
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

    fn check(start: f64, end: f64, width: f64, spacing: f64, expected: &str) {
        let axis = axis(&View::new(start * 1e9, end * 1e9), width, spacing);
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
            assert_eq!(axis(&view, width, spacing).ticks, Vec::new());
        }
        // The end of all time does not hang.
        assert!(axis(&View::new(0.0, 1e30), 1000.0, 10.0).ticks.len() <= 101);
    }
}
