//! What compiles but is probably a mistake: CPython's SyntaxWarnings.
//!
//! Escapes that mean nothing come first, as CPython's parser meets them before its compiler runs; the rest
//! follows in the order of the text.

use loopscope_visit::{Visit, walk_expr, walk_stmt};
use ruff_python_ast::{self as ast, AnyStringFlags, CmpOp, Expr, ModModule, Number, Stmt};
use ruff_text_size::{Ranged, TextRange};

use crate::code::Source;

/// One SyntaxWarning.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SyntaxWarning {
    /// CPython's message.
    pub message: String,
    /// The line, from 1.
    pub line: u32,
    /// The byte range in the source.
    pub range: (u32, u32),
}

/// The warnings of a module, each message once for each line.
pub(super) fn collect(source: &Source, module: &ModModule) -> Vec<SyntaxWarning> {
    let mut collector = Collector { source, escapes: Vec::new(), rest: Vec::new() };
    for statement in &module.body {
        collector.visit_stmt(statement);
    }
    let mut all = collector.escapes;
    all.append(&mut collector.rest);
    let mut seen = rustc_hash::FxHashSet::default();
    all.retain(|warning| seen.insert((warning.line, warning.message.clone())));
    all
}

struct Collector<'a> {
    source: &'a Source,
    escapes: Vec<SyntaxWarning>,
    rest: Vec<SyntaxWarning>,
}

impl Collector<'_> {
    fn warning(&self, message: String, range: TextRange) -> SyntaxWarning {
        let range = (range.start().to_u32(), range.end().to_u32());
        SyntaxWarning { message, line: self.source.line(range.0), range }
    }

    fn warn(&mut self, message: String, range: TextRange) {
        let warning = self.warning(message, range);
        self.rest.push(warning);
    }

    /// Looks for escapes in the text of a literal, quotes and prefix included or not.
    fn literal(&mut self, range: TextRange, bytes: bool) {
        let start = range.start().to_usize();
        let Some(text) = self.source.text.get(start..range.end().to_usize()) else { return };
        let mut letters = text.char_indices();
        let mut found = Vec::new();
        while let Some((at, letter)) = letters.next() {
            if letter != '\\' {
                continue;
            }
            let Some((_, kind)) = letters.next() else { break };
            let known = matches!(
                kind,
                '\n' | '\r' | '\\' | '\'' | '"' | 'a' | 'b' | 'f' | 'n' | 'r' | 't' | 'v' | 'x' | '0'..='7'
            ) || (!bytes && matches!(kind, 'N' | 'u' | 'U'));
            if !known {
                found.push((at, format!("invalid escape sequence '\\{kind}'")));
            } else if matches!(kind, '4'..='7') {
                let digits: String =
                    text[at + 1..].chars().take(3).take_while(|d| ('0'..='7').contains(d)).collect();
                if digits.len() == 3 {
                    found.push((at, format!("invalid octal escape sequence '\\{digits}'")));
                }
            }
        }
        for (at, message) in found {
            let offset = u32::try_from(start + at).unwrap_or(u32::MAX);
            let mut warning = self.warning(message, TextRange::at(offset.into(), 2.into()));
            // CPython 3.13 tells the line on which the literal begins.
            warning.line = self.source.line(range.start().to_u32());
            self.escapes.push(warning);
        }
    }

    /// Fields first: CPython reads the text between them when it has all of the f-string.
    fn elements(&mut self, elements: &ast::InterpolatedStringElements, raw: bool) {
        for field in elements.interpolations() {
            self.visit_expr(&field.expression);
            if let Some(spec) = &field.format_spec {
                self.elements(&spec.elements, raw);
            }
        }
        if !raw {
            elements.literals().for_each(|literal| self.literal(literal.range, false));
        }
    }

    fn comparison(&mut self, node: &ast::ExprCompare) {
        let mut left = &*node.left;
        for (op, right) in node.ops.iter().zip(&node.comparators) {
            let suggestion = match op {
                CmpOp::Is => Some(("is", "==")),
                CmpOp::IsNot => Some(("is not", "!=")),
                _ => None,
            };
            if let Some((word, instead)) = suggestion
                && let Some(kind) = literal_type(left).or_else(|| literal_type(right))
            {
                let message = format!("\"{word}\" with '{kind}' literal. Did you mean \"{instead}\"?");
                self.warn(message, node.range);
                return;
            }
            left = right;
        }
    }

    fn call(&mut self, node: &ast::ExprCall) {
        if let Some(kind) = never_callable(&node.func) {
            let message = format!("'{kind}' object is not callable; perhaps you missed a comma?");
            self.warn(message, node.range());
        }
    }

    fn subscript(&mut self, node: &ast::ExprSubscript) {
        if let Some(kind) = never_subscriptable(&node.value) {
            let message = format!("'{kind}' object is not subscriptable; perhaps you missed a comma?");
            self.warn(message, node.range);
            return;
        }
        let Some(container) = sequence_type(&node.value) else { return };
        let Some(index) = type_of(&node.slice).filter(|kind| !matches!(*kind, "int" | "bool" | "slice"))
        else {
            return;
        };
        let message = format!(
            "{container} indices must be integers or slices, not {index}; perhaps you missed a comma?"
        );
        self.warn(message, node.range);
    }
}

impl<'a> Visit<'a> for Collector<'_> {
    fn as_visit(&mut self) -> &mut dyn Visit<'a> {
        self
    }

    fn visit_stmt(&mut self, statement: &'a Stmt) {
        if let Stmt::Assert(node) = statement
            && let Expr::Tuple(tuple) = &*node.test
            && !tuple.elts.is_empty()
        {
            self.warn("assertion is always true, perhaps remove parentheses?".into(), node.range);
        }
        walk_stmt(self, statement);
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        match expression {
            Expr::Compare(node) => self.comparison(node),
            Expr::Call(node) => self.call(node),
            Expr::Subscript(node) => self.subscript(node),
            _ => {}
        }
        walk_expr(self, expression);
    }

    fn visit_string_literal(&mut self, literal: &'a ast::StringLiteral) {
        if !AnyStringFlags::from(literal.flags).is_raw_string() {
            self.literal(literal.range, false);
        }
    }

    fn visit_bytes_literal(&mut self, literal: &'a ast::BytesLiteral) {
        if !AnyStringFlags::from(literal.flags).is_raw_string() {
            self.literal(literal.range, true);
        }
    }

    fn visit_f_string(&mut self, fstring: &'a ast::FString) {
        let raw = AnyStringFlags::from(fstring.flags).is_raw_string();
        self.elements(&fstring.elements, raw);
    }
}

/// The type of a literal whose identity means nothing.
fn literal_type(expression: &Expr) -> Option<&'static str> {
    match super::fold::constant(expression)? {
        super::fold::Const::None | super::fold::Const::Ellipsis | super::fold::Const::Bool(_) => None,
        super::fold::Const::Int(_) | super::fold::Const::Big(_) => Some("int"),
        super::fold::Const::Float(_) => Some("float"),
        super::fold::Const::Str(_) => Some("str"),
        super::fold::Const::Bytes(_) => Some("bytes"),
        super::fold::Const::Tuple(_) => Some("tuple"),
    }
}

/// The type of a display or literal.
fn type_of(expression: &Expr) -> Option<&'static str> {
    Some(match expression {
        Expr::Tuple(_) => "tuple",
        Expr::List(_) | Expr::ListComp(_) => "list",
        Expr::Dict(_) | Expr::DictComp(_) => "dict",
        Expr::Set(_) | Expr::SetComp(_) => "set",
        Expr::Generator(_) => "generator",
        Expr::Lambda(_) => "function",
        Expr::FString(_) | Expr::StringLiteral(_) => "str",
        Expr::BytesLiteral(_) => "bytes",
        Expr::NoneLiteral(_) => "NoneType",
        Expr::EllipsisLiteral(_) => "ellipsis",
        Expr::BooleanLiteral(_) => "bool",
        Expr::Slice(_) => "slice",
        Expr::NumberLiteral(node) => match node.value {
            Number::Int(_) => "int",
            Number::Float(_) => "float",
            Number::Complex { .. } => "complex",
        },
        _ => return None,
    })
}

fn never_callable(expression: &Expr) -> Option<&'static str> {
    type_of(expression).filter(|kind| *kind != "function")
}

fn never_subscriptable(expression: &Expr) -> Option<&'static str> {
    let never = ["NoneType", "ellipsis", "int", "float", "complex", "bool", "set", "generator", "function"];
    type_of(expression).filter(|kind| never.contains(kind))
}

fn sequence_type(expression: &Expr) -> Option<&'static str> {
    type_of(expression).filter(|kind| matches!(*kind, "str" | "tuple" | "list" | "bytes"))
}
