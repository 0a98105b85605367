//! Where the editor lives. CodeMirror owns what is inside; until it is there, the text stands for it.

use std::rc::Rc;

use yew::prelude::*;

use crate::editor::Editor;
use crate::page;
use crate::script;

/// The editor, the text it begins with, and whom to tell.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) editor: Editor,
    pub(crate) source: Rc<str>,
    /// The text was changed.
    pub(crate) on_text: Callback<String>,
    /// The moments of a line are asked for: the next one, or with true the one before.
    pub(crate) on_visit: Callback<(u32, bool)>,
    /// The editor cannot be had.
    pub(crate) on_missing: Callback<()>,
}

/// The editor's script is there, or cannot be had.
pub(crate) struct Loaded(bool);

/// The pane.
pub(crate) struct EditorPane {
    host: NodeRef,
    mounted: bool,
}

impl Component for EditorPane {
    type Message = Loaded;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let changed = ctx.props().on_text.clone();
        ctx.props().editor.begin(&ctx.props().source, move |text| changed.emit(text));
        let visited = ctx.props().on_visit.clone();
        ctx.props().editor.on_visit(move |line, back| visited.emit((line, back)));
        EditorPane { host: NodeRef::default(), mounted: false }
    }

    fn update(&mut self, ctx: &Context<Self>, Loaded(loaded): Loaded) -> bool {
        match self.host.cast() {
            Some(host) if loaded => ctx.props().editor.mount(&host),
            _ => ctx.props().on_missing.emit(()),
        }
        self.mounted = loaded;
        loaded
    }

    /// Not once the editor is there: it tells the page of its text, not the other way round.
    fn changed(&mut self, _: &Context<Self>, _: &Props) -> bool {
        !self.mounted
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        html! {
            <div class="editor" data-testid="editor" ref={self.host.clone()}>
                if !self.mounted {
                    <pre class="editor-text">{ AttrValue::Rc(Rc::clone(&ctx.props().source)) }</pre>
                }
            </div>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            let loaded = ctx.link().callback(Loaded);
            // First what can be seen at once.
            page::after_paint(move || {
                page::soon(move || script::EDITOR.when_loaded(move |there| loaded.emit(there)));
            });
        }
    }

    fn destroy(&mut self, ctx: &Context<Self>) {
        ctx.props().editor.unmount();
    }
}
