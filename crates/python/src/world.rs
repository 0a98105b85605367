//! What a run finds around it and cannot change: the date and chance.

/// What is around a run. The default is the same for every run, so that a program prints the same each time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct World {
    /// The moment on the calendar at which the run's clock is zero, in nanoseconds since 1970-01-01T00:00:00Z.
    pub epoch: i64,
    /// The seed of `random` in a program that gives none.
    pub seed: u64,
}

/// 2024-01-01T00:00:00Z.
const NEW_YEAR_2024: i64 = 1_704_067_200_000_000_000;

impl Default for World {
    fn default() -> World {
        World { epoch: NEW_YEAR_2024, seed: 0 }
    }
}
