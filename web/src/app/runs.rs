//! Previews and live runs: when the program is run, and what comes of it.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use super::{App, Msg};
use crate::advice::Advice;
use crate::components::notices::Notice;
use crate::components::tabs::Tab;
use crate::editor::Problem;
use crate::page::EachFrame;
use crate::run::{Diagnostic, Live, Picture, Preview, Severity, Started};
use crate::script;

/// How long a preview may take before the page says that it is running, in milliseconds.
const PATIENCE_MS: u32 = 150;

/// A live run.
pub(super) struct Playing {
    pub(super) run: Live,
    pub(super) paused: bool,
    /// How many events were shown when it was held.
    seen: usize,
    _frames: EachFrame,
}

impl App {
    /// What is shown belongs to another source: a preview comes after the keystroke is painted.
    pub(super) fn run_again(&mut self, ctx: &Context<Self>) {
        self.live = None;
        self.preview = None;
        self.lacking = None;
        self.stale = true;
        let preview = ctx.link().callback(|()| Msg::Preview);
        self.next_preview = Some(Timeout::new(0, move || preview.emit(())));
    }

    pub(super) fn start_preview(&mut self, ctx: &Context<Self>) {
        self.next_preview = None;
        let begun =
            Preview::start(&self.source, &self.settings, &self.answers, ctx.link().callback(Msg::Previewed));
        self.previewed(ctx, begun);
    }

    pub(super) fn previewed(&mut self, ctx: &Context<Self>, begun: Started) {
        match begun {
            Started::Shown(picture) => {
                self.preview = None;
                return self.show(ctx, picture);
            }
            Started::GoesOn(preview) => self.preview = Some(preview),
        }
        let slow = ctx.link().callback(|()| Msg::Slow);
        self.patience = Some(Timeout::new(PATIENCE_MS, move || slow.emit(())));
    }

    pub(super) fn start_live(&mut self, ctx: &Context<Self>) {
        self.preview = None;
        self.next_preview = None;
        (self.playhead, self.replay, self.visited) = (None, None, None);
        self.predicted();
        self.advice = Advice::none();
        self.calm();
        // What is drawn stays until the first frame: a program that ends before it is never seen running.
        let run = Live::start(&self.source, &self.settings, &self.answers, ctx.link().callback(Msg::Ended));
        let frame = ctx.link().callback(|()| Msg::Frame);
        self.live =
            Some(Playing { run, paused: false, seen: 0, _frames: EachFrame::start(move || frame.emit(())) });
        if self.tab == Tab::Source {
            self.tab = Tab::Timeline;
        }
    }

    /// A frame of the live run.
    pub(super) fn live_frame(&mut self) -> bool {
        let Some(playing) = &mut self.live else { return false };
        let recorded = playing.run.recorded();
        if playing.paused && playing.seen == recorded {
            return false;
        }
        playing.seen = if playing.paused { recorded } else { usize::MAX };
        let picture = playing.run.look();
        self.printed = Some(picture.clone());
        self.drawn = Some(picture);
        self.refusal = None;
        self.stale = false;
        self.mark_lines();
        true
    }

    pub(super) fn stop_live(&mut self, ctx: &Context<Self>) {
        if let Some(playing) = self.live.take() {
            let picture = playing.run.stop();
            self.show(ctx, picture);
        }
    }

    /// Nothing is being waited for.
    fn calm(&mut self) {
        self.patience = None;
        self.busy = false;
    }

    /// A run is over.
    pub(super) fn show(&mut self, ctx: &Context<Self>, picture: Picture) {
        if picture.lacks_library() {
            self.lacking = Some(picture);
            let came = ctx.link().callback(Msg::Library);
            script::LIBRARY.when_loaded(move |there| came.emit(there));
            return;
        }
        self.show_as_it_is(picture);
    }

    /// What a program waited for that imports some of the standard library.
    pub(super) fn library_came(&mut self, ctx: &Context<Self>, there: bool) {
        let Some(picture) = self.lacking.take() else { return };
        if there {
            return self.run_again(ctx);
        }
        self.say(Notice::new(
            "The standard library could not be loaded. Reload the page to run programs that import it."
                .to_owned(),
        ));
        self.show_as_it_is(picture);
    }

    fn show_as_it_is(&mut self, picture: Picture) {
        self.calm();
        let same = self.drawn.as_ref().is_some_and(|drawn| drawn.same_run(&picture));
        self.stale = false;
        self.refusal = picture.refusal().map(Rc::from);
        // A program that does not even begin leaves the last timeline of its kind in sight.
        let kept = self.refusal.is_some()
            && !self.replaced
            && self.drawn.as_ref().is_some_and(|drawn| drawn.refusal().is_none());
        if !kept {
            if !same {
                self.begin_travel(&picture);
            }
            self.drawn = Some(picture.clone());
        }
        self.advise();
        self.replaced = false;
        self.learnt(&picture);
        self.printed = Some(picture);
        self.underline();
        self.mark_lines();
    }

    fn underline(&self) {
        let diagnostics = self.printed.as_ref().map(Picture::diagnostics).unwrap_or_default();
        let problems: Vec<Problem> = diagnostics.iter().map(problem).collect();
        self.editor.diagnose(&self.source, &problems);
    }
}

fn problem(diagnostic: &Diagnostic) -> Problem {
    Problem {
        start: (diagnostic.line, diagnostic.column),
        end: (diagnostic.end_line, diagnostic.end_column),
        message: diagnostic.message.clone(),
        warning: diagnostic.severity == Severity::Warning,
    }
}
