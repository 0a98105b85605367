//! The bar on top: examples, run and stop, speed, share, theme, help. Embedded in another page it is a short one.

use super::button::Button;
use loopscope_scenario::{EXAMPLES, Example};
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::icons::{Icon, icon};
use super::menu::Menu;
use crate::theme::Theme;

/// The speeds that can be chosen, in virtual seconds a second.
const SPEEDS: [f64; 8] = [0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 25.0, 100.0];

/// What the bar shows, and whom it tells.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) running: bool,
    /// The live run is held.
    pub(crate) paused: bool,
    pub(crate) speed: f64,
    pub(crate) theme: Theme,
    /// In the embedded view: the address of the whole page with this program.
    pub(crate) whole: Option<AttrValue>,
    /// The example that is in the editor.
    pub(crate) example: Option<&'static str>,
    /// Whether a lesson is open.
    pub(crate) learning: bool,
    pub(crate) on_learn: Callback<()>,
    pub(crate) on_run: Callback<()>,
    pub(crate) on_stop: Callback<()>,
    pub(crate) on_pause: Callback<()>,
    pub(crate) on_step: Callback<()>,
    pub(crate) on_speed: Callback<f64>,
    pub(crate) on_example: Callback<&'static Example>,
    pub(crate) on_share: Callback<bool>,
    pub(crate) on_theme: Callback<()>,
    pub(crate) on_help: Callback<bool>,
}

/// The bar.
#[component]
pub(crate) fn Header(props: &Props) -> Html {
    html! {
        <header class="bar">
            <h1 class="brand"><span class="brand-mark" aria-hidden="true" />{"Loopscope"}</h1>
            if props.whole.is_none() {
                { learn_button(props) }
                <Examples current={props.example} on_example={props.on_example.clone()} />
            }
            <div class="bar-run" role="group" aria-label="Run">
                { run_button(props) }
                { pause_button(props) }
                { step_button(props) }
                <Speed speed={props.speed} on_speed={props.on_speed.clone()} />
            </div>
            <div class="bar-end">
                if let Some(whole) = &props.whole {
                    <a class="button" href={whole} target="_blank" rel="noopener" data-testid="open"
                        aria-label="Open in the playground" title="Open this program in the whole page, in a new tab">
                        { icon(Icon::Open) }<span>{"Open in the playground"}</span>
                    </a>
                } else {
                    { share_button(props) }
                    { theme_button(props) }
                    { help_button(props) }
                }
            </div>
        </header>
    }
}

fn learn_button(props: &Props) -> Html {
    let learn = props.on_learn.reform(|_: MouseEvent| ());
    Button::new("button learn", learn)
        .test("learn")
        .name("Learn")
        .pressed(props.learning)
        .title("A short course in asyncio, in this page")
        .icon_and_text(Icon::Learn, "Learn")
}

fn run_button(props: &Props) -> Html {
    if props.running {
        let stop = props.on_stop.reform(|_: MouseEvent| ());
        return html! {
            { Button::new("button primary", stop).test("stop").name("Stop").title("Stop the live run (Ctrl+Enter)")
                .icon_and_text(Icon::Stop, "Stop") }
        };
    }
    let run = props.on_run.reform(|_: MouseEvent| ());
    html! {
        { Button::new("button primary", run).test("run").title("Play it live, in real time (Ctrl+Enter)")
            .icon_and_text(Icon::Play, "Run") }
    }
}

fn pause_button(props: &Props) -> Html {
    let pause = props.on_pause.reform(|_: MouseEvent| ());
    let (name, shown, title) = if props.paused {
        ("Resume", Icon::Play, "Let the live run go on")
    } else {
        ("Pause", Icon::Pause, "Hold the live run where it is")
    };
    html! {
        { Button::new(if props.running { "button run-pause live" } else { "button run-pause" }, pause).test("pause")
            .name(name).title(title).disabled(!props.running).icon_and_text(shown, name) }
    }
}

fn step_button(props: &Props) -> Html {
    let step = props.on_step.reform(|_: MouseEvent| ());
    let title = if props.running {
        "Hold the live run; then one iteration further"
    } else {
        "Go through the run step by step (.)"
    };
    html! {
        { Button::new(if props.running { "button run-step live" } else { "button run-step" }, step).test("step")
            .name("Step").title(title).icon_and_text(Icon::Step, "Step") }
    }
}

fn share_button(props: &Props) -> Html {
    let share = props.on_share.reform(|_: MouseEvent| true);
    html! {
        { Button::new("button", share).test("share").name("Share")
            .title("A link that holds this program, and a frame for a web page")
            .icon_and_text(Icon::Link, "Share") }
    }
}

fn theme_button(props: &Props) -> Html {
    let toggle = props.on_theme.reform(|_: MouseEvent| ());
    let (shown, name) = match props.theme {
        Theme::Light => (Icon::Moon, "Use the dark theme"),
        Theme::Dark => (Icon::Sun, "Use the light theme"),
    };
    html! {
        { Button::new("button quiet icon", toggle).test("theme").named(name).icon(shown) }
    }
}

fn help_button(props: &Props) -> Html {
    let help = props.on_help.reform(|_: MouseEvent| true);
    html! {
        { Button::new("button quiet icon", help).test("help").name("Help").title("Help (?)").icon(Icon::Help) }
    }
}

#[derive(Properties, PartialEq)]
struct SpeedProps {
    speed: f64,
    on_speed: Callback<f64>,
}

#[component]
fn Speed(props: &SpeedProps) -> Html {
    let changed = props.on_speed.clone();
    let onchange = Callback::from(move |event: Event| {
        let chosen = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        if let Some(speed) = chosen.and_then(|select| select.value().parse().ok()) {
            changed.emit(speed);
        }
    });
    let mut speeds = SPEEDS.to_vec();
    if !speeds.contains(&props.speed) {
        // A link may ask for any other.
        speeds.push(props.speed);
        speeds.sort_by(f64::total_cmp);
    }
    let options = speeds.into_iter().map(|speed| {
        html! { <option value={speed.to_string()} selected={speed == props.speed}>{ format!("{speed}×") }</option> }
    });
    html! {
        <select class="button" data-testid="speed" aria-label="Speed" {onchange}
            title="How many seconds of the program pass in a second, live or played back">
            { for options }
        </select>
    }
}

#[derive(Properties, PartialEq)]
struct ExamplesProps {
    current: Option<&'static str>,
    on_example: Callback<&'static Example>,
}

/// A menu of the examples, each with its sentence.
#[component]
fn Examples(props: &ExamplesProps) -> Html {
    let items = EXAMPLES.iter().enumerate().map(|(index, example)| {
        let onclick = props.on_example.reform(move |_: MouseEvent| example);
        let current = (props.current == Some(example.slug)).then_some("true");
        html! {
            <li key={example.slug}>
                <button class="menu-item" data-testid="example" data-slug={example.slug} aria-current={current} {onclick}>
                    <span class="menu-number" aria-hidden="true">{ index + 1 }</span>
                    <span class="menu-title">{ example.title }</span>
                    <span class="menu-text">{ example.description }</span>
                </button>
            </li>
        }
    });
    html! {
        <Menu class="examples" name="Examples" test="examples" button="button quiet"
            title="Programs to start from, in the order in which they teach"
            face={html! { <>{ icon(Icon::Book) }<span>{"Examples"}</span></> }}>
            { for items }
        </Menu>
    }
}
