//! A quiet line above the editor: what it holds is somebody else's, and the person has a draft to go back to.

use super::button::Button;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::icons::Icon;

/// What the drafts are called, and whom to tell.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) names: Vec<String>,
    pub(crate) on_open: Callback<usize>,
    pub(crate) on_hide: Callback<()>,
}

/// The line.
#[component]
pub(crate) fn DraftLine(props: &Props) -> Html {
    let chosen = use_node_ref();
    let open = {
        let (chosen, open) = (chosen.clone(), props.on_open.clone());
        Callback::from(move |_: MouseEvent| {
            let select = chosen.cast::<HtmlSelectElement>();
            open.emit(select.map_or(0, |select| usize::try_from(select.selected_index()).unwrap_or(0)));
        })
    };
    html! {
        <div class="draft-line" role="status" data-testid="drafts">
            <p>
                if let [name] = &props.names[..] {
                    { "You have a draft: " }<span class="draft-name">{ name }</span>
                } else {
                    <label>
                        { "You have drafts: " }
                        <select class="button" ref={chosen}>{ for props.names.iter().enumerate().map(|(index, name)| html! { <option selected={index == 0}>{ name }</option> }) }</select>
                    </label>
                }
            </p>
            { Button::new("button", open).test("open-draft")
                .title("Go on with your own program; what is here now stays in the browser's history")
                .text("Open it") }
            { Button::new("button tiny", props.on_hide.reform(|_: MouseEvent| ())).named("Hide this line")
                .icon(Icon::Cross) }
        </div>
    }
}
