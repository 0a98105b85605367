//! The timeline in forms that other programs read.

pub mod json;
pub mod perfetto;
pub mod svg;
pub mod text;
mod writer;
