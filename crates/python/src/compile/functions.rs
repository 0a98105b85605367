//! Functions, lambdas and classes.

use std::rc::Rc;

use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::fold::{Const, docstring};
use super::symtable::{ScopeId, ScopeKey, Symbols};
use super::unit::parameters;
use super::{Compiler, Outcome};
use crate::code::{Code, CodeKind, Parameters};
use crate::objects::Str;
use crate::op::{MakeFunction, Op};
use crate::syntax::Refusal;
use crate::value::Value;

impl<'t> Compiler<'t> {
    pub(super) fn function_definition(&mut self, node: &'t ast::StmtFunctionDef) -> Outcome {
        self.decorators(&node.decorator_list)?;
        let range = self.definition_range(node.range, &node.decorator_list);
        match &node.type_params {
            None => self.plain_function(node, range)?,
            Some(params) => self.generic(params, &node.name, range, |this| {
                this.emit_generic_helper(".described", range)?;
                this.plain_function(node, range)?;
                this.call_with_params(1, params, range)
            })?,
        }
        self.apply_decorators(&node.decorator_list)?;
        self.store_name(&node.name, range)
    }

    /// `-- function`
    fn plain_function(&mut self, node: &'t ast::StmtFunctionDef, range: TextRange) -> Outcome {
        let mut flags = self.defaults(&node.parameters, range)?;
        flags |= self.annotations(node, range)?;
        let scope = self.scope_of((node.range, ScopeKey::Function))?;
        let kind = match (node.is_async, self.symbols.scope(scope).generator) {
            (false, false) => CodeKind::Plain,
            (false, true) => CodeKind::Generator,
            (true, false) => CodeKind::Coroutine,
            (true, true) => CodeKind::AsyncGenerator,
        };
        let mut unit = self.new_unit(scope, kind, &node.name, node.range.start());
        unit.parameters = function_parameters(&node.parameters)?;
        let code = self.inner(unit, |this| {
            this.make_cells(scope, range)?;
            let mut body = &node.body[..];
            if let Some(text) = docstring(body) {
                this.unit.docstring = Some(Str::new(clean_docstring(text.value.to_str())));
                body = &body[1..];
            }
            this.body(body)?;
            let last = this.unit.asm.last_range();
            this.return_none(if last.is_empty() { range } else { last })
        })?;
        self.make_function(code, scope, flags, range)
    }

    pub(super) fn lambda(&mut self, node: &'t ast::ExprLambda) -> Outcome {
        let none = Parameters::default();
        let (flags, params) = match &node.parameters {
            Some(list) => (self.defaults(list, node.range)?, function_parameters(list)?),
            None => (0, none),
        };
        let scope = self.scope_of((node.range, ScopeKey::Lambda))?;
        let kind = if self.symbols.scope(scope).generator { CodeKind::Generator } else { CodeKind::Plain };
        let mut unit = self.new_unit(scope, kind, "<lambda>", node.range.start());
        unit.parameters = params;
        let code = self.inner(unit, |this| {
            this.make_cells(scope, node.range)?;
            this.expression(&node.body)?;
            this.emit(Op::Return, node.body.range())
        })?;
        self.make_function(code, scope, flags, node.range)
    }

    pub(super) fn class_definition(&mut self, node: &'t ast::StmtClassDef) -> Outcome {
        self.decorators(&node.decorator_list)?;
        let range = self.definition_range(node.range, &node.decorator_list);
        match &node.type_params {
            None => self.plain_class(node, range)?,
            Some(params) => self.generic(params, &node.name, range, |this| {
                this.emit_generic_helper(".described", range)?;
                this.plain_class(node, range)?;
                this.call_with_params(1, params, range)
            })?,
        }
        self.apply_decorators(&node.decorator_list)?;
        self.store_name(&node.name, range)
    }

    /// `-- class`
    fn plain_class(&mut self, node: &'t ast::StmtClassDef, range: TextRange) -> Outcome {
        self.emit(Op::LoadBuildClass, range)?;
        self.emit(Op::PushNothing, range)?;
        let scope = self.scope_of((node.range, ScopeKey::Class))?;
        let unit = self.new_unit(scope, CodeKind::Plain, &node.name, node.range.start());
        let code = self.inner(unit, |this| this.class_body(node, scope, range))?;
        self.make_function(code, scope, 0, range)?;
        self.load_str(&node.name, range)?;
        self.generic_base = node.type_params.as_deref();
        match &node.arguments {
            Some(arguments) => self.arguments(2, &arguments.args, &arguments.keywords, range),
            None => self.arguments(2, &[], &[], range),
        }
    }

    fn class_body(&mut self, node: &'t ast::StmtClassDef, scope: ScopeId, range: TextRange) -> Outcome {
        let symbols = self.symbols;
        self.make_cells(scope, range)?;
        let name = self.name_index("__name__");
        self.emit(Op::LoadName(name), range)?;
        self.store_attribute_of_class("__module__", range)?;
        let qualname = self.unit.qualname.as_str().to_owned();
        self.load_str(&qualname, range)?;
        self.store_attribute_of_class("__qualname__", range)?;
        let line = self.source.line(node.range.start().to_u32());
        self.load_const(Const::Int(i64::from(line)), range)?;
        self.store_attribute_of_class("__firstlineno__", range)?;
        if symbols.scope(scope).annotations {
            self.emit(Op::BuildMap(0), range)?;
            self.store_attribute_of_class("__annotations__", range)?;
        }
        let mut body = &node.body[..];
        if let Some(text) = docstring(body) {
            let cleaned = clean_docstring(text.value.to_str());
            self.load_str(&cleaned, text.range)?;
            self.store_attribute_of_class("__doc__", text.range)?;
            self.unit.docstring = Some(Str::new(cleaned));
            body = &body[1..];
        }
        self.body(body)?;
        let attributes = symbols.scope(scope).self_attributes.iter().cloned().map(Const::Str).collect();
        self.load_const(Const::Tuple(attributes), range)?;
        self.store_attribute_of_class("__static_attributes__", range)?;
        // The methods' `super()` finds the class in this cell; `__build_class__` fills it.
        match self.unit.own_cells(symbols, scope).first().copied() {
            Some(cell) => {
                self.emit(Op::LoadClosure(cell), range)?;
                self.emit(Op::Copy(1), range)?;
                self.store_attribute_of_class("__classcell__", range)?;
            }
            None => self.emit(Op::LoadNone, range)?,
        }
        self.emit(Op::Return, range)
    }

    fn store_attribute_of_class(&mut self, name: &str, range: TextRange) -> Outcome {
        let index = self.name_index(name);
        self.emit(Op::StoreName(index), range)
    }

    /// A definition from its `def`, `async` or `class` on, without the decorators.
    fn definition_range(&self, range: TextRange, decorators: &[ast::Decorator]) -> TextRange {
        let Some(last) = decorators.last() else { return range };
        let text =
            self.source.text.get(last.range.end().to_usize()..range.end().to_usize()).unwrap_or_default();
        let mut rest = text;
        loop {
            rest = rest.trim_start();
            if !rest.starts_with('#') {
                break;
            }
            rest = rest.find(['\n', '\r']).map_or("", |end| &rest[end..]);
        }
        let skipped = TextSize::try_from(text.len() - rest.len()).unwrap_or_default();
        TextRange::new(last.range.end() + skipped, range.end())
    }

    fn decorators(&mut self, decorators: &'t [ast::Decorator]) -> Outcome {
        for decorator in decorators {
            self.expression(&decorator.expression)?;
            self.emit(Op::PushNothing, decorator.expression.range())?;
        }
        Ok(())
    }

    fn apply_decorators(&mut self, decorators: &'t [ast::Decorator]) -> Outcome {
        decorators.iter().rev().try_for_each(|decorator| self.emit(Op::Call(1), decorator.expression.range()))
    }

    /// Pushes the defaults; returns the flags of `MakeFunction`.
    fn defaults(&mut self, node: &'t ast::Parameters, range: TextRange) -> Outcome<u8> {
        let mut flags = 0;
        let positional = node.posonlyargs.iter().chain(&node.args).filter_map(|p| p.default.as_deref());
        let positional: Vec<&'t Expr> = positional.collect();
        if !positional.is_empty() {
            flags |= MakeFunction::DEFAULTS;
            let constants: Option<Vec<Const>> = positional.iter().map(|p| super::fold::constant(p)).collect();
            if let Some(values) = constants {
                self.load_const(Const::Tuple(values), range)?;
            } else {
                for default in &positional {
                    self.expression(default)?;
                }
                let count = u32::try_from(positional.len()).unwrap_or(u32::MAX);
                self.emit(Op::BuildTuple(count), range)?;
            }
        }
        let mut pairs = 0;
        for parameter in &node.kwonlyargs {
            if let Some(default) = &parameter.default {
                let name = self.mangled(&parameter.parameter.name);
                self.load_str(&name, range)?;
                self.expression(default)?;
                pairs += 1;
            }
        }
        if pairs > 0 {
            flags |= MakeFunction::KW_DEFAULTS;
            self.emit(Op::BuildMap(pairs), range)?;
        }
        Ok(flags)
    }

    /// Pushes the annotations of parameters and result, if there are any.
    fn annotations(&mut self, node: &'t ast::StmtFunctionDef, range: TextRange) -> Outcome<u8> {
        let list = &node.parameters;
        let positional = list.posonlyargs.iter().chain(&list.args).map(|p| &p.parameter);
        let rest = list.kwonlyargs.iter().map(|p| &p.parameter);
        let all = positional.chain(list.vararg.as_deref()).chain(rest).chain(list.kwarg.as_deref());
        let mut pairs = 0;
        for parameter in all {
            let Some(annotation) = &parameter.annotation else { continue };
            let name = self.mangled(&parameter.name);
            self.load_str(&name, range)?;
            match &**annotation {
                // `*args: *Ts`
                Expr::Starred(starred) => self.annotation(&starred.value)?,
                plain => self.annotation(plain)?,
            }
            pairs += 1;
        }
        if let Some(returns) = &node.returns {
            self.load_str("return", range)?;
            self.annotation(returns)?;
            pairs += 1;
        }
        if pairs == 0 {
            return Ok(0);
        }
        self.emit(Op::BuildMap(pairs), range)?;
        Ok(MakeFunction::ANNOTATIONS)
    }

    /// The value of an annotation, or its text with `from __future__ import annotations`.
    pub(super) fn annotation(&mut self, annotation: &'t Expr) -> Outcome {
        if !self.future_annotations {
            return self.expression(annotation);
        }
        let range = annotation.range();
        let text = self.source.text.get(range.start().to_usize()..range.end().to_usize()).unwrap_or_default();
        let text = text.to_owned();
        self.load_str(&text, range)
    }

    /// `[defaults] [kwdefaults] [annotations] -- function`
    pub(super) fn make_function(
        &mut self,
        code: Rc<Code>,
        scope: ScopeId,
        mut flags: u8,
        range: TextRange,
    ) -> Outcome {
        let symbols = self.symbols;
        let free = &symbols.scope(scope).free;
        if !free.is_empty() {
            for name in free {
                let slot = self.unit.closure_slot(symbols, name).unwrap_or_default();
                self.emit(Op::LoadClosure(slot), range)?;
            }
            self.emit(Op::BuildTuple(u32::try_from(free.len()).unwrap_or(u32::MAX)), range)?;
            flags |= MakeFunction::CLOSURE;
        }
        let index = self.unit.push_const(Value::Code(code));
        self.emit(Op::LoadConst(index), range)?;
        self.emit(Op::MakeFunction(flags), range)
    }

    /// The first instructions of a unit: cells for the variables that inner units use.
    pub(super) fn make_cells(&mut self, scope: ScopeId, range: TextRange) -> Outcome {
        let symbols: &Symbols = self.symbols;
        let start = TextRange::empty(range.start());
        self.unit
            .own_cells(symbols, scope)
            .into_iter()
            .try_for_each(|cell| self.emit(Op::MakeCell(cell), start))
    }

    /// The scope that the first pass found for a node.
    pub(super) fn scope_of(&self, key: super::symtable::NodeKey) -> Outcome<ScopeId> {
        self.symbols.scope_of(key).ok_or_else(|| Refusal::syntax("invalid syntax".into(), key.0))
    }
}

fn function_parameters(node: &ast::Parameters) -> Outcome<Parameters> {
    parameters(node).ok_or_else(|| Refusal::syntax("too many parameters".into(), node.range))
}

/// A docstring without the indentation its lines have in common, as CPython 3.13 stores it.
pub(super) fn clean_docstring(text: &str) -> String {
    let expanded = expand_tabs(text);
    let mut lines = expanded.split('\n');
    let first = lines.next().unwrap_or_default().trim_start_matches(' ');
    let margin = lines
        .clone()
        .filter(|line| !line.trim_start_matches(' ').is_empty())
        .map(|line| line.len() - line.trim_start_matches(' ').len())
        .min()
        .unwrap_or(0);
    let mut cleaned = String::from(first);
    for line in lines {
        cleaned.push('\n');
        let indent = line.len() - line.trim_start_matches(' ').len();
        cleaned.push_str(&line[margin.min(indent)..]);
    }
    cleaned
}

fn expand_tabs(text: &str) -> String {
    if !text.contains('\t') {
        return text.to_owned();
    }
    let mut expanded = String::with_capacity(text.len());
    let mut column = 0;
    for letter in text.chars() {
        match letter {
            '\t' => {
                let spaces = 8 - column % 8;
                expanded.extend(std::iter::repeat_n(' ', spaces));
                column += spaces;
            }
            '\n' => {
                expanded.push(letter);
                column = 0;
            }
            _ => {
                expanded.push(letter);
                column += 1;
            }
        }
    }
    expanded
}
