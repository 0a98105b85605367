//! The application: what is shown, and what every message does to it.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use loopscope_scenario::edit::{self, Outline, TextChange};
use loopscope_scenario::{DEFAULT_EXAMPLE, Example, Scenario, Settings, ViewOptions, link};
use loopscope_trace::timeline::TraceState;
use wasm_bindgen::prelude::*;
use yew::prelude::*;

use crate::address::{self, Follower};
use crate::components::delays::Delays;
use crate::components::editor_pane::EditorPane;
use crate::components::header::Header;
use crate::components::notices::{Notice, Notices, Tone};
use crate::components::output::Output;
use crate::components::tabs::{Tab, Tabs};
use crate::components::timeline_pane::TimelinePane;
use crate::editor::{Editor, Problem};
use crate::page::{self, EachFrame};
use crate::run::{Live, Picture, Preview};
use crate::theme::Theme;

/// The page.
pub(crate) struct App {
    editor: Editor,
    source: Rc<str>,
    settings: Settings,
    options: ViewOptions,
    /// What can be edited in the source; the last good one while the source does not parse.
    outline: Rc<Outline>,
    /// Whether `outline` fits the source as it is.
    outline_fits: bool,
    picture: Option<Picture>,
    /// The source that `picture` shows does not run, or has not been run yet.
    stale: bool,
    preview: Option<Preview>,
    next_preview: Option<Timeout>,
    live: Option<Playing>,
    follower: Follower,
    notices: Vec<Notice>,
    theme: Theme,
    tab: Tab,
    pointed: u32,
    painted: bool,
    _hash: Option<Closure<dyn FnMut()>>,
}

struct Playing {
    run: Live,
    _frames: EachFrame,
}

/// What can happen to the page.
pub(crate) enum Msg {
    /// The text was changed in the editor.
    Typed(String),
    /// The whole text is to be another one: by the page's own interface for scripts.
    SetSource(String),
    /// A panel edits the text.
    Edit(Vec<TextChange>),
    /// Time for a preview.
    Preview,
    /// A preview is there.
    Previewed(Picture),
    /// Play it live.
    Run,
    /// Stop the live run.
    Stop,
    /// A frame of the live run.
    Frame,
    /// The live run ended by itself.
    Ended(Picture),
    /// Play at this speed.
    Speed(f64),
    /// Load an example.
    Example(&'static Example),
    /// Copy the link.
    Share,
    /// The link was copied, or not.
    Shared(bool),
    /// The address was changed by hand.
    AddressChanged,
    /// Take a notice away.
    Dismiss(usize),
    /// Change the theme.
    ToggleTheme,
    /// Show a line in the editor.
    Reveal(u32),
    /// A line is pointed at; 0 is none.
    Point(u32),
    /// Show this part, on a narrow page.
    Show(Tab),
}

impl Component for App {
    type Message = Msg;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let opened = address::open();
        let mut notices = Vec::new();
        let linked = opened.scenario.unwrap_or_else(|error| {
            notices.push(Notice::new(Tone::Problem, error.to_string()));
            None
        });
        let scenario = linked.or_else(address::draft).unwrap_or_else(|| Scenario::new(DEFAULT_EXAMPLE.source));
        let mut app = App {
            editor: Editor::default(),
            source: scenario.source.into(),
            settings: scenario.settings,
            options: opened.options,
            outline: Rc::default(),
            outline_fits: false,
            picture: None,
            stale: false,
            preview: None,
            next_preview: None,
            live: None,
            follower: Follower::default(),
            notices,
            theme: Theme::current(),
            tab: Tab::Timeline,
            pointed: 0,
            painted: false,
            _hash: listen_to_address(ctx),
        };
        app.analyse();
        page::mark("loopscope:engine-start");
        app.start_preview(ctx);
        app
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Typed(text) => self.source_changed(ctx, text.into(), true),
            Msg::SetSource(text) => {
                self.editor.set_text(&text);
                self.source_changed(ctx, text.into(), true);
            }
            Msg::Edit(changes) => {
                // The editor tells of the new text.
                self.editor.apply(&self.source, &changes);
                return false;
            }
            Msg::Preview => self.start_preview(ctx),
            Msg::Previewed(picture) => {
                self.preview = None;
                self.show(picture);
            }
            Msg::Run => self.start_live(ctx),
            Msg::Stop => {
                if let Some(playing) = self.live.take() {
                    let picture = playing.run.stop();
                    self.show(picture);
                }
            }
            Msg::Frame => {
                let Some(playing) = &self.live else { return false };
                self.picture = Some(playing.run.look());
                self.mark_lines();
            }
            Msg::Ended(picture) => {
                self.live = None;
                self.show(picture);
            }
            Msg::Speed(speed) => {
                self.settings.speed = speed;
                if let Some(playing) = &self.live {
                    playing.run.set_speed(speed);
                }
                self.follow(true);
            }
            Msg::Example(example) => {
                self.settings = Settings { speed: self.settings.speed, ..Settings::default() };
                self.editor.set_text(example.source);
                self.source_changed(ctx, example.source.into(), false);
            }
            Msg::Share => self.share(ctx),
            Msg::Shared(copied) => self.notices.push(match copied {
                true => Notice::passing(Tone::Good, "The link is copied. It holds the whole program."),
                false => Notice::with_link(page::href()),
            }),
            Msg::AddressChanged => return self.open_address(ctx),
            Msg::Dismiss(id) => self.notices.retain(|notice| notice.id != id),
            Msg::ToggleTheme => {
                self.theme = self.theme.other();
                self.theme.choose();
            }
            Msg::Reveal(line) => {
                self.tab = Tab::Source;
                self.editor.reveal(line, true);
            }
            Msg::Point(line) => {
                if self.pointed == line {
                    return false;
                }
                self.pointed = line;
                self.mark_lines();
                return false;
            }
            Msg::Show(tab) => {
                self.tab = tab;
                let editor = self.editor.clone();
                page::after_paint(move || editor.measure());
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let link = ctx.link();
        let classes = classes!("page", format!("tab-{}", self.tab.name()), self.options.embed.then_some("embed"));
        html! {
            <div class={classes}>
                <Header
                    running={self.live.is_some()}
                    speed={self.settings.speed}
                    theme={self.theme}
                    embed={self.options.embed}
                    on_run={link.callback(|()| Msg::Run)}
                    on_stop={link.callback(|()| Msg::Stop)}
                    on_speed={link.callback(Msg::Speed)}
                    on_example={link.callback(Msg::Example)}
                    on_share={link.callback(|()| Msg::Share)}
                    on_theme={link.callback(|()| Msg::ToggleTheme)}
                />
                <Tabs shown={self.tab} on_show={link.callback(Msg::Show)} />
                <main class="panes">
                    <div class="pane pane-source">
                        <EditorPane
                            editor={self.editor.clone()}
                            source={Rc::clone(&self.source)}
                            on_text={link.callback(Msg::Typed)}
                        />
                        <Delays
                            source={Rc::clone(&self.source)}
                            outline={Rc::clone(&self.outline)}
                            fits={self.outline_fits}
                            on_edit={link.callback(Msg::Edit)}
                            on_line={link.callback(Msg::Reveal)}
                        />
                    </div>
                    <TimelinePane
                        picture={self.picture.clone()}
                        stale={self.stale}
                        live={self.live.is_some()}
                        theme={self.theme}
                        at={self.options.t}
                        on_line={link.callback(Msg::Reveal)}
                        on_point={link.callback(Msg::Point)}
                    />
                    <Output
                        picture={self.picture.clone()}
                        stale={self.stale}
                        live={self.live.is_some()}
                        on_line={link.callback(Msg::Reveal)}
                    />
                </main>
                <Notices notices={self.notices.clone()} on_dismiss={link.callback(Msg::Dismiss)} />
            </div>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            expose(ctx, &self.editor);
            self.underline();
        }
        if !self.painted && self.picture.is_some() {
            self.painted = true;
            page::after_paint(|| page::mark("loopscope:first-timeline"));
        }
    }
}

impl App {
    /// The text is another one: everything that follows from it does.
    fn source_changed(&mut self, ctx: &Context<Self>, source: Rc<str>, own: bool) {
        if *self.source == *source {
            return;
        }
        self.source = source;
        self.live = None;
        self.preview = None;
        self.stale = true;
        self.analyse();
        self.follow(own);
        // After the keystroke is painted.
        let preview = ctx.link().callback(|()| Msg::Preview);
        self.next_preview = Some(Timeout::new(0, move || preview.emit(())));
    }

    fn analyse(&mut self) {
        match edit::analyse(&self.source) {
            Ok(outline) => {
                self.outline = Rc::new(outline);
                self.outline_fits = true;
            }
            Err(_) => self.outline_fits = false,
        }
    }

    fn follow(&mut self, own: bool) {
        let scenario = Scenario { source: self.source.to_string(), settings: self.settings };
        match link::encode(&scenario) {
            Ok(fragment) => self.follower.follow(fragment, self.options.to_string(), own),
            // Too large for a link: the address keeps the last one that was not, and Share says so.
            Err(_) => {}
        }
    }

    fn start_preview(&mut self, ctx: &Context<Self>) {
        self.next_preview = None;
        self.preview = Some(Preview::start(&self.source, &self.settings, ctx.link().callback(Msg::Previewed)));
    }

    fn start_live(&mut self, ctx: &Context<Self>) {
        self.preview = None;
        self.next_preview = None;
        self.stale = false;
        let run = Live::start(&self.source, &self.settings, self.settings.speed, ctx.link().callback(Msg::Ended));
        self.picture = Some(run.look());
        let frame = ctx.link().callback(|()| Msg::Frame);
        self.live = Some(Playing { run, _frames: EachFrame::start(move || frame.emit(())) });
        self.tab = Tab::Timeline;
    }

    /// A run is over.
    fn show(&mut self, picture: Picture) {
        // A program that does not even begin leaves the last timeline in sight.
        let nothing = picture.timeline().lanes.is_empty();
        let failed = matches!(picture.timeline().state, TraceState::Failed { .. });
        self.stale = false;
        self.picture = Some(picture);
        let _ = (nothing, failed);
        self.underline();
        self.mark_lines();
    }

    fn underline(&self) {
        let problems: Vec<Problem> = self
            .picture
            .iter()
            .flat_map(|picture| picture.diagnostics().iter().map(problem).collect::<Vec<_>>())
            .collect();
        self.editor.diagnose(&self.source, &problems);
    }

    fn mark_lines(&self) {
        let running = match (&self.live, &self.picture) {
            (Some(_), Some(picture)) => picture.last_line(),
            _ => 0,
        };
        self.editor.mark(running, self.pointed);
    }

    fn share(&mut self, ctx: &Context<Self>) {
        let scenario = Scenario { source: self.source.to_string(), settings: self.settings };
        match link::encode(&scenario) {
            Ok(fragment) => {
                page::replace_address(&self.options.to_string(), &fragment);
                let done = ctx.link().callback(Msg::Shared);
                page::copy(page::href(), move |copied| done.emit(copied));
            }
            Err(error) => self.notices.push(Notice::new(Tone::Problem, error.to_string())),
        }
    }

    /// The address was changed while the page is open: another link, or by hand.
    fn open_address(&mut self, ctx: &Context<Self>) -> bool {
        if self.follower.is_own(&page::address().1) {
            return false;
        }
        match address::open().scenario {
            Ok(Some(scenario)) => {
                self.settings = scenario.settings;
                self.editor.set_text(&scenario.source);
                self.source_changed(ctx, scenario.source.into(), false);
            }
            Ok(None) => {}
            Err(error) => self.notices.push(Notice::new(Tone::Problem, error.to_string())),
        }
        true
    }
}

fn problem(diagnostic: &loopscope_python::Diagnostic) -> Problem {
    Problem {
        start: (diagnostic.line, diagnostic.column),
        end: (diagnostic.end_line, diagnostic.end_column),
        message: diagnostic.message.clone(),
        warning: diagnostic.severity == loopscope_python::Severity::Warning,
    }
}

fn listen_to_address(ctx: &Context<App>) -> Option<Closure<dyn FnMut()>> {
    let changed = ctx.link().callback(|()| Msg::AddressChanged);
    let closure = Closure::new(move || changed.emit(()));
    page::window()?.add_event_listener_with_callback("hashchange", closure.as_ref().unchecked_ref()).ok()?;
    Some(closure)
}

/// `window.loopscope`: the page for scripts around it, and for tests.
fn expose(ctx: &Context<App>, editor: &Editor) {
    let Some(window) = page::window() else { return };
    let object = js_sys::Object::new();
    let read = editor.clone();
    let get: Closure<dyn Fn() -> String> = Closure::new(move || read.text());
    let set_source = ctx.link().callback(Msg::SetSource);
    let set: Closure<dyn Fn(String)> = Closure::new(move |text| set_source.emit(text));
    // Setting a property of a fresh object, or of the window, does not fail.
    let _ = js_sys::Reflect::set(&object, &"getSource".into(), &get.into_js_value());
    let _ = js_sys::Reflect::set(&object, &"setSource".into(), &set.into_js_value());
    let _ = js_sys::Reflect::set(&window, &"loopscope".into(), &object);
}
