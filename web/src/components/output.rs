//! What the program printed: every line with the moment it was written, errors told apart.

use super::button::Button;
use loopscope_core::instrument::Stream;
use loopscope_trace::format;
use loopscope_trace::timeline::OutputLine;
use web_sys::Element;
use yew::prelude::*;

use super::ask::Ask;
use super::icons::{Icon, icon};
use crate::page;
use crate::run::Picture;

/// How many lines are put into the page: the last ones.
const SHOWN: usize = 2_000;
/// As many while the program runs: they are compared with what the page shows up to sixty times a second.
const SHOWN_LIVE: usize = 300;
/// How many characters of one line are put into the page.
const LINE_CHARS: usize = 4_000;
/// How far from its end, in CSS pixels, the list still counts as read to the end.
const NEAR_END: i32 = 24;

/// The run, how many lines of input were typed for it, and whom to tell of a line of the source or of input.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) picture: Option<Picture>,
    /// The moment that is looked at: what is written later is shown quietly.
    pub(crate) playhead: Option<usize>,
    pub(crate) on_seek: Callback<Option<usize>>,
    pub(crate) stale: bool,
    pub(crate) answers: usize,
    pub(crate) on_line: Callback<u32>,
    pub(crate) on_answer: Callback<String>,
    pub(crate) on_forget: Callback<()>,
}

/// What was rendered last: nothing is rendered again while this is the same.
struct Seen {
    picture: Picture,
    lines: usize,
    /// The length of the last line, which may still grow.
    last: usize,
    running: bool,
    asking: bool,
    /// How many lines and characters of the last of them are written at the playhead.
    written: Option<(usize, usize)>,
}

impl Seen {
    fn of(picture: &Picture, playhead: Option<usize>) -> Seen {
        let timeline = picture.timeline();
        let (lines, last) =
            (timeline.outputs.len(), timeline.outputs.last().map_or(0, |line| line.text.len()));
        let (running, asking) = (picture.is_running(), picture.is_asking());
        let written = playhead.map(|seq| {
            let lines = timeline.outputs.partition_point(|line| (line.seq as usize) < seq);
            let last = lines.checked_sub(1).map(|last| timeline.outputs[last].text_at(seq as u32 - 1).len());
            (lines, last.unwrap_or(0))
        });
        drop(timeline);
        Seen { lines, last, running, asking, written, picture: picture.clone() }
    }

    fn is(&self, other: &Seen) -> bool {
        self.picture.same_run(&other.picture)
            && (self.lines, self.last, self.running, self.asking, self.written)
                == (other.lines, other.last, other.running, other.asking, other.written)
    }
}

/// The output.
pub(crate) struct Output {
    scroller: NodeRef,
    seen: Option<Seen>,
    /// A live run keeps its newest line in sight, unless the reader has scrolled away from it.
    follow: bool,
    /// Another run than before: it is read from the top.
    another: bool,
}

impl Component for Output {
    type Message = ();
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let seen = ctx.props().picture.as_ref().map(|picture| Seen::of(picture, ctx.props().playhead));
        Output { scroller: NodeRef::default(), seen, follow: false, another: true }
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Props) -> bool {
        let props = ctx.props();
        let seen = props.picture.as_ref().map(|picture| Seen::of(picture, props.playhead));
        let same = match (&self.seen, &seen) {
            (Some(before), Some(now)) => before.is(now),
            (None, None) => true,
            _ => false,
        };
        if same {
            return (props.stale, props.answers) != (old.stale, old.answers);
        }
        // The last thing that a program says before it asks is what it asks.
        let running = seen.as_ref().is_some_and(|seen| seen.running || seen.asking);
        self.another = match (&self.seen, &seen) {
            (Some(before), Some(now)) => !before.picture.same_run(&now.picture),
            _ => true,
        };
        self.follow = running && props.playhead.is_none() && (self.another || self.is_near_end());
        self.seen = seen;
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let body = match &props.picture {
            None => html! { <p class="hint">{"The program has not run yet."}</p> },
            Some(picture) => lines(picture, props),
        };
        html! {
            <>
                <div class="output" data-testid="output" ref={self.scroller.clone()} tabindex="0" role="log" aria-live="off">
                    { body }
                </div>
                <Ask
                    asking={self.seen.as_ref().is_some_and(|seen| seen.asking)}
                    live={self.seen.as_ref().is_some_and(|seen| seen.running)}
                    answers={props.answers}
                    on_answer={props.on_answer.clone()}
                    on_forget={props.on_forget.clone()}
                />
            </>
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        let Some(element) = self.scroller.cast::<Element>() else { return };
        if std::mem::take(&mut self.follow) {
            element.set_scroll_top(element.scroll_height());
        } else if self.another {
            element.set_scroll_top(0);
        } else if let Ok(Some(now)) = element.query_selector(".output-now") {
            page::bring(&element, &now);
        }
        self.another = false;
    }
}

impl Output {
    fn is_near_end(&self) -> bool {
        self.scroller.cast::<Element>().is_none_or(|element| {
            element.scroll_top() + element.client_height() + NEAR_END >= element.scroll_height()
        })
    }
}

fn lines(picture: &Picture, props: &Props) -> Html {
    let timeline = picture.timeline();
    let (outputs, running) = (&timeline.outputs, picture.is_running());
    if outputs.is_empty() {
        let text = if running { "Nothing printed yet." } else { "The program printed nothing." };
        return html! { <p class="hint">{ text }</p> };
    }
    // The first line that is not there at the playhead.
    let first_later = props.playhead.map(|seq| outputs.partition_point(|line| (line.seq as usize) < seq));
    let hidden = outputs.len().saturating_sub(if running { SHOWN_LIVE } else { SHOWN });
    html! {
        <>
            if hidden > 0 {
                <p class="hint">{ format!("{hidden} earlier lines are not shown.") }</p>
            }
            <ol class="output-lines">
                { for outputs[hidden..].iter().enumerate().map(|(index, line)| {
                    let index = hidden + index;
                    // The lines of one report are told of once.
                    let before = index.checked_sub(1).map(|before| &outputs[before]);
                    let more = line.stream == Stream::Stderr
                        && first_later != Some(index)
                        && before.is_some_and(|before| (before.seq, before.stream) == (line.seq, line.stream));
                    let shown = self::line(index, line, more, props);
                    if first_later == Some(index) {
                        html! { <>{ not_written() }{ shown }</> }
                    } else {
                        shown
                    }
                }) }
            </ol>
        </>
    }
}

/// One line; `more` of them follow the first one that was written at once to stderr.
fn line(index: usize, line: &OutputLine, more: bool, props: &Props) -> Html {
    let later = props.playhead.is_some_and(|seq| line.seq as usize >= seq);
    let stderr = line.stream == Stream::Stderr;
    // What logging has to say is on stderr too, and no error if it says so.
    let error = stderr && !["INFO", "DEBUG"].into_iter().any(|level| line.text.contains(level));
    let place = match named(&line.text) {
        Some(place) if stderr => place,
        _ if more => 0,
        _ => line.location.line,
    };
    let seq = line.seq as usize + 1;
    let seek = props.on_seek.reform(move |_: MouseEvent| Some(seq));
    let show = (place > 0).then(|| props.on_line.reform(move |_: MouseEvent| place));
    // A line that is written in pieces is there as far as it was.
    let there = match props.playhead {
        Some(playhead) if !later => line.text_at(u32::try_from(playhead - 1).unwrap_or(u32::MAX)),
        _ => &line.text,
    };
    let text: String = match there.char_indices().nth(LINE_CHARS) {
        Some((cut, _)) => format!("{}…", &there[..cut]),
        None => there.to_owned(),
    };
    html! {
        <li key={index} class={classes!("output-line", error.then_some("error"), later.then_some("later"))} data-testid="output-line"
            data-time={format!("{:.3}", line.at.as_secs_f64())}
            data-stream={if stderr { "stderr" } else { "stdout" }}>
            if more {
                <span />
            } else {
                { Button::new("output-time", seek).test("output-time").title("Go to the moment it was written")
                    .text(format::moment(line.at)) }
            }
            <span class="output-mark" title={if stderr { "stderr" } else { "" }}>
                if error && !more { { icon(Icon::Warning) }<span class="visually-hidden">{"error: "}</span> }
            </span>
            <span class="output-text">{ text }</span>
            if let Some(onclick) = show {
                { Button::new("line-link", onclick).title("Show this line")
                    .text(format!("line {place}")) }
            }
        </li>
    }
}

/// The line of the program that a line of a traceback names.
fn named(text: &str) -> Option<u32> {
    let rest = text.split_once("File \"scenario.py\", line ")?.1;
    rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

/// Where the playhead is among the lines.
fn not_written() -> Html {
    html! { <li key="now" class="output-now" data-testid="output-now">{"Not written yet"}</li> }
}
