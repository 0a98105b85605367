//! From ruff's tree to the machine's instructions.
//!
//! ```text
//! tree -> scan, symtable      which scope each name belongs to
//!      -> statements, expressions, calls, targets, comprehensions, functions, formatted
//!                             instructions, one `Unit` for each code object
//!      -> unwind              what `return`, `break` and `continue` leave on their way out
//!      -> assemble            labels, stack depth, handlers
//!      -> peephole            jumps to jumps
//! ```
//!
//! A `finally` body is compiled once for each way out of its `try`, as in CPython. A class body whose
//! methods use `super()` or `__class__` stores that cell as `__classcell__` in its namespace and returns it,
//! else it returns None. List, set and dict comprehensions are part of the code around them, with slots of
//! their own. Generators' `StopIteration` rule (PEP 479) is the machine's.

mod assemble;
mod calls;
mod comprehensions;
mod expressions;
mod fold;
mod formatted;
mod functions;
mod generics;
mod patterns;
mod peephole;
mod scan;
mod shared;
mod statements;
mod symtable;
mod targets;
#[cfg(test)]
mod tests;
mod tries;
mod unit;
mod unwind;
mod warnings;

pub(crate) use symtable::mangle;

use std::rc::Rc;

use ruff_python_ast::{self as ast, Stmt};
use ruff_text_size::{TextRange, TextSize};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::code::{Code, CodeKind, Source};
use crate::objects::Str;
use crate::op::Op;
use crate::syntax::{self, Refusal, SyntaxDiagnostic};
use symtable::{ScopeId, Symbols};
use unit::Unit;
pub use warnings::SyntaxWarning;

/// The most instructions in one program: copies of nested `finally` bodies can multiply.
const MAX_OPS: usize = 1 << 21;

/// Compiles a module.
///
/// # Errors
/// What CPython 3.13 refuses with a SyntaxError, and the few statements that the engine does not have. The
/// first diagnostic is the one CPython shows.
pub fn compile(source: &Rc<Source>) -> Result<Rc<Code>, Vec<SyntaxDiagnostic>> {
    compile_watched(source, false).map(|(code, _)| code)
}

/// Compiles a module and lists what CPython would warn of, in its order. With `watch`, its code tells of what tasks
/// share (see `shared`).
///
/// # Errors
/// As [`compile`].
pub fn compile_watched(
    source: &Rc<Source>,
    watch: bool,
) -> Result<(Rc<Code>, Vec<SyntaxWarning>), Vec<SyntaxDiagnostic>> {
    let module = syntax::parse(source)?;
    let code = compile_module(source, &module, watch).map_err(|refusal| vec![refusal.locate(source)])?;
    Ok((code, warnings::collect(source, &module)))
}

fn compile_module(source: &Rc<Source>, module: &ast::ModModule, watch: bool) -> Result<Rc<Code>, Refusal> {
    let symbols = Symbols::of(module)?;
    let name = Str::new("<module>");
    let mut compiler = Compiler {
        source,
        symbols: &symbols,
        unit: Unit::new(&symbols, Symbols::MODULE, CodeKind::Plain, Rc::clone(&name), name, 1),
        interned: FxHashMap::default(),
        emitted: 0,
        future_annotations: false,
        generic_base: None,
        watched: if watch { shared::names(module) } else { FxHashSet::default() },
    };
    compiler.module(module)?;
    Ok(Rc::new(compiler.unit.finish(source)))
}

/// The result of compiling a piece.
type Outcome<T = ()> = Result<T, Refusal>;

/// The state of a compilation.
struct Compiler<'t> {
    source: &'t Rc<Source>,
    symbols: &'t Symbols,
    /// The code that is being emitted.
    unit: Unit<'t>,
    /// One string for each name, whatever code it is used in.
    interned: FxHashMap<String, Rc<Str>>,
    /// Instructions in the units that are finished.
    emitted: usize,
    /// `from __future__ import annotations`.
    future_annotations: bool,
    /// The type parameters of the class whose bases are being emitted: they give it one more.
    generic_base: Option<&'t ast::TypeParams>,
    /// The names whose reads and writes are told to the instrument.
    watched: FxHashSet<String>,
}

impl<'t> Compiler<'t> {
    fn module(&mut self, module: &'t ast::ModModule) -> Outcome {
        self.futures(&module.body)?;
        let start = TextRange::empty(TextSize::new(0));
        if self.symbols.scope(Symbols::MODULE).annotations {
            self.emit(Op::BuildMap(0), start)?;
            self.store_name("__annotations__", start)?;
        }
        let body = self.module_docstring(&module.body)?;
        self.body(body)?;
        let end = self.unit.asm.last_range();
        self.return_none(end)
    }

    fn module_docstring(&mut self, body: &'t [Stmt]) -> Outcome<&'t [Stmt]> {
        let Some(docstring) = fold::docstring(body) else { return Ok(body) };
        let text = functions::clean_docstring(docstring.value.to_str());
        self.unit.docstring = Some(Str::new(text.clone()));
        self.load_const(fold::Const::Str(text), docstring.range)?;
        self.store_name("__doc__", docstring.range)?;
        Ok(&body[1..])
    }

    /// `from __future__ import ...`: only at the beginning, only what exists.
    fn futures(&mut self, body: &[Stmt]) -> Outcome {
        const FEATURES: [&str; 10] = [
            "nested_scopes",
            "generators",
            "division",
            "absolute_import",
            "with_statement",
            "print_function",
            "unicode_literals",
            "barry_as_FLUFL",
            "generator_stop",
            "annotations",
        ];
        let mut beginning = true;
        for (index, statement) in body.iter().enumerate() {
            match statement {
                Stmt::ImportFrom(node)
                    if node.level == 0 && node.module.as_deref().is_some_and(|name| name == "__future__") =>
                {
                    if !beginning {
                        let message = "from __future__ imports must occur at the beginning of the file";
                        return Err(Refusal::syntax(message.into(), node.range));
                    }
                    for alias in &node.names {
                        if !FEATURES.contains(&alias.name.as_str()) {
                            let message = format!("future feature {} is not defined", alias.name);
                            let place = TextRange::empty(node.range.start());
                            return Err(Refusal::syntax(message, place));
                        }
                        self.future_annotations |= alias.name.as_str() == "annotations";
                    }
                }
                Stmt::Expr(node) if index == 0 && node.value.is_string_literal_expr() => {}
                _ => beginning = false,
            }
        }
        Ok(())
    }

    fn emit(&mut self, op: Op, range: TextRange) -> Outcome {
        self.unit.asm.emit(op, range);
        if self.emitted + self.unit.asm.len() > MAX_OPS {
            return Err(Refusal::syntax("the compiled program is too large".into(), range));
        }
        Ok(())
    }

    fn jump(&mut self, jump: assemble::Jump, label: assemble::Label, range: TextRange) {
        self.unit.asm.jump(jump, label, range);
    }

    fn intern(&mut self, name: &str) -> Rc<Str> {
        if let Some(known) = self.interned.get(name) {
            return Rc::clone(known);
        }
        let text = if self.source.hidden { crate::vm::intern(name) } else { crate::vm::shared(name) };
        self.interned.insert(name.to_owned(), Rc::clone(&text));
        text
    }

    /// The index of a name of a global, attribute or import, private names mangled.
    fn name_index(&mut self, name: &str) -> u32 {
        let class = self.symbols.scope(self.unit.scope).class_name.as_deref();
        let mangled = mangle(class, name);
        let text = self.intern(mangled.as_deref().unwrap_or(name));
        self.unit.name_index(text)
    }

    /// A name as the current class mangles it.
    fn mangled(&self, name: &str) -> String {
        let class = self.symbols.scope(self.unit.scope).class_name.as_deref();
        mangle(class, name).unwrap_or_else(|| name.to_owned())
    }

    fn load_const(&mut self, value: fold::Const, range: TextRange) -> Outcome {
        let op = match value {
            fold::Const::None => Op::LoadNone,
            fold::Const::Bool(flag) => Op::LoadBool(flag),
            fold::Const::Int(number) if i32::try_from(number).is_ok() => {
                Op::LoadInt(i32::try_from(number).unwrap_or_default())
            }
            other => {
                let value = self.value(&other);
                Op::LoadConst(self.unit.const_index(&other, value))
            }
        };
        self.emit(op, range)
    }

    fn load_str(&mut self, text: &str, range: TextRange) -> Outcome {
        self.load_const(fold::Const::Str(text.to_owned()), range)
    }

    fn return_none(&mut self, range: TextRange) -> Outcome {
        self.emit(Op::LoadNone, range)?;
        self.emit(Op::Return, range)
    }

    /// The place of a name in the code being emitted.
    fn access(&self, name: &str) -> unit::Access {
        self.unit.access(self.symbols, name)
    }

    fn load_name(&mut self, name: &str, range: TextRange) -> Outcome {
        use unit::Access;
        let mangled = self.mangled(name);
        let op = match self.access(&mangled) {
            Access::Local(slot) => Op::LoadLocal(slot),
            Access::Deref(slot) => Op::LoadDeref(slot),
            Access::ClassDeref(slot) => Op::LoadClassDeref(slot),
            Access::Global => Op::LoadGlobal(self.name_index(name)),
            Access::Name => Op::LoadName(self.name_index(name)),
        };
        if matches!(op, Op::LoadDeref(_) | Op::LoadGlobal(_)) {
            self.watch(name, range)?;
        }
        self.emit(op, range)
    }

    fn store_name(&mut self, name: &str, range: TextRange) -> Outcome {
        use unit::Access;
        let mangled = self.mangled(name);
        let op = match self.access(&mangled) {
            Access::Local(slot) => Op::StoreLocal(slot),
            Access::Deref(slot) => Op::StoreDeref(slot),
            Access::Global => Op::StoreGlobal(self.name_index(name)),
            Access::Name | Access::ClassDeref(_) => Op::StoreName(self.name_index(name)),
        };
        if matches!(op, Op::StoreDeref(_) | Op::StoreGlobal(_)) {
            self.watch(name, range)?;
        }
        self.emit(op, range)
    }

    /// Before an instruction that reads or writes what tasks may share.
    fn watch(&mut self, name: &str, range: TextRange) -> Outcome {
        if !self.watched.contains(name) {
            return Ok(());
        }
        let index = self.name_index(name);
        self.emit(Op::Watch(index), range)
    }

    /// The same before an instruction that reads or writes an item.
    fn watch_item(&mut self, key: &ast::Expr, range: TextRange) -> Outcome {
        if self.watched.is_empty() {
            return Ok(());
        }
        shared::item(key).map_or(Ok(()), |item| self.watch(&item, range))
    }

    fn delete_name(&mut self, name: &str, range: TextRange) -> Outcome {
        use unit::Access;
        let mangled = self.mangled(name);
        let op = match self.access(&mangled) {
            Access::Local(slot) => Op::DeleteLocal(slot),
            Access::Deref(slot) => Op::DeleteDeref(slot),
            Access::Global => Op::DeleteGlobal(self.name_index(name)),
            Access::Name | Access::ClassDeref(_) => Op::DeleteName(self.name_index(name)),
        };
        self.emit(op, range)
    }

    /// Compiles the inside of another scope that is code of its own, and returns that code.
    fn inner(&mut self, mut unit: Unit<'t>, emit: impl FnOnce(&mut Self) -> Outcome) -> Outcome<Rc<Code>> {
        std::mem::swap(&mut self.unit, &mut unit);
        let outcome = emit(self);
        std::mem::swap(&mut self.unit, &mut unit);
        outcome?;
        self.emitted += unit.asm.len();
        Ok(Rc::new(unit.finish(self.source)))
    }

    /// A unit for the scope of a node inside the current one.
    fn new_unit(&mut self, scope: ScopeId, kind: CodeKind, name: &str, first: TextSize) -> Unit<'t> {
        let qualname = self.qualname(name);
        let (name, qualname) = (self.intern(name), self.intern(&qualname));
        Unit::new(self.symbols, scope, kind, name, qualname, self.source.line(first.to_u32()))
    }

    /// `outer.<locals>.name`; a name declared `global` begins anew.
    fn qualname(&self, name: &str) -> String {
        let symbols = self.symbols;
        match symbols.scope(self.unit.unit).kind {
            symtable::ScopeKind::Module => name.to_owned(),
            _ if !name.starts_with('<') && symbols.declares_global(self.unit.scope, &self.mangled(name)) => {
                name.to_owned()
            }
            // What has type parameters is named as if they were not there.
            symtable::ScopeKind::TypeParams => self.unit.qualname.to_string(),
            symtable::ScopeKind::Class => format!("{}.{name}", self.unit.qualname),
            _ => format!("{}.<locals>.{name}", self.unit.qualname),
        }
    }
}
