//! The shapes of phases and ends.

use super::surface::{Area, Ink, Stroke, Surface};
use super::{Face, Painter, Side};
use crate::layout::{DrawItem, EndKind, Shape};
use crate::rows::BAR;
use crate::timeline::Phase;
use crate::words;

pub(super) fn ink(phase: Phase) -> Ink {
    match phase {
        Phase::Running => Ink::Running,
        Phase::Ready => Ink::Ready,
        Phase::Sleeping => Ink::Sleeping,
        Phase::Waiting => Ink::Waiting,
        Phase::Blocked => Ink::Blocked,
    }
}

/// A phase, by shape first: solid, thin, hatched, outlined, loud.
pub(super) fn bar(on: &mut dyn Surface, phase: Phase, bar: Area) {
    let ink = ink(phase);
    let least = |width: f64| Area { width: bar.width.max(width), ..bar };
    match phase {
        Phase::Running => on.fill(ink, 1.0, least(2.0), 4.0),
        Phase::Ready => {
            let line = Area { y: bar.y + BAR / 2.0 - 2.0, height: 4.0, ..least(1.0) };
            on.fill(ink, 1.0, line, 2.0);
        }
        Phase::Sleeping => {
            on.fill(Ink::SleepingSoft, 1.0, bar, 4.0);
            on.hatch(ink, 0.5, bar, 4.0);
            on.outline(Stroke::new(ink, 1.0), bar.inset(0.5), 4.0);
        }
        Phase::Waiting => {
            on.fill(Ink::WaitingSoft, 1.0, bar, 4.0);
            on.outline(Stroke::new(ink, 1.25), bar.inset(0.75), 4.0);
        }
        Phase::Blocked => {
            let tall = Area { y: bar.y - 4.0, height: BAR + 8.0, ..least(2.0) };
            on.fill(ink, 1.0, tall, 4.0);
            on.hatch(Ink::OnBlocked, 0.22, tall, 4.0);
        }
    }
}

impl Painter<'_, '_> {
    /// The ends of the lanes, and how they ended where there is room for it.
    pub(super) fn endings(&mut self, items: &[DrawItem]) {
        for item in items {
            let Shape::End(end) = item.shape else { continue };
            let Some(row) = self.scene.rows.get(self.first + item.row as usize) else { continue };
            let (x, y) = (self.scene.left + item.x, self.bar_top(row) + BAR / 2.0);
            self.ending(item, end, x, y);
            self.end(end, x, y);
        }
    }

    fn ending(&mut self, item: &DrawItem, end: EndKind, x: f64, y: f64) {
        const AWAY: f64 = 12.0;
        let timeline = self.scene.timeline;
        let Some(text) = timeline.lane(item.lane).and_then(|lane| words::outcome(timeline, lane)) else {
            return;
        };
        let room = self.scene.size.0 - x - AWAY - 2.0;
        let width = self.on.width_of(&text, Face::Plain);
        let ink = if end == EndKind::Done { Ink::Text2 } else { ink_of(end) };
        let shown = if width <= room { Some(text.clone()) } else { self.fitting(&text, Face::Plain, room) };
        let labelled = self.labelled.get(item.row as usize).copied().unwrap_or(f64::MIN);
        let before = x - AWAY - width;
        if width > room && before > labelled + 16.0 && before > self.scene.left {
            // Inside the last bar, at its end.
            let patch = Area::new(before - 5.0, y - BAR / 2.0 + 2.0, width + 10.0, BAR - 4.0);
            self.on.fill(Ink::Surface, 0.92, patch, 3.0);
            self.on.text(&text, Face::Plain, ink, Side::Left, (before, y + 0.5));
        } else if let Some(shown) = shown {
            self.on.text(&shown, Face::Plain, ink, Side::Left, (x + AWAY, y + 0.5));
        }
    }

    /// An end, by shape: a ticked disc, a cross, a struck circle, an open bracket.
    fn end(&mut self, end: EndKind, x: f64, y: f64) {
        let ink = ink_of(end);
        self.on.disc(Ink::Surface, (x, y), 7.5);
        match end {
            EndKind::Done => {
                self.on.disc(ink, (x, y), 5.5);
                let tick = [(x - 2.5, y), (x - 0.6, y + 2.0), (x + 2.6, y - 1.9)];
                self.on.line(Stroke::new(Ink::Surface, 1.5), &tick);
            }
            EndKind::Failed => {
                for up in [-4.0, 4.0] {
                    self.on.line(Stroke::new(ink, 2.6), &[(x - 4.0, y + up), (x + 4.0, y - up)]);
                }
            }
            EndKind::Cancelled => {
                self.on.disc(ink, (x, y), 5.7);
                self.on.disc(Ink::Surface, (x, y), 3.8);
                self.on.line(Stroke::new(ink, 1.8), &[(x - 3.6, y + 3.6), (x + 3.6, y - 3.6)]);
            }
            EndKind::CutOff => {
                let bracket = [(x - 3.0, y - 6.0), (x, y - 6.0), (x, y + 6.0), (x - 3.0, y + 6.0)];
                self.on.line(Stroke::new(ink, 1.8), &bracket);
            }
        }
    }
}

fn ink_of(end: EndKind) -> Ink {
    match end {
        EndKind::Done => Ink::Done,
        EndKind::Failed => Ink::Failed,
        EndKind::Cancelled => Ink::Cancelled,
        EndKind::CutOff => Ink::Text3,
    }
}
