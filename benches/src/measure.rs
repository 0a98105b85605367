//! Measuring: contenders take turns, each as often first as the others, so that what the machine does
//! meanwhile touches all of them alike; and what counts is the processor's time, not the wall's.

use std::hint::black_box;
use std::time::Duration;

/// The processor's time that this thread has used.
#[cfg(unix)]
pub(crate) fn used() -> Duration {
    use rustix::time::{ClockId, clock_gettime};
    let time = clock_gettime(ClockId::ThreadCPUTime);
    let seconds = u64::try_from(time.tv_sec).unwrap_or_default();
    Duration::from_secs(seconds) + Duration::from_nanos(u64::try_from(time.tv_nsec).unwrap_or_default())
}

/// The time since the first call: there is no other clock in the standard library.
#[cfg(not(unix))]
pub(crate) fn used() -> Duration {
    use std::sync::LazyLock;
    use std::time::Instant;
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    START.elapsed()
}

/// What a piece of work costs.
pub(crate) fn cost<T>(work: impl FnOnce() -> T) -> Duration {
    let start = used();
    black_box(work());
    used().saturating_sub(start)
}

/// One of those who do the same work: a name, and a run that says what it cost.
pub(crate) struct Contender<'a> {
    pub(crate) name: &'static str,
    pub(crate) run: Box<dyn FnMut() -> Result<Duration, String> + 'a>,
}

impl<'a> Contender<'a> {
    /// One that runs in this process, each time twice: the first run finds what the one before it left of caches and memory
    /// (after another process, nothing), the second is what counts.
    pub(crate) fn new<T>(name: &'static str, mut work: impl FnMut() -> T + 'a) -> Contender<'a> {
        let run = move || {
            black_box(work());
            Ok(cost(&mut work))
        };
        Contender { name, run: Box::new(run) }
    }
}

/// What the runs of one contender came to.
pub(crate) struct Figure {
    pub(crate) name: &'static str,
    pub(crate) median: Duration,
    pub(crate) min: Duration,
    pub(crate) max: Duration,
    /// The median, over the turns, of this one's time divided by the first one's.
    pub(crate) ratio: f64,
}

/// Lets the contenders take `turns` turns after one that does not count.
///
/// # Errors
/// What kept a contender from running.
pub(crate) fn compare(contenders: &mut [Contender<'_>], turns: usize) -> Result<Vec<Figure>, String> {
    let mut times = vec![Vec::with_capacity(turns); contenders.len()];
    for turn in 0..=turns {
        // Each begins in its turn: what the machine does at the turn's beginning is not always the same one's.
        for place in 0..contenders.len() {
            let next = (turn + place) % contenders.len();
            let time = (contenders[next].run)()?;
            if turn > 0 {
                times[next].push(time);
            }
        }
    }
    let first = times.first().cloned().unwrap_or_default();
    let figures = contenders.iter().zip(times).map(|(contender, mut times)| {
        let ratios = times.iter().zip(&first).map(|(time, first)| time.as_secs_f64() / first.as_secs_f64());
        let ratio = middle(ratios.collect());
        times.sort_unstable();
        let (min, max) = (times[0], times[times.len() - 1]);
        Figure { name: contender.name, median: times[times.len() / 2], min, max, ratio }
    });
    Ok(figures.collect())
}

fn middle(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers[numbers.len() / 2]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_begins_in_its_turn_and_the_first_does_not_count() {
        let order = std::cell::RefCell::new(Vec::new());
        let make = |name, times: &'static [u64]| {
            let mut next = times.iter();
            let order = &order;
            let run = move || {
                order.borrow_mut().push(name);
                next.next().map(|time| Duration::from_millis(*time)).ok_or_else(|| "no more".to_owned())
            };
            Contender { name, run: Box::new(run) }
        };
        let mut contenders = [make("a", &[900, 1, 2, 4]), make("b", &[900, 2, 8, 8])];
        let figures = compare(&mut contenders, 3).expect("three turns");
        drop(contenders);
        assert_eq!(*order.borrow(), ["a", "b", "b", "a"].repeat(2));
        let [a, b] = figures.as_slice() else { panic!("two contenders") };
        assert_eq!(
            (a.median, a.min, a.max),
            (Duration::from_millis(2), Duration::from_millis(1), Duration::from_millis(4))
        );
        assert_eq!((a.ratio, b.ratio), (1.0, 2.0));
    }

    #[test]
    fn a_contender_that_cannot_run_says_why() {
        let mut contenders = [Contender { name: "a", run: Box::new(|| Err("gone".to_owned())) }];
        assert_eq!(compare(&mut contenders, 1).err().as_deref(), Some("gone"));
    }
}
