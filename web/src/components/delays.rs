//! Delays and tasks: every number that reaches a sleep, and every task list, as fields and rows.
//!
//! Nothing is kept here but the message of an edit that was refused: each field shows the source, and an
//! edit is a change of the source.

use std::rc::Rc;

use super::button::Button;
use loopscope_scenario::edit::{
    Arg, ArgKind, Delay, DelayKind, Direction, EditError, ListKind, Outline, TaskList, TaskRow, TextChange,
    add_row, duplicate_row, move_row, remove_row, set_argument, set_number, stepped, switch,
};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::icons::{Icon, icon};
use super::slider::Slider;
use crate::app::Gesture;

/// The source, what can be edited in it, and whom to tell.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) source: Rc<str>,
    pub(crate) outline: Rc<Outline>,
    /// Whether the outline is that of the source as it is; otherwise nothing can be edited.
    pub(crate) fits: bool,
    /// Whether there is a change to take back, and one to do again.
    pub(crate) history: (bool, bool),
    pub(crate) on_edit: Callback<Vec<TextChange>>,
    pub(crate) on_gesture: Callback<Gesture>,
    /// Take the last change back; or do it again.
    pub(crate) on_history: Callback<bool>,
    pub(crate) on_line: Callback<u32>,
}

/// What a field or a button asks for: changes of a source, or why not.
type Edit = Result<Vec<TextChange>, EditError>;

/// The panel.
#[component]
pub(crate) fn Delays(props: &Props) -> Html {
    let refused = use_state(|| None::<String>);
    // A change of the text is the answer to what was refused before.
    use_effect_with(Rc::clone(&props.source), {
        let refused = refused.clone();
        move |_| refused.set(None)
    });
    let edit = {
        let (on_edit, refused) = (props.on_edit.clone(), refused.clone());
        Callback::from(move |edit: Edit| match edit {
            Ok(changes) => on_edit.emit(changes),
            Err(error) => refused.set(Some(error.to_string())),
        })
    };
    let step = {
        let (on_gesture, refused) = (props.on_gesture.clone(), refused.clone());
        Callback::from(move |edit: Edit| match edit {
            Ok(changes) if changes.is_empty() => {}
            Ok(changes) => on_gesture.emit(Gesture::Step(changes)),
            Err(error) => refused.set(Some(error.to_string())),
        })
    };
    let panel = Panel { props, edit, step };
    let history = |name: &'static str, key: &'static str, shown: Icon, there: bool, back: bool| {
        let onclick = props.on_history.reform(move |_: MouseEvent| back);
        Button::new("button tiny", onclick)
            .test(if back { "undo" } else { "redo" })
            .name(name)
            .title(format!("{name} ({key})"))
            .disabled(!there)
            .icon(shown)
    };
    let outline = &props.outline;
    html! {
        <section class={classes!("delays", (!props.fits).then_some("unfit"))} aria-label="Delays and tasks">
            <div class="delays-head">
                <h2 class="pane-title">{"Delays and tasks"}</h2>
                <div role="group" aria-label="History">
                    { history("Undo", "Ctrl+Z", Icon::Undo, props.history.0, true) }
                    { history("Redo", "Ctrl+Shift+Z", Icon::Redo, props.history.1, false) }
                </div>
            </div>
            if let Some(message) = &*refused {
                <p class="inline-problem" role="alert">{ icon(Icon::Warning) }{ message }</p>
            }
            if !outline.delays.is_empty() {
                <p class="hint delays-hint">{"Change them here, or drag the end of a sleep in the timeline."}</p>
            }
            <fieldset disabled={!props.fits} class="delays-body">
                if outline.delays.is_empty() && outline.lists.is_empty() {
                    <p class="hint">{"No delay and no list of tasks in this program yet. A number in asyncio.sleep(…) appears here."}</p>
                }
                if !outline.delays.is_empty() {
                    <ul class="delay-rows">{ for outline.delays.iter().enumerate().map(|(index, delay)| panel.delay(index, delay)) }</ul>
                }
                { for outline.lists.iter().enumerate().map(|(index, list)| panel.list(index, list)) }
            </fieldset>
        </section>
    }
}

struct Panel<'p> {
    props: &'p Props,
    edit: Callback<Edit>,
    /// The same, step by step.
    step: Callback<Edit>,
}

impl Panel<'_> {
    fn delay(&self, index: usize, delay: &Delay) -> Html {
        let (kind, meaning) = match delay.kind {
            DelayKind::Sleep => (Icon::Clock, "asyncio.sleep: the task waits, the loop goes on"),
            DelayKind::Blocking => (Icon::Block, "time.sleep: everything waits"),
            DelayKind::Timeout => (Icon::Clock, "a time limit"),
            DelayKind::Timer => (Icon::Clock, "a timer of the loop"),
        };
        let set = {
            let (source, range, edit) =
                (Rc::clone(&self.props.source), delay.range.clone(), self.edit.clone());
            move |value: f64| edit.emit(set_number(&source, &range, value))
        };
        let onchange = {
            let set = set.clone();
            Callback::from(move |event: Event| {
                if let Some(value) =
                    input_of(&event).map(|input| input.value_as_number()).filter(|v| v.is_finite())
                {
                    set(value);
                }
            })
        };
        let on_value = {
            let (source, range, step) =
                (Rc::clone(&self.props.source), delay.range.clone(), self.step.clone());
            Callback::from(move |value: f64| step.emit(set_number(&source, &range, value)))
        };
        let onkeydown = {
            let value = delay.value;
            Callback::from(move |event: KeyboardEvent| {
                let direction = match event.key().as_str() {
                    "ArrowUp" => 1.0,
                    "ArrowDown" => -1.0,
                    _ => return,
                };
                event.prevent_default();
                // From what stands in the field, which may not be in the source yet.
                let typed = input_of(&event).map(|input| input.value_as_number()).filter(|v| v.is_finite());
                set(stepped(typed.unwrap_or(value), direction));
            })
        };
        let name = format!("{}, {}, line {}", delay.label, delay.kind, delay.line);
        html! {
            <li class="delay-row" key={index}>
                <span class={classes!("delay-kind", delay.kind.name())} title={meaning}>{ icon(kind) }</span>
                <span class="delay-label" title={delay.context.clone()}>
                    // Where others are called the same, the call says which one it is.
                    { if self.is_shared(delay) { &delay.context } else { &delay.label } }
                    if !delay.exact { <span class="approximate" title="The delay is computed from this number">{" ≈"}</span> }
                </span>
                <Slider value={delay.value} name={name.clone()} title={meaning} {on_value}
                    on_end={self.props.on_gesture.reform(|()| Gesture::End)} />
                <input class="field number" type="number" step="any" data-testid="delay-input"
                    data-line={delay.line.to_string()} data-shown={delay.value.to_string()} aria-label={name}
                    title={meaning} value={delay.value.to_string()} {onchange} {onkeydown} />
                { self.line(delay.line) }
            </li>
        }
    }

    /// Whether others have the same label, so that more has to be said.
    fn is_shared(&self, delay: &Delay) -> bool {
        self.props.outline.delays.iter().filter(|other| other.label == delay.label).nth(1).is_some()
    }

    fn line(&self, line: usize) -> Html {
        let line = u32::try_from(line).unwrap_or(0);
        let show = self.props.on_line.reform(move |_: MouseEvent| line);
        Button::new("line-link", show).title(format!("Show line {line}")).text(format!("line {line}"))
    }

    fn list(&self, index: usize, list: &TaskList) -> Html {
        let add = self.button(list, "task-add", "Add a task like the last one", Icon::Plus, false, add_row);
        html! {
            <section class="task-list" key={index} data-testid="task-list" aria-label={format!("{}, line {}", list.kind, list.line)}>
                <header class="task-list-title">
                    { self.forms(list) }
                    { self.line(list.line) }
                </header>
                <ol class="task-rows">
                    { for list.rows.iter().enumerate().map(|(row, task)| self.row(list, row, task)) }
                </ol>
                <div class="task-list-end">{ add }</div>
            </section>
        }
    }

    /// The ways to run the tasks of a list, the present one pressed.
    fn forms(&self, list: &TaskList) -> Html {
        const FORMS: [(ListKind, &str); 4] = [
            (ListKind::Sequential, "each is awaited before the next one begins"),
            (ListKind::CreateTask, "each starts at the next await"),
            (ListKind::Gather, "run together, results in this order"),
            (
                ListKind::TaskGroup,
                "run together, all awaited at the end of the block; if one fails, the others are cancelled",
            ),
        ];
        if list.kind == ListKind::List {
            return html! { <h3 class="task-list-name"><code>{"list"}</code><span class="hint">{"a list of awaitables"}</span></h3> };
        }
        let form = |(form, meaning): (ListKind, &'static str)| {
            let (source, list, send) = (Rc::clone(&self.props.source), list.clone(), self.edit.clone());
            let pressed = (list.kind == form).to_string();
            let onclick = Callback::from(move |_: MouseEvent| send.emit(switch(&source, &list, form)));
            html! {
                <button type="button" class="form" data-testid="task-form" data-form={form.name()} aria-pressed={pressed}
                    title={meaning} {onclick}>{ form.name() }</button>
            }
        };
        html! {
            <div class="forms" role="group" aria-label={format!("How the tasks of line {} run", list.line)}>
                { for FORMS.into_iter().map(form) }
            </div>
        }
    }

    fn row(&self, list: &TaskList, row: usize, task: &TaskRow) -> Html {
        let name = format!("{} {}", task.callee, row + 1);
        let last = row + 1 == list.rows.len();
        html! {
            <li class="task-row" data-testid="task-row" key={row}>
                <span class="task-call">
                    if let Some(variable) = &task.variable {
                        <span class="task-variable">{ format!("{variable} = ") }</span>
                    }
                    <code>{ &task.callee }</code>
                </span>
                <span class="task-args">
                    { for task.args.iter().enumerate().map(|(index, arg)| self.argument(index, arg, &name)) }
                </span>
                <span class="task-tools">
                    { self.button(list, "task-up", &format!("Move {name} up"), Icon::Up, row == 0,
                        move |source, list| move_row(source, list, row, Direction::Up)) }
                    { self.button(list, "task-down", &format!("Move {name} down"), Icon::Down, last,
                        move |source, list| move_row(source, list, row, Direction::Down)) }
                    { self.button(list, "task-copy", &format!("Duplicate {name}"), Icon::Copy, false,
                        move |source, list| duplicate_row(source, list, row)) }
                    { self.button(list, "task-remove", &format!("Remove {name}"), Icon::Cross, list.rows.len() == 1,
                        move |source, list| remove_row(source, list, row)) }
                </span>
            </li>
        }
    }

    fn argument(&self, index: usize, arg: &Arg, row: &str) -> Html {
        let onchange = {
            let (source, arg, edit) = (Rc::clone(&self.props.source), arg.clone(), self.edit.clone());
            Callback::from(move |event: Event| {
                if let Some(input) = input_of(&event) {
                    edit.emit(set_argument(&source, &arg, &input.value()));
                }
            })
        };
        let parameter = arg.name.clone().unwrap_or_else(|| format!("argument {}", index + 1));
        let width = format!("width: {}ch", arg.text.chars().count().clamp(3, 22) + 3);
        let kind = match arg.kind {
            ArgKind::Number(_) => "number",
            ArgKind::String => "string",
            ArgKind::Other => "other",
        };
        html! {
            <label class="task-arg" key={index}>
                if let Some(name) = &arg.name { <span class="arg-name">{ name }</span> }
                <input class={classes!("field", kind)} data-testid="task-arg" style={width} value={arg.text.clone()}
                    data-shown={arg.text.clone()}
                    aria-label={format!("{row}: {parameter}")} title={parameter} spellcheck="false" autocomplete="off"
                    {onchange} />
            </label>
        }
    }

    fn button(
        &self,
        list: &TaskList,
        test: &'static str,
        name: &str,
        shown: Icon,
        disabled: bool,
        edit: impl Fn(&str, &TaskList) -> Edit + 'static,
    ) -> Html {
        let (source, list, send) = (Rc::clone(&self.props.source), list.clone(), self.edit.clone());
        let onclick = Callback::from(move |_: MouseEvent| send.emit(edit(&source, &list)));
        Button::new("button tiny", onclick).test(test).named(name.to_owned()).disabled(disabled).icon(shown)
    }
}

fn input_of(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}
