//! A scenario: the Python source and the settings it is run with.
//!
//! ```text
//! Scenario ── link::encode ──> "#v1.…" ── link::decode ──> Scenario
//! source ── edit::analyse ──> Outline (delays, task lists) ── edit::… ──> TextChange list ──> source
//! ```
//!
//! - [`Scenario`] and [`Settings`]: what a share link carries.
//! - [`link`]: the share link's codec. [`ViewOptions`]: what stays readable in the query.
//! - [`edit`]: the delays and task lists that a panel can edit, found in the source text, and the edits on it.
//! - [`reading`]: what the text answers about places in it. [`fix`]: repairs at such places.
//! - [`examples`]: the programs of the Examples menu.
//!
//! The crate reads Python's syntax only. It does not know how a program is run: no engine, no trace, no
//! browser type. The source text is the only truth; nothing here keeps state between calls.
#![forbid(unsafe_code)]

pub mod edit;
pub mod examples;
pub mod fix;
pub mod link;
mod query;
pub mod reading;
mod settings;
mod view;

pub use examples::{DEFAULT_EXAMPLE, EXAMPLES, Example};
pub use link::LinkError;
pub use reading::Reading;
pub use settings::{Scenario, Settings};
pub use view::{Theme, ViewOptions};

/// The largest source, in bytes of UTF-8, that a link carries and that [`edit::analyse`] looks into: 1 MiB.
pub const MAX_SOURCE_BYTES: usize = 1 << 20;
