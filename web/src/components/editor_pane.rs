//! Where the editor lives. CodeMirror owns what is inside.

use std::rc::Rc;

use yew::prelude::*;

use crate::editor::Editor;

/// The editor, the text it begins with, and whom to tell of changes.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) editor: Editor,
    pub(crate) source: Rc<str>,
    pub(crate) on_text: Callback<String>,
}

/// The pane.
pub(crate) struct EditorPane {
    host: NodeRef,
}

impl Component for EditorPane {
    type Message = ();
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        EditorPane { host: NodeRef::default() }
    }

    /// Never again: the editor tells the page of its text, not the other way round.
    fn changed(&mut self, _: &Context<Self>, _: &Props) -> bool {
        false
    }

    fn view(&self, _: &Context<Self>) -> Html {
        html! { <div class="editor" data-testid="editor" ref={self.host.clone()} /> }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if !first {
            return;
        }
        if let Some(host) = self.host.cast() {
            let (props, changed) = (ctx.props(), ctx.props().on_text.clone());
            props.editor.mount(&host, &props.source, move |text| changed.emit(text));
        }
    }

    fn destroy(&mut self, ctx: &Context<Self>) {
        ctx.props().editor.unmount();
    }
}
