//! The application: what is shown, and what every message does to it.

mod advise;
mod learning;
mod messages;
mod program;
mod runs;
mod sharing;
mod travel;
mod view;

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use loopscope_core::time::Time;
use loopscope_scenario::edit::Outline;
use loopscope_scenario::{DEFAULT_EXAMPLE, Scenario, Settings, Theme as AskedTheme, ViewOptions};
use yew::prelude::*;

use crate::address::{self, Follower};
use crate::advice::{Advice, Ghost, Target};
use crate::components::lesson::Act;
use crate::components::notices::Notice;
use crate::components::share::Offer;
use crate::components::tabs::Tab;
use crate::drafts::Drafts;
use crate::editor::Editor;
use crate::outside::{self, Listeners};
use crate::page;
use crate::run::{Picture, Preview};
use crate::script;
use crate::theme::Theme;
use learning::{Before, Learning};
pub(crate) use messages::Gesture;
use messages::{Callbacks, Msg};
use runs::Playing;
use travel::{Replay, Visited};

/// The page.
pub(crate) struct App {
    editor: Editor,
    source: Rc<str>,
    /// Whether the source is the person's own work, and not a link's or an example's.
    own: bool,
    /// The person's programs that are not in the editor.
    drafts: Drafts,
    /// Whether the page tells of them.
    drafts_shown: bool,
    settings: Settings,
    /// What was typed for the program's `input()`, until another program takes its place.
    answers: Rc<[String]>,
    options: ViewOptions,
    /// What can be edited in the source; the last good one while the source does not parse.
    outline: Rc<Outline>,
    /// Whether `outline` fits the source as it is.
    outline_fits: bool,
    /// The example that the source is.
    example: Option<&'static str>,
    /// In the embedded view: the address of the whole page with this program.
    whole: Option<AttrValue>,
    /// The last run: what the output shows.
    printed: Option<Picture>,
    /// The last run that had something to draw, of this program as it was edited; else the last run.
    drawn: Option<Picture>,
    /// Why the last run had nothing to draw.
    refusal: Option<Rc<str>>,
    /// The whole text became another: what was drawn before has nothing to do with it.
    replaced: bool,
    /// What is shown is not yet that of the present source.
    stale: bool,
    /// The preview takes so long that the page says so.
    busy: bool,
    preview: Option<Preview>,
    /// A run that has to be done again: the standard library was not there yet.
    lacking: Option<Picture>,
    next_preview: Option<Timeout>,
    patience: Option<Timeout>,
    live: Option<Playing>,
    /// How many changes were made in many steps, and whether one is being made.
    gestures: u32,
    in_gesture: bool,
    follower: Follower,
    notices: Vec<Notice>,
    theme: Theme,
    /// The part that is shown on a narrow page.
    tab: Tab,
    /// The part that is shown under the timeline.
    lower: Tab,
    /// The moment of the drawn run that is looked at: so many events have happened. None is the whole run:
    /// its end, or the present of a live run.
    playhead: Option<usize>,
    /// When the playhead is, between the events around it.
    now: Time,
    /// What was recorded is being played.
    replay: Option<Replay>,
    /// The line whose moments are walked through.
    visited: Option<Visited>,
    /// The lesson that is open.
    learning: Option<Learning>,
    /// In a lesson, and while one is awaited: what is given back when it is closed.
    before: Option<Before>,
    /// What there is to say of the drawn run.
    advice: Advice,
    /// Where an insight led last.
    target: Option<Target>,
    ghost: Option<Ghost>,
    help: bool,
    /// What the share dialog shows, while it is open.
    offer: Option<Rc<Offer>>,
    pointed: u32,
    /// The lines that the editor marks: those of waiting tasks, of what runs, and the one pointed at.
    marked: RefCell<(Rc<[u32]>, u32, u32)>,
    painted: bool,
    on: Callbacks,
}

impl Component for App {
    type Message = Msg;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let opened = address::open();
        let mut notices = Vec::new();
        let linked = opened.scenario.unwrap_or_else(|error| {
            notices.push(Notice::new(error.to_string()));
            None
        });
        // A link wins; the draft comes back only without one, or if it is what the link holds; and when a lesson is closed.
        let awaited = opened.options.lesson.is_some();
        let mut drafts = Drafts::load(opened.options.embed);
        let draft = drafts.current();
        let own = draft.as_ref().is_some_and(|draft| linked.as_ref().is_none_or(|linked| linked == draft));
        if !own && !awaited {
            drafts.put_aside();
        }
        let (scenario, own, before) = if awaited {
            // The lesson comes soon, and nothing else is shown before it.
            let own = draft.is_some();
            let scenario = draft.unwrap_or_else(|| Scenario::new(DEFAULT_EXAMPLE.source));
            let before = Before { scenario, own, answers: Rc::default() };
            (linked.unwrap_or_else(|| Scenario::new("")), false, Some(before))
        } else {
            let found = linked.or(draft).unwrap_or_else(|| Scenario::new(DEFAULT_EXAMPLE.source));
            (found, own, None)
        };
        let mut app = App {
            editor: Editor::default(),
            source: scenario.source.into(),
            own,
            drafts,
            // Whoever comes back to their own work does not look for the older.
            drafts_shown: !own,
            settings: scenario.settings,
            answers: Rc::default(),
            options: opened.options,
            outline: Rc::default(),
            outline_fits: false,
            example: None,
            whole: None,
            printed: None,
            drawn: None,
            refusal: None,
            replaced: true,
            stale: false,
            busy: false,
            preview: None,
            lacking: None,
            next_preview: None,
            patience: None,
            live: None,
            gestures: 0,
            in_gesture: false,
            follower: Follower::default(),
            notices,
            theme: Theme::current(),
            tab: Tab::Timeline,
            lower: Tab::Output,
            playhead: None,
            now: Time::ZERO,
            replay: None,
            visited: None,
            learning: None,
            before,
            advice: Advice::none(),
            target: None,
            ghost: None,
            help: false,
            offer: None,
            pointed: 0,
            marked: RefCell::default(),
            painted: false,
            on: Callbacks::new(ctx),
        };
        page::mark("loopscope:engine-start");
        if app.before.is_some() {
            app.learn(ctx, Act::Open);
        }
        // Before the first rendering: most programs are over by then, and the page is rendered once.
        if app.before.is_none() || !app.source.is_empty() {
            let begun = Preview::start_first(&app.source, &app.settings, ctx.link().callback(Msg::Previewed));
            app.previewed(ctx, begun);
        }
        app.analyse();
        if opened.bare && app.before.is_none() {
            app.follow();
        }
        app
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Typed(text) => {
                self.own_it();
                self.source_changed(ctx, text.into());
            }
            Msg::NoEditor => self.say(Notice::new(
                "The editor could not be loaded. Reload the page to edit the program.".to_owned(),
            )),
            Msg::SetSource(text) => {
                self.own_it();
                self.replace_source(ctx, &text);
            }
            Msg::Edit(changes) => {
                // The editor tells of the new text.
                self.editor.apply(&self.source, &changes, 0);
                return false;
            }
            Msg::Gesture(step) => {
                self.gesture(step);
                return false;
            }
            Msg::History(back) => {
                self.editor.travel(back);
                return false;
            }
            Msg::Preview => self.start_preview(ctx),
            Msg::Previewed(picture) => {
                self.preview = None;
                self.show(ctx, picture);
            }
            Msg::Library(there) => self.library_came(ctx, there),
            Msg::Slow => self.busy = self.preview.is_some(),
            Msg::Run => self.start_live(ctx),
            Msg::Toggle if self.live.is_some() => self.stop_live(ctx),
            Msg::Toggle => self.start_live(ctx),
            Msg::Stop => self.stop_live(ctx),
            Msg::Frame => {
                return self.live_frame();
            }
            Msg::Ended(picture) => {
                self.live = None;
                self.show(ctx, picture);
            }
            Msg::Speed(speed) => {
                self.settings.speed = speed;
                if let Some(playing) = &self.live {
                    playing.run.set_speed(speed);
                }
                self.follow();
            }
            Msg::Learn(act) => return self.learn(ctx, act),
            Msg::Example(example) => {
                self.end_lessons();
                let settings = Settings { speed: self.settings.speed, ..Settings::default() };
                self.open(ctx, Scenario { source: example.source.to_owned(), settings });
            }
            Msg::Share(open) => return self.share(open),
            Msg::Export(export) => {
                self.export(ctx, export);
                return false;
            }
            Msg::NotSaved => self.not_saved(),
            Msg::OpenDraft(index) => self.open_draft(ctx, index),
            Msg::HideDrafts => self.drafts_shown = false,
            Msg::AddressChanged => return self.open_address(ctx),
            Msg::Leaving => {
                self.follower.flush();
                return false;
            }
            Msg::Dismiss(id) => self.notices.retain(|notice| notice.id != id),
            Msg::ToggleTheme => {
                self.theme = self.theme.other();
                self.theme.choose();
                // From now on the person's choice holds, not the link's.
                self.options.theme = AskedTheme::Auto;
                page::replace_address(&self.options.to_string(), &page::address().1);
            }
            Msg::Help(open) => self.help = open,
            Msg::Reveal(line) => {
                self.tab = Tab::Source;
                let editor = self.editor.clone();
                // On a narrow page the editor comes into sight first.
                page::after_paint(move || editor.reveal(line, true));
            }
            Msg::Point(line) => {
                if self.pointed == line {
                    return false;
                }
                self.pointed = line;
                self.mark_lines();
                return false;
            }
            Msg::Seek(playhead) => return self.seek(playhead),
            Msg::Scrub(now) => return self.scrub(now),
            Msg::Travel(travel) => return self.travel(ctx, travel),
            Msg::ReplayFrame => return self.replay_frame(),
            Msg::Pause => return self.pause_live(),
            Msg::Step => return self.step(ctx),
            Msg::Lower(tab) => self.lower = tab,
            // Its tab comes into sight with the first lesson.
            Msg::Show(Tab::Lesson) if self.learning.is_none() => return self.learn(ctx, Act::Open),
            Msg::Show(tab) => {
                self.tab = tab;
                if tab.is_lower() {
                    self.lower = tab;
                }
                let editor = self.editor.clone();
                page::after_paint(move || editor.measure());
            }
            Msg::Look(target) => self.look(target),
            Msg::Fix(chosen) => self.repair(chosen),
            Msg::LayGhost => self.ghost = None,
            Msg::Answer(line) => {
                if let Some(playing) = &self.live {
                    playing.run.answer(line.clone());
                }
                self.answers = self.answers.iter().cloned().chain([line]).collect();
                if self.live.is_none() {
                    self.start_preview(ctx);
                }
            }
            Msg::Forget => {
                self.answers = Rc::default();
                self.run_again(ctx);
            }
        }
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        self.page()
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            let link = ctx.link();
            let listeners = Listeners {
                address: link.callback(|()| Msg::AddressChanged),
                run: link.callback(|()| Msg::Toggle),
                help: link.callback(|()| Msg::Help(true)),
                travel: link.callback(Msg::Travel),
                history: link.callback(Msg::History),
                leaving: link.callback(|()| Msg::Leaving),
                source: link.callback(Msg::SetSource),
            };
            outside::listen(listeners, self.editor.clone());
        }
        if !self.painted && self.drawn.is_some() {
            self.painted = true;
            page::after_paint(|| {
                page::mark("loopscope:first-timeline");
                // Nobody waits for anything now.
                page::soon(|| script::LIBRARY.begin());
            });
        }
    }
}
