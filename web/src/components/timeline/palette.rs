//! The colours and the type of the canvas: the page's own, read from the style sheet once per theme.

use loopscope_trace::exports::svg::COLOURS;
use loopscope_trace::picture::{Face, Ink};
use web_sys::Element;

/// Colours by role, and fonts.
pub(crate) struct Palette {
    colours: Vec<String>,
    plain: String,
    bold: String,
    code: String,
}

impl Palette {
    /// Reads the colours that `element` has.
    pub(crate) fn of_element(element: &Element) -> Palette {
        let style = web_sys::window().and_then(|window| window.get_computed_style(element).ok().flatten());
        let read = |name: &str| {
            let value = style.as_ref().and_then(|style| style.get_property_value(name).ok());
            value.map(|value| value.trim().to_owned()).unwrap_or_default()
        };
        let (sans, mono) = (read("--sans"), read("--mono"));
        Palette {
            colours: COLOURS.iter().map(|(_, name, ..)| read(&["--", name].concat())).collect(),
            plain: ["11px ", &sans].concat(),
            bold: ["600 11px ", &sans].concat(),
            code: ["11px ", &mono].concat(),
        }
    }

    pub(crate) fn of(&self, ink: Ink) -> &str {
        let index = COLOURS.iter().position(|(of, ..)| *of == ink);
        index.and_then(|index| self.colours.get(index)).map_or("", String::as_str)
    }

    pub(crate) fn font(&self, face: Face) -> &str {
        match face {
            Face::Plain => &self.plain,
            Face::Bold => &self.bold,
            Face::Code => &self.code,
        }
    }
}
