//! A lesson that is open: its program is in the editor, and the person's own waits until it is closed.

use std::rc::Rc;

use loopscope_core::time::Time;
use loopscope_lessons::predict::{can_be_arranged, scrambled};
use loopscope_lessons::{Course, facts};
use loopscope_scenario::{Scenario, Settings};
use yew::prelude::*;

use super::{App, Msg};
use crate::components::button::Button;
use crate::components::lesson::{Act, Panel, Prediction};
use crate::components::notices::Notice;
use crate::components::tabs::Tab;
use crate::course::{self, CHANGED, PASSED, PREDICTED};
use crate::run::Picture;
use crate::script;

/// What was in the editor before the first lesson.
pub(super) struct Before {
    pub(super) scenario: Scenario,
    pub(super) own: bool,
    pub(super) answers: Rc<[String]>,
}

/// The lesson that is open.
pub(super) struct Learning {
    course: Rc<Course>,
    at: usize,
    progress: Rc<[u8]>,
    prediction: Prediction,
    /// What the lesson's program prints.
    lines: Rc<[String]>,
    /// Whether the last run shows that what there was to change is changed.
    changed: bool,
    /// The texts of lessons that were left with changes.
    kept: Vec<Option<Rc<str>>>,
}

impl Learning {
    fn program(&self) -> &str {
        self.course.lessons.get(self.at).map_or("", |lesson| &lesson.program)
    }

    fn mark(&mut self, done: u8) {
        let before = self.progress.get(self.at).copied().unwrap_or_default();
        if before & done != done {
            let mut progress = self.progress.to_vec();
            if let Some(entry) = progress.get_mut(self.at) {
                *entry |= done;
            }
            course::keep(&self.course, &progress);
            self.progress = progress.into();
        }
    }
}

impl App {
    /// What a reader does.
    pub(super) fn learn(&mut self, ctx: &Context<Self>, act: Act) -> bool {
        match act {
            Act::Open if self.learning.is_some() => self.tab = Tab::Lesson,
            Act::Open => {
                let came = ctx.link().callback(|_: bool| Msg::Learn(Act::Came));
                script::LESSONS.when_loaded(move |there| came.emit(there));
            }
            Act::Came => self.lessons_came(ctx),
            Act::Go(at) => self.go_to_lesson(ctx, at),
            Act::Next => {
                if let Some(learning) = &mut self.learning {
                    learning.mark(PASSED);
                    let at = learning.at + 1;
                    self.go_to_lesson(ctx, at);
                }
            }
            Act::Leave => self.leave_lessons(ctx),
            Act::Order(order) => {
                if let Some(learning) = &mut self.learning {
                    learning.prediction = Prediction::Asked(order.into());
                }
            }
            Act::Compare => self.start_live(ctx),
            Act::Show => {
                if let Some(learning) = &mut self.learning {
                    learning.prediction = Prediction::None;
                }
            }
            Act::Again => {
                self.forget_changes();
                if let Some(at) = self.learning.as_ref().map(|learning| learning.at) {
                    self.open_lesson(ctx, at, true);
                }
            }
            Act::Solve => {
                let solution = self.learning.as_ref().and_then(|learning| {
                    let change = learning.course.lessons.get(learning.at)?.change.as_ref()?;
                    Some(change.solution.clone())
                });
                if let Some(solution) = solution {
                    self.replace_source(ctx, &solution);
                }
            }
            Act::Moment(seconds) => {
                let seq = self.drawn.as_ref().map(|picture| picture.seq_at(Time::from_secs_f64(seconds)));
                return self.seek(seq);
            }
        }
        true
    }

    fn lessons_came(&mut self, ctx: &Context<Self>) {
        let Some(course) = course::course() else {
            self.say(Notice::new("The lessons could not be loaded. Reload the page to try again."));
            return self.leave_lessons(ctx);
        };
        if self.learning.is_some() {
            return;
        }
        let progress = course::progress(&course);
        let asked = self.options.lesson.as_deref().and_then(|slug| course.find(slug));
        if asked.is_none() && self.options.lesson.is_some() {
            self.say(Notice::new("There is no lesson of that name. Here is where the course begins."));
        }
        let at = asked.unwrap_or_else(|| course::next(&course, &progress));
        let mut kept = vec![None; course.lessons.len()];
        if self.before.is_some() {
            // A link may hold a changed program of the lesson.
            let linked = asked.is_some() && !self.source.is_empty();
            kept[at] =
                linked.then(|| Rc::clone(&self.source)).filter(|text| **text != *course.lessons[at].program);
        } else {
            // What was typed a moment ago is the person's.
            self.follower.flush();
            let before =
                Before { scenario: self.scenario(), own: self.own, answers: Rc::clone(&self.answers) };
            self.before = Some(before);
        }
        self.learning = Some(Learning {
            course,
            at,
            progress: progress.into(),
            prediction: Prediction::None,
            lines: Rc::default(),
            changed: false,
            kept,
        });
        self.open_lesson(ctx, at, false);
    }

    fn go_to_lesson(&mut self, ctx: &Context<Self>, at: usize) {
        let source = Rc::clone(&self.source);
        let Some(learning) = &mut self.learning else { return };
        if at >= learning.course.lessons.len() {
            return;
        }
        if at != learning.at {
            let changed = *source != *learning.program();
            if let Some(kept) = learning.kept.get_mut(learning.at) {
                *kept = changed.then_some(source);
            }
        }
        self.open_lesson(ctx, at, false);
    }

    /// Opens a lesson; one that was predicted is shown at once, unless it is to begin `anew`.
    fn open_lesson(&mut self, ctx: &Context<Self>, at: usize, anew: bool) {
        let Some(learning) = &mut self.learning else { return };
        let Some(lesson) = learning.course.lessons.get(at) else { return };
        learning.at = at;
        learning.changed = false;
        learning.lines = Rc::default();
        let kept = learning.kept.get(at).cloned().flatten();
        let known = learning.progress.get(at).is_some_and(|done| done & PREDICTED != 0);
        let asked = !lesson.predict.is_empty() && kept.is_none() && (anew || !known);
        learning.prediction = if asked { Prediction::Asked(Rc::default()) } else { Prediction::None };
        self.options.lesson = Some(lesson.slug.clone());
        self.options.t = None;
        let source = kept.unwrap_or_else(|| lesson.program.as_str().into());
        let settings = Settings { speed: self.settings.speed, ..Settings::default() };
        self.tab = Tab::Lesson;
        self.own = false;
        self.load(ctx, Scenario { source: source.to_string(), settings });
    }

    fn forget_changes(&mut self) {
        if let Some(learning) = &mut self.learning
            && let Some(kept) = learning.kept.get_mut(learning.at)
        {
            *kept = None;
        }
    }

    /// No lesson is open from now on; what was in the editor before is not given back.
    pub(super) fn end_lessons(&mut self) {
        self.learning = None;
        self.before = None;
        self.options.lesson = None;
        if self.tab == Tab::Lesson {
            self.tab = Tab::Timeline;
        }
    }

    fn leave_lessons(&mut self, ctx: &Context<Self>) {
        let before = self.before.take();
        self.end_lessons();
        if let Some(Before { scenario, own, answers }) = before {
            self.load(ctx, scenario);
            (self.own, self.answers) = (own, answers);
            self.follow();
        }
    }

    /// A program is about to be played: what is expected of it stands.
    pub(super) fn predicted(&mut self) {
        if let Some(learning) = &mut self.learning
            && let Prediction::Asked(order) = &learning.prediction
        {
            learning.prediction = match order.len() {
                0 => Prediction::None,
                _ => Prediction::Made(Rc::clone(order)),
            };
            learning.mark(PREDICTED);
        }
    }

    /// The text is another one: what was to be predicted can be seen.
    pub(super) fn edited_lesson(&mut self) {
        if let Some(learning) = &mut self.learning
            && *self.source != *learning.program()
        {
            learning.prediction = Prediction::None;
        }
    }

    /// A run is over: what it shows.
    pub(super) fn learnt(&mut self, picture: &Picture) {
        let Some(learning) = &mut self.learning else { return };
        let original = *self.source == *learning.program();
        let timeline = picture.timeline();
        if original {
            learning.changed = false;
            if let Prediction::Asked(order) = &learning.prediction
                && order.is_empty()
            {
                let lines = facts::printed(&timeline);
                learning.prediction = match can_be_arranged(&lines) {
                    true => Prediction::Asked(scrambled(&lines).into()),
                    false => Prediction::None,
                };
                learning.lines = lines.into_iter().map(str::to_owned).collect();
            }
            return;
        }
        let change = learning.course.lessons.get(learning.at).and_then(|lesson| lesson.change.as_ref());
        learning.changed = change.is_some_and(|change| change.is_done(&facts::of(&timeline)));
        drop(timeline);
        if learning.changed {
            learning.mark(CHANGED);
        }
    }

    /// Whether the run is not to be seen yet.
    pub(super) fn is_predicting(&self) -> bool {
        self.learning.as_ref().is_some_and(|learning| matches!(learning.prediction, Prediction::Asked(_)))
    }

    /// Whether the address says it all with the lesson's name.
    pub(super) fn is_lesson_as_written(&self) -> bool {
        self.learning.as_ref().is_some_and(|learning| *self.source == *learning.program())
    }

    pub(super) fn lesson(&self) -> Html {
        let Some(learning) = &self.learning else { return Html::default() };
        let original = *self.source == *learning.program();
        let made = matches!(learning.prediction, Prediction::Made(_));
        html! {
            <>
                <Panel
                    course={Rc::clone(&learning.course)}
                    at={learning.at}
                    progress={Rc::clone(&learning.progress)}
                    prediction={learning.prediction.clone()}
                    lines={Rc::clone(&learning.lines)}
                    picture={self.printed.clone().filter(|_| made)}
                    {original}
                    changed={learning.changed}
                    on_act={self.on.learn.clone()}
                    on_seek={self.on.seek.clone()}
                    on_line={self.on.reveal.clone()}
                />
                if self.is_predicting() {
                    <div class="veil">
                        <p>{"Predict first: put the lines of the lesson in order, then run."}</p>
                        { Button::new("button", self.on.learn.reform(|_: MouseEvent| Act::Show))
                            .test("predict-show").text("Just show me") }
                    </div>
                }
            </>
        }
    }
}
