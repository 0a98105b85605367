//! The colours of the canvas: the page's own, read from the style sheet once per theme.

use loopscope_trace::timeline::Phase;
use loopscope_trace::view::EndKind;
use web_sys::Element;

/// Colours by role.
pub(crate) struct Palette {
    pub(crate) surface: String,
    pub(crate) ink: String,
    pub(crate) ink_2: String,
    pub(crate) ink_3: String,
    pub(crate) guide: String,
    pub(crate) stripe: String,
    pub(crate) accent: String,
    pub(crate) accent_ink: String,
    pub(crate) accent_soft: String,
    pub(crate) running: String,
    pub(crate) ready: String,
    pub(crate) sleeping: String,
    pub(crate) sleeping_soft: String,
    pub(crate) waiting: String,
    pub(crate) blocked: String,
    pub(crate) done: String,
    pub(crate) failed: String,
    pub(crate) cancelled: String,
    pub(crate) playhead: String,
    /// The font of labels, as a CSS font.
    pub(crate) font: String,
}

impl Palette {
    /// Reads the colours that `element` has.
    pub(crate) fn of(element: &Element) -> Palette {
        let style = web_sys::window().and_then(|window| window.get_computed_style(element).ok().flatten());
        let read = |name: &str| {
            let value = style.as_ref().and_then(|style| style.get_property_value(name).ok());
            value.map(|value| value.trim().to_owned()).unwrap_or_default()
        };
        Palette {
            surface: read("--surface"),
            ink: read("--ink"),
            ink_2: read("--ink-2"),
            ink_3: read("--ink-3"),
            guide: read("--guide"),
            stripe: read("--surface-2"),
            accent: read("--accent"),
            accent_ink: read("--accent-ink"),
            accent_soft: read("--accent-soft"),
            running: read("--phase-running"),
            ready: read("--phase-ready"),
            sleeping: read("--phase-sleeping"),
            sleeping_soft: read("--phase-sleeping-soft"),
            waiting: read("--phase-waiting"),
            blocked: read("--phase-blocked"),
            done: read("--phase-done"),
            failed: read("--phase-failed"),
            cancelled: read("--phase-cancelled"),
            playhead: read("--playhead"),
            font: read("--sans"),
        }
    }

    /// The colour of a phase.
    pub(crate) fn phase(&self, phase: Phase) -> &str {
        match phase {
            Phase::Running => &self.running,
            Phase::Ready => &self.ready,
            Phase::Sleeping => &self.sleeping,
            Phase::Waiting => &self.waiting,
            Phase::Blocked => &self.blocked,
        }
    }

    /// The colour of an end.
    pub(crate) fn end(&self, end: EndKind) -> &str {
        match end {
            EndKind::Done => &self.done,
            EndKind::Failed => &self.failed,
            EndKind::Cancelled => &self.cancelled,
            EndKind::CutOff => &self.ink_3,
        }
    }
}
