//! An exception on its way through the frames: to the handler that takes it, or out of the fiber.
//!
//! What is being handled meanwhile, and so becomes the context of what is raised, is `handling`'s.

use std::rc::Rc;

use crate::objects::{Exc, ExcKind, GeneratorKind, Remains, TraceEntry, runtime_error};
use crate::op::Op;
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::async_generator::is_awaited_step;
use crate::vm::awaiting::end_await;
use crate::vm::closing::is_closed_by;
use crate::vm::frame::{Fiber, Frame, OnReturn, Stop};
use crate::vm::frame_pool::{drop_operands, locals_of};

impl Vm {
    /// An exception is thrown at where the top frame stands.
    pub(crate) fn throw(&mut self, fiber: &mut Fiber, error: Exc) -> Result<Option<Stop>, Exc> {
        self.chain_thrown(&error);
        self.unwind(fiber, error, false)
    }

    /// Brings an exception to the handler that takes it. `again`: the top frame is in its traceback already.
    #[cfg_attr(page, optimize(speed))]
    pub(crate) fn unwind(&mut self, fiber: &mut Fiber, error: Exc, again: bool) -> Result<Option<Stop>, Exc> {
        let mut error = error;
        let mut again = again;
        loop {
            let called = fiber.frames.len() > 1;
            let Some(frame) = fiber.frames.last_mut() else { return Err(error) };
            // A frame that has not begun (a coroutine thrown into at once) is at its `def` line, in no handler.
            let op = frame.pc.checked_sub(1).and_then(|op| u32::try_from(op).ok()).unwrap_or(u32::MAX);
            let mut traced = false;
            if let Some(function) = &frame.function {
                let code = &function.code;
                let handler = code.handlers.iter().find(|handler| handler.start <= op && op < handler.end);
                let handler = handler.filter(|_| self.killed.is_none());
                if !again && code.source.filename != "<prelude>" {
                    let keeps = called || !code.local_names.is_empty();
                    if handler.is_some() && keeps && frame.remains.is_none() {
                        frame.remains = Some(Rc::default());
                    }
                    let mut trace = error.trace.borrow_mut();
                    // A traceback is for reading: what goes on for ever is cut.
                    traced = trace.len() < 2_000;
                    if traced {
                        let remains = frame.remains.clone();
                        trace.push(TraceEntry { code: code.clone(), op, remains });
                    }
                }
                if let Some(handler) = handler {
                    let locals = code.local_names.len();
                    let (target, depth) = (handler.target as usize, handler.depth as usize);
                    drop_operands(&mut frame.values, locals + depth);
                    frame.pc = target;
                    frame.values.push(Value::Exception(error));
                    if !self.dropped.borrow().is_empty() {
                        // What was to be used goes away here, whoever comes next.
                        let function = function.clone();
                        self.set_here(&function, op as usize);
                        self.tidy();
                    }
                    return Ok(None);
                }
            }
            again = false;
            if error.is(ExcKind::StopIteration) && fiber.frames.last().is_some_and(|frame| is_iterator(frame))
            {
                // What stands for an iterator in C ends where the program's code says so.
                return self.leave_frame(fiber, Value::None);
            }
            let Some(mut frame) = fiber.frames.pop() else { return Err(error) };
            let locals = locals_of(&frame);
            drop_operands(&mut frame.values, locals);
            if traced && frame.remains.is_none() {
                let locals = self.take_locals(&mut frame);
                let below = if fiber.frames.is_empty() { self.remains_of_loop() } else { None };
                if (!locals.is_empty() || below.is_some())
                    && let Some(entry) = error.trace.borrow_mut().last_mut()
                {
                    let remains = Remains::new(locals);
                    remains.called_by(below);
                    self.heap.store(remains.clone());
                    entry.remains = Some(remains);
                }
            }
            let then = std::mem::take(&mut frame.on_return);
            let closing = frame.closing.take();
            let kind = frame.owner.as_ref().map(|owner| owner.kind);
            let awaited = matches!(then, OnReturn::Delegate) || is_awaited_step(&then);
            self.generator_ended(fiber, &mut frame, &then);
            self.retire(fiber, frame);
            if let Some(kind) = kind
                && let Some(raised) = forbidden(kind, &error)
            {
                let noun = match kind {
                    GeneratorKind::Coroutine => "coroutine",
                    GeneratorKind::AsyncGenerator => "async generator",
                    _ => "generator",
                };
                let outer = runtime_error(format!("{noun} raised {raised}"));
                outer.cause.replace(Some(error.clone()));
                outer.context.replace(Some(error));
                outer.suppress_context.set(true);
                error = outer;
            }
            let (then, rest) = match then {
                OnReturn::Then(then) => *then,
                then => (then, OnReturn::Push),
            };
            match then {
                OnReturn::ForIter if kind.is_none() && error.is(ExcKind::StopIteration) => {
                    exhausted(fiber);
                    return Ok(None);
                }
                OnReturn::AsyncStep(object) => match (self.step_ended(fiber, &object, error), closing) {
                    (Ok(_), Some(exit)) => error = exit,
                    (Ok(stop), None) => return Ok(stop),
                    (Err(next), Some(exit)) if is_closed_by(&next) => error = exit,
                    (Err(next), _) => error = next,
                },
                OnReturn::Delegate => match closing {
                    Some(exit) if is_closed_by(&error) => error = exit,
                    _ => {}
                },
                OnReturn::YieldNext if error.is(ExcKind::StopIteration) => {
                    let value = error.args.borrow().first().cloned().unwrap_or(Value::None);
                    end_await(fiber, value);
                    return Ok(None);
                }
                OnReturn::Close
                    if error.is(ExcKind::GeneratorExit)
                        || (kind.is_none() && error.is(ExcKind::StopIteration)) =>
                {
                    return self.deliver(fiber, OnReturn::Push, Value::None);
                }
                OnReturn::GetAttr(parts) if error.is(ExcKind::AttributeError) => {
                    let (object, name) = *parts;
                    match self.ask_getattr(&object, &name) {
                        Some(Ok(_)) => match self.carry_out(fiber, rest) {
                            Ok(stop) => return Ok(stop),
                            Err(next) => error = next,
                        },
                        Some(Err(next)) => error = next,
                        None => {}
                    }
                }
                _ => {}
            }
            if awaited && self.is_thrown(fiber) {
                self.chain_thrown(&error);
            }
        }
    }
}

/// The loop of the `for` whose iterator ended goes on behind it.
pub(super) fn exhausted(fiber: &mut Fiber) {
    let Some(frame) = fiber.frames.last_mut() else { return };
    let op = frame.function.as_ref().and_then(|f| f.code.ops.get(frame.pc.saturating_sub(1)).copied());
    if let Some(Op::ForIter(target) | Op::ForIterStore { target, .. }) = op {
        frame.values.pop();
        frame.pc = target as usize;
    }
}

/// Whether a frame is that of a generator of the engine's own that stands for an iterator.
fn is_iterator(frame: &Frame) -> bool {
    let generator = frame
        .owner
        .as_ref()
        .is_some_and(|owner| matches!(owner.kind, GeneratorKind::Generator | GeneratorKind::Builtin(_)));
    generator
        && frame.function.as_ref().is_some_and(|function| {
            let source = &function.code.source;
            source.hidden && ["<prelude>", "<itertools>"].contains(&source.filename.as_str())
        })
}

/// What must not come out of a generator of that kind: its own ends are told by it.
fn forbidden(kind: GeneratorKind, error: &Exc) -> Option<&'static str> {
    if error.is(ExcKind::StopIteration) {
        return Some("StopIteration");
    }
    let asynchronous = kind == GeneratorKind::AsyncGenerator && error.is(ExcKind::StopAsyncIteration);
    asynchronous.then_some("StopAsyncIteration")
}
