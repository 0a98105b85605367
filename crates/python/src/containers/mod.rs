//! Hash containers and hash functions with CPython's observable behaviour.
//!
//! ```text
//! hashing     hash(x) of the builtin types, bit for bit (PYTHONHASHSEED=0)
//! ordered     dict: insertion order, holes, compaction
//! set_table   set and frozenset: the order in which CPython's own table would give its keys
//! ```
//!
//! Nothing here knows what a Python object is: keys are any type, hashes and equality are the
//! caller's. Positions are plain indices, so that no borrow need be held while user code runs.

pub mod hashing;
pub mod ordered;
pub mod set_table;

pub use ordered::OrderedTable;
pub use set_table::SetTable;
