//! The bar under the timeline: play what was recorded, go through it by events, steps and iterations, and
//! what has just happened where the playhead is.

use super::button::Button;
use loopscope_core::time::Time;
use loopscope_trace::happened::happened;
use loopscope_trace::{Stride, format};
use yew::prelude::*;

use super::icons::Icon;
use crate::run::Picture;

/// Where the playhead may be sent.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Travel {
    /// Before anything has happened.
    Start,
    /// The whole run, or the present.
    End,
    /// The next point; from the end of a run on, the first one.
    Next(Stride),
    /// The next point; at the end of a run, and in the present, none.
    Ahead(Stride),
    /// The point before.
    Previous(Stride),
    /// Play what was recorded from here on, or hold it.
    Play,
    /// The next moment at which a line was reached, or the one before.
    Visit {
        /// The line.
        line: u32,
        /// Rather the one before.
        back: bool,
    },
    /// The same for the line that was chosen last.
    NextVisit {
        /// Rather the one before.
        back: bool,
    },
    /// No line is chosen any more.
    Forget,
}

impl Travel {
    /// What a key means, outside any field. The same letters as on the buttons.
    pub(crate) fn of_key(key: &str) -> Option<Travel> {
        Some(match key {
            "," => Travel::Previous(Stride::Step),
            "." => Travel::Next(Stride::Step),
            "<" => Travel::Previous(Stride::Event),
            ">" => Travel::Next(Stride::Event),
            "[" => Travel::Previous(Stride::Iteration),
            "]" => Travel::Next(Stride::Iteration),
            _ => return None,
        })
    }
}

/// The line whose moments are walked through.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Visits {
    /// The line.
    pub(crate) line: u32,
    /// Which of its moments the playhead is at.
    pub(crate) at: Option<usize>,
    /// How many there are.
    pub(crate) count: usize,
}

/// The run, where the playhead is, and whom to tell.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) picture: Option<Picture>,
    pub(crate) playhead: Option<usize>,
    /// When the playhead is: between two events time passes too.
    pub(crate) now: Option<Time>,
    /// The live run is held.
    pub(crate) paused: bool,
    /// Whether what was recorded is being played.
    pub(crate) playing: bool,
    /// The line whose moments are walked through.
    pub(crate) visits: Option<Visits>,
    pub(crate) on_travel: Callback<Travel>,
}

/// The groups of buttons: their name, what that is, their stride, and the keys back and forth.
const GROUPS: [(&str, &str, Stride, [&str; 2]); 3] = [
    (
        "Iteration",
        "The loop looks at its timers once, and runs all that is ready",
        Stride::Iteration,
        ["[", "]"],
    ),
    ("Step", "A task runs until it waits for something", Stride::Step, [",", "."]),
    ("Event", "Anything that was recorded, one by one", Stride::Event, ["<", ">"]),
];

/// The bar.
#[component]
pub(crate) fn PlayBar(props: &Props) -> Html {
    let Some(picture) = &props.picture else { return html! { <div class="play-bar" /> } };
    let (name, shown) = if props.playing {
        ("Hold the playhead (Space)", Icon::Pause)
    } else {
        ("Play what was recorded from the playhead on (Space)", Icon::Play)
    };
    let end = if picture.is_running() { "To the present" } else { "To the end: the whole run" };
    let tiny = |to: Travel| Button::new("button tiny", props.on_travel.reform(move |_: MouseEvent| to));
    html! {
        <div class="play-bar" role="group" aria-label="Playhead" data-testid="play-bar"
            data-seq={props.playhead.map(|seq| seq.to_string())}>
            <div class="play-buttons">
                { tiny(Travel::Start).test("to-start").name("To the start").title("To the start of the run")
                    .icon(Icon::First) }
                { tiny(Travel::Play).test("play").name(if props.playing { "Hold" } else { "Play back" }).title(name)
                    .icon(shown) }
                { tiny(Travel::End).test("to-end").named(end).disabled(props.playhead.is_none()).icon(Icon::Last) }
                { for GROUPS.iter().map(|group| strides(group, &tiny)) }
            </div>
            { visits(props, &tiny) }
            { told(props, picture) }
        </div>
    }
}

fn strides(
    (name, what, stride, keys): &(&'static str, &'static str, Stride, [&'static str; 2]),
    tiny: &dyn Fn(Travel) -> Button,
) -> Html {
    let button = |to: Travel, what: &str, key: &str, shown: Icon, id: &str| {
        let what = [what, " ", &*name.to_ascii_lowercase()].concat();
        let title = [&*what, " (", key, ")"].concat();
        let id = [id, "-", &*name.to_ascii_lowercase()].concat();
        tiny(to).test(id).name(what).title(title).icon(shown)
    };
    html! {
        <span class="play-group">
            { button(Travel::Previous(*stride), "Previous", keys[0], Icon::Back, "previous") }
            <span class="play-name" title={*what} aria-hidden="true">{ *name }</span>
            { button(Travel::Next(*stride), "Next", keys[1], Icon::Forth, "next") }
        </span>
    }
}

fn visits(props: &Props, tiny: &dyn Fn(Travel) -> Button) -> Html {
    let Some(Visits { line, at, count }) = props.visits else { return Html::default() };
    let text = match (count, at) {
        (0, _) => format!("Line {line} was never reached"),
        (_, Some(at)) => format!("Line {line}: moment {} of {count}", at + 1),
        (1, None) => format!("Line {line}: 1 moment"),
        (_, None) => format!("Line {line}: {count} moments"),
    };
    html! {
        <span class="play-visits" data-testid="visits" title="The moments at which this line was reached">
            if count > 1 {
                { tiny(Travel::NextVisit { back: true }).test("previous-visit").name("Previous moment of this line")
                    .title("Previous moment of this line (Alt+, in the editor)").icon(Icon::Back) }
            }
            <span role="status">{ text }</span>
            if count > 1 {
                { tiny(Travel::NextVisit { back: false }).test("next-visit").name("Next moment of this line")
                    .title("Next moment of this line (Alt+. in the editor)").icon(Icon::Forth) }
            }
            { tiny(Travel::Forget).named("Forget this line").icon(Icon::Cross) }
        </span>
    }
}

/// Where the playhead is, and what has just happened there.
fn told(props: &Props, picture: &Picture) -> Html {
    let Some((seq, now)) = props.playhead.zip(props.now) else {
        // What does not fit beside the first part is left out.
        let (text, hint) = if props.paused {
            ("Paused", "Step goes one iteration of the loop further")
        } else if picture.is_running() {
            ("The present", "")
        } else {
            ("The whole run", "Step, play, or drag the handle on the time axis")
        };
        return html! { <p class="play-told idle quiet" data-testid="told"><span>{ text }</span><span>{ hint }</span></p> };
    };
    let timeline = picture.timeline();
    let told =
        happened(&timeline, &picture.log(), seq).unwrap_or_else(|| "Nothing has happened yet".to_owned());
    html! {
        <p class="play-told" data-testid="told" aria-live={if props.playing { "off" } else { "polite" }} title={told.clone()}>
            <b>{ format::moment(now) }</b>{" "}{ told }
            <span class="quiet">{ format!(" · event {seq} of {}", timeline.events) }</span>
        </p>
    }
}
