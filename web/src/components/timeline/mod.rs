//! The timeline's parts without a state: the canvas, its colours, what stands beside it in words.
//!
//! ```text
//! trace::Timeline ── trace::picture ──> surface ──> canvas
//!        └────────── trace::words ────> tooltip, announcements
//! ```
//! Only `../timeline_pane`, the component, knows of events.

pub(crate) mod names;
pub(crate) mod palette;
pub(crate) mod surface;
pub(crate) mod tooltip;

pub(crate) use loopscope_trace::picture::{AXIS, MARGIN};

/// How far a pointer may be from a mark that it means, in CSS pixels.
pub(crate) const SLACK: f64 = 5.0;
