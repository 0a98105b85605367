//! The builtin functions and types: what programs can do with the engine's objects.
//!
//! ```text
//! protocol      operators, comparison, indexing, len, hash, repr of builtin values: the machine's slow
//!               paths call these once no method of a class written in Python applies
//! types         the table of builtin types: name, base, constructor, methods
//! functions     len, print, sorted, ...: the table of builtin functions
//! prelude       the part written in Python: whatever has to call back into the program
//! list, dict…   one file for each type: its methods, and what `protocol` needs of it
//! ```
//!
//! A `None` (or `Ok(None)`) from `protocol` means that the values' types have no such operation; the
//! machine then raises its TypeError (for operators: [`protocol::operand_error`]). Instances of classes that
//! derive from a builtin type count as the value they hold ([`convert::plain`]).

pub mod convert;
pub mod protocol;
