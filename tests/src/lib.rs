//! What the tests of the whole project share. README.md tells where each suite is and how it is run.
#![forbid(unsafe_code)]

pub mod article;
#[cfg(feature = "browser")]
pub mod browser;
pub mod compare;
pub mod engine;
pub mod events;
pub mod programs;
pub mod traced;
pub mod written;
