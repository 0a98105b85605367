//! Who created, awaits, woke and cancelled whom: arrows from row to row, each at one moment.
//!
//! Where there is room all are drawn, but what is waited for only for what is chosen: each wait already tells it in
//! words. With something chosen, its own arrows stand out.

use loopscope_core::time::Time;

use super::Painter;
use super::surface::{Ink, Stroke};
use crate::layout::arrows;
use crate::rows::BAR;
use crate::timeline::{Arrow, ArrowKind, LaneId};

/// More arrows than these say nothing any more.
const MOST: usize = 120;
/// Of one lane, or of one wait.
const MOST_CHOSEN: usize = 40;
/// How far an arrow may bend to the side.
const BEND: f64 = 26.0;

impl Painter<'_, '_> {
    pub(super) fn arrows(&mut self) {
        let shown = arrows(self.scene.timeline, &self.scene.shown);
        if shown.len() <= MOST {
            for arrow in shown.iter().filter(|arrow| arrow.kind != ArrowKind::WaitsOn) {
                if !self.is_chosen(arrow) {
                    self.arrow(arrow, arrow.at, false);
                }
            }
        }
        // Those of the chosen lane: looked for around the chosen span only, so that a long run costs no more.
        let chosen: Vec<Arrow> = match self.chosen_moments() {
            Some((from, to)) => {
                let all = &self.scene.timeline.arrows;
                let first = all.partition_point(|arrow| arrow.at < from);
                let near = all[first..].iter().take_while(|arrow| arrow.at <= to);
                near.filter(|arrow| self.is_chosen(arrow)).take(MOST_CHOSEN).copied().collect()
            }
            None => Vec::new(),
        };
        for arrow in &chosen {
            self.arrow(arrow, arrow.at, true);
        }
    }

    /// When what is chosen begins and ends.
    fn chosen_moments(&self) -> Option<(Time, Time)> {
        let (id, span) = self.scene.chosen?;
        let timeline = self.scene.timeline;
        match span {
            Some(index) => {
                let span = timeline.lane(id)?.spans.get(index)?;
                Some((span.start, timeline.span_end(span)))
            }
            None => Some(self.scene.shown.moments()),
        }
    }

    /// Whether it belongs to what is chosen: begins it or ends it, or happens in it.
    fn is_chosen(&self, arrow: &Arrow) -> bool {
        let Some((id, span)) = self.scene.chosen else { return false };
        if arrow.from != id && arrow.to != id {
            return false;
        }
        let Some(index) = span else { return true };
        let timeline = self.scene.timeline;
        let Some(span) = timeline.lane(id).and_then(|lane| lane.spans.get(index)) else { return false };
        let wait = timeline.wait(span);
        match arrow.kind {
            // A wait begins with the event that ends the step before it, and ends with the one that wakes.
            ArrowKind::WaitsOn => arrow.from == id && wait.is_some() && arrow.seq == span.first_seq,
            ArrowKind::Woke | ArrowKind::Cancelled if arrow.to == id => {
                (wait.is_some() && arrow.at == timeline.span_end(span) && arrow.seq <= span.last_seq)
                    || arrow.seq == span.first_seq
            }
            _ => (span.first_seq..=span.last_seq).contains(&arrow.seq),
        }
    }

    fn middle(&self, lane: LaneId) -> Option<f64> {
        let row = self.scene.rows.get(self.scene.rows.standing_for(lane)?)?;
        Some(self.bar_top(row) + BAR / 2.0)
    }

    fn arrow(&mut self, arrow: &Arrow, at: Time, chosen: bool) {
        let (Some(from), Some(to)) = (self.middle(arrow.from), self.middle(arrow.to)) else { return };
        if from == to {
            return;
        }
        let ink = match arrow.kind {
            ArrowKind::Created => Ink::Text3,
            ArrowKind::Woke => Ink::Running,
            ArrowKind::WaitsOn => Ink::Text2,
            ArrowKind::Cancelled => Ink::Cancelled,
        };
        let stroke = Stroke::new(ink, if chosen { 2.0 } else { 1.25 });
        let stroke = match (chosen, self.scene.chosen.is_some(), arrow.kind) {
            (true, ..) => stroke,
            // Something else is of interest.
            (_, true, _) => stroke.faint(0.25),
            (.., ArrowKind::Created) => stroke.faint(0.55),
            _ => stroke.faint(0.75),
        };
        let down = (to - from).signum();
        if arrow.kind == ArrowKind::WaitsOn {
            return self.awaited(stroke, self.during(arrow, at), from, to);
        }
        let x = self.x(at);
        // A chosen arrow begins inside the bar: between neighbours there is little room.
        let inside = if chosen { BAR / 2.0 - 2.0 } else { BAR / 2.0 + 1.0 };
        let (start, tip) = (from + down * inside, to - down * (BAR / 2.0 + if chosen { 1.0 } else { 4.0 }));
        self.on.line(stroke, &[(x, start), (x, tip - down * 4.0)]);
        self.head(stroke, x, tip, down);
    }

    /// Where in a wait its arrow is: late in what is in sight of it, where there is no label.
    fn during(&self, arrow: &Arrow, at: Time) -> f64 {
        let timeline = self.scene.timeline;
        let span = timeline.lane(arrow.from).and_then(|lane| {
            let index = lane.spans.partition_point(|span| span.first_seq < arrow.seq);
            lane.spans.get(index).filter(|span| span.first_seq == arrow.seq)
        });
        let end = span.map_or(at, |span| timeline.span_end(span));
        let (from, to) = (self.x(at).max(self.scene.left), self.x(end).min(self.right()));
        from + (to - from) * 0.8
    }

    /// An arrow from a wait to whom it waits for: dashed and bent, since it lasts.
    fn awaited(&mut self, stroke: Stroke, x: f64, from: f64, to: f64) {
        let down = (to - from).signum();
        let tip = to - down * 3.0;
        let bend = BEND.min((tip - from).abs() * 0.5);
        let points = [(x, from), (x + bend, (from + tip) / 2.0), (x, tip - down * 6.0)];
        self.on.disc(stroke.ink, (x, from), 2.5);
        self.on.curve(stroke.dashed(), points);
        self.head(stroke, x, tip, down);
    }

    fn head(&mut self, stroke: Stroke, x: f64, tip: f64, down: f64) {
        let (half, long) = if stroke.width > 1.5 { (4.5, 8.0) } else { (3.5, 6.5) };
        let back = tip - down * long;
        self.on.polygon(stroke.ink, stroke.alpha, &[(x - half, back), (x, tip + down), (x + half, back)]);
    }
}
