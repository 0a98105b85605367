//! The lesson panel: the text of a step of the course, what to predict, what to change, and the way on.

mod contents;
mod predict;
mod prose;

use std::rc::Rc;

use loopscope_lessons::{Change, Course, Lesson};
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::button::Button;
use super::icons::{Icon, icon};
use crate::course::is_done;
use crate::run::Picture;
use contents::Contents;
use predict::Predict;

/// What a reader does.
pub(crate) enum Act {
    /// Open the course, or come back to it.
    Open,
    /// The lessons have come, or cannot be had.
    Came,
    /// Open the lesson at this place.
    Go(usize),
    /// Go on to the next one.
    Next,
    /// Close the course.
    Leave,
    /// Put the lines in this order.
    Order(Vec<usize>),
    /// Run, and compare.
    Compare,
    /// See the run without a prediction.
    Show,
    /// Begin this lesson again.
    Again,
    /// Show a program that does what is to be done.
    Solve,
    /// Look at a moment, in seconds.
    Moment(f64),
}

/// What a reader expects to be printed.
#[derive(Clone, PartialEq)]
pub(crate) enum Prediction {
    /// Nothing is asked.
    None,
    /// Which order? So far this; empty until it is known what is printed.
    Asked(Rc<[usize]>),
    /// This order.
    Made(Rc<[usize]>),
}

/// The lesson, how far the reader is, and whom to tell.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) course: Rc<Course>,
    pub(crate) at: usize,
    pub(crate) progress: Rc<[u8]>,
    pub(crate) prediction: Prediction,
    /// What the lesson's program prints.
    pub(crate) lines: Rc<[String]>,
    /// The run that a prediction is compared with.
    pub(crate) picture: Option<Picture>,
    /// Whether the editor holds the lesson's program as it was written.
    pub(crate) original: bool,
    /// Whether the run shows that what there was to change is changed.
    pub(crate) changed: bool,
    pub(crate) on_act: Callback<Act>,
    pub(crate) on_seek: Callback<Option<usize>>,
    pub(crate) on_line: Callback<u32>,
}

/// The panel.
pub(crate) struct Panel {
    title: NodeRef,
    body: NodeRef,
    /// Whether the list of all lessons is shown in place of the text.
    contents: bool,
    /// The lesson has just been opened: its title gets the focus.
    opened: bool,
}

/// Show the list of all lessons, or the text.
pub(crate) struct Toggle;

impl Component for Panel {
    type Message = Toggle;
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Panel { title: NodeRef::default(), body: NodeRef::default(), contents: false, opened: true }
    }

    fn update(&mut self, _: &Context<Self>, Toggle: Toggle) -> bool {
        self.contents = !self.contents;
        true
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Props) -> bool {
        if ctx.props().at != old.at {
            self.opened = true;
            self.contents = false;
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let Some(lesson) = props.course.lessons.get(props.at) else { return Html::default() };
        let done = is_done(&props.course, &props.progress, props.at);
        html! {
            <aside class="pane pane-lesson" aria-label="Lesson" data-testid="lesson" data-slug={lesson.slug.clone()}
                data-done={done.to_string()}>
                { self.head(ctx, lesson) }
                <div class="lesson-body" ref={self.body.clone()}>
                    if self.contents {
                        <Contents course={Rc::clone(&props.course)} at={props.at} progress={Rc::clone(&props.progress)}
                            on_act={props.on_act.clone()} />
                    } else {
                        <h2 class="lesson-title" tabindex="-1" ref={self.title.clone()} data-testid="lesson-title">{ &lesson.title }</h2>
                        { for lesson.prose.iter().map(|text| html! { <p>{ self.prose(ctx, text) }</p> }) }
                        { self.predict(ctx, lesson) }
                        if let Some(change) = &lesson.change {
                            { self.change(ctx, change) }
                        }
                        if !lesson.beware.is_empty() {
                            <section class="lesson-part beware">
                                <h3>{"You may have read otherwise"}</h3>
                                <p>{ self.prose(ctx, &lesson.beware) }</p>
                            </section>
                        }
                        if props.at + 1 == props.course.lessons.len() {
                            <section class="lesson-part">
                                <h3>{"The end of the course"}</h3>
                                <p>{"Close it and paste a program of your own, or go on with Examples: timeouts, cancellation, locks and queues."}</p>
                            </section>
                        }
                    }
                </div>
                { foot(props) }
            </aside>
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        if std::mem::take(&mut self.opened) {
            if let Some(body) = self.body.cast::<Element>() {
                body.set_scroll_top(0);
            }
            if let Some(title) = self.title.cast::<HtmlElement>() {
                // Fails for an element that is not in the page only.
                let _ = title.focus();
            }
        }
    }
}

impl Panel {
    fn prose(&self, ctx: &Context<Self>, text: &str) -> Html {
        let props = ctx.props();
        let hidden = matches!(props.prediction, Prediction::Asked(_));
        prose::prose(text, hidden, &props.on_act, &props.on_line)
    }

    fn head(&self, ctx: &Context<Self>, lesson: &Lesson) -> Html {
        let props = ctx.props();
        let leave = props.on_act.reform(|_: MouseEvent| Act::Leave);
        let toggle = ctx.link().callback(|_: MouseEvent| Toggle);
        html! {
            <header class="lesson-head">
                <button class="button quiet lesson-place" onclick={toggle} aria-expanded={self.contents.to_string()}
                    data-testid="lesson-contents" title="All lessons">
                    { icon(Icon::List) }
                    <span>{ format!("{} of {}", props.at + 1, props.course.lessons.len()) }</span>
                    <span class="lesson-chapter">{ &lesson.chapter }</span>
                </button>
                { Button::new("button tiny", leave).test("lesson-leave").name("Close the course")
                    .title("Close the course and go back to your own program").icon(Icon::Cross) }
            </header>
        }
    }

    fn predict(&self, ctx: &Context<Self>, lesson: &Lesson) -> Html {
        let props = ctx.props();
        if lesson.predict.is_empty() {
            return Html::default();
        }
        let again = props.on_act.reform(|_: MouseEvent| Act::Again);
        html! {
            <section class="lesson-part" data-testid="predict">
                <h3>{"Predict first"}</h3>
                <p>{ self.prose(ctx, &lesson.predict) }</p>
                if props.prediction == Prediction::None {
                    // It begins with the program as it was, so not where something was changed.
                    if props.original {
                        <div class="lesson-tools">
                            { Button::new("button", again).test("predict-again").text("Predict it") }
                        </div>
                    }
                } else {
                    <Predict prediction={props.prediction.clone()} lines={Rc::clone(&props.lines)}
                        picture={props.picture.clone()} on_act={props.on_act.clone()} on_seek={props.on_seek.clone()} />
                }
            </section>
        }
    }

    fn change(&self, ctx: &Context<Self>, change: &Change) -> Html {
        let props = ctx.props();
        let act = |act: fn() -> Act| props.on_act.reform(move |_: MouseEvent| act());
        html! {
            <section class={classes!("lesson-part", props.changed.then_some("done"))} data-testid="change"
                data-done={props.changed.to_string()}>
                <h3>{"Change it"}</h3>
                <p>{ self.prose(ctx, &change.task) }</p>
                <div role="status">
                    if props.changed {
                        <p class="lesson-done" data-testid="change-done">
                            { icon(Icon::Check) }<span>{ self.prose(ctx, &change.done) }</span>
                        </p>
                    }
                </div>
                <div class="lesson-tools">
                    if !props.changed {
                        { Button::new("button quiet", act(|| Act::Solve)).test("change-solve")
                            .title("Put a program into the editor that does it").text("Show a solution") }
                    }
                    if !props.original {
                        { Button::new("button quiet", act(|| Act::Again)).test("lesson-again")
                            .title("The lesson's program, as it was").text("Start again") }
                    }
                </div>
            </section>
        }
    }
}

fn foot(props: &Props) -> Html {
    let (at, count) = (props.at, props.course.lessons.len());
    let before = props.on_act.reform(move |_: MouseEvent| Act::Go(at.saturating_sub(1)));
    let next = props.on_act.reform(|_: MouseEvent| Act::Next);
    let done = (0..count).filter(|at| is_done(&props.course, &props.progress, *at)).count();
    html! {
        <footer class="lesson-foot">
            { Button::new("button", before).test("lesson-previous").disabled(at == 0).text("Back") }
            <progress class="lesson-progress" max={count.to_string()} value={done.to_string()}
                aria-label="Lessons that are done" title={format!("{done} of {count} lessons done")} />
            if at + 1 < count {
                { Button::new(if props.changed { "button primary" } else { "button" }, next).test("lesson-next")
                    .text("Next") }
            } else {
                { Button::new("button", props.on_act.reform(|_: MouseEvent| Act::Leave)).test("lesson-end")
                    .text("Finish") }
            }
        </footer>
    }
}
