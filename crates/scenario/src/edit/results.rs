//! What calls give back, as far as [`Flow`] follows them: functions of the file, and the built-ins, methods and
//! library functions through which a delay commonly passes.

use ruff_python_ast::Expr;

use super::cause::Made;
use super::facts::{Call, Place, Step, span};
use super::flow::{Flow, Want, key_step, loose_to};

impl<'a> Flow<'_, 'a> {
    /// What a call gives back.
    pub(super) fn result(&mut self, call: Call<'a>, want: Want<'a>) {
        let facts = self.facts;
        if let Some(name) = facts.qualified(call.func, call.scope) {
            let made = if name.starts_with("random.") { Made::Random } else { Made::Elsewhere };
            self.note_call(made, call);
            return self.library(&name, call, want);
        }
        if let Some(callable) = facts.callable(call.func, call.scope)
            && facts.sources.contains_key(&Place::Return(callable))
        {
            return self.ask(Place::Return(callable), want);
        }
        match call.func {
            Expr::Name(name) if facts.resolve(call.scope, &name.id).is_none() => {
                self.note_call(Made::Computed, call);
                self.builtin(&name.id, call, want)
            }
            Expr::Attribute(method) => {
                self.note_call(Made::Elsewhere, call);
                self.method(&method.attr, &method.value, call, want)
            }
            _ => {}
        }
    }

    fn note_call(&mut self, made: Made, call: Call<'a>) {
        if let Some(context) = &mut self.context {
            context.note(made, span(call.whole));
        }
    }

    fn all_args(&mut self, call: Call<'a>, want: Want<'a>) {
        for arg in call.args {
            self.expr(arg, call.scope, want);
        }
        for keyword in call.keywords {
            self.expr(&keyword.value, call.scope, want);
        }
    }

    fn library(&mut self, name: &str, call: Call<'a>, want: Want<'a>) {
        match name {
            "random.choice" => {
                if let (Some(arg), Some(want)) = (call.args.first(), want.computed().after(Step::Item)) {
                    self.expr(arg, call.scope, want);
                }
            }
            "collections.deque" | "itertools.cycle" => self.builtin("list", call, want),
            "asyncio.create_task" | "asyncio.ensure_future" | "asyncio.wait_for" | "asyncio.run" => {
                if let Some(arg) = call.args.first() {
                    self.expr(arg, call.scope, want);
                }
            }
            name if name.starts_with("random.") && want.path.is_empty() => {
                self.all_args(call, want.computed())
            }
            _ => {}
        }
    }

    fn builtin(&mut self, name: &str, call: Call<'a>, want: Want<'a>) {
        let Some(first) = call.args.first() else {
            if name == "dict"
                && let Some((step, rest)) = want.path.split()
            {
                for keyword in call.keywords {
                    let key = keyword.arg.as_ref().map(|arg| Step::Key(arg.as_str()));
                    if step == Step::Item || Some(step) == key {
                        self.expr(&keyword.value, call.scope, want.with(rest));
                    }
                }
            }
            return;
        };
        match name {
            "float" | "int" | "abs" | "round" | "min" | "max" | "sum" if want.path.is_empty() => {
                self.all_args(call, want.computed());
                if let Some(want) = want.computed().after(Step::Iterate).filter(|_| call.args.len() == 1) {
                    self.expr(first, call.scope, want);
                }
            }
            "list" | "tuple" | "set" | "frozenset" | "sorted" | "reversed" | "iter" => {
                self.expr(first, call.scope, loose_to(want, Step::Iterate));
            }
            "dict" => self.expr(first, call.scope, want),
            "next" => {
                if let Some(want) = want.after(Step::Iterate) {
                    self.expr(first, call.scope, want);
                }
            }
            "enumerate" => {
                if let Some((_, rest)) = want.path.split()
                    && let Some((Step::Index(1) | Step::Item | Step::Iterate, rest)) = rest.split()
                    && let Some(want) = want.with(rest).after(Step::Iterate)
                {
                    self.expr(first, call.scope, want);
                }
            }
            "zip" => {
                let Some((step, rest)) = want.path.split().and_then(|(_, rest)| rest.split()) else { return };
                let Some(want) = want.with(rest).after(Step::Iterate) else { return };
                for (index, arg) in call.args.iter().enumerate() {
                    if !matches!(step, Step::Index(at) if at != index) {
                        self.expr(arg, call.scope, want);
                    }
                }
            }
            _ => {}
        }
    }

    fn method(&mut self, name: &str, receiver: &'a Expr, call: Call<'a>, want: Want<'a>) {
        let first_key = match call.args.first() {
            Some(Expr::StringLiteral(key)) => key_step(key),
            _ => Step::Item,
        };
        match name {
            "items" => {
                let Some((step, rest)) = want.path.split().and_then(|(_, rest)| rest.split()) else { return };
                let (keys, values) = match step {
                    Step::Index(0) => (true, false),
                    Step::Index(1) => (false, true),
                    _ => (true, true),
                };
                let wanted = [(keys, Step::Iterate), (values, Step::Item)];
                for (_, step) in wanted.into_iter().filter(|(wanted, _)| *wanted) {
                    if let Some(want) = want.with(rest).after(step) {
                        self.expr(receiver, call.scope, want);
                    }
                }
            }
            "values" => self.expr(receiver, call.scope, loose_to(want, Step::Item)),
            "keys" | "copy" => self.expr(receiver, call.scope, want),
            "get" | "pop" | "setdefault" | "get_nowait" | "popleft" => {
                if let Some(want) = want.after(first_key) {
                    self.expr(receiver, call.scope, want);
                }
                if let Some(default) = call.args.get(1) {
                    self.expr(default, call.scope, want);
                }
            }
            _ => {}
        }
    }
}
