//! Moments and spans of a loop's clock, in whole nanoseconds.
//!
//! Integers, so that 0.1 s + 0.7 s and 0.8 s are the same moment.

use std::fmt;
use std::ops::{Add, Sub};

/// A moment on a loop's clock: nanoseconds since the clock began.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Time(pub u64);

/// A span of time in nanoseconds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Span(pub u64);

impl Time {
    /// When every clock begins.
    pub const ZERO: Time = Time(0);
    /// Later than any moment a program reaches.
    pub const MAX: Time = Time(u64::MAX);

    /// This moment in seconds.
    #[must_use]
    pub fn as_secs_f64(self) -> f64 {
        self.0 as f64 / 1e9
    }

    /// The moment `seconds` after the clock began, rounded to whole nanoseconds. A negative number or
    /// a NaN is the beginning; what is too large is [`Time::MAX`].
    #[must_use]
    pub fn from_secs_f64(seconds: f64) -> Time {
        // A float-to-integer cast saturates, and takes a NaN to 0.
        Time((seconds * 1e9).round() as u64)
    }

    /// The span since `earlier`; zero if `earlier` is later.
    #[must_use]
    pub fn since(self, earlier: Time) -> Span {
        Span(self.0.saturating_sub(earlier.0))
    }
}

impl Span {
    /// No time at all.
    pub const ZERO: Span = Span(0);

    /// This span in seconds.
    #[must_use]
    pub fn as_secs_f64(self) -> f64 {
        self.0 as f64 / 1e9
    }

    /// A span of `seconds`, rounded to whole nanoseconds; negative and NaN are zero.
    #[must_use]
    pub fn from_secs_f64(seconds: f64) -> Span {
        Span(Time::from_secs_f64(seconds).0)
    }

    /// A span of `milliseconds`.
    #[must_use]
    pub const fn from_millis(milliseconds: u64) -> Span {
        Span(milliseconds.saturating_mul(1_000_000))
    }
}

impl Add<Span> for Time {
    type Output = Time;
    fn add(self, span: Span) -> Time {
        Time(self.0.saturating_add(span.0))
    }
}

impl Sub for Time {
    type Output = Span;
    fn sub(self, earlier: Time) -> Span {
        self.since(earlier)
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.3} s", self.as_secs_f64())
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.3} s", self.as_secs_f64())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_moments_are_equal_however_they_were_summed() {
        assert_eq!(
            Time::ZERO + Span::from_secs_f64(0.1) + Span::from_secs_f64(0.7),
            Time::from_secs_f64(0.8)
        );
    }

    #[test]
    fn out_of_range_saturates() {
        assert_eq!(Time::from_secs_f64(-1.0), Time::ZERO);
        assert_eq!(Time::from_secs_f64(f64::NAN), Time::ZERO);
        assert_eq!(Time::from_secs_f64(1e300), Time::MAX);
        assert_eq!(Time::MAX + Span(1), Time::MAX);
    }
}
