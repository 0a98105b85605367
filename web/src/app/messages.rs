//! What can happen to the page, and what components call to say so.

use loopscope_core::time::Time;
use loopscope_scenario::Example;
use loopscope_scenario::edit::TextChange;
use yew::prelude::*;

use super::App;
use crate::advice::{Chosen, Target};
use crate::components::exports::Export;
use crate::components::lesson::Act;
use crate::components::play_bar::Travel;
use crate::components::tabs::Tab;
use crate::run::Picture;

/// What components call. Made once: a component whose properties are the same is not rendered again, and
/// two callbacks are the same only if they are clones.
pub(super) struct Callbacks {
    pub(super) text: Callback<String>,
    pub(super) missing: Callback<()>,
    pub(super) edit: Callback<Vec<TextChange>>,
    pub(super) gesture: Callback<Gesture>,
    pub(super) history: Callback<bool>,
    pub(super) run: Callback<()>,
    pub(super) stop: Callback<()>,
    pub(super) speed: Callback<f64>,
    pub(super) example: Callback<&'static Example>,
    pub(super) share: Callback<bool>,
    pub(super) export: Callback<Export>,
    pub(super) open_draft: Callback<usize>,
    pub(super) hide_drafts: Callback<()>,
    pub(super) dismiss: Callback<usize>,
    pub(super) theme: Callback<()>,
    pub(super) help: Callback<bool>,
    pub(super) reveal: Callback<u32>,
    pub(super) point: Callback<u32>,
    pub(super) show: Callback<Tab>,
    pub(super) lower: Callback<Tab>,
    pub(super) seek: Callback<Option<usize>>,
    pub(super) scrub: Callback<Time>,
    pub(super) travel: Callback<Travel>,
    pub(super) pause: Callback<()>,
    pub(super) step: Callback<()>,
    pub(super) visit: Callback<(u32, bool)>,
    pub(super) look: Callback<Target>,
    pub(super) fix: Callback<Chosen>,
    pub(super) lay: Callback<()>,
    pub(super) answer: Callback<String>,
    pub(super) forget: Callback<()>,
    pub(super) course: Callback<()>,
    pub(super) learn: Callback<Act>,
}

impl Callbacks {
    pub(super) fn new(ctx: &Context<App>) -> Callbacks {
        let link = ctx.link();
        Callbacks {
            text: link.callback(Msg::Typed),
            missing: link.callback(|()| Msg::NoEditor),
            edit: link.callback(Msg::Edit),
            gesture: link.callback(Msg::Gesture),
            history: link.callback(Msg::History),
            run: link.callback(|()| Msg::Run),
            stop: link.callback(|()| Msg::Stop),
            speed: link.callback(Msg::Speed),
            example: link.callback(Msg::Example),
            share: link.callback(Msg::Share),
            export: link.callback(Msg::Export),
            open_draft: link.callback(Msg::OpenDraft),
            hide_drafts: link.callback(|()| Msg::HideDrafts),
            dismiss: link.callback(Msg::Dismiss),
            theme: link.callback(|()| Msg::ToggleTheme),
            help: link.callback(Msg::Help),
            reveal: link.callback(Msg::Reveal),
            point: link.callback(Msg::Point),
            show: link.callback(Msg::Show),
            lower: link.callback(Msg::Lower),
            seek: link.callback(Msg::Seek),
            scrub: link.callback(Msg::Scrub),
            travel: link.callback(Msg::Travel),
            pause: link.callback(|()| Msg::Pause),
            step: link.callback(|()| Msg::Step),
            visit: link.callback(|(line, back)| Msg::Travel(Travel::Visit { line, back })),
            look: link.callback(Msg::Look),
            fix: link.callback(Msg::Fix),
            lay: link.callback(|()| Msg::LayGhost),
            answer: link.callback(Msg::Answer),
            course: link.callback(|()| Msg::Learn(Act::Open)),
            learn: link.callback(Msg::Learn),
            forget: link.callback(|()| Msg::Forget),
        }
    }
}

/// A change of the text that is made in many steps, and is one step of its history.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Gesture {
    /// One step: changes of the present text. The first one begins the gesture.
    Step(Vec<TextChange>),
    /// It is over.
    End,
    /// It never was.
    TakeBack,
}

/// What can happen to the page.
pub(crate) enum Msg {
    /// The text was changed in the editor.
    Typed(String),
    /// The editor cannot be had.
    NoEditor,
    /// The whole text is to be another one: by the page's own interface for scripts.
    SetSource(String),
    /// A panel edits the text.
    Edit(Vec<TextChange>),
    /// A panel or the timeline edits the text step by step.
    Gesture(Gesture),
    /// Take the last change of the text back, or do it again.
    History(bool),
    /// Time for a preview.
    Preview,
    /// A preview is there.
    Previewed(Picture),
    /// The standard library has come, or cannot be had.
    Library(bool),
    /// A preview is not there yet.
    Slow,
    /// Play it live.
    Run,
    /// Run, or stop if it runs.
    Toggle,
    /// Stop the live run.
    Stop,
    /// A frame of the live run.
    Frame,
    /// The live run ended by itself.
    Ended(Picture),
    /// Play at this speed.
    Speed(f64),
    /// A reader of the course does something.
    Learn(Act),
    /// Load an example.
    Example(&'static Example),
    /// Show the share dialog, or take it away.
    Share(bool),
    /// Save what is shown as a file.
    Export(Export),
    /// A file could not be made.
    NotSaved,
    /// Go back to a program of the person's own: the place in the list of those that are not in the editor.
    OpenDraft(usize),
    /// Do not tell of them.
    HideDrafts,
    /// The address was changed by hand.
    AddressChanged,
    /// The page is about to go.
    Leaving,
    /// Take a notice away.
    Dismiss(usize),
    /// Change the theme.
    ToggleTheme,
    /// Show the help, or take it away.
    Help(bool),
    /// Show a line in the editor.
    Reveal(u32),
    /// A line is pointed at; 0 is none.
    Point(u32),
    /// Show this part, on a narrow page.
    Show(Tab),
    /// Show this part under the timeline.
    Lower(Tab),
    /// Look at this moment of the run: after so many events; None is its end, or the present.
    Seek(Option<usize>),
    /// Look at this moment of time, whether something happened then or not.
    Scrub(Time),
    /// Send the playhead somewhere.
    Travel(Travel),
    /// A frame of a run that is played back.
    ReplayFrame,
    /// Hold the live run, or let it go on.
    Pause,
    /// One step further.
    Step,
    /// Go to a place in the run that an insight tells of.
    Look(Target),
    /// Repair the program.
    Fix(Chosen),
    /// Take the run before the repair away.
    LayGhost,
    /// A line was typed that the program asked for.
    Answer(String),
    /// The typed lines are to be asked for again.
    Forget,
}
