//! What one walk over the syntax tree writes down for flow and tasks: scopes and their names, where the values of a
//! name come from, every call, every body and display. Answers what Python's compiler would (whose name is this, what
//! was imported under it); draws no conclusions. The walk itself is in `walk`.

use std::ops::Range;

use ruff_python_ast::{Expr, ExprCall, Keyword, Stmt};
use ruff_text_size::Ranged;
use rustc_hash::{FxHashMap, FxHashSet};

/// Index into [`Facts::scopes`].
pub(super) type ScopeId = usize;

/// The module's own scope.
pub(super) const MODULE: ScopeId = 0;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ScopeKind {
    Module,
    Class,
    /// A function or lambda.
    Function,
    Comprehension,
}

pub(super) struct Scope<'a> {
    pub(super) kind: ScopeKind,
    pub(super) parent: ScopeId,
    pub(super) names: FxHashSet<&'a str>,
    pub(super) globals: FxHashSet<&'a str>,
    pub(super) nonlocals: FxHashSet<&'a str>,
    /// The statements of a module or function.
    pub(super) body: &'a [Stmt],
}

/// What is called: a name in the scope that defines it, or any method of that name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Callable<'a> {
    Name(ScopeId, &'a str),
    Method(&'a str),
}

/// Which argument of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Slot<'a> {
    Position(usize),
    Keyword(&'a str),
}

/// Something that holds values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Place<'a> {
    /// A name in its defining scope.
    Name(ScopeId, &'a str),
    /// An attribute of that name, of whatever object.
    Attribute(&'a str),
    /// An argument of the calls of something.
    Argument(Callable<'a>, Slot<'a>),
    /// What calls of something give back.
    Return(Callable<'a>),
}

/// One step into a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Step<'a> {
    /// What iterating gives: items of a sequence, keys of a dict.
    Iterate,
    /// Some item that a subscript or a method gives.
    Item,
    /// The item at a position.
    Index(usize),
    /// The item with a key.
    Key(&'a str),
}

/// Where a value of a place comes from.
#[derive(Clone, Copy)]
pub(super) enum Source<'a> {
    /// From an expression, by the steps `into` it (outermost first).
    Value { expr: &'a Expr, scope: ScopeId, into: [Option<Step<'a>>; 2], computed: bool },
    /// The expression is one item of the place: `delays.append(2)`.
    Item { expr: &'a Expr, scope: ScopeId },
    /// The default of a parameter.
    Default { expr: &'a Expr, scope: ScopeId, function: &'a str },
    /// What callers pass.
    Passed(Callable<'a>, Slot<'a>),
    /// What callers pass from this position on: `*args`.
    PassedFrom(Callable<'a>, usize),
    /// What callers pass by keyword: `**kwargs`.
    PassedKeywords(Callable<'a>),
}

/// A call as it takes effect: `to_thread(time.sleep, 2)` calls `time.sleep` with `2`.
#[derive(Clone, Copy)]
pub(super) struct Call<'a> {
    pub(super) func: &'a Expr,
    pub(super) args: &'a [Expr],
    pub(super) keywords: &'a [Keyword],
    pub(super) whole: &'a ExprCall,
    pub(super) scope: ScopeId,
    /// It is called with the items of its arguments: `map(go, delays)`.
    pub(super) each: bool,
}

/// See the module.
#[derive(Default)]
pub(super) struct Facts<'a> {
    pub(super) scopes: Vec<Scope<'a>>,
    /// The scope that a lambda or comprehension opens, by the address of its expression.
    pub(super) nested: FxHashMap<*const Expr, ScopeId>,
    pub(super) imports: FxHashMap<(ScopeId, &'a str), String>,
    /// Modules whose names are all imported.
    pub(super) stars: Vec<&'a str>,
    pub(super) sources: FxHashMap<Place<'a>, Vec<Source<'a>>>,
    pub(super) parameters: FxHashMap<Callable<'a>, Signature<'a>>,
    pub(super) calls: Vec<Call<'a>>,
    pub(super) calls_of: FxHashMap<Callable<'a>, Vec<usize>>,
    /// Other names that a function is called by.
    pub(super) aliases: FxHashMap<Callable<'a>, Vec<Callable<'a>>>,
    /// Suites of statements.
    pub(super) bodies: Vec<(&'a [Stmt], ScopeId)>,
    /// List, tuple and set displays.
    pub(super) sequences: Vec<(&'a Expr, ScopeId)>,
    /// Names bound by `async with TaskGroup() as name`.
    pub(super) groups: FxHashSet<(ScopeId, &'a str)>,
    /// Assignments whose value is a tuple of results: the awaited call, by its address, and the target.
    pub(super) results: FxHashMap<*const ExprCall, &'a Expr>,
}

/// The names a function's arguments go to.
#[derive(Clone)]
pub(super) struct Signature<'a> {
    pub(super) positional: Vec<&'a str>,
    pub(super) is_async: bool,
}

impl<'a> Facts<'a> {
    /// The scope whose name this is, as Python's compiler decides it. `None`: a built-in or an undefined name.
    pub(super) fn resolve(&self, from: ScopeId, name: &str) -> Option<ScopeId> {
        let mut current = from;
        loop {
            let scope = &self.scopes[current];
            if scope.globals.contains(name) {
                return Some(MODULE);
            }
            let visible = current == from || scope.kind != ScopeKind::Class;
            if visible && scope.names.contains(name) && !scope.nonlocals.contains(name) {
                return Some(current);
            }
            if current == MODULE {
                return None;
            }
            current = scope.parent;
        }
    }

    /// The scope inside a comprehension or lambda.
    pub(super) fn inside(&self, expr: &Expr, outer: ScopeId) -> ScopeId {
        self.nested.get(&std::ptr::from_ref(expr)).copied().unwrap_or(outer)
    }

    /// What a call of `func` calls, if it is something of this file.
    pub(super) fn callable(&self, func: &'a Expr, scope: ScopeId) -> Option<Callable<'a>> {
        match func {
            Expr::Name(name) => {
                let owner = self.resolve(scope, &name.id)?;
                Some(Callable::Name(owner, name.id.as_str()))
            }
            Expr::Attribute(attribute) if self.qualified(func, scope).is_none() => {
                Some(Callable::Method(attribute.attr.as_str()))
            }
            _ => None,
        }
    }

    /// The dotted name of something imported: `asyncio.sleep`, under whatever name it goes here.
    pub(super) fn qualified(&self, expr: &'a Expr, scope: ScopeId) -> Option<String> {
        self.qualified_within(expr, scope, 8)
    }

    fn qualified_within(&self, expr: &'a Expr, scope: ScopeId, hops: usize) -> Option<String> {
        match expr {
            Expr::Attribute(attribute) => {
                let module = self.qualified_within(&attribute.value, scope, hops)?;
                Some(format!("{module}.{}", attribute.attr))
            }
            Expr::Name(name) => {
                let Some(owner) = self.resolve(scope, &name.id) else {
                    // The last star import wins; there is hardly ever more than one.
                    return self.stars.last().map(|module| format!("{module}.{}", name.id));
                };
                if let Some(path) = self.imports.get(&(owner, name.id.as_str())) {
                    return Some(path.clone());
                }
                // `sleep = asyncio.sleep`
                let sources = self.sources.get(&Place::Name(owner, name.id.as_str()))?;
                let [Source::Value { expr, scope, into: [None, None], computed: false }] = sources.as_slice()
                else {
                    return None;
                };
                let alias = matches!(expr, Expr::Name(_) | Expr::Attribute(_));
                if alias && hops > 0 { self.qualified_within(expr, *scope, hops - 1) } else { None }
            }
            _ => None,
        }
    }

    /// Whether a call of `func` makes a task of its first argument.
    pub(super) fn starts_task(&self, func: &'a Expr, scope: ScopeId) -> bool {
        match self.qualified(func, scope) {
            Some(name) => matches!(name.as_str(), "asyncio.create_task" | "asyncio.ensure_future"),
            None => matches!(func, Expr::Attribute(attribute) if attribute.attr.as_str() == "create_task"),
        }
    }
}

/// The last part of a dotted name.
pub(super) fn last_name(expr: &Expr) -> Option<&str> {
    match expr {
        Expr::Name(name) => Some(name.id.as_str()),
        Expr::Attribute(attribute) => Some(attribute.attr.as_str()),
        _ => None,
    }
}

/// The bytes that a node takes.
pub(super) fn span(node: &impl Ranged) -> Range<usize> {
    node.start().to_usize()..node.end().to_usize()
}
