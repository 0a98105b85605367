//! The export menu: what is shown, as files.

use yew::prelude::*;

use super::icons::{Icon, icon};
use super::menu::Menu;

/// A kind of file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Export {
    /// The timeline as a picture that can be scaled.
    Svg,
    /// The timeline as a picture.
    Png,
    /// What happened, for Perfetto and Chrome's tracing page.
    Trace,
    /// The program.
    Python,
}

const EXPORTS: [(Export, &str, &str, &str); 4] = [
    (Export::Svg, "svg", "Timeline as SVG", "for a document; sharp at any size"),
    (Export::Png, "png", "Timeline as PNG", "for a chat or a slide"),
    (Export::Trace, "trace", "Trace as JSON", "for ui.perfetto.dev or chrome://tracing"),
    (Export::Python, "py", "Program as .py", "the source, as it is in the editor"),
];

/// Whom to tell.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) on_export: Callback<Export>,
}

/// The menu.
#[component]
pub(crate) fn Exports(props: &Props) -> Html {
    let items = EXPORTS.iter().map(|(export, name, title, text)| {
        let onclick = props.on_export.reform(move |_: MouseEvent| *export);
        html! {
            <li key={*name}>
                <button class="menu-item plain" data-testid={format!("export-{name}")} {onclick}>
                    <span class="menu-title">{ *title }</span>
                    <span class="menu-text">{ *text }</span>
                </button>
            </li>
        }
    });
    html! {
        <Menu class="exports" name="Export" test="exports" title="Save what is shown as a file" button="button tiny"
            face={icon(Icon::Save)}>
            { for items }
        </Menu>
    }
}
