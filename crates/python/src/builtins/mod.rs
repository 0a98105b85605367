//! The builtin functions and types.
