//! Which scope each name belongs to.
//!
//! One pass over the tree collects what every scope binds and uses, a second one decides what is local,
//! global, free or held in a cell. List, set and dict comprehensions are blocks of the code that contains
//! them, with variables of their own; generator expressions, lambdas, functions and classes are units: code
//! of their own. The errors are those of CPython's symbol table. Knows nothing of instructions.

use ruff_python_ast::{self as ast, Expr, Stmt};
use ruff_text_size::{Ranged, TextRange};
use rustc_hash::{FxHashMap, FxHashSet};

use super::scan::Builder;
use crate::syntax::Refusal;

/// An index into [`Symbols`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct ScopeId(pub(super) u32);

/// What kind of code a scope is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ScopeKind {
    /// The module.
    Module,
    /// A function.
    Function,
    /// A lambda.
    Lambda,
    /// A generator expression.
    Generator,
    /// A class body.
    Class,
    /// The type parameters of a function, class or alias, and what sees them.
    TypeParams,
    /// A list, set or dict comprehension: a block of the unit around it.
    Comprehension,
}

/// How a scope treats a name.
#[derive(Clone, Copy, Default, Debug)]
pub(crate) struct Symbol {
    pub(super) parameter: bool,
    pub(super) assigned: bool,
    pub(super) used: bool,
    pub(super) global: bool,
    pub(super) nonlocal: bool,
    pub(super) annotated: bool,
    /// The target of a comprehension's `for`.
    pub(super) iteration: bool,
    /// The target of a `:=` in a comprehension.
    pub(super) rebound: bool,
}

impl Symbol {
    fn bound(self) -> bool {
        self.parameter || self.assigned
    }
}

/// One scope.
#[derive(Debug)]
pub(crate) struct Scope {
    pub(crate) kind: ScopeKind,
    pub(super) parent: Option<ScopeId>,
    /// The innermost class around it, for the mangling of private names.
    pub(super) class_name: Option<String>,
    /// In the order of their first appearance.
    pub(super) names: Vec<String>,
    pub(super) symbols: FxHashMap<String, Symbol>,
    /// Own variables that inner units use.
    pub(super) cells: FxHashSet<String>,
    /// Variables of outer units that this unit, or one inside it, uses; sorted.
    pub(crate) free: Vec<String>,
    /// Comprehensions that are blocks of this unit, nested ones included.
    pub(crate) blocks: Vec<ScopeId>,
    /// It has a `yield`.
    pub(crate) generator: bool,
    /// It has an `await` or an async comprehension.
    pub(crate) awaits: bool,
    /// It is a class or module with annotated names.
    pub(crate) annotations: bool,
    /// The first `global` or `nonlocal` statement of each name.
    pub(super) declared: FxHashMap<String, TextRange>,
    /// `nonlocal` statements: to be checked when all scopes are known.
    pub(super) nonlocals: Vec<(String, TextRange)>,
    /// Names assigned through `self` in the methods of a class.
    pub(crate) self_attributes: Vec<String>,
}

/// Where a name used in a scope leads.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Binding {
    /// The globals, then the builtins.
    Global,
    /// The namespace of the class body, then the globals and builtins.
    ClassName,
    /// The namespace of the class body, then a variable of an outer unit.
    ClassFree,
    /// A variable of this scope.
    Var(ScopeId),
}

/// What a node that makes a scope is known by: kinds tell nodes of equal range apart.
pub(crate) type NodeKey = (TextRange, ScopeKey);

/// The syntactic kind of a scope.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum ScopeKey {
    /// `def` and `async def`.
    Function,
    /// `lambda`.
    Lambda,
    /// `class`.
    Class,
    /// All four comprehensions.
    Comprehension,
    /// `[T, *Ts, **P]`.
    TypeParams,
}

/// All the scopes of a module.
#[derive(Debug)]
pub(crate) struct Symbols {
    pub(super) scopes: Vec<Scope>,
    pub(super) by_node: FxHashMap<NodeKey, ScopeId>,
}

impl Symbols {
    /// The module's own scope.
    pub(crate) const MODULE: ScopeId = ScopeId(0);

    /// Collects and resolves the names of a module.
    pub(crate) fn of(module: &ast::ModModule) -> Result<Symbols, Refusal> {
        let mut symbols = Builder::build(module)?;
        symbols.check_nonlocals()?;
        symbols.resolve();
        Ok(symbols)
    }

    pub(crate) fn scope(&self, id: ScopeId) -> &Scope {
        &self.scopes[id.0 as usize]
    }

    /// The scope that a node makes.
    pub(crate) fn scope_of(&self, key: NodeKey) -> Option<ScopeId> {
        self.by_node.get(&key).copied()
    }

    /// The code that a scope is part of.
    pub(crate) fn unit(&self, mut id: ScopeId) -> ScopeId {
        while self.scope(id).kind == ScopeKind::Comprehension {
            match self.scope(id).parent {
                Some(parent) => id = parent,
                None => break,
            }
        }
        id
    }

    /// Whether inner units use a variable that this scope binds.
    pub(crate) fn is_cell(&self, scope: ScopeId, name: &str) -> bool {
        self.scope(scope).cells.contains(name)
    }

    /// The variables of a function or comprehension, parameters included, in order of appearance.
    pub(crate) fn variables(&self, id: ScopeId) -> impl Iterator<Item = &str> {
        let scope = self.scope(id);
        let keeps = |name: &&String| match scope.kind {
            ScopeKind::Module => false,
            ScopeKind::Class => scope.cells.contains(*name),
            _ => {
                let symbol = scope.symbols[*name];
                symbol.bound() && !symbol.global && !symbol.nonlocal
            }
        };
        let class_cell = scope.kind == ScopeKind::Class
            && scope.cells.contains("__class__")
            && !scope.symbols.contains_key("__class__");
        scope.names.iter().filter(keeps).map(String::as_str).chain(class_cell.then_some("__class__"))
    }

    /// Where a name used in a scope leads.
    pub(crate) fn binding(&self, from: ScopeId, name: &str) -> Binding {
        let mut id = from;
        let mut in_class = false;
        loop {
            let scope = self.scope(id);
            let symbol = scope.symbols.get(name).copied().unwrap_or_default();
            match scope.kind {
                ScopeKind::Module => {
                    return if in_class { Binding::ClassName } else { Binding::Global };
                }
                ScopeKind::Class if id == from => {
                    if symbol.global {
                        return Binding::Global;
                    }
                    if symbol.assigned && !symbol.nonlocal {
                        return Binding::ClassName;
                    }
                    in_class = !symbol.nonlocal;
                }
                // Class variables are not seen from inside; `__class__` is the exception.
                ScopeKind::Class => {
                    if name == "__class__" {
                        return Binding::Var(id);
                    }
                }
                _ => {
                    if symbol.global {
                        return if in_class { Binding::ClassName } else { Binding::Global };
                    }
                    if symbol.bound() && !symbol.nonlocal {
                        return if in_class { Binding::ClassFree } else { Binding::Var(id) };
                    }
                }
            }
            match scope.parent {
                Some(parent) => id = parent,
                None => return Binding::Global,
            }
        }
    }

    /// Whether a scope has `global name`.
    pub(crate) fn declares_global(&self, scope: ScopeId, name: &str) -> bool {
        self.scope(scope).symbols.get(name).is_some_and(|symbol| symbol.global)
    }

    /// The scope whose variable `name` is, class bodies' own names aside.
    fn owner(&self, from: ScopeId, name: &str) -> Option<ScopeId> {
        match self.binding(from, name) {
            Binding::Var(owner) => Some(owner),
            Binding::ClassFree => {
                let parent = self.scope(from).parent?;
                match self.binding(self.skip_classes(parent), name) {
                    Binding::Var(owner) => Some(owner),
                    _ => None,
                }
            }
            Binding::Global | Binding::ClassName => None,
        }
    }

    fn skip_classes(&self, mut id: ScopeId) -> ScopeId {
        while self.scope(id).kind == ScopeKind::Class {
            match self.scope(id).parent {
                Some(parent) => id = parent,
                None => break,
            }
        }
        id
    }

    /// Tells every scope which of its variables inner units use, and every unit which variables of outer
    /// ones it needs or passes on.
    fn resolve(&mut self) {
        let mut cells: Vec<(ScopeId, String)> = Vec::new();
        let mut free: Vec<FxHashSet<String>> = vec![FxHashSet::default(); self.scopes.len()];
        for index in 0..self.scopes.len() {
            let id = ScopeId(u32::try_from(index).unwrap_or(u32::MAX));
            for name in &self.scope(id).names {
                let Some(owner) = self.owner(id, name) else { continue };
                let home = self.unit(owner);
                let mut unit = self.unit(id);
                if unit == home {
                    continue;
                }
                cells.push((owner, name.clone()));
                while unit != home {
                    // What this unit needs, those around it have been told to pass on already.
                    if !free[unit.0 as usize].insert(name.clone()) {
                        break;
                    }
                    match self.scope(unit).parent {
                        Some(parent) => unit = self.unit(parent),
                        None => break,
                    }
                }
            }
        }
        for (owner, name) in cells {
            self.scopes[owner.0 as usize].cells.insert(name);
        }
        for (scope, names) in self.scopes.iter_mut().zip(free) {
            scope.free = names.into_iter().collect();
            scope.free.sort_unstable();
        }
        for index in 0..self.scopes.len() {
            let id = ScopeId(u32::try_from(index).unwrap_or(u32::MAX));
            if self.scope(id).kind == ScopeKind::Comprehension {
                let unit = self.unit(id);
                self.scopes[unit.0 as usize].blocks.push(id);
            }
        }
    }

    fn check_nonlocals(&self) -> Result<(), Refusal> {
        for scope in &self.scopes {
            for (name, range) in &scope.nonlocals {
                let found = scope.parent.is_some_and(|parent| {
                    matches!(self.binding(self.skip_classes(parent), name), Binding::Var(_))
                });
                if !found {
                    return Err(Refusal::syntax(format!("no binding for nonlocal '{name}' found"), *range));
                }
            }
        }
        Ok(())
    }
}

/// Private names of a class: `__x` in class `C` is `_C__x`.
pub(crate) fn mangle(class: Option<&str>, name: &str) -> Option<String> {
    let class = class?.trim_start_matches('_');
    if class.is_empty() || !name.starts_with("__") || name.ends_with("__") || name.contains('.') {
        return None;
    }
    Some(format!("_{class}{name}"))
}

/// The key of a statement that makes a scope.
pub(crate) fn statement_key(statement: &Stmt) -> Option<NodeKey> {
    match statement {
        Stmt::FunctionDef(node) => Some((node.range(), ScopeKey::Function)),
        Stmt::ClassDef(node) => Some((node.range(), ScopeKey::Class)),
        _ => None,
    }
}

/// The key of an expression that makes a scope.
pub(crate) fn expression_key(expression: &Expr) -> Option<NodeKey> {
    let kind = match expression {
        Expr::Lambda(_) => ScopeKey::Lambda,
        Expr::ListComp(_) | Expr::SetComp(_) | Expr::DictComp(_) | Expr::Generator(_) => {
            ScopeKey::Comprehension
        }
        _ => return None,
    };
    Some((expression.range(), kind))
}
