//! f-strings.

use ruff_python_ast::{self as ast, ConversionFlag, FStringPart, InterpolatedStringElement};
use ruff_text_size::{Ranged, TextRange};

use super::fold::Const;
use super::{Compiler, Outcome};
use crate::op::{Conversion, Op};

/// Joins so many pieces at once at most.
const MANY: u32 = 64;

/// Pieces on the stack that are to be joined, and the text that comes next.
#[derive(Default)]
struct Pieces {
    pushed: u32,
    text: String,
}

impl<'t> Compiler<'t> {
    pub(super) fn fstring(&mut self, node: &'t ast::ExprFString) -> Outcome {
        let mut pieces = Pieces::default();
        for part in &node.value {
            match part {
                FStringPart::Literal(literal) => pieces.text.push_str(&literal.value),
                FStringPart::FString(inner) => self.elements(&inner.elements, &mut pieces, node.range)?,
            }
        }
        self.join(pieces, node.range)
    }

    fn elements(
        &mut self,
        elements: &'t ast::InterpolatedStringElements,
        pieces: &mut Pieces,
        range: TextRange,
    ) -> Outcome {
        for element in elements {
            match element {
                InterpolatedStringElement::Literal(literal) => pieces.text.push_str(&literal.value),
                InterpolatedStringElement::Interpolation(field) => self.field(field, pieces, range)?,
            }
        }
        Ok(())
    }

    fn field(
        &mut self,
        field: &'t ast::InterpolatedElement,
        pieces: &mut Pieces,
        range: TextRange,
    ) -> Outcome {
        if let Some(debug) = &field.debug_text {
            pieces.text.push_str(debug.as_str());
        }
        self.flush(pieces, range)?;
        self.expression(&field.expression)?;
        let conversion = match field.conversion {
            ConversionFlag::Str => Conversion::Str,
            ConversionFlag::Repr => Conversion::Repr,
            ConversionFlag::Ascii => Conversion::Ascii,
            // `{x=}` shows the repr if nothing else is asked for.
            ConversionFlag::None if field.debug_text.is_some() && field.format_spec.is_none() => {
                Conversion::Repr
            }
            ConversionFlag::None => Conversion::None,
        };
        if let Some(spec) = &field.format_spec {
            let mut inner = Pieces::default();
            self.elements(&spec.elements, &mut inner, spec.range)?;
            self.join(inner, spec.range)?;
        }
        self.emit(Op::FormatValue { conversion, spec: field.format_spec.is_some() }, field.range())?;
        self.pushed(pieces, range)
    }

    /// Pushes the text that was collected.
    fn flush(&mut self, pieces: &mut Pieces, range: TextRange) -> Outcome {
        if pieces.text.is_empty() {
            return Ok(());
        }
        let text = std::mem::take(&mut pieces.text);
        self.load_const(Const::Str(text), range)?;
        self.pushed(pieces, range)
    }

    fn pushed(&mut self, pieces: &mut Pieces, range: TextRange) -> Outcome {
        pieces.pushed += 1;
        if pieces.pushed == MANY {
            self.emit(Op::BuildString(MANY), range)?;
            pieces.pushed = 1;
        }
        Ok(())
    }

    fn join(&mut self, mut pieces: Pieces, range: TextRange) -> Outcome {
        if pieces.pushed == 0 {
            return self.load_const(Const::Str(pieces.text), range);
        }
        self.flush(&mut pieces, range)?;
        if pieces.pushed > 1 { self.emit(Op::BuildString(pieces.pushed), range) } else { Ok(()) }
    }
}
