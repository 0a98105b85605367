//! Functions that are called by another name: passed as an argument (`measure(job)`, and then `job(2)`), assigned, or
//! taken from a list. From each name that is called backwards to the functions it can stand for.

use ruff_python_ast::Expr;
use rustc_hash::FxHashSet;

use super::facts::{Callable, Facts, Place, ScopeId, Slot, Source, Step};

/// Expressions looked at.
const BUDGET: usize = 50_000;

/// Fills in [`Facts::aliases`], and gives a name the parameters of the first function it stands for.
pub(super) fn collect(facts: &mut Facts<'_>) {
    let called = facts.calls_of.keys().filter(|callable| !facts.parameters.contains_key(callable));
    let mut pending: Vec<Callable<'_>> = called.copied().collect();
    // The map has no order of its own; which function comes first must not depend on it.
    pending.sort_unstable();
    let mut seen: FxHashSet<Callable<'_>> = pending.iter().copied().collect();
    let mut budget = BUDGET;
    let mut at = 0;
    while let Some(&alias) = pending.get(at) {
        at += 1;
        for function in stands_for(facts, alias, &mut budget) {
            facts.aliases.entry(function).or_default().push(alias);
            if seen.insert(function) && !facts.parameters.contains_key(&function) {
                pending.push(function);
            }
        }
    }
    // What was found last is nearest to a definition.
    for alias in pending.into_iter().rev() {
        let function = stands_for(facts, alias, &mut budget)
            .into_iter()
            .find_map(|function| facts.parameters.get(&function));
        if let Some(signature) = function.cloned() {
            facts.parameters.entry(alias).or_insert(signature);
        }
    }
}

/// The functions, or further names, that a name can stand for.
fn stands_for<'a>(facts: &Facts<'a>, alias: Callable<'a>, budget: &mut usize) -> Vec<Callable<'a>> {
    let mut found = Vec::new();
    let Callable::Name(scope, name) = alias else { return found };
    let mut take = |expr: &'a Expr, scope: ScopeId| {
        if *budget == 0 {
            return false;
        }
        *budget -= 1;
        if matches!(expr, Expr::Name(_) | Expr::Attribute(_))
            && let Some(callable) = facts.callable(expr, scope).filter(|callable| *callable != alias)
        {
            found.push(callable);
        }
        true
    };
    for source in facts.sources.get(&Place::Name(scope, name)).map_or(&[][..], Vec::as_slice) {
        match *source {
            Source::Value { expr, scope, into: [None, None], .. } => {
                take(expr, scope);
            }
            Source::Value { expr, scope, into: [Some(Step::Iterate), None], .. } => {
                let items = match expr {
                    Expr::List(list) => &list.elts,
                    Expr::Tuple(tuple) => &tuple.elts,
                    _ => continue,
                };
                let _ = items.iter().all(|item| take(item, scope));
            }
            Source::Default { expr, scope, .. } => {
                take(expr, scope);
            }
            Source::Passed(callable, slot) => {
                for &index in facts.calls_of.get(&callable).map_or(&[][..], Vec::as_slice) {
                    let call = facts.calls[index];
                    let passed = match slot {
                        Slot::Position(position) => call.args.get(position),
                        Slot::Keyword(name) => call
                            .keywords
                            .iter()
                            .find(|keyword| keyword.arg.as_ref().is_some_and(|arg| arg.as_str() == name))
                            .map(|keyword| &keyword.value),
                    };
                    if passed.is_some_and(|expr| !take(expr, call.scope)) {
                        break;
                    }
                }
            }
            _ => {}
        }
    }
    found
}
