//! Which numbers reach a sleep: from each sleep backwards to whatever its delay can come from.
//!
//! Demand-driven: a place (name, attribute, argument, return value) is asked for once for each way into its value and
//! each kind of delay, so the work grows with the program and not with the number of paths through it. A budget
//! bounds the rest; when it is used up the outline says that it is incomplete.

use std::ops::Range;

use ruff_python_ast::{Expr, Operator, UnaryOp};
use rustc_hash::FxHashMap;

use super::cause::{Context, Made};
use super::change::Lines;
use super::facts::{Call, Callable, Facts, Place, ScopeId, Slot, Source, Step, span};
use super::label::describe;
use super::{Delay, DelayKind, number};

/// Expressions looked at for one outline.
const BUDGET: usize = 100_000;

/// Delays in one outline: more than any panel shows.
const MAX_DELAYS: usize = 2_000;

/// Steps into a value that are followed: `for name, delay in jobs.items()` needs three.
const MAX_STEPS: usize = 4;

/// A way into a value, outermost step first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(super) struct Path<'a> {
    steps: [Option<Step<'a>>; MAX_STEPS],
}

impl<'a> Path<'a> {
    pub(super) fn is_empty(self) -> bool {
        self.steps[0].is_none()
    }

    /// The first step and the rest.
    pub(super) fn split(self) -> Option<(Step<'a>, Self)> {
        let first = self.steps[0]?;
        let mut steps = [None; MAX_STEPS];
        steps[..MAX_STEPS - 1].copy_from_slice(&self.steps[1..]);
        Some((first, Self { steps }))
    }

    /// `step` and then this; `None` when that is too long to follow.
    fn after(self, step: Step<'a>) -> Option<Self> {
        if self.steps[MAX_STEPS - 1].is_some() {
            return None;
        }
        let mut steps = [Some(step); MAX_STEPS];
        steps[1..].copy_from_slice(&self.steps[..MAX_STEPS - 1]);
        Some(Self { steps })
    }
}

/// Through what a number is about to pass: names the delay.
#[derive(Clone, Copy)]
pub(super) enum Via<'a> {
    Sink(Call<'a>),
    Argument(Call<'a>, Callable<'a>, Slot<'a>),
    Default(&'a str, &'a str),
    Name(&'a str),
    /// The item of a display that the name stands for: its position, or its key.
    Item(&'a str, Step<'a>),
    Return(&'a str),
}

/// What is asked for: a value of the right kind, by a path, exact or as part of a computation.
#[derive(Clone, Copy)]
pub(super) struct Want<'a> {
    pub(super) path: Path<'a>,
    exact: bool,
    via: Via<'a>,
}

impl<'a> Want<'a> {
    pub(super) fn with(self, path: Path<'a>) -> Self {
        Self { path, ..self }
    }

    pub(super) fn after(self, step: Step<'a>) -> Option<Self> {
        self.path.after(step).map(|path| self.with(path))
    }

    pub(super) fn computed(self) -> Self {
        Self { exact: false, ..self }
    }

    /// The same for one item of a display, which names it when the display has a name.
    fn for_item(self, step: Step<'a>) -> Self {
        match self.via {
            Via::Name(name) => Self { via: Via::Item(name, step), ..self },
            _ => self,
        }
    }
}

pub(super) struct Found<'a> {
    kind: DelayKind,
    pub(super) value: f64,
    pub(super) range: Range<usize>,
    pub(super) exact: bool,
    pub(super) via: Via<'a>,
}

pub(super) struct Flow<'f, 'a> {
    pub(super) facts: &'f Facts<'a>,
    kind: DelayKind,
    /// For each place and path: whether it was asked for exactly.
    seen: FxHashMap<(Place<'a>, Path<'a>), bool>,
    pending: Vec<(Place<'a>, Path<'a>, bool)>,
    pub(super) found: FxHashMap<usize, Found<'a>>,
    budget: usize,
    /// Which calls led to one sleep, when only that one is looked into.
    pub(super) context: Option<Context<'a>>,
}

/// The delays of a source in text order, and whether that is all of them.
pub(super) fn delays<'a>(facts: &Facts<'a>, source: &'a str, lines: &Lines<'a>) -> (Vec<Delay>, bool) {
    let mut sinks: Vec<(DelayKind, &'a Expr, Call<'a>)> =
        facts.calls.iter().filter_map(|call| sink(facts, call)).collect();
    // A number that reaches several kinds is shown as the first of them.
    sinks.sort_by_key(|(kind, ..)| *kind as u8);
    let mut flow = Flow::new(facts, DelayKind::Sleep, None);
    for (kind, expr, call) in sinks {
        if kind != flow.kind {
            flow.settle();
            flow.seen.clear();
            flow.kind = kind;
        }
        flow.begin(expr, call);
    }
    flow.settle();
    let complete = flow.budget > 0;
    (described(facts, source, lines, flow.found.into_values().collect()), complete)
}

/// What was found, in text order and in words.
pub(super) fn described<'a>(
    facts: &Facts<'a>,
    source: &'a str,
    lines: &Lines<'a>,
    mut found: Vec<Found<'a>>,
) -> Vec<Delay> {
    found.sort_by_key(|found| found.range.start);
    let mut columns = lines.columns();
    found
        .into_iter()
        .map(|found| {
            let (origin, label, context) = describe(facts, source, lines, &found);
            Delay {
                kind: found.kind,
                origin,
                value: found.value,
                exact: found.exact,
                line: lines.line(found.range.start),
                column: columns.column(found.range.start),
                label,
                context,
                range: found.range,
            }
        })
        .collect()
}

/// The delay argument of a call that waits.
pub(super) fn sink<'a>(facts: &Facts<'a>, call: &Call<'a>) -> Option<(DelayKind, &'a Expr, Call<'a>)> {
    let (kind, position, keyword) = match facts.qualified(call.func, call.scope).as_deref() {
        Some("asyncio.sleep" | "asyncio.tasks.sleep") => (DelayKind::Sleep, Some(0), "delay"),
        Some("time.sleep") => (DelayKind::Blocking, Some(0), ""),
        Some("asyncio.wait_for") => (DelayKind::Timeout, Some(1), "timeout"),
        Some("asyncio.timeout") => (DelayKind::Timeout, Some(0), "delay"),
        Some("asyncio.timeout_at") => (DelayKind::Timeout, Some(0), "when"),
        Some("asyncio.wait" | "asyncio.as_completed") => (DelayKind::Timeout, None, "timeout"),
        Some(_) => return None,
        None => match call.func {
            Expr::Attribute(method) if method.attr.as_str() == "call_later" => {
                (DelayKind::Timer, Some(0), "delay")
            }
            Expr::Attribute(method) if method.attr.as_str() == "call_at" => {
                (DelayKind::Timer, Some(0), "when")
            }
            _ => return None,
        },
    };
    let named =
        call.keywords.iter().find(|given| given.arg.as_ref().is_some_and(|arg| arg.as_str() == keyword));
    let value = match named {
        Some(given) => &given.value,
        None => position.and_then(|position| call.args.get(position))?,
    };
    (!value.is_starred_expr()).then_some((kind, value, *call))
}

impl<'f, 'a> Flow<'f, 'a> {
    pub(super) fn new(facts: &'f Facts<'a>, kind: DelayKind, context: Option<Context<'a>>) -> Self {
        Flow {
            facts,
            kind,
            seen: FxHashMap::default(),
            pending: Vec::new(),
            found: FxHashMap::default(),
            budget: BUDGET,
            context,
        }
    }

    /// Begins at the delay of a call that waits.
    pub(super) fn begin(&mut self, delay: &'a Expr, call: Call<'a>) {
        self.expr(delay, call.scope, Want { path: Path::default(), exact: true, via: Via::Sink(call) });
    }

    /// Follows what is pending to its end.
    pub(super) fn settle(&mut self) {
        while let Some((place, path, exact)) = self.pending.pop() {
            if self.budget == 0 {
                self.pending.clear();
                return;
            }
            self.place(place, path, exact);
        }
    }

    pub(super) fn ask(&mut self, place: Place<'a>, want: Want<'a>) {
        let seen = self.seen.entry((place, want.path));
        let is_new = match &seen {
            std::collections::hash_map::Entry::Vacant(_) => true,
            std::collections::hash_map::Entry::Occupied(entry) => want.exact && !entry.get(),
        };
        if is_new {
            *seen.or_insert(want.exact) = want.exact;
            self.pending.push((place, want.path, want.exact));
        }
    }

    fn place(&mut self, place: Place<'a>, path: Path<'a>, exact: bool) {
        let facts = self.facts;
        let (name, via) = match place {
            Place::Name(_, name) | Place::Attribute(name) => (name, Via::Name(name)),
            Place::Return(Callable::Name(_, name) | Callable::Method(name)) => (name, Via::Return(name)),
            Place::Argument(callable, slot) => {
                let told = self.context.as_ref().and_then(|context| context.calls_of(callable));
                let calls = match &told {
                    Some(calls) => calls.as_slice(),
                    None => facts.calls_of.get(&callable).map_or(&[][..], Vec::as_slice),
                };
                let aliases = facts.aliases.get(&callable).filter(|_| told.is_none());
                for &alias in aliases.map_or(&[][..], Vec::as_slice) {
                    self.ask(Place::Argument(alias, slot), Want { path, exact, via: Via::Name("") });
                }
                self.charge_for_calls(calls.len());
                for &index in calls {
                    if self.budget == 0 {
                        return;
                    }
                    let call = facts.calls[index];
                    self.argument(call, slot, Want { path, exact, via: Via::Argument(call, callable, slot) });
                }
                return;
            }
        };
        let sources = facts.sources.get(&place).map_or(&[][..], Vec::as_slice);
        let passed = self.context.as_ref().is_some_and(|context| context.passes(facts, sources));
        for source in sources {
            if !(passed && matches!(source, Source::Default { .. })) {
                self.source(source, name, Want { path, exact, via });
            }
        }
    }

    /// Says that a value is made, not passed on: why no single number explains a sleep.
    pub(super) fn note(&mut self, made: Made, expr: &Expr) {
        if let Some(context) = &mut self.context {
            context.note(made, span(expr));
        }
    }

    fn source(&mut self, source: &Source<'a>, name: &'a str, want: Want<'a>) {
        match *source {
            Source::Value { expr, scope, into, computed } => {
                if computed {
                    self.note(Made::Computed, expr);
                }
                let mut want = Some(if computed { want.computed() } else { want });
                if let (Some(Step::Index(_)), Some(want)) = (into[0], &mut want) {
                    // `a, b = 1, 2`: each name has its own number.
                    *want = want.for_item(Step::Item);
                }
                for step in into.into_iter().rev().flatten() {
                    want = want.and_then(|want| want.after(step));
                }
                if let Some(want) = want {
                    self.expr(expr, scope, want);
                }
            }
            Source::Item { expr, scope } => {
                if let Some((_, rest)) = want.path.split() {
                    self.expr(expr, scope, want.with(rest));
                }
            }
            Source::Default { expr, scope, function } => {
                self.expr(expr, scope, Want { via: Via::Default(function, name), ..want });
            }
            Source::Passed(callable, slot) => self.ask(Place::Argument(callable, slot), want),
            Source::PassedFrom(callable, from) => match want.path.split() {
                Some((Step::Index(index), rest)) => {
                    self.ask(Place::Argument(callable, Slot::Position(from + index)), want.with(rest));
                }
                Some((_, rest)) => {
                    let calls = self.facts.calls_of.get(&callable).map_or(&[][..], Vec::as_slice);
                    self.charge_for_calls(calls.len());
                    let most =
                        calls.iter().map(|&index| self.facts.calls[index].args.len()).max().unwrap_or(0);
                    for position in from..most {
                        self.ask(Place::Argument(callable, Slot::Position(position)), want.with(rest));
                    }
                }
                None => {}
            },
            Source::PassedKeywords(callable) => {
                if let Some((Step::Key(key), rest)) = want.path.split() {
                    self.ask(Place::Argument(callable, Slot::Keyword(key)), want.with(rest));
                }
            }
        }
    }

    /// Looking through calls is cheap, but not free: many places may ask about the same ones.
    fn charge_for_calls(&mut self, calls: usize) {
        self.budget = self.budget.saturating_sub(calls / 16);
    }

    /// What one call passes.
    fn argument(&mut self, call: Call<'a>, slot: Slot<'a>, want: Want<'a>) {
        let Some(want) = (if call.each { want.after(Step::Iterate) } else { Some(want) }) else { return };
        match slot {
            Slot::Position(position) => {
                // Behind a star nobody knows the positions.
                let star = call.args.iter().take(position + 1).position(Expr::is_starred_expr);
                if let Some(at) = star {
                    if let Expr::Starred(starred) = &call.args[at]
                        && let Some(want) = want.after(Step::Index(position - at))
                    {
                        self.expr(&starred.value, call.scope, want);
                    }
                } else if let Some(arg) = call.args.get(position) {
                    self.expr(arg, call.scope, want);
                }
            }
            Slot::Keyword(name) => {
                for keyword in call.keywords {
                    match &keyword.arg {
                        Some(arg) if arg.as_str() == name => self.expr(&keyword.value, call.scope, want),
                        Some(_) => {}
                        None => {
                            if let Some(want) = want.after(Step::Key(name)) {
                                self.expr(&keyword.value, call.scope, want);
                            }
                        }
                    }
                }
            }
        }
    }

    /// Follows an expression. Recursion is bounded by the depth of the tree (see `guard`).
    pub(super) fn expr(&mut self, expr: &'a Expr, scope: ScopeId, want: Want<'a>) {
        if self.budget == 0 {
            return;
        }
        self.budget -= 1;
        match expr {
            Expr::NumberLiteral(_) => self.number(expr, want),
            Expr::UnaryOp(unary) => match unary.op {
                UnaryOp::USub if unary.operand.is_number_literal_expr() => self.number(expr, want),
                UnaryOp::USub => {
                    self.note(Made::Computed, expr);
                    self.expr(&unary.operand, scope, want.computed());
                }
                UnaryOp::UAdd => self.expr(&unary.operand, scope, want),
                UnaryOp::Not | UnaryOp::Invert => {}
            },
            Expr::Name(name) => {
                if let Some(owner) = self.facts.resolve(scope, &name.id) {
                    self.ask(Place::Name(owner, name.id.as_str()), want);
                }
            }
            Expr::Attribute(attribute) => self.ask(Place::Attribute(attribute.attr.as_str()), want),
            Expr::BinOp(op) => {
                // Two lists make a list; two numbers make something computed.
                if want.path.is_empty() {
                    self.note(Made::Computed, expr);
                }
                let want = if want.path.is_empty() { want.computed() } else { want };
                self.expr(&op.left, scope, want);
                if want.path.is_empty() || op.op == Operator::Add {
                    self.expr(&op.right, scope, want);
                }
            }
            Expr::BoolOp(op) => op.values.iter().for_each(|value| self.expr(value, scope, want)),
            Expr::If(choice) => {
                self.expr(&choice.body, scope, want);
                self.expr(&choice.orelse, scope, want);
            }
            Expr::Named(named) => self.expr(&named.value, scope, want),
            Expr::Await(awaited) => self.expr(&awaited.value, scope, want),
            Expr::List(list) => self.items(&list.elts, scope, want),
            Expr::Tuple(tuple) => self.items(&tuple.elts, scope, want),
            Expr::Set(set) => self.items(&set.elts, scope, want),
            Expr::Dict(_) | Expr::DictComp(_) => self.dict(expr, scope, want),
            Expr::ListComp(comp) => self.item(&comp.elt, self.facts.inside(expr, scope), want),
            Expr::SetComp(comp) => self.item(&comp.elt, self.facts.inside(expr, scope), want),
            Expr::Generator(comp) => self.item(&comp.elt, self.facts.inside(expr, scope), want),
            Expr::Subscript(subscript) => {
                let want = match &*subscript.slice {
                    Expr::Slice(_) => Some(loose(want)),
                    Expr::NumberLiteral(_) => want.after(
                        number::value(&subscript.slice).map_or(Step::Item, |at| Step::Index(at as usize)),
                    ),
                    Expr::StringLiteral(key) => want.after(key_step(key)),
                    _ => want.after(Step::Item),
                };
                if let Some(want) = want {
                    self.expr(&subscript.value, scope, want);
                }
            }
            Expr::Call(call) => {
                self.result(
                    Call {
                        func: &call.func,
                        args: &call.arguments.args,
                        keywords: &call.arguments.keywords,
                        whole: call,
                        scope,
                        each: false,
                    },
                    want,
                );
            }
            _ => {}
        }
    }

    fn number(&mut self, expr: &'a Expr, want: Want<'a>) {
        let Some(value) = number::value(expr).filter(|_| want.path.is_empty()) else { return };
        let range = span(expr);
        let found = Found { kind: self.kind, value, range, exact: want.exact, via: want.via };
        let is_full = self.found.len() == MAX_DELAYS;
        match self.found.get_mut(&found.range.start) {
            Some(known) if known.kind == found.kind && found.exact && !known.exact => *known = found,
            Some(_) => {}
            None if is_full => self.budget = 0,
            None => drop(self.found.insert(found.range.start, found)),
        }
    }

    /// The expression is what every item of a collection is made of.
    fn item(&mut self, item: &'a Expr, scope: ScopeId, want: Want<'a>) {
        if let Some((_, rest)) = want.path.split() {
            self.expr(item, scope, want.with(rest));
        }
    }

    fn items(&mut self, items: &'a [Expr], scope: ScopeId, want: Want<'a>) {
        let Some((step, rest)) = want.path.split() else { return };
        let stars = items.iter().any(Expr::is_starred_expr);
        match step {
            Step::Index(index) if !stars => {
                if let Some(item) = items.get(index) {
                    self.expr(item, scope, want.with(rest).for_item(step));
                }
            }
            Step::Key(_) => {}
            Step::Index(_) | Step::Iterate | Step::Item => {
                for (index, item) in items.iter().enumerate() {
                    match item {
                        Expr::Starred(starred) => {
                            if let Some(want) = want.with(rest).after(Step::Iterate) {
                                self.expr(&starred.value, scope, want);
                            }
                        }
                        _ => self.expr(item, scope, want.with(rest).for_item(Step::Index(index))),
                    }
                }
            }
        }
    }

    fn dict(&mut self, expr: &'a Expr, scope: ScopeId, want: Want<'a>) {
        let Some((step, rest)) = want.path.split() else { return };
        match expr {
            Expr::DictComp(comp) => {
                let inner = self.facts.inside(expr, scope);
                match (step, comp.key.as_deref()) {
                    (Step::Iterate, Some(key)) => self.expr(key, inner, want.with(rest)),
                    (Step::Iterate, None) => {}
                    _ => self.expr(&comp.value, inner, want.with(rest)),
                }
            }
            Expr::Dict(dict) => {
                for item in &dict.items {
                    let Some(key) = &item.key else {
                        self.expr(&item.value, scope, want);
                        continue;
                    };
                    match (step, key) {
                        (Step::Iterate, key) => self.expr(key, scope, want.with(rest)),
                        (Step::Key(wanted), Expr::StringLiteral(key))
                            if key_step(key) != Step::Key(wanted) => {}
                        (_, Expr::StringLiteral(key)) => {
                            self.expr(&item.value, scope, want.with(rest).for_item(key_step(key)));
                        }
                        _ => self.expr(&item.value, scope, want.with(rest)),
                    }
                }
            }
            _ => {}
        }
    }
}

/// The same items, in another order.
fn loose(want: Want<'_>) -> Want<'_> {
    match want.path.steps[0] {
        Some(Step::Index(_)) => loose_to(want, Step::Item),
        _ => want,
    }
}

pub(super) fn loose_to<'a>(want: Want<'a>, step: Step<'a>) -> Want<'a> {
    let mut path = want.path;
    if let Some(first) = &mut path.steps[0] {
        *first = step;
    }
    want.with(path)
}

pub(super) fn key_step(key: &ruff_python_ast::ExprStringLiteral) -> Step<'_> {
    // A key written in several parts is not worth an allocation.
    key.as_single_part_string().map_or(Step::Item, |part| Step::Key(&part.value))
}
