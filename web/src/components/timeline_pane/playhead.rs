//! The playhead's handle: a slider on the time axis, for pointers, for keys and for those who hear the page.

use loopscope_core::time::Time;
use loopscope_trace::{Stride, format, words};
use yew::prelude::*;

use super::{Msg, TimelinePane};
use crate::components::play_bar::Travel;
use crate::components::timeline::MARGIN;
use crate::run::Picture;

/// Where the playhead is, and what goes on there.
#[derive(Clone)]
pub(super) struct Told {
    seq: usize,
    at: Time,
    text: String,
}

impl TimelinePane {
    pub(super) fn playhead(&self, ctx: &Context<Self>, picture: &Picture) -> Html {
        let props = ctx.props();
        let Some(shown) = self.projection(ctx) else { return Html::default() };
        let Told { seq, at, text } = self.told(picture, props.playhead, props.now);
        let x = shown.x(at);
        let out = !(-1.0..=shown.width() + 1.0).contains(&x);
        let x = MARGIN + x.clamp(0.0, shown.width());
        let classes = classes!(
            "playhead",
            props.playhead.is_some().then_some("held"),
            // In sight it would lie about where it is.
            out.then_some("out"),
        );
        html! {
            <div class={classes} role="slider" tabindex="0" data-testid="playhead" aria-label="Playhead"
                aria-orientation="horizontal" aria-valuemin="0" aria-valuemax={picture.events().to_string()}
                aria-valuenow={seq.to_string()} aria-valuetext={text.clone()}
                title={format!("{text}. Drag it, or use the arrow keys")}
                style={format!("transform: translateX({x}px)")}
                onpointerdown={ctx.link().callback(Msg::Pressed)}
                onkeydown={self.playhead_keys(ctx)} />
        }
    }

    /// The playhead went elsewhere: it comes into sight, and with it the lane whose step runs. Not under a pointer.
    pub(super) fn follow(&mut self, ctx: &Context<Self>) {
        let props = ctx.props();
        let Some(picture) = props.picture.as_ref().filter(|_| props.playhead.is_some()) else {
            self.acting = None;
            return;
        };
        self.acting = picture.moment(props.playhead).running;
        if self.touch || self.pointer.is_none() && self.chosen.is_some_and(|(_, span)| span.is_none()) {
            // What a finger or an insight chose would cover it.
            (self.chosen, self.pointer) = (None, None);
        }
        if self.seeking || props.playing {
            return;
        }
        if let Some(now) = props.now {
            self.show_moment(ctx, now);
        }
        if let Some(row) = self.acting.and_then(|lane| self.rows.standing_for(lane)) {
            self.show_row(row);
        }
    }

    /// What there is to say of the playhead: found once for each place, since a million events take their time.
    fn told(&self, picture: &Picture, playhead: Option<usize>, now: Option<Time>) -> Told {
        if playhead.is_none() && picture.is_running() {
            let at = picture.timeline().end;
            return Told { seq: picture.events(), at, text: format!("{}, playing", format::moment(at)) };
        }
        let mut kept = self.told.borrow_mut();
        if let Some((of, place, told)) = &*kept
            && of == picture
            && *place == (playhead, now)
        {
            return told.clone();
        }
        let mut moment = picture.moment(playhead);
        // It may stand between two events.
        moment.at = now.unwrap_or(moment.at);
        let text = words::moment(&picture.timeline(), &picture.log(), &moment);
        let told = Told { seq: moment.seq, at: moment.at, text };
        *kept = Some((picture.clone(), (playhead, now), told.clone()));
        told
    }

    fn playhead_keys(&self, ctx: &Context<Self>) -> Callback<KeyboardEvent> {
        // Only what is wished is told: several keys may come before this is drawn again, and each starts from the last.
        let travel = ctx.props().on_travel.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.meta_key() || event.alt_key() {
                return;
            }
            let wish = match event.key().as_str() {
                "ArrowRight" | "ArrowUp" => Travel::Ahead(Stride::Event),
                "ArrowLeft" | "ArrowDown" => Travel::Previous(Stride::Event),
                "PageUp" => Travel::Ahead(Stride::Iteration),
                "PageDown" => Travel::Previous(Stride::Iteration),
                "Home" => Travel::Start,
                "End" => Travel::End,
                _ => return,
            };
            event.prevent_default();
            event.stop_propagation();
            travel.emit(wish);
        })
    }
}
