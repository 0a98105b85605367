//! GeneratorExit on its way into generators that await each other, or yield from each other.
//!
//! The innermost is closed first, then whoever awaits it, and so on: each gets a GeneratorExit of its own, whether the one that
//! it awaits ended with that or swallowed it. One that goes on to wait, or yields, raises a RuntimeError there.
//!
//! Mirrors `gen_close`, `gen_close_iter` and the beginning of `_gen_throw` in CPython's `genobject.c`.

use crate::objects::{Exc, ExcKind, Exception, GeneratorKind, GeneratorState, runtime_error};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::async_generator::ends;
use crate::vm::frame::{Fiber, Input, OnReturn, Stop};

/// The RuntimeError of what yields where it is closed.
pub(super) fn ignored_exit(kind: GeneratorKind) -> Exc {
    let noun = match kind {
        GeneratorKind::Coroutine => "coroutine",
        _ => "generator",
    };
    runtime_error(format!("{noun} ignored GeneratorExit"))
}

/// Whether closing something ends well with that error.
pub(super) fn is_closed_by(error: &Exc) -> bool {
    ends(error) || error.is(ExcKind::StopIteration)
}

/// Makes of what is thrown into the frame at `first` what the top frame gets, which lies on that one.
#[inline]
#[cfg_attr(page, optimize(speed))]
pub(super) fn close_above(fiber: &mut Fiber, first: usize, input: &mut Input) {
    if let Input::Throw(error) = input {
        close_frames(fiber, first, error);
    }
}

#[cold]
fn close_frames(fiber: &mut Fiber, first: usize, error: &mut Exc) {
    if !error.is(ExcKind::GeneratorExit) || fiber.frames.len() <= first + 1 {
        return;
    }
    for frame in &mut fiber.frames[first + 1..] {
        let next = Exception::new(ExcKind::GeneratorExit, Vec::new());
        frame.closing = Some(std::mem::replace(error, next));
    }
    fiber.closing = true;
}

impl Vm {
    /// The top frame would let something through to whoever resumed the innermost generator: refused where one of the generators
    /// between them is being closed. It stays suspended, and who awaits it gets the error.
    #[cold]
    pub(super) fn refuse_yield(&mut self, fiber: &mut Fiber) -> Option<Result<Option<Stop>, Exc>> {
        let base = fiber.base;
        let Some(at) = fiber.frames.iter().rposition(|frame| frame.closing.is_some()) else {
            fiber.closing = false;
            return None;
        };
        if at <= base {
            return None;
        }
        let mut frames = fiber.frames.split_off(at);
        let first = frames.first_mut()?;
        first.closing = None;
        let (_, owner) = self.suspend_first(fiber, first);
        fiber.base = base;
        self.inherited = self.inherited_here(fiber);
        let kind = owner.as_ref().map_or(GeneratorKind::Coroutine, |owner| owner.kind);
        if let Some(owner) = owner {
            self.heap.generator(&owner);
            owner.state.replace(GeneratorState::Suspended(frames));
        }
        // A step of an asynchronous generator is closed as a coroutine is.
        let kind = if kind == GeneratorKind::AsyncGenerator { GeneratorKind::Coroutine } else { kind };
        Some(self.throw(fiber, ignored_exit(kind)))
    }

    /// The top frame is closed where it awaits an iterator of the program's, which is closed first.
    pub(super) fn close_iterator(
        &mut self,
        fiber: &mut Fiber,
        iterator: &Value,
        exit: Exc,
    ) -> Result<Option<Stop>, Exc> {
        let Some(close) = self.find_attr(iterator, "close")? else { return self.throw(fiber, exit) };
        let exit = OnReturn::Instead(Value::Exception(exit));
        let raise = OnReturn::Then(Box::new((exit, OnReturn::Raise(Value::Nothing))));
        self.request_then(close, &[], raise)?;
        self.carry_out(fiber, OnReturn::Push)
    }
}
