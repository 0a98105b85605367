//! What is worth knowing about the run: each insight with its moment, its line, and a repair where there is one that
//! was tried and holds.

use std::rc::Rc;

use super::button::Button;
use loopscope_scenario::Settings;
use loopscope_scenario::fix::Line;
use loopscope_trace::format;
use loopscope_trace::insights::{Gain, Insight, Severity};
use web_sys::Element;
use yew::prelude::*;

use super::icons::{Icon, icon};
use crate::advice::{Advice, Attempt, Chosen, Target};
use crate::run::{Picture, Preview, Started};

/// The run and what it tells, how to run its repairs, and whom to tell of a choice.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) picture: Option<Picture>,
    pub(crate) advice: Advice,
    pub(crate) settings: Settings,
    pub(crate) answers: Rc<[String]>,
    /// What is shown is not of the present text.
    pub(crate) stale: bool,
    pub(crate) on_look: Callback<Target>,
    pub(crate) on_line: Callback<u32>,
    pub(crate) on_fix: Callback<Chosen>,
}

/// What can happen to it.
pub(crate) enum Msg {
    /// A repaired program was run.
    Tried(usize, Picture),
    /// Show a repair, or take it away.
    Show(usize),
    /// Make it.
    Make(usize),
}

/// A repair and how far it was tried.
struct Offer {
    attempt: Attempt,
    gain: Option<Gain>,
    /// A run that is under way.
    running: Option<Preview>,
}

/// The insights.
pub(crate) struct Insights {
    /// By the index of the insight.
    offers: Vec<Option<Offer>>,
    shown: Option<usize>,
    /// The repair that is shown.
    repair: NodeRef,
    /// It was asked for a moment ago: it comes into sight.
    asked: bool,
}

impl Component for Insights {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let mut insights =
            Insights { offers: Vec::new(), shown: None, repair: NodeRef::default(), asked: false };
        insights.take(ctx);
        insights
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Props) -> bool {
        if ctx.props().advice != old.advice {
            self.take(ctx);
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Tried(index, picture) => self.tried(ctx, index, &picture),
            Msg::Show(index) => {
                self.shown = (self.shown != Some(index)).then_some(index);
                self.asked = self.shown.is_some();
            }
            Msg::Make(index) => {
                let props = ctx.props();
                if let (Some(Some(offer)), Some(before)) = (self.offers.get(index), &props.picture) {
                    let changes = offer.attempt.changes.clone();
                    let source = Rc::clone(props.advice.source());
                    props.on_fix.emit(Chosen { changes, source, before: before.clone() });
                }
            }
        }
        true
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        if std::mem::take(&mut self.asked)
            && let Some(repair) = self.repair.cast::<Element>()
        {
            // Its end: the button.
            repair.scroll_into_view_with_bool(false);
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let insights = &ctx.props().advice.insights;
        if insights.is_empty() {
            let running = ctx.props().picture.as_ref().is_none_or(Picture::is_running);
            return html! {
                <div class="insights-empty" data-testid="insights" data-count="0" tabindex="0" role="region" aria-label="Insights">
                    if running {
                        <p>{"The run goes on. What there is to say of it comes when it is over."}</p>
                    } else {
                        if ctx.props().picture.as_ref().is_some_and(Picture::has_failed) {
                            <p><b>{"The program ended with an error: the output says where."}</b>{" Nothing else stands out."}</p>
                        } else {
                            <p class="insights-well">{ icon(Icon::Check) }{"Nothing stands out in this run."}</p>
                        }
                        <p class="hint">
                            {"Looked for: forgotten awaits, calls that block the loop, awaits that could overlap, lost tasks, \
                              errors and updates, swallowed cancellations, deadlocks."}
                        </p>
                    }
                </div>
            };
        }
        html! {
            <ol class="insights" data-testid="insights" data-count={insights.len().to_string()}>
                { for insights.iter().enumerate().map(|(index, insight)| self.item(ctx, index, insight)) }
            </ol>
        }
    }
}

impl Insights {
    /// Other insights: their repairs are tried, one after the other.
    fn take(&mut self, ctx: &Context<Self>) {
        let advice = &ctx.props().advice;
        self.shown = None;
        self.offers = (0..advice.insights.len())
            .map(|index| advice.repair(index).map(|attempt| Offer { attempt, gain: None, running: None }))
            .collect();
        for index in 0..self.offers.len() {
            let (settings, answers) = (&ctx.props().settings, &ctx.props().answers);
            let done = ctx.link().callback(move |picture| Msg::Tried(index, picture));
            let started = self.offers[index].as_ref().map(|offer| offer.attempt.run(settings, answers, done));
            match (started, &mut self.offers[index]) {
                (Some(Started::Shown(picture)), _) => self.tried(ctx, index, &picture),
                (Some(Started::GoesOn(preview)), Some(offer)) => offer.running = Some(preview),
                _ => {}
            }
        }
    }

    fn tried(&mut self, ctx: &Context<Self>, index: usize, after: &Picture) {
        if let (Some(Some(offer)), Some(before)) = (self.offers.get_mut(index), &ctx.props().picture) {
            offer.running = None;
            offer.gain = offer.attempt.gain(before, after);
        }
    }

    fn item(&self, ctx: &Context<Self>, index: usize, insight: &Insight) -> Html {
        let props = ctx.props();
        let (target, line) =
            (Target { seq: insight.seq, lane: insight.lanes.first().copied() }, insight.location.line);
        let look = props.on_look.reform(move |_: MouseEvent| target);
        let reveal = props.on_line.reform(move |_: MouseEvent| line);
        let mark = match insight.severity {
            Severity::Mistake => Icon::Warning,
            Severity::Slow => Icon::Clock,
            Severity::Note => Icon::Help,
        };
        let severity = insight.severity.name();
        let offer = self.offers.get(index).and_then(Option::as_ref).filter(|offer| offer.gain.is_some());
        html! {
            <li class={classes!("insight", severity)} data-testid="insight" data-rule={insight.rule.name()}>
                <span class="insight-mark" title={severity}>{ icon(mark) }<span class="visually-hidden">{ severity }</span></span>
                <div class="insight-body">
                    <p class="insight-text">{ coded(&insight.sentence) }</p>
                    <p class="insight-links">
                        { Button::new("link", look).test("insight-look")
                            .title("Go to this moment and mark the lane")
                            .text(format!("at {}", format::moment(insight.at))) }
                        if line > 0 {
                            { Button::new("link", reveal).title("Show the line in the code")
                                .text(format!("line {line}")) }
                        }
                        if let Some(offer) = offer { { self.button(ctx, index, offer) } }
                        if self.is_trying(index) { <span class="hint">{"Trying a fix…"}</span> }
                    </p>
                    if let Some(offer) = offer.filter(|_| self.shown == Some(index)) { { repair(ctx, index, offer, &self.repair) } }
                </div>
            </li>
        }
    }

    fn is_trying(&self, index: usize) -> bool {
        self.offers.get(index).and_then(Option::as_ref).is_some_and(|offer| offer.running.is_some())
    }

    fn button(&self, ctx: &Context<Self>, index: usize, offer: &Offer) -> Html {
        let open = self.shown == Some(index);
        let show = ctx.link().callback(move |_: MouseEvent| Msg::Show(index));
        html! {
            <button class="button tiny insight-fix" onclick={show} aria-expanded={open.to_string()} data-testid="insight-fix">
                {"Fix"}{ offer.gain.map(totals) }
            </button>
        }
    }
}

/// `3.0 s → 2.0 s`, if the run takes another time.
fn totals(gain: Gain) -> Html {
    if gain.before == gain.after {
        return Html::default();
    }
    let (before, after) = (format::span(gain.before), format::span(gain.after));
    html! { <span data-testid="insight-totals">{ format!("{before} → {after}") }</span> }
}

fn repair(ctx: &Context<Insights>, index: usize, offer: &Offer, place: &NodeRef) -> Html {
    let make = ctx.link().callback(move |_: MouseEvent| Msg::Make(index));
    let lines = offer.attempt.lines().into_iter().map(|line| {
        let (class, sign, text) = match line {
            Line::Same(text) => ("same", " ", text),
            Line::Old(text) => ("old", "−", text),
            Line::New(text) => ("new", "+", text),
            Line::Gap => ("gap", " ", "⋯".to_owned()),
        };
        let said = match class {
            "old" => "removed: ",
            "new" => "added: ",
            _ => "",
        };
        html! {
            <div class={classes!("diff-line", class)}>
                <span aria-hidden="true">{ sign }</span><span class="visually-hidden">{ said }</span>{ text }
            </div>
        }
    });
    html! {
        <div class="insight-repair" data-testid="insight-diff" ref={place.clone()}>
            <div class="diff" role="group" aria-label="The change" tabindex="0">{ for lines }</div>
            { Button::new("button primary small", make).test("insight-apply").disabled(ctx.props().stale)
                .text("Apply the fix") }
            <span class="hint">{"Undo takes it back."}</span>
        </div>
    }
}

/// A sentence in which what is code is set as code: names in backquotes or with brackets behind them, dotted names.
fn coded(sentence: &str) -> Html {
    let words = sentence.split_inclusive(' ').map(|word| {
        let bare = word.trim_end_matches([' ', ',', '.', ':', ';']);
        let inner = bare.trim_matches(['(', ')']);
        let dotted = inner.contains('.') && !inner.contains(|c: char| c.is_ascii_digit());
        let named = bare.len() > 2 && bare.starts_with('`') && bare.ends_with('`');
        let is_code = named || (bare.ends_with("()") || dotted || inner.contains('_')) && !inner.is_empty();
        match word.get(..bare.len()).zip(word.get(bare.len()..)) {
            Some((code, rest)) if is_code => {
                html! { <><code>{ code.trim_matches('`').to_owned() }</code>{ rest.to_owned() }</> }
            }
            _ => html! { { word.to_owned() } },
        }
    });
    html! { <>{ for words }</> }
}
