//! Type parameters (PEP 695): `def f[T]()`, `class C[T]:`, `type A[T] = ...`.
//!
//! They are local variables of a function that makes the definition and is called at once. What they are is the business of
//! Python code (`builtins/generics.py`), which is loaded when the first definition runs. Bounds and defaults are evaluated with
//! the definition, the value of an alias when it is asked for.

use ruff_python_ast::{self as ast, Expr, TypeParam};
use ruff_text_size::{Ranged, TextRange};

use super::symtable::ScopeKey;
use super::{Compiler, Outcome};
use crate::code::CodeKind;
use crate::op::Op;

impl<'t> Compiler<'t> {
    /// `-- value`: what `body` leaves in a scope with these parameters.
    pub(super) fn generic(
        &mut self,
        params: &'t ast::TypeParams,
        name: &str,
        range: TextRange,
        body: impl FnOnce(&mut Self) -> Outcome,
    ) -> Outcome {
        let scope = self.scope_of((params.range, ScopeKey::TypeParams))?;
        let inside = self.qualname(name);
        let title = format!("<generic parameters of {name}>");
        let mut unit = self.new_unit(scope, CodeKind::Plain, &title, range.start());
        unit.qualname = self.intern(&inside);
        let code = self.inner(unit, |this| {
            this.make_cells(scope, range)?;
            for param in &params.type_params {
                this.type_param(param)?;
            }
            body(this)?;
            this.emit(Op::Return, range)
        })?;
        self.make_function(code, scope, 0, range)?;
        self.emit(Op::PushNothing, range)?;
        self.emit(Op::Call(0), range)
    }

    fn type_param(&mut self, param: &'t TypeParam) -> Outcome {
        let range = param.range();
        let (kind, bound) = match param {
            TypeParam::TypeVar(param) => (".TypeVar", param.bound.as_deref()),
            TypeParam::TypeVarTuple(_) => (".TypeVarTuple", None),
            TypeParam::ParamSpec(_) => (".ParamSpec", None),
        };
        self.emit_generic_helper(kind, range)?;
        self.load_str(param.name(), range)?;
        match bound {
            Some(bound) => self.expression(bound)?,
            None => self.emit(Op::LoadNone, range)?,
        }
        let mut count = 2;
        if let Some(default) = param.default() {
            match default {
                // `*Ts = *tuple[int]`
                Expr::Starred(starred) => self.expression(&starred.value)?,
                plain => self.expression(plain)?,
            }
            count += 1;
        }
        self.emit(Op::Call(count), range)?;
        self.store_name(param.name(), range)
    }

    /// `-- callable nothing`: one of the functions of `builtins/generics.py`.
    pub(super) fn emit_generic_helper(&mut self, name: &str, range: TextRange) -> Outcome {
        let name = self.name_index(name);
        self.emit(Op::LoadBuiltin(name), range)?;
        self.emit(Op::PushNothing, range)
    }

    /// Calls what is on the stack with `given` arguments that are there, and the parameters.
    pub(super) fn call_with_params(
        &mut self,
        given: u32,
        params: &'t ast::TypeParams,
        range: TextRange,
    ) -> Outcome {
        for param in &params.type_params {
            self.load_name(param.name(), range)?;
        }
        let count = u32::try_from(params.type_params.len()).unwrap_or(u32::MAX);
        self.emit(Op::Call(given.saturating_add(count)), range)
    }

    /// `-- base`: `Generic[T, ...]`, which a class with parameters has as its last base.
    pub(super) fn generic_base_of(&mut self, params: &'t ast::TypeParams, range: TextRange) -> Outcome {
        self.emit_generic_helper(".base", range)?;
        self.call_with_params(0, params, range)
    }

    pub(super) fn type_alias(&mut self, node: &'t ast::StmtTypeAlias) -> Outcome {
        let Expr::Name(name) = &*node.name else { return Ok(()) };
        match &node.type_params {
            None => self.alias_value(node, name, None)?,
            Some(params) => {
                self.generic(params, &name.id, node.range, |this| {
                    this.alias_value(node, name, Some(params))
                })?;
            }
        }
        self.store_name(&name.id, node.range)
    }

    fn alias_value(
        &mut self,
        node: &'t ast::StmtTypeAlias,
        name: &'t ast::ExprName,
        params: Option<&'t ast::TypeParams>,
    ) -> Outcome {
        let range = node.range;
        self.emit_generic_helper(".alias", range)?;
        self.load_str(&name.id, range)?;
        let scope = self.scope_of((range, ScopeKey::Lambda))?;
        let unit = self.new_unit(scope, CodeKind::Plain, &name.id, range.start());
        let code = self.inner(unit, |this| {
            this.make_cells(scope, range)?;
            this.expression(&node.value)?;
            this.emit(Op::Return, node.value.range())
        })?;
        self.make_function(code, scope, 0, range)?;
        match params {
            Some(params) => self.call_with_params(2, params, range),
            None => self.emit(Op::Call(2), range),
        }
    }
}
