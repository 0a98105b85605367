//! The scenario itself: source and settings, and the settings' text form.

use std::fmt::Write as _;

use crate::query;

/// A program and the settings it is run with: all that a share link carries.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scenario {
    /// Python source text, as typed.
    pub source: String,
    /// How to run it.
    pub settings: Settings,
}

impl Scenario {
    /// A scenario with the default settings.
    pub fn new(source: impl Into<String>) -> Self {
        Self { source: source.into(), settings: Settings::default() }
    }
}

/// How a scenario is run. Every field has a default, and only what differs from it is stored in a link.
///
/// Limits that protect the page (events, fuel, memory) are not settings: a link must not raise them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Settings {
    /// How many virtual seconds pass in one real second of a live run. Default 1, from 0.25 to 100.
    pub speed: f64,
    /// The seed of `random`. Default 0.
    pub seed: u64,
    /// How many virtual seconds of a program that does not end are shown. Default 60, from 1 to 86,400.
    pub horizon: f64,
}

impl Default for Settings {
    fn default() -> Self {
        Self { speed: 1.0, seed: 0, horizon: 60.0 }
    }
}

impl Settings {
    /// The slowest live run.
    pub const MIN_SPEED: f64 = 0.25;
    /// The fastest live run.
    pub const MAX_SPEED: f64 = 100.0;
    /// The shortest time shown of a program that does not end, in seconds.
    pub const MIN_HORIZON: f64 = 1.0;
    /// The longest time shown of a program that does not end, in seconds: a day.
    pub const MAX_HORIZON: f64 = 86_400.0;

    /// These settings with every field inside its range; what is not a number becomes the default.
    #[must_use]
    pub fn clamped(self) -> Self {
        let default = Self::default();
        let within = |value: f64, default: f64, min, max| {
            if value.is_nan() { default } else { value.clamp(min, max) }
        };
        Self {
            speed: within(self.speed, default.speed, Self::MIN_SPEED, Self::MAX_SPEED),
            seed: self.seed,
            horizon: within(self.horizon, default.horizon, Self::MIN_HORIZON, Self::MAX_HORIZON),
        }
    }

    /// What differs from the default, as `&key=value` pairs.
    pub(crate) fn write(&self, out: &mut String) {
        let (this, default) = (self.clamped(), Self::default());
        let mut pair = |key: &str, value: &dyn std::fmt::Display| {
            // Writing to a String cannot fail.
            let _ = write!(out, "&{key}={value}");
        };
        if this.speed != default.speed {
            pair("speed", &this.speed);
        }
        if this.seed != default.seed {
            pair("seed", &this.seed);
        }
        if this.horizon != default.horizon {
            pair("horizon", &this.horizon);
        }
    }

    /// Reads pairs; an unknown key or an unreadable value leaves the default, a value out of range is clamped.
    pub(crate) fn read(text: &str) -> Self {
        let mut settings = Self::default();
        for (key, value) in query::pairs(text) {
            match key {
                "speed" => settings.speed = query::number(value).unwrap_or(settings.speed),
                "seed" => settings.seed = value.parse().unwrap_or(settings.seed),
                "horizon" => settings.horizon = query::number(value).unwrap_or(settings.horizon),
                _ => {}
            }
        }
        settings.clamped()
    }
}
