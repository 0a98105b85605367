//! The names beside the rows: elements of the page, as many as are in sight.

use loopscope_trace::timeline::{LaneId, Timeline};
use yew::prelude::*;

use super::{Msg, TimelinePane};
use crate::components::icons::{Icon, icon};
use crate::components::timeline::{AXIS, names};

impl TimelinePane {
    pub(super) fn visible_rows(&self) -> std::ops::Range<usize> {
        // Before the first measure a screenful is a good guess.
        let height = if self.size.1 > 0.0 { self.size.1 } else { 600.0 };
        self.rows.between(self.scrolled - AXIS, self.scrolled + height)
    }

    pub(super) fn lane_name(&self, ctx: &Context<Self>, timeline: &Timeline, index: usize) -> Html {
        let Some(row) = self.rows.get(index).copied() else { return Html::default() };
        let Some(lane) = timeline.lane(row.lane) else { return Html::default() };
        let style = format!(
            "top: {}px; height: {}px; --depth: {}; --up: {}px",
            AXIS + row.top,
            row.height,
            lane.depth.min(6),
            self.connector(timeline, index),
        );
        let chosen = self.chosen.is_some_and(|(chosen, _)| chosen == row.lane);
        let classes = classes!(
            "lane",
            chosen.then_some("chosen"),
            (self.acting == Some(row.lane)).then_some("acting"),
            lane.worker.then_some("thread")
        );
        let id = row.lane;
        let second = match (lane.worker, row.folded) {
            (_, true) if lane.also_called().is_empty() => format!("{} inside", row.inner),
            (_, true) => format!("{} · {} inside", lane.also_called(), row.inner),
            (true, _) => format!("thread · {}", lane.also_called()),
            _ => lane.also_called().to_owned(),
        };
        html! {
            <li key={id.0} class={classes} {style} data-testid="lane"
                data-task={lane.name.clone()} title={names::title(timeline, lane)}>
                if row.inner > 0 { { self.fold_button(ctx, id, row.folded, &lane.title()) } }
                <span class="lane-name">{ lane.called().to_owned() }</span>
                <span class="lane-task">{ second }</span>
            </li>
        }
    }

    fn fold_button(&self, ctx: &Context<Self>, lane: LaneId, folded: bool, title: &str) -> Html {
        let fold = ctx.link().callback(move |_: MouseEvent| Msg::Fold(lane));
        // What is pressed is the button, not the timeline under it.
        let quiet = Callback::from(|event: PointerEvent| event.stop_propagation());
        html! {
            <button class={classes!("lane-fold", folded.then_some("folded"))} onclick={fold}
                onpointerdown={quiet.clone()} onpointerup={quiet} aria-expanded={(!folded).to_string()}
                data-testid="fold" aria-label={format!("Tasks of {title}")}
                title={if folded { "Show the tasks inside (C)" } else { "Fold the tasks inside (C)" }}>
                { icon(Icon::Fold) }
            </button>
        }
    }

    /// How far up a row's line reaches: to the sibling above, or to the parent's name.
    fn connector(&self, timeline: &Timeline, index: usize) -> f64 {
        const FARTHEST: usize = 100;
        let row = |index: usize| self.rows.get(index);
        let depth =
            |index: usize| row(index).and_then(|row| timeline.lane(row.lane)).map_or(0, |lane| lane.depth);
        let (own, top) = (depth(index), row(index).map_or(0.0, |row| row.top));
        for up in 1..=index.min(FARTHEST) {
            let above = row(index - up).map_or(0.0, |row| row.top);
            match depth(index - up).cmp(&own) {
                std::cmp::Ordering::Greater => {}
                std::cmp::Ordering::Equal => return top - above,
                std::cmp::Ordering::Less => return top - above - 14.0,
            }
        }
        top
    }
}
