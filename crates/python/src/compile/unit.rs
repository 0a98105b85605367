//! One code object in the making: its slots, constants and names.

use std::rc::Rc;

use num_bigint::BigInt;
use num_traits::Num;
use ruff_python_ast as ast;
use rustc_hash::FxHashMap;

use super::assemble::Assembler;
use super::fold::Const;
use super::symtable::{Binding, ScopeId, ScopeKind, Symbols};
use super::unwind::Block;
use super::{Compiler, peephole};
use crate::code::{Code, CodeKind, Parameters, Source};
use crate::objects::Str;
use crate::value::Value;

/// How a name is reached.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Access {
    Local(u32),
    Deref(u32),
    ClassDeref(u32),
    Global,
    Name,
}

/// A code object in the making.
pub(super) struct Unit<'t> {
    pub(super) asm: Assembler,
    /// The scope whose names are meant: a comprehension inside `unit`, or `unit` itself.
    pub(super) scope: ScopeId,
    pub(super) unit: ScopeId,
    pub(super) kind: CodeKind,
    pub(super) qualname: Rc<Str>,
    pub(super) docstring: Option<Rc<Str>>,
    pub(super) parameters: Parameters,
    /// What `return`, `break` and `continue` have to leave, the innermost last.
    pub(super) blocks: Vec<Block<'t>>,
    name: Rc<Str>,
    first_line: u32,
    class_body: bool,
    consts: Vec<Value>,
    const_indices: FxHashMap<ConstKey, u32>,
    names: Vec<Rc<Str>>,
    name_indices: FxHashMap<Rc<str>, u32>,
    slot_names: Vec<String>,
    slots: FxHashMap<(ScopeId, String), u32>,
    free: FxHashMap<String, u32>,
    cells: Vec<u32>,
}

/// Constants that are equal and of equal type; floats by their bits.
#[derive(PartialEq, Eq, Hash)]
enum ConstKey {
    None,
    Ellipsis,
    Bool(bool),
    Int(i64),
    Big(String),
    Float(u64),
    Str(String),
    Bytes(Vec<u8>),
    Tuple(Vec<ConstKey>),
}

fn key(value: &Const) -> ConstKey {
    match value {
        Const::None => ConstKey::None,
        Const::Ellipsis => ConstKey::Ellipsis,
        Const::Bool(flag) => ConstKey::Bool(*flag),
        Const::Int(number) => ConstKey::Int(*number),
        Const::Big(digits) => ConstKey::Big(digits.clone()),
        Const::Float(number) => ConstKey::Float(number.to_bits()),
        Const::Str(text) => ConstKey::Str(text.clone()),
        Const::Bytes(bytes) => ConstKey::Bytes(bytes.clone()),
        Const::Tuple(items) => ConstKey::Tuple(items.iter().map(key).collect()),
    }
}

impl<'t> Unit<'t> {
    pub(super) fn new(
        symbols: &Symbols,
        scope: ScopeId,
        kind: CodeKind,
        name: Rc<Str>,
        qualname: Rc<Str>,
        first_line: u32,
    ) -> Unit<'t> {
        let mut unit = Unit {
            asm: Assembler::default(),
            scope,
            unit: scope,
            kind,
            qualname,
            docstring: None,
            parameters: Parameters::default(),
            blocks: Vec::new(),
            name,
            first_line,
            class_body: symbols.scope(scope).kind == ScopeKind::Class,
            consts: Vec::new(),
            const_indices: FxHashMap::default(),
            names: Vec::new(),
            name_indices: FxHashMap::default(),
            slot_names: Vec::new(),
            slots: FxHashMap::default(),
            free: FxHashMap::default(),
            cells: Vec::new(),
        };
        // Parameters come first, those before the star ones.
        let variables: Vec<&str> = symbols.variables(scope).collect();
        for name in &variables {
            unit.add_slot(symbols, scope, name);
        }
        for block in &symbols.scope(scope).blocks {
            for name in symbols.variables(*block) {
                unit.add_slot(symbols, *block, name);
            }
        }
        for name in &symbols.scope(scope).free {
            let slot = len(&unit.slot_names);
            unit.slot_names.push(name.clone());
            unit.free.insert(name.clone(), slot);
        }
        unit
    }

    fn add_slot(&mut self, symbols: &Symbols, scope: ScopeId, name: &str) {
        let slot = len(&self.slot_names);
        self.slot_names.push(name.to_owned());
        self.slots.insert((scope, name.to_owned()), slot);
        if symbols.is_cell(scope, name) {
            self.cells.push(slot);
        }
    }

    /// The cells to make when the code begins: those of comprehensions are made when these begin.
    pub(super) fn own_cells(&self, symbols: &Symbols, scope: ScopeId) -> Vec<u32> {
        let names = symbols.variables(scope).filter(|name| symbols.is_cell(scope, name));
        names.filter_map(|name| self.slots.get(&(scope, name.to_owned())).copied()).collect()
    }

    /// The slots of a comprehension's variables.
    pub(super) fn block_slots(&self, symbols: &Symbols, scope: ScopeId) -> Vec<u32> {
        symbols
            .variables(scope)
            .filter_map(|name| self.slots.get(&(scope, name.to_owned())).copied())
            .collect()
    }

    /// How a (mangled) name is reached from the current scope.
    pub(super) fn access(&self, symbols: &Symbols, name: &str) -> Access {
        match symbols.binding(self.scope, name) {
            Binding::Global => Access::Global,
            Binding::ClassName => Access::Name,
            Binding::ClassFree => self.free.get(name).map_or(Access::Name, |slot| Access::ClassDeref(*slot)),
            Binding::Var(owner) if symbols.unit(owner) == self.unit => {
                match self.slots.get(&(owner, name.to_owned())) {
                    Some(slot) if symbols.is_cell(owner, name) => Access::Deref(*slot),
                    Some(slot) => Access::Local(*slot),
                    None => Access::Global,
                }
            }
            Binding::Var(_) => self.free.get(name).map_or(Access::Global, |slot| Access::Deref(*slot)),
        }
    }

    /// The slot whose cell an inner unit gets for one of its free variables.
    pub(super) fn closure_slot(&self, symbols: &Symbols, name: &str) -> Option<u32> {
        if let Binding::Var(owner) = symbols.binding(self.scope, name)
            && let Some(slot) = self.slots.get(&(owner, name.to_owned()))
        {
            return Some(*slot);
        }
        // A class passes on a variable that it does not see itself under its own name.
        let class_cell =
            (name == "__class__").then(|| self.slots.get(&(self.unit, name.to_owned()))).flatten();
        class_cell.or_else(|| self.free.get(name)).copied()
    }

    pub(super) fn const_index(&mut self, constant: &Const, value: Value) -> u32 {
        let next = len(&self.consts);
        let index = *self.const_indices.entry(key(constant)).or_insert(next);
        if index == next {
            self.consts.push(value);
        }
        index
    }

    /// Adds a constant that is not looked for: code.
    pub(super) fn push_const(&mut self, value: Value) -> u32 {
        self.consts.push(value);
        len(&self.consts) - 1
    }

    pub(super) fn name_index(&mut self, name: Rc<Str>) -> u32 {
        let next = len(&self.names);
        let index = *self.name_indices.entry(Rc::from(name.as_str())).or_insert(next);
        if index == next {
            self.names.push(name);
        }
        index
    }

    /// The finished code.
    pub(super) fn finish(self, source: &Rc<Source>) -> Code {
        let mut done = self.asm.finish();
        peephole::run(&mut done);
        Code {
            name: self.name,
            qualname: self.qualname,
            source: Rc::clone(source),
            first_line: self.first_line,
            ops: done.ops,
            ranges: done.ranges,
            iterable_coroutine: std::cell::Cell::new(false),
            hints: Code::hints_for(self.names.len()),
            runs: Vec::new(),
            consts: self.consts,
            names: self.names,
            free_count: u32::try_from(self.free.len()).unwrap_or(u32::MAX),
            local_names: self.slot_names.into_iter().map(Str::new).collect(),
            cells: self.cells,
            parameters: self.parameters,
            handlers: done.handlers,
            stack_size: done.stack_size,
            kind: self.kind,
            class_body: self.class_body,
            docstring: self.docstring,
        }
    }
}

impl Compiler<'_> {
    /// The machine's value of a constant; short strings are shared by all code.
    pub(super) fn value(&mut self, constant: &Const) -> Value {
        match constant {
            Const::None => Value::None,
            Const::Ellipsis => Value::Ellipsis,
            Const::Bool(flag) => Value::Bool(*flag),
            Const::Int(number) => Value::Int(*number),
            Const::Big(digits) => Value::int(big(digits)),
            Const::Float(number) => Value::Float(*number),
            Const::Str(text) if text.len() <= 64 => Value::Str(self.intern(text)),
            Const::Str(text) => Value::str(text.as_str()),
            Const::Bytes(bytes) => Value::bytes(bytes.clone()),
            Const::Tuple(items) => Value::tuple(items.iter().map(|item| self.value(item)).collect()),
        }
    }
}

/// The value of an integer literal; it has been through the lexer.
fn big(digits: &str) -> BigInt {
    let plain = digits.replace('_', "");
    let (radix, rest) = match plain.get(..2) {
        Some("0x" | "0X") => (16, &plain[2..]),
        Some("0o" | "0O") => (8, &plain[2..]),
        Some("0b" | "0B") => (2, &plain[2..]),
        _ => (10, plain.as_str()),
    };
    BigInt::from_str_radix(rest, radix).unwrap_or_default()
}

/// The parameters of a function as the machine counts them.
pub(super) fn parameters(node: &ast::Parameters) -> Option<Parameters> {
    let positional = node.posonlyargs.len() + node.args.len();
    Some(Parameters {
        positional_only: u16::try_from(node.posonlyargs.len()).ok()?,
        positional: u16::try_from(positional).ok()?,
        keyword_only: u16::try_from(node.kwonlyargs.len()).ok()?,
        var_args: node.vararg.is_some(),
        var_kwargs: node.kwarg.is_some(),
    })
}

fn len<T>(items: &[T]) -> u32 {
    u32::try_from(items.len()).unwrap_or(u32::MAX)
}
