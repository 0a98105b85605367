//! How a program ends: the exception that is shown, `sys.excepthook`, the exit status, and what is dropped when.

use std::rc::Rc;

use super::{Diagnostic, Program, Severity, Stage};
use crate::objects::{Exc, ExcKind};
use crate::value::Value;
use crate::vm::frame::{Fiber, OnReturn};
use crate::vm::intern;

impl Program {
    /// Drops a loop that has run, and what is left in it, which may have something to say.
    pub(super) fn end_aftermath(&mut self) {
        if let Some((run, event_loop)) = self.aftermath.take() {
            drop(run);
            if let Some(event_loop) = event_loop {
                event_loop.flush_reports(&mut self.vm);
            }
            self.vm.tidy();
        }
    }

    /// The main program returned or raised.
    pub(super) fn end(&mut self, outcome: Result<(), Exc>) {
        if let Some(status) = self.vm.died {
            return self.stop(status);
        }
        // A task that ended with SystemExit is in a cycle with it, which goes after the message.
        if !matches!(&outcome, Err(error) if error.is(ExcKind::SystemExit)) {
            crate::asyncio::tell_late_reports(&mut self.vm);
        }
        let (status, error) = match outcome {
            Ok(()) => (0, None),
            Err(error) if error.is(ExcKind::SystemExit) && self.vm.killed.is_none() => {
                (self.exit_code(&error), None)
            }
            Err(error) => {
                self.show_uncaught(&error);
                // As a shell shows a program that Ctrl-C ended.
                (if error.is(ExcKind::KeyboardInterrupt) { 130 } else { 1 }, Some(error))
            }
        };
        self.end_aftermath();
        self.fiber = Fiber::default();
        self.vm.finish(error);
        self.stage = Stage::Over(status);
    }

    /// What the program has given to `atexit` runs in the main fiber, as its last part; false if there is none.
    pub(super) fn begins_exit_functions(&mut self, error: &Option<Exc>) -> bool {
        let Some(Value::Module(module)) = self.vm.modules.get_name(&intern("atexit")) else { return false };
        let Some(Value::List(calls)) = module.dict.get_name(&intern("_calls")) else { return false };
        if calls.items.borrow().is_empty() {
            return false;
        }
        if let Some(error) = error
            && !error.is(ExcKind::SystemExit)
        {
            self.show_uncaught(error);
        }
        self.vm.here = None;
        self.fiber = Fiber::default();
        let Some(run) = module.dict.get_name(&intern("_run_exitfuncs")) else { return false };
        self.vm.call_with(&mut self.fiber, run, Vec::new(), Vec::new(), OnReturn::Push).is_ok()
    }

    /// Shows the exception that ends the program, once.
    pub(super) fn show_uncaught(&mut self, error: &Exc) {
        if !std::mem::replace(&mut self.shown, true) {
            self.note_error(error);
            if self.vm.killed.is_none()
                && let Some(hook) = crate::stdlib::sys::replaced_hook(&self.vm)
            {
                return self.call_hook(&hook, error);
            }
            let text = self.vm.render_exception(error);
            self.vm.write(true, &text);
        }
    }

    /// Gives the exception that ends the program to the program's own `sys.excepthook`. Mirrors `PyErr_PrintEx`.
    fn call_hook(&mut self, hook: &Value, error: &Exc) {
        let value = Value::Exception(error.clone());
        let class = Value::Class(self.vm.class_of(&value));
        let called = match self.vm.get_attr(&value, "__traceback__") {
            Ok(traceback) => self.vm.call_nested(hook, &[class, value, traceback]),
            Err(failed) => Err(failed),
        };
        if let Err(failed) = called {
            let first = self.vm.render_exception(&failed);
            let second = self.vm.render_exception(error);
            let text = format!("Error in sys.excepthook:\n{first}\nOriginal exception was:\n{second}");
            self.vm.write(true, &text);
        }
    }

    /// What `sys.exit` was given. Mirrors `handle_system_exit`.
    fn exit_code(&mut self, error: &Exc) -> i32 {
        // A class may have a code of its own.
        let code = self.vm.get_attr(&Value::Exception(error.clone()), "code").unwrap_or(Value::None);
        match code {
            Value::None => 0,
            Value::Int(code) => (code & 0xff) as i32,
            Value::Bool(flag) => i32::from(flag),
            other => {
                let text = self.vm.str(&other).map(|text| text.to_string()).unwrap_or_default();
                self.vm.write(true, &format!("{text}\n"));
                1
            }
        }
    }

    fn note_error(&mut self, error: &Exc) {
        let message = self.vm.exception_summary(error);
        if let Some((code, (start, end))) = crate::vm::raised_at(error)
            && Rc::ptr_eq(&code.source, &self.source)
        {
            self.diagnostics.push(Diagnostic {
                message,
                line: code.source.line(start),
                column: code.source.column(start),
                end_line: code.source.line(end),
                end_column: code.source.column(end),
                severity: Severity::Error,
            });
        }
    }
}
