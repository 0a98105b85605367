//! What of a timeline is in sight, and where: from moments to pixels and back.
//!
//! A [`View`] is a stretch of time; a [`Projection`] shows it so many CSS pixels wide, with long idle stretches
//! drawn shorter than they are if there are [`Breaks`]. Whatever needs the place of a moment, or the moment at
//! a place, asks the projection. Knows no canvas and no page.

use loopscope_core::time::Time;

use crate::breaks::Breaks;
use crate::timeline::{Timeline, TraceState};

/// No view is narrower than this many nanoseconds.
const MIN_SPAN: f64 = 20.0;

/// What a view shows of a run that takes no time.
const EMPTY_SPAN: f64 = 1e9;

/// How much of a run that ends in a deadlock is shown of the time after it, as a share of the run.
const FOREVER: f64 = 0.25;

/// Later than every moment shown, in nanoseconds; exact as a float, and far from [`Time::MAX`].
pub(crate) const LATEST: f64 = (1_u64 << 62) as f64;

/// A stretch of time in sight, in nanoseconds of the loop's clock; where there are breaks, in nanoseconds as they
/// are drawn. Any width in pixels can show it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct View {
    start: f64,
    span: f64,
}

impl View {
    /// The stretch from `start` to `end`, in nanoseconds; at least 20 ns of it.
    #[must_use]
    pub fn new(start: f64, end: f64) -> View {
        let finite = |moment: f64| if moment.is_nan() { 0.0 } else { moment.clamp(-LATEST, LATEST) };
        let start = finite(start);
        View { start, span: (finite(end) - start).max(MIN_SPAN) }
    }

    /// The whole run.
    #[must_use]
    pub fn fit(timeline: &Timeline) -> View {
        let start = timeline.start.0 as f64;
        let span = timeline.duration().0 as f64;
        let span = if span > 0.0 { span } else { EMPTY_SPAN };
        // What waits for ever began to wait at the end of all else: room to see it.
        let room = if timeline.state == TraceState::Deadlock { span * FOREVER } else { 0.0 };
        View::new(start, start + span + room)
    }

    /// The whole run, with long idle stretches drawn short.
    #[must_use]
    pub fn fit_broken(timeline: &Timeline, breaks: &Breaks) -> View {
        let all = View::fit(timeline);
        View::new(breaks.drawn(all.start), breaks.drawn(all.end()))
    }

    /// The first moment in sight, in nanoseconds.
    #[must_use]
    pub fn start(&self) -> f64 {
        self.start
    }

    /// The last moment in sight, in nanoseconds.
    #[must_use]
    pub fn end(&self) -> f64 {
        self.start + self.span
    }

    /// How much time is in sight, in nanoseconds.
    #[must_use]
    pub fn span(&self) -> f64 {
        self.span
    }

    /// This view with `factor` times as much time in sight (under 1: nearer), the moment at `x` staying
    /// where it is, and nothing outside `bounds`.
    #[must_use]
    pub fn zoomed(&self, factor: f64, x: f64, width: f64, bounds: &View) -> View {
        if !(width > 0.0 && factor > 0.0 && factor.is_finite()) {
            return *self;
        }
        let span = (self.span * factor).clamp(MIN_SPAN, bounds.span.max(MIN_SPAN));
        let share = x / width;
        View { start: self.start + share * (self.span - span), span }.within(bounds)
    }

    /// This view moved by `dx` CSS pixels (positive: later), and nothing outside `bounds`.
    #[must_use]
    pub fn panned(&self, dx: f64, width: f64, bounds: &View) -> View {
        if !(width > 0.0 && dx.is_finite()) {
            return *self;
        }
        View { start: self.start + dx / width * self.span, span: self.span }.within(bounds)
    }

    fn within(self, bounds: &View) -> View {
        let span = self.span.min(bounds.span);
        let start = self.start.min(bounds.end() - span).max(bounds.start);
        View { start, span }
    }
}

/// Where moments are: a view, so many CSS pixels wide.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Projection<'b> {
    view: View,
    breaks: &'b Breaks,
    width: f64,
}

impl<'b> Projection<'b> {
    /// A view `width` CSS pixels wide, in which all time is drawn alike.
    #[must_use]
    pub fn plain(view: View, width: f64) -> Projection<'static> {
        Projection { view, breaks: Breaks::NONE, width }
    }

    /// A view `width` CSS pixels wide, with breaks: [`View::start`] and [`View::end`] are as drawn.
    #[must_use]
    pub fn broken(view: View, breaks: &'b Breaks, width: f64) -> Projection<'b> {
        Projection { view, breaks, width }
    }

    /// The view.
    #[must_use]
    pub fn view(&self) -> View {
        self.view
    }

    /// The idle stretches that are drawn short.
    #[must_use]
    pub fn breaks(&self) -> &'b Breaks {
        self.breaks
    }

    /// The width, in CSS pixels.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.width
    }

    /// Whether there is any room to show something in.
    pub(crate) fn is_visible(&self) -> bool {
        self.width > 0.0 && self.width.is_finite()
    }

    /// Where a moment is, in CSS pixels from the left end; outside `0..=width` if it is out of sight.
    #[must_use]
    pub fn x(&self, moment: Time) -> f64 {
        (self.breaks.drawn(moment.0 as f64) - self.view.start) / self.view.span * self.width
    }

    /// The moment at `x` CSS pixels from the left end, to the nanosecond.
    #[must_use]
    pub fn moment(&self, x: f64) -> Time {
        let share = if self.is_visible() { x / self.width } else { 0.0 };
        let drawn = self.view.start + share * self.view.span;
        Time(self.breaks.moment(drawn).round().clamp(0.0, LATEST) as u64)
    }

    /// The first and the last moment in sight; what a view shows before the clock began is left out.
    #[must_use]
    pub fn moments(&self) -> (Time, Time) {
        // To the nearest nanosecond: the end of a view is a sum of floats.
        let moment = |drawn: f64| Time(self.breaks.moment(drawn).clamp(0.0, LATEST).round() as u64);
        (moment(self.view.start), moment(self.view.end()))
    }

    /// The view moved, only as far as needed, so that `moment` is in sight.
    #[must_use]
    pub fn showing(&self, moment: Time, bounds: &View) -> View {
        let (moment, view) = (self.breaks.drawn(moment.0 as f64), self.view);
        let start = if moment < view.start {
            moment
        } else if moment > view.end() {
            moment - view.span
        } else {
            view.start
        };
        View { start, span: view.span }.within(bounds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::layout;
    use crate::timeline::LaneId;

    const WIDTH: f64 = 800.0;

    fn fit() -> View {
        View::new(0.0, 2e9)
    }

    #[test]
    fn pixels_and_moments_agree() {
        let shown = Projection::plain(fit(), WIDTH);
        assert_eq!(shown.x(Time(500_000_000)), 200.0);
        assert_eq!(shown.moment(200.0), Time(500_000_000));
        assert_eq!(shown.moment(-10.0), Time::ZERO);
        assert_eq!(shown.moments(), (Time::ZERO, Time(2_000_000_000)));
        assert_eq!(Projection::plain(fit(), 0.0).moment(10.0), Time::ZERO);
    }

    #[test]
    fn zoom_keeps_the_moment_under_the_pointer() {
        let view = fit().zoomed(0.25, 600.0, WIDTH, &fit());
        assert_eq!(Projection::plain(view, WIDTH).moment(600.0), Time(1_500_000_000));
        assert_eq!(view.span(), 0.5e9);
        // Out again, and no further than everything.
        assert_eq!(view.zoomed(1e9, 600.0, WIDTH, &fit()), fit());
        // In, and no further than what is worth seeing.
        assert_eq!(fit().zoomed(1e-30, 0.0, WIDTH, &fit()).span(), 20.0);
    }

    #[test]
    fn nothing_outside_the_run_comes_into_sight() {
        let near = fit().zoomed(0.5, 0.0, WIDTH, &fit());
        assert_eq!(near.panned(-100.0, WIDTH, &fit()), near);
        assert_eq!(near.panned(1e9, WIDTH, &fit()).end(), 2e9);
        assert_eq!(near.panned(400.0, WIDTH, &fit()).start(), 0.5e9);
        let showing = |moment| Projection::plain(near, WIDTH).showing(moment, &fit());
        assert_eq!(showing(Time(1_500_000_000)).end(), 1.5e9);
        assert_eq!(showing(Time(700_000_000)), near);
    }

    #[test]
    fn nonsense_changes_nothing() {
        for factor in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(fit().zoomed(factor, 1.0, WIDTH, &fit()), fit());
        }
        assert_eq!(fit().panned(f64::NAN, WIDTH, &fit()), fit());
        assert!(View::new(f64::NAN, f64::INFINITY).span().is_finite());
        let endless = Projection::plain(fit(), f64::INFINITY);
        assert_eq!(layout(&Timeline::default(), &[LaneId(3)], &endless), []);
    }
}
