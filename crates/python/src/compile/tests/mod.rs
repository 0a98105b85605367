//! Goldens: a source text and the instructions it becomes.

mod disassembly;
mod goldens;
mod warnings;

use std::rc::Rc;

use super::compile;
use crate::code::{Code, Source};
use crate::syntax::SyntaxDiagnostic;

fn compiled(text: &str) -> Result<Rc<Code>, SyntaxDiagnostic> {
    compile(&Rc::new(Source::new("x.py", text))).map_err(|mut diagnostics| diagnostics.remove(0))
}
