//! The modules of the standard library.
