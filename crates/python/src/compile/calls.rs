//! Calls.

use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::{Ranged, TextRange};

use super::fold::Const;
use super::{Compiler, Outcome};
use crate::op::Op;
use crate::syntax::Refusal;

/// Calls with more arguments than this pass a tuple and a dict.
const MANY: usize = 255;

impl<'t> Compiler<'t> {
    pub(super) fn call(&mut self, node: &'t ast::ExprCall) -> Outcome {
        let mut range = node.range();
        if let Expr::Attribute(method) = &*node.func {
            self.expression(&method.value)?;
            let name = self.name_index(&method.attr);
            let attribute = self.attribute_range(method);
            self.emit(Op::LoadMethod(name), attribute)?;
            if !node.arguments.args.iter().any(Expr::is_starred_expr) {
                range = TextRange::new(attribute.start(), range.end());
            }
        } else {
            self.expression(&node.func)?;
            self.emit(Op::PushNothing, node.func.range())?;
        }
        self.arguments(0, &node.arguments.args, &node.arguments.keywords, range)
    }

    /// `callable self-or-nothing a1..aN -- result`: N arguments are on the stack already.
    pub(super) fn arguments(
        &mut self,
        given: u32,
        positional: &'t [Expr],
        keywords: &'t [ast::Keyword],
        range: TextRange,
    ) -> Outcome {
        self.check_keywords(keywords)?;
        let base = self.generic_base.take();
        let unpacks =
            positional.iter().any(Expr::is_starred_expr) || keywords.iter().any(|k| k.arg.is_none());
        if unpacks || positional.len() + keywords.len() > MANY {
            return self.unpacked_arguments(given, positional, keywords, base, range);
        }
        positional.iter().try_for_each(|argument| self.expression(argument))?;
        let mut positional = u32::try_from(positional.len()).unwrap_or(u32::MAX);
        if let Some(params) = base {
            self.generic_base_of(params, range)?;
            positional += 1;
        }
        if keywords.is_empty() {
            return self.emit(Op::Call(given + positional), range);
        }
        let mut names = Vec::with_capacity(keywords.len());
        for keyword in keywords {
            self.expression(&keyword.value)?;
            names.push(Const::Str(self.mangled(keyword.arg.as_deref().unwrap_or_default())));
        }
        // At most `MANY` and what a class definition adds.
        let count = given + positional + u32::try_from(keywords.len()).unwrap_or(u32::MAX);
        let count = u16::try_from(count).unwrap_or(u16::MAX);
        let names = Const::Tuple(names);
        let value = self.value(&names);
        let names = self.unit.const_index(&names, value);
        self.emit(Op::CallKw { count, names }, range)
    }

    fn check_keywords(&mut self, keywords: &'t [ast::Keyword]) -> Outcome {
        let mut seen = rustc_hash::FxHashSet::default();
        for keyword in keywords {
            let Some(name) = keyword.arg.as_deref() else { continue };
            if name == "__debug__" {
                return Err(Refusal::syntax("cannot assign to __debug__".into(), keyword.range));
            }
            if !seen.insert(name) {
                return Err(Refusal::syntax(format!("keyword argument repeated: {name}"), keyword.range));
            }
        }
        Ok(())
    }

    /// `a1..aN -- list`: the N given arguments and more.
    fn listed_arguments(
        &mut self,
        given: u32,
        positional: &'t [Expr],
        base: Option<&'t ast::TypeParams>,
        range: TextRange,
    ) -> Outcome {
        self.emit(Op::BuildList(given), range)?;
        for argument in positional {
            if let Expr::Starred(starred) = argument {
                self.expression(&starred.value)?;
                self.emit(Op::ListExtend(1), range)?;
            } else {
                self.expression(argument)?;
                self.emit(Op::ListAppend(1), range)?;
            }
        }
        if let Some(params) = base {
            self.generic_base_of(params, range)?;
            self.emit(Op::ListAppend(1), range)?;
        }
        Ok(())
    }

    fn unpacked_arguments(
        &mut self,
        given: u32,
        positional: &'t [Expr],
        keywords: &'t [ast::Keyword],
        base: Option<&'t ast::TypeParams>,
        range: TextRange,
    ) -> Outcome {
        match positional {
            [Expr::Starred(starred)] if given == 0 && base.is_none() => {
                self.expression(&starred.value)?;
                self.emit(Op::StarTuple, range)?;
            }
            _ => self.listed_arguments(given, positional, base, range)?,
        }
        if keywords.is_empty() {
            return self.emit(Op::CallEx(false), range);
        }
        if let [ast::Keyword { arg: None, value, .. }] = keywords {
            self.expression(value)?;
            self.emit(Op::StarDict, range)?;
            return self.emit(Op::CallEx(true), range);
        }
        self.emit(Op::BuildMap(0), range)?;
        // Plain keywords that stand together are merged at once.
        for run in keywords.chunk_by(|a, b| a.arg.is_some() && b.arg.is_some()) {
            for chunk in run.chunks(MANY) {
                let mut pairs = 0;
                for keyword in chunk {
                    if let Some(name) = &keyword.arg {
                        let name = self.mangled(name);
                        self.load_str(&name, range)?;
                        pairs += 1;
                    }
                    self.expression(&keyword.value)?;
                }
                if pairs > 0 {
                    self.emit(Op::BuildMap(pairs), range)?;
                }
                self.emit(Op::DictMerge, range)?;
            }
        }
        self.emit(Op::CallEx(true), range)
    }
}
