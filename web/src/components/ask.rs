//! The line under the output where a person answers the program's `input()`.

use super::button::Button;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Whether the program asks, in a live run or not, how many lines it was given so far, and whom to tell of one more.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) asking: bool,
    pub(crate) live: bool,
    pub(crate) answers: usize,
    pub(crate) on_answer: Callback<String>,
    pub(crate) on_forget: Callback<()>,
}

/// The line.
#[function_component]
pub(crate) fn Ask(props: &Props) -> Html {
    let line = use_node_ref();
    // A preview asks while somebody types the program; a live run asks whoever watches it.
    use_effect_with(props.asking && props.live, {
        let line = line.clone();
        move |asks| {
            if let Some(element) = line.cast::<HtmlInputElement>().filter(|_| *asks) {
                // Without the focus it can still be clicked.
                let _ = element.focus();
            }
        }
    });
    let onsubmit = {
        let (line, answered) = (line.clone(), props.on_answer.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(element) = line.cast::<HtmlInputElement>() else { return };
            let text = element.value();
            element.set_value("");
            answered.emit(text);
        })
    };
    let forget = props.on_forget.reform(|_: MouseEvent| ());
    html! {
        <>
            if props.asking {
                <form class="ask" data-testid="ask" {onsubmit}>
                    <label for="ask-line">{"The program asks for a line"}</label>
                    <input id="ask-line" class="field ask-line" data-testid="ask-line" ref={line} type="text"
                        autocomplete="off" autocapitalize="off" spellcheck="false" />
                    <button class="button" title="Give the line to the program (Enter)">{"Enter"}</button>
                </form>
            }
            if props.answers > 0 {
                <p class="hint ask-given">
                    { if props.answers == 1 { "One line of input was typed. ".to_owned() } else { format!("{} lines of input were typed. ", props.answers) } }
                    { Button::new("line-link", forget).test("ask-again")
                        .title("Forget what was typed, and run the program anew").text("Ask again") }
                </p>
            }
        </>
    }
}
