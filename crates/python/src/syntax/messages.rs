//! CPython's messages for what ruff's parser complains about.

use ruff_python_ast::ModModule;
use ruff_python_parser::Parsed;
use ruff_text_size::Ranged;

use super::Refusal;

/// The error CPython would show, if there is one.
pub(super) fn first_error(_text: &str, parsed: &Parsed<ModModule>) -> Option<Refusal> {
    if let Some(error) = parsed.errors().first() {
        return Some(Refusal::syntax(error.error.to_string(), error.location));
    }
    let error = parsed.unsupported_syntax_errors().first()?;
    Some(Refusal::syntax("invalid syntax".into(), error.range()))
}
