//! The run before a repair, painted faintly under the present one: where each lane of the same name was, and when the
//! run ended.

use loopscope_core::time::Time;
use loopscope_trace::picture::{Area, Face, Ink, Side, Stroke, Surface};
use loopscope_trace::timeline::{Lane, Timeline};
use loopscope_trace::view::Projection;
use loopscope_trace::{LaneId, Rows, format};
use web_sys::Element;
use yew::prelude::*;

use super::{Props, TimelinePane};
use crate::advice::Ghost;
use crate::components::button::Button;
use crate::components::icons::Icon;
use crate::components::timeline::{AXIS, MARGIN};

/// How high a ghost is, at the lower edge of its row.
const HEIGHT: f64 = 5.0;

/// What is painted on.
pub(super) struct Ground<'g> {
    pub(super) rows: &'g Rows,
    pub(super) shown: Projection<'g>,
    pub(super) size: (f64, f64),
    pub(super) scrolled: f64,
}

/// Paints the ghost of `before` under the lanes of `now`.
pub(super) fn paint(now: &Timeline, before: &Timeline, ground: &Ground<'_>, surface: &mut dyn Surface) {
    let (width, height) = ground.size;
    let x = |moment: Time| (MARGIN + ground.shown.x(moment)).clamp(0.0, width);
    let old = |lane: &Lane| before.lanes.iter().find(|one| one.name == lane.name && !one.housekeeping);
    surface.clip(Area { x: 0.0, y: AXIS, width, height: (height - AXIS).max(0.0) });
    for index in ground.rows.between(ground.scrolled, ground.scrolled + height) {
        let Some(row) = ground.rows.get(index) else { continue };
        let Some(lane) = now.lane(row.lane).and_then(old) else { continue };
        let (from, to) = (x(lane.created_at), x(before.lane_end(lane)));
        let bottom = AXIS + row.top + row.height - ground.scrolled;
        let area = Area { x: from, y: bottom - HEIGHT - 1.0, width: (to - from).max(2.0), height: HEIGHT };
        surface.fill(Ink::Text3, 0.28, area, 2.0);
    }
    let end = MARGIN + ground.shown.x(before.end);
    if (0.0..=width).contains(&end) {
        let stroke = Stroke { ink: Ink::Text3, width: 1.0, alpha: 0.9, dashed: true };
        surface.line(stroke, &[(end, AXIS), (end, height)]);
        let text = format!("before: {}", format::moment(before.end));
        let wide = surface.width_of(&text, Face::Plain);
        let at = (end - wide - 6.0).max(2.0);
        surface.fill(
            Ink::Surface,
            0.85,
            Area { x: at - 3.0, y: height - 20.0, width: wide + 6.0, height: 16.0 },
            3.0,
        );
        surface.text(&text, Face::Plain, Ink::Text3, Side::Left, (at, height - 12.0));
    }
    surface.unclip();
}

impl TimelinePane {
    /// Both totals, and how to take the ghost away.
    pub(super) fn ghost_note(&self, ctx: &Context<Self>, ghost: &Ghost, now: &Timeline) -> Html {
        let (before, after) = (ghost.before.timeline().duration(), now.duration());
        let lay = ctx.props().on_lay.reform(|_: MouseEvent| ());
        let text = if before == after {
            format!("{} as before", format::span(after))
        } else {
            format!("{} → {}", format::span(before), format::span(after))
        };
        html! {
            <span class="ghost-note" data-testid="ghost" title="The run before the fix is drawn in grey under each lane">
                { text }
                { Button::new("button tiny", lay).name("Take the run before the fix away").icon(Icon::Cross) }
            </span>
        }
    }

    /// Marks a lane and brings it into sight.
    pub(super) fn mark(&mut self, props: &Props, lane: LaneId) {
        let Some(picture) = &props.picture else { return };
        let there = self.rows.standing_for(lane).and_then(|index| self.rows.get(index));
        let Some(row) = there.filter(|_| picture.timeline().lane(lane).is_some()) else { return };
        self.chosen = Some((lane, None));
        self.pointer = None;
        let (top, bottom) = (row.top, row.top + row.height);
        if let Some(scroller) = self.scroller.cast::<Element>() {
            let room = (self.size.1 - AXIS).max(row.height);
            if top < self.scrolled || bottom > self.scrolled + room {
                scroller.set_scroll_top((top - room / 2.0).max(0.0) as i32);
            }
        }
    }
}
