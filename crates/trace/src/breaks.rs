//! Long idle stretches, and how short they are drawn: a time axis with breaks.
//!
//! A stretch is idle where nothing begins, ends or is written. A run whose longest ones are far longer than its
//! usual ones can be drawn with them cut short; everything else keeps one scale. [`Breaks`] maps moments to where
//! they are drawn, and back. A pure function of the timeline.

use loopscope_core::time::{Span, Time};

use crate::timeline::{OPEN, Timeline};

/// A stretch is long if it takes so many times as long as a usual one (the median).
const LONG: u64 = 8;
/// A stretch that is cut short is drawn as long as this share of all that is not.
const SHARE: f64 = 0.06;
/// Cutting must make a stretch at least so many times shorter, or it stays as it is.
const WORTH: f64 = 3.0;

/// An idle stretch that is drawn short.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Break {
    /// When it begins.
    pub from: Time,
    /// When it ends.
    pub to: Time,
    /// How long it is drawn, in nanoseconds.
    pub drawn: f64,
    /// Where it begins, as drawn, in nanoseconds.
    at: f64,
}

impl Break {
    /// How much time it stands for.
    #[must_use]
    pub fn time(&self) -> Span {
        self.to.since(self.from)
    }
}

/// The idle stretches of a run that are drawn short, from the first to the last.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Breaks {
    breaks: Vec<Break>,
}

impl Breaks {
    /// All time is drawn alike.
    pub const NONE: &'static Breaks = &Breaks { breaks: Vec::new() };

    /// The long idle stretches of a run. Costs a sort of all its spans.
    #[must_use]
    pub fn find(timeline: &Timeline) -> Breaks {
        let lanes = timeline.lanes.iter().filter(|lane| !lane.housekeeping);
        let mut moments: Vec<Time> = lanes.flat_map(|lane| &lane.spans).map(|span| span.start).collect();
        moments.extend(timeline.lanes.iter().flat_map(|lane| &lane.spans).map(|span| span.end));
        moments.extend(timeline.outputs.iter().map(|line| line.at));
        moments.extend([timeline.start, timeline.end]);
        moments.retain(|moment| *moment != OPEN && (timeline.start..=timeline.end).contains(moment));
        moments.sort_unstable();
        moments.dedup();
        let mut blocks = timeline.blocks.iter().peekable();
        let mut busy_until = Time::ZERO;
        let mut stretches = Vec::with_capacity(moments.len());
        for pair in moments.windows(2) {
            while let Some(block) = blocks.next_if(|block| timeline.block(**block).0 <= pair[0]) {
                busy_until = busy_until.max(timeline.block(*block).1);
            }
            // A loop that is blocked is not idle.
            if busy_until <= pair[0] {
                stretches.push((pair[0], pair[1]));
            }
        }
        Breaks::among(&stretches)
    }

    /// Those of some idle stretches that are worth cutting.
    fn among(stretches: &[(Time, Time)]) -> Breaks {
        let length = |(from, to): &(Time, Time)| to.since(*from).0;
        let mut lengths: Vec<u64> = stretches.iter().map(length).collect();
        // The lower of the two in the middle: of a short and a long one, the short one is usual.
        let Some(middle) = lengths.len().checked_sub(1).map(|last| last / 2) else {
            return Breaks::default();
        };
        lengths.sort_unstable();
        let usual = lengths[middle];
        let is_long = |stretch: &&(Time, Time)| length(stretch) > usual.saturating_mul(LONG);
        let kept: u64 = stretches.iter().filter(|stretch| !is_long(stretch)).map(length).sum();
        let drawn = (kept as f64 * SHARE).max(usual as f64);
        let mut breaks = Vec::new();
        let mut cut = 0.0;
        for (from, to) in stretches.iter().filter(is_long) {
            let time = to.since(*from).0 as f64;
            if time >= drawn * WORTH {
                breaks.push(Break { from: *from, to: *to, drawn, at: from.0 as f64 - cut });
                cut += time - drawn;
            }
        }
        Breaks { breaks }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.breaks.is_empty()
    }

    /// The breaks, from the first to the last.
    #[must_use]
    pub fn all(&self) -> &[Break] {
        &self.breaks
    }

    /// Where a moment is drawn, both in nanoseconds.
    pub(crate) fn drawn(&self, moment: f64) -> f64 {
        let after = self.breaks.partition_point(|one| one.from.0 as f64 <= moment);
        let Some(before) = after.checked_sub(1).and_then(|index| self.breaks.get(index)) else {
            return moment;
        };
        let (into, time) = (moment - before.from.0 as f64, before.time().0 as f64);
        before.at + if into < time { into / time * before.drawn } else { into - time + before.drawn }
    }

    /// The moment that is drawn at a place, both in nanoseconds.
    pub(crate) fn moment(&self, drawn: f64) -> f64 {
        let after = self.breaks.partition_point(|one| one.at <= drawn);
        let Some(before) = after.checked_sub(1).and_then(|index| self.breaks.get(index)) else {
            return drawn;
        };
        let (into, time) = (drawn - before.at, before.time().0 as f64);
        before.from.0 as f64
            + if into < before.drawn { into / before.drawn * time } else { into - before.drawn + time }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Idle stretches that follow each other, in milliseconds.
    fn among(lengths: &[u64]) -> Breaks {
        let mut at = 0;
        let stretches: Vec<(Time, Time)> = lengths
            .iter()
            .map(|length| {
                let from = Time(at);
                at += length * 1_000_000;
                (from, Time(at))
            })
            .collect();
        Breaks::among(&stretches)
    }

    fn check(lengths: &[u64], expected: &[(u64, u64, u64)]) {
        let in_ms = |ns: f64| (ns / 1e6).round() as u64;
        let found: Vec<_> = among(lengths)
            .all()
            .iter()
            .map(|one| (in_ms(one.from.0 as f64), in_ms(one.to.0 as f64), in_ms(one.drawn)))
            .collect();
        assert_eq!(found, expected, "{lengths:?}");
    }

    #[test]
    fn only_what_is_far_longer_than_usual_is_cut() {
        check(&[], &[]);
        check(&[1000], &[]);
        check(&[1000, 1000, 2000], &[]);
        check(&[100, 700], &[]);
        check(&[100, 100, 60_000, 100], &[(200, 60_200, 100)]);
        check(&[10, 5000, 10, 3000, 10], &[(10, 5010, 10), (5020, 8020, 10)]);
        // Of many stretches that are kept, a cut one still is a small share.
        check(&[[10; 100].as_slice(), &[9000]].concat(), &[(1000, 10_000, 60)]);
        // Not worth it.
        check(&[[10; 100].as_slice(), &[150]].concat(), &[]);
    }

    #[test]
    fn places_and_moments_agree() {
        let breaks = among(&[10, 5000, 10, 3000, 10]);
        let mut last = -1.0;
        for ms in 0..=8030_u32 {
            let moment = f64::from(ms) * 1e6;
            let drawn = breaks.drawn(moment);
            assert!(drawn > last, "time goes on: {ms}");
            assert!((breaks.moment(drawn) - moment).abs() < 1.0, "{ms}");
            last = drawn;
        }
        assert_eq!(last, 50e6);
        assert_eq!((breaks.drawn(-5.0), breaks.moment(-5.0)), (-5.0, -5.0));
        assert_eq!((Breaks::NONE.drawn(7e9), Breaks::NONE.moment(7e9)), (7e9, 7e9));
    }
}
