//! Buttons. Most of the page's are alike, and each one written out as an element of its own costs the page half a
//! kilobyte; here is the one element that they all become.

use yew::prelude::*;
use yew::virtual_dom::VText;

use super::icons::{Icon, icon};

/// A button on its way: what is not said of it, its element does not have.
pub(crate) struct Button(Box<Parts>);

/// The attributes.
struct Parts {
    class: &'static str,
    test: Option<AttrValue>,
    name: Option<AttrValue>,
    title: Option<AttrValue>,
    pressed: Option<bool>,
    disabled: bool,
    onclick: Callback<MouseEvent>,
}

impl Button {
    /// A button of these classes.
    pub(crate) fn new(class: &'static str, onclick: Callback<MouseEvent>) -> Button {
        Button(Box::new(Parts {
            class,
            test: None,
            name: None,
            title: None,
            pressed: None,
            disabled: false,
            onclick,
        }))
    }

    /// What the browser tests know it by.
    pub(crate) fn test(mut self, id: impl Into<AttrValue>) -> Button {
        self.0.test = Some(id.into());
        self
    }

    /// What it is called where its face does not say it.
    pub(crate) fn name(mut self, name: impl Into<AttrValue>) -> Button {
        self.0.name = Some(name.into());
        self
    }

    /// What is shown to those who point at it.
    pub(crate) fn title(mut self, title: impl Into<AttrValue>) -> Button {
        self.0.title = Some(title.into());
        self
    }

    /// Its name, also shown to those who point at it.
    pub(crate) fn named(self, name: impl Into<AttrValue>) -> Button {
        let name = name.into();
        self.name(name.clone()).title(name)
    }

    /// Whether it is held down, if it can be.
    pub(crate) fn pressed(mut self, pressed: bool) -> Button {
        self.0.pressed = Some(pressed);
        self
    }

    /// Whether it can do nothing now.
    pub(crate) fn disabled(mut self, disabled: bool) -> Button {
        self.0.disabled = disabled;
        self
    }

    /// The button with an icon on it.
    pub(crate) fn icon(self, shown: Icon) -> Html {
        self.with(icon(shown))
    }

    /// The button with a text on it.
    pub(crate) fn text(self, text: impl Into<AttrValue>) -> Html {
        self.with(VText::new(text).into())
    }

    /// The button with an icon and a text, which has an element of its own: narrow pages hide it.
    pub(crate) fn icon_and_text(self, shown: Icon, text: &'static str) -> Html {
        self.with(html! { <>{ icon(shown) }<span>{ text }</span></> })
    }

    /// The button with this on it.
    pub(crate) fn with(self, face: Html) -> Html {
        let Parts { class, test, name, title, pressed, disabled, onclick } = *self.0;
        html! {
            <button type="button" {class} data-testid={test} aria-label={name} {title} aria-pressed={pressed.map(|pressed| if pressed { "true" } else { "false" })}
                {disabled} {onclick}>{ face }</button>
        }
    }
}
