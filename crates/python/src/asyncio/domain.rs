//! What core has to know of Python's values and errors.

use std::rc::Rc;

use loopscope_core::asyncgens::AsyncGenerator;
use loopscope_core::coroutine::Coroutine;
use loopscope_core::domain::{Domain, ErrorKind, Report, Slow};
use loopscope_core::event_loop::LoopRef;
use loopscope_core::future::Future;
use loopscope_core::time::Span;

use super::PyCoroutine;
use crate::objects::{Exc, ExcKind, Exception, List, TraceEntry, error};
use crate::stdlib::logging::Level;
use crate::value::Value;
use crate::vm::Vm;

/// Python's values and exceptions, and the machine.
#[derive(Debug)]
pub enum Py {}

impl Domain for Py {
    type Value = Value;
    type Error = Exc;
    type Trace = Vec<TraceEntry>;
    type Context = Vm;

    fn unit() -> Value {
        Value::None
    }

    fn error(kind: ErrorKind, message: &str) -> Exc {
        let kind = match kind {
            ErrorKind::InvalidState => ExcKind::InvalidStateError,
            ErrorKind::Runtime => ExcKind::RuntimeError,
            ErrorKind::Type => ExcKind::TypeError,
            ErrorKind::Value => ExcKind::ValueError,
            ErrorKind::Timeout => ExcKind::TimeoutError,
            ErrorKind::BrokenBarrier => ExcKind::BrokenBarrierError,
            ErrorKind::QueueEmpty => ExcKind::QueueEmpty,
            ErrorKind::QueueFull => ExcKind::QueueFull,
            ErrorKind::QueueShutDown => ExcKind::QueueShutDown,
        };
        if message.is_empty() {
            return Exception::new(kind, Vec::new());
        }
        error(kind, message)
    }

    fn cancelled(message: Option<Value>) -> Exc {
        Exception::new(ExcKind::CancelledError, message.into_iter().collect())
    }

    fn cancelled_child(message: Option<Value>) -> Exc {
        Self::cancelled(Some(message.unwrap_or_else(|| Value::str(""))))
    }

    fn is_cancelled(error: &Exc) -> bool {
        error.is(ExcKind::CancelledError)
    }

    fn trace_of(error: &Exc) -> Vec<TraceEntry> {
        error.trace.borrow().clone()
    }

    fn retrace(error: &Exc, trace: Vec<TraceEntry>) {
        drop(error.trace.replace(trace));
    }

    fn is_fatal(error: &Exc) -> bool {
        error.is(ExcKind::KeyboardInterrupt) || error.is(ExcKind::SystemExit)
    }

    fn list(values: Vec<Value>) -> Value {
        Value::List(Rc::new(List { items: values.into() }))
    }

    fn group(message: &str, errors: Vec<Exc>) -> Exc {
        crate::vm::groups::of_errors(message, errors)
    }

    fn error_value(error: Exc) -> Value {
        // As `gather` does: a cancelled child's own CancelledError does not get out.
        if error.is(ExcKind::CancelledError)
            && (error.args.borrow().is_empty() || !error.trace.borrow().is_empty())
        {
            return Value::Exception(crate::objects::error(ExcKind::CancelledError, ""));
        }
        Value::Exception(error)
    }

    fn report(vm: &mut Vm, report: Report<Py>) {
        super::reports::report(vm, report);
    }

    fn slow(vm: &mut Vm, what: Slow<'_, Py>, took: Span) {
        let shown = match what {
            Slow::Task(task) => super::describe::future_repr(vm, task.future()),
            Slow::Callback(callback) => match callback.object() {
                Some(handle) => vm.repr(&handle).map_or_else(|_| "?".to_owned(), |text| text.to_string()),
                None => return,
            },
        };
        let text = format!("Executing {shown} took {:.3} seconds", took.as_secs_f64());
        super::reports::log(vm, Level::Warning, &text, None, ("asyncio/base_events.py", 2022, "_run_once"));
    }

    fn call(callable: &Value, future: &Future<Py>) -> Box<dyn Coroutine<Py>> {
        Box::new(super::coroutine::Call::done(callable.clone(), future))
    }

    fn describe(vm: &mut Vm, future: &Future<Py>) -> String {
        super::describe::future_repr(vm, future)
    }

    fn settle(vm: &mut Vm) {
        if vm.has_dropped() {
            vm.tidy();
        }
    }

    fn raised(vm: &mut Vm, error: &Exc) {
        vm.chain(error);
    }

    fn close_generators(
        vm: &mut Vm,
        event_loop: &LoopRef<Py>,
        generators: &[Rc<dyn AsyncGenerator<Py>>],
    ) -> Option<Box<dyn Coroutine<Py>>> {
        super::tasks::close_generators(vm, event_loop, generators)
    }

    fn picture(vm: &mut Vm, value: &Value) -> Option<String> {
        vm.picture(value)
    }

    fn picture_error(vm: &mut Vm, error: &Exc) -> String {
        vm.exception_summary(error)
    }
}

/// Makes a coroutine that core can run of a coroutine object.
pub(crate) fn boxed(generator: Rc<crate::objects::Generator>) -> Box<dyn Coroutine<Py>> {
    Box::new(PyCoroutine::new(generator))
}
