//! `match` statements.
//!
//! A pattern takes the subject off the stack. What it captures stays there until the whole pattern has matched; then
//! the names are bound. Where it fails, what lies on the stack by then is popped on the way to the next case: there
//! is one label for each number of values to pop.

use ruff_python_ast::{self as ast, Expr, Pattern, Singleton};
use ruff_text_size::{Ranged, TextRange};

use super::assemble::{Jump, Label};
use super::fold::{Const, constant};
use super::{Compiler, Outcome};
use crate::op::{BinaryOp, CompareOp, Op};
use crate::syntax::Refusal;

/// Where the compilation of one case's pattern stands.
#[derive(Default)]
struct Context<'t> {
    /// The names captured so far: their values are on the stack, below `on_top` others.
    stores: Vec<&'t str>,
    /// A pattern that always matches is allowed here: nothing comes after it.
    irrefutable: bool,
    /// Where to go with so many values to pop.
    fail: Vec<Label>,
    /// Values above the captured ones that a failure has to pop.
    on_top: usize,
}

fn refuse<T>(message: impl Into<String>, range: TextRange) -> Outcome<T> {
    Err(Refusal::syntax(message.into(), range))
}

fn count(items: usize) -> u32 {
    u32::try_from(items).unwrap_or(u32::MAX)
}

/// `_`
fn is_wildcard(pattern: &Pattern) -> bool {
    matches!(pattern, Pattern::MatchAs(node) if node.pattern.is_none() && node.name.is_none())
}

/// `*_`
fn is_star_wildcard(pattern: &Pattern) -> bool {
    matches!(pattern, Pattern::MatchStar(node) if node.name.is_none())
}

impl<'t> Compiler<'t> {
    pub(super) fn match_statement(&mut self, node: &'t ast::StmtMatch) -> Outcome {
        let end = self.unit.asm.label();
        self.expression(&node.subject)?;
        let Some((last, others)) = node.cases.split_last() else { return Ok(()) };
        // A last `case _` needs no test, and no subject.
        let has_default = is_wildcard(&last.pattern) && !others.is_empty();
        let tested = if has_default { others } else { &node.cases[..] };
        for (index, case) in tested.iter().enumerate() {
            let range = case.pattern.range();
            let keeps = index + 1 < tested.len();
            if keeps {
                self.emit(Op::Copy(1), range)?;
            }
            let irrefutable = case.guard.is_some() || index + 1 == node.cases.len();
            let mut context = Context { irrefutable, ..Context::default() };
            self.pattern(&case.pattern, &mut context)?;
            for name in std::mem::take(&mut context.stores) {
                self.store_name(name, range)?;
            }
            if let Some(guard) = &case.guard {
                let fail = self.fail_label(&mut context, 0);
                self.jump_if(guard, fail, false)?;
            }
            if keeps {
                self.emit(Op::PopTop, range)?;
            }
            self.body(&case.body)?;
            let after = self.unit.asm.last_range();
            self.jump(Jump::Always, end, after);
            self.place_failures(&mut context, range)?;
        }
        if has_default {
            if let Some(guard) = &last.guard {
                self.jump_if(guard, end, false)?;
            }
            self.body(&last.body)?;
        }
        self.unit.asm.place(end);
        Ok(())
    }

    /// Where a failure with so many values to pop goes.
    fn fail_label(&mut self, context: &mut Context<'t>, pops: usize) -> Label {
        while context.fail.len() <= pops {
            let label = self.unit.asm.label();
            context.fail.push(label);
        }
        context.fail[pops]
    }

    fn fail_by(&mut self, jump: Jump, context: &mut Context<'t>, range: TextRange) {
        let label = self.fail_label(context, context.on_top + context.stores.len());
        self.jump(jump, label, range);
    }

    /// The ways out of failures, from the one with most to pop to the one with nothing.
    fn place_failures(&mut self, context: &mut Context<'t>, range: TextRange) -> Outcome {
        while let Some(label) = context.fail.pop() {
            self.unit.asm.place(label);
            if !context.fail.is_empty() {
                self.emit(Op::PopTop, range)?;
            }
        }
        Ok(())
    }

    /// Moves the top below the `depth - 1` values under it.
    fn rotate(&mut self, depth: usize, range: TextRange) -> Outcome {
        (2..=depth).rev().try_for_each(|depth| self.emit(Op::Swap(count(depth)), range))
    }

    /// `value --`: captures it, or drops it where there is no name.
    fn capture(
        &mut self,
        name: Option<&'t ast::Identifier>,
        context: &mut Context<'t>,
        range: TextRange,
    ) -> Outcome {
        let Some(name) = name else { return self.emit(Op::PopTop, range) };
        if context.stores.contains(&name.as_str()) {
            return refuse(format!("multiple assignments to name '{name}' in pattern"), range);
        }
        self.rotate(context.on_top + context.stores.len() + 1, range)?;
        context.stores.push(name.as_str());
        Ok(())
    }

    /// `subject --`
    fn pattern(&mut self, pattern: &'t Pattern, context: &mut Context<'t>) -> Outcome {
        let range = pattern.range();
        match pattern {
            Pattern::MatchValue(node) => {
                self.expression(&node.value)?;
                self.emit(Op::Compare(CompareOp::Eq), range)?;
                self.fail_by(Jump::IfFalse, context, range);
                Ok(())
            }
            Pattern::MatchSingleton(node) => {
                let value = match node.value {
                    Singleton::None => Const::None,
                    Singleton::True => Const::Bool(true),
                    Singleton::False => Const::Bool(false),
                };
                self.load_const(value, range)?;
                self.emit(Op::Is(false), range)?;
                self.fail_by(Jump::IfFalse, context, range);
                Ok(())
            }
            Pattern::MatchSequence(node) => self.sequence_pattern(&node.patterns, context, range),
            Pattern::MatchMapping(node) => self.mapping_pattern(node, context),
            Pattern::MatchClass(node) => self.class_pattern(node, context),
            Pattern::MatchStar(node) => self.capture(node.name.as_ref(), context, range),
            Pattern::MatchAs(node) => match &node.pattern {
                None => {
                    if !context.irrefutable {
                        return refuse(
                            match &node.name {
                                Some(name) => {
                                    format!("name capture '{name}' makes remaining patterns unreachable")
                                }
                                None => "wildcard makes remaining patterns unreachable".to_owned(),
                            },
                            range,
                        );
                    }
                    self.capture(node.name.as_ref(), context, range)
                }
                Some(inner) => {
                    context.on_top += 1;
                    self.emit(Op::Copy(1), range)?;
                    self.pattern(inner, context)?;
                    context.on_top -= 1;
                    self.capture(node.name.as_ref(), context, range)
                }
            },
            Pattern::MatchOr(node) => self.or_pattern(&node.patterns, context, range),
        }
    }

    /// A pattern inside another: it may match whatever it gets.
    fn subpattern(&mut self, pattern: &'t Pattern, context: &mut Context<'t>) -> Outcome {
        let outer = std::mem::replace(&mut context.irrefutable, true);
        let outcome = self.pattern(pattern, context);
        context.irrefutable = outer;
        outcome
    }

    fn sequence_pattern(
        &mut self,
        patterns: &'t [Pattern],
        context: &mut Context<'t>,
        range: TextRange,
    ) -> Outcome {
        let star = patterns.iter().position(Pattern::is_match_star);
        if patterns.iter().filter(|pattern| pattern.is_match_star()).count() > 1 {
            return refuse("multiple starred names in sequence pattern", range);
        }
        let star_wildcard = star.is_some_and(|star| is_star_wildcard(&patterns[star]));
        let only_wildcards = patterns.iter().all(|pattern| is_wildcard(pattern) || is_star_wildcard(pattern));
        context.on_top += 1;
        self.emit(Op::MatchSequence, range)?;
        self.fail_by(Jump::IfFalse, context, range);
        match star {
            None => self.check_length(patterns.len(), CompareOp::Eq, context, range)?,
            Some(_) if patterns.len() > 1 => {
                self.check_length(patterns.len() - 1, CompareOp::Ge, context, range)?;
            }
            Some(_) => {}
        }
        if only_wildcards {
            context.on_top -= 1;
            return self.emit(Op::PopTop, range);
        }
        if star_wildcard {
            return self.sequence_items(patterns, star.unwrap_or_default(), context, range);
        }
        context.on_top -= 1;
        self.emit(
            match star {
                None => Op::UnpackSequence(count(patterns.len())),
                Some(star) => Op::UnpackEx {
                    before: u16::try_from(star).unwrap_or(u16::MAX),
                    after: u16::try_from(patterns.len() - star - 1).unwrap_or(u16::MAX),
                },
            },
            range,
        )?;
        context.on_top += patterns.len();
        for pattern in patterns {
            context.on_top -= 1;
            self.subpattern(pattern, context)?;
        }
        Ok(())
    }

    fn check_length(
        &mut self,
        length: usize,
        op: CompareOp,
        context: &mut Context<'t>,
        range: TextRange,
    ) -> Outcome {
        self.emit(Op::GetLen, range)?;
        self.load_const(Const::Int(i64::from(count(length))), range)?;
        self.emit(Op::Compare(op), range)?;
        self.fail_by(Jump::IfFalse, context, range);
        Ok(())
    }

    /// The items beside a `*_`, one by one: what it stands for is not looked at.
    fn sequence_items(
        &mut self,
        patterns: &'t [Pattern],
        star: usize,
        context: &mut Context<'t>,
        range: TextRange,
    ) -> Outcome {
        for (index, pattern) in patterns.iter().enumerate() {
            if index == star || is_wildcard(pattern) {
                continue;
            }
            self.emit(Op::Copy(1), range)?;
            if index < star {
                self.load_const(Const::Int(i64::from(count(index))), range)?;
            } else {
                // Not every sequence counts from its end.
                self.emit(Op::GetLen, range)?;
                self.load_const(Const::Int(i64::from(count(patterns.len() - index))), range)?;
                self.emit(Op::Binary(BinaryOp::Sub), range)?;
            }
            self.emit(Op::LoadItem, range)?;
            self.subpattern(pattern, context)?;
        }
        context.on_top -= 1;
        self.emit(Op::PopTop, range)
    }

    fn mapping_pattern(&mut self, node: &'t ast::PatternMatchMapping, context: &mut Context<'t>) -> Outcome {
        let (range, size) = (node.range, node.keys.len());
        context.on_top += 1;
        self.emit(Op::MatchMapping, range)?;
        self.fail_by(Jump::IfFalse, context, range);
        if size == 0 && node.rest.is_none() {
            context.on_top -= 1;
            return self.emit(Op::PopTop, range);
        }
        if size > 0 {
            self.check_length(size, CompareOp::Ge, context, range)?;
        }
        let mut seen: Vec<Const> = Vec::new();
        for key in &node.keys {
            let value = constant(key);
            match value {
                Some(value) if seen.contains(&value) => {
                    let place = key.range().start().to_usize()..key.range().end().to_usize();
                    let shown = match &value {
                        Const::Str(text) => crate::text::repr::str_repr(text),
                        _ => self.source.text.get(place).unwrap_or_default().to_owned(),
                    };
                    return refuse(format!("mapping pattern checks duplicate key ({shown})"), range);
                }
                Some(value) => seen.push(value),
                None if matches!(key, Expr::Attribute(_)) => {}
                None => {
                    return refuse(
                        "mapping pattern keys may only match literals and attribute lookups",
                        range,
                    );
                }
            }
            self.expression(key)?;
        }
        self.emit(Op::BuildTuple(count(size)), range)?;
        // subject keys values
        self.emit(Op::MatchKeys, range)?;
        context.on_top += 2;
        self.emit(Op::Copy(1), range)?;
        self.emit(Op::LoadNone, range)?;
        self.emit(Op::Is(true), range)?;
        self.fail_by(Jump::IfFalse, context, range);
        self.emit(Op::UnpackSequence(count(size)), range)?;
        context.on_top += size;
        context.on_top -= 1;
        for pattern in &node.patterns {
            context.on_top -= 1;
            self.subpattern(pattern, context)?;
        }
        context.on_top -= 2;
        match &node.rest {
            Some(name) => {
                self.emit(Op::MatchRest, range)?;
                self.capture(Some(name), context, range)
            }
            None => {
                self.emit(Op::PopTop, range)?;
                self.emit(Op::PopTop, range)
            }
        }
    }

    fn class_pattern(&mut self, node: &'t ast::PatternMatchClass, context: &mut Context<'t>) -> Outcome {
        let (range, arguments) = (node.range, &node.arguments);
        let mut names = Vec::new();
        for keyword in &arguments.keywords {
            let name = Const::Str(keyword.attr.to_string());
            if names.contains(&name) {
                let message = format!("attribute name repeated in class pattern: {}", keyword.attr);
                return refuse(message, keyword.pattern.range());
            }
            names.push(name);
        }
        let all = arguments.patterns.len() + arguments.keywords.len();
        self.expression(&node.cls)?;
        self.load_const(Const::Tuple(names), range)?;
        self.emit(Op::MatchClass(count(arguments.patterns.len())), range)?;
        self.emit(Op::Copy(1), range)?;
        self.emit(Op::LoadNone, range)?;
        self.emit(Op::Is(true), range)?;
        context.on_top += 1;
        self.fail_by(Jump::IfFalse, context, range);
        self.emit(Op::UnpackSequence(count(all)), range)?;
        context.on_top += all;
        context.on_top -= 1;
        let keywords = arguments.keywords.iter().map(|keyword| &keyword.pattern);
        for pattern in arguments.patterns.iter().chain(keywords) {
            context.on_top -= 1;
            self.subpattern(pattern, context)?;
        }
        Ok(())
    }

    fn or_pattern(
        &mut self,
        patterns: &'t [Pattern],
        context: &mut Context<'t>,
        range: TextRange,
    ) -> Outcome {
        let end = self.unit.asm.label();
        // All alternatives leave their captures in the order of the first.
        let mut order: Option<Vec<&'t str>> = None;
        for (index, pattern) in patterns.iter().enumerate() {
            let irrefutable = index + 1 == patterns.len() && context.irrefutable;
            let mut inner = Context { irrefutable, ..Context::default() };
            self.emit(Op::Copy(1), pattern.range())?;
            self.pattern(pattern, &mut inner)?;
            match &order {
                None => order = Some(inner.stores.clone()),
                Some(order) => self.reorder(order, &mut inner.stores, range)?,
            }
            self.jump(Jump::Always, end, pattern.range());
            self.place_failures(&mut inner, range)?;
        }
        // None matched: the subject goes too.
        self.emit(Op::PopTop, range)?;
        self.fail_by(Jump::Always, context, range);
        self.unit.asm.place(end);
        let order = order.unwrap_or_default();
        let depth = order.len() + 1 + context.on_top + context.stores.len();
        for name in order {
            self.rotate(depth, range)?;
            if context.stores.contains(&name) {
                return refuse(format!("multiple assignments to name '{name}' in pattern"), range);
            }
            context.stores.push(name);
        }
        self.emit(Op::PopTop, range)
    }

    /// Brings the captures on the stack, the first of `stores` on top, into the order `wanted`.
    fn reorder(&mut self, wanted: &[&'t str], stores: &mut Vec<&'t str>, range: TextRange) -> Outcome {
        const DIFFERENT: &str = "alternative patterns bind different names";
        if wanted.len() != stores.len() {
            return refuse(DIFFERENT, range);
        }
        for at in (0..wanted.len()).rev() {
            let Some(found) = stores.iter().position(|name| *name == wanted[at]) else {
                return refuse(DIFFERENT, range);
            };
            if found == at {
                continue;
            }
            // Those down to the one that is wanted here go below those after it, one by one.
            for _ in 0..=found {
                let first = stores.remove(0);
                stores.insert(at, first);
                self.rotate(at + 1, range)?;
            }
        }
        Ok(())
    }
}
