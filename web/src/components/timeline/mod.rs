//! The timeline: geometry, colours, painting and words, one file each.
//!
//! ```text
//! trace::Timeline ── trace::view::layout ──> DrawItem ── paint ──> canvas
//!        └───────────────────────── words ──> tooltip, announcements
//! ```
//! Only `../timeline_pane.rs`, the component, knows of events; nothing here keeps state.

pub(crate) mod names;
pub(crate) mod paint;
pub(crate) mod palette;
pub(crate) mod tooltip;
pub(crate) mod words;

/// Height of a lane's row, in CSS pixels.
pub(crate) const ROW: f64 = 40.0;
/// Height of the time axis above the rows, in CSS pixels.
pub(crate) const AXIS: f64 = 28.0;
/// Free room at both ends of the time axis, in CSS pixels: marks at the ends are seen whole.
pub(crate) const MARGIN: f64 = 14.0;
/// How far a pointer may be from a mark that it means, in CSS pixels.
pub(crate) const SLACK: f64 = 5.0;
