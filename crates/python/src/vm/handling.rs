//! Which exception is being handled: what a bare `raise` raises again, and what a new exception has as its context.
//!
//! Mirrors CPython's stack of `exc_info`: each generator has a level of its own, which begins where it is resumed. What its
//! level does not handle it inherits from those below. Where an exception is thrown into generators that await each other,
//! the levels between the innermost and whoever threw it are passed by, as CPython's `_gen_throw` does.

use std::rc::Rc;

use crate::objects::Exc;
use crate::vm::Vm;
use crate::vm::frame::{Fiber, Frame, Input};

/// What a fiber handles while it does not run.
#[derive(Default)]
pub(crate) struct Handling {
    /// In the level of its top frame.
    pub(crate) own: Option<Exc>,
    /// In the levels below.
    inherited: Option<Exc>,
}

impl Handling {
    /// Of frames that somebody else has suspended, the levels of which lie on each other.
    pub(crate) fn of(frames: &[Box<Frame>]) -> Handling {
        let inherited = frames.iter().rev().find_map(|frame| frame.outer_handled.clone());
        Handling { own: None, inherited }
    }
}

fn same(a: &Option<Exc>, b: &Option<Exc>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => Rc::ptr_eq(a, b),
        (None, None) => true,
        _ => false,
    }
}

/// Gives an exception the one that is being handled as its context. Mirrors `_PyErr_SetObject`.
fn link(error: &Exc, handled: Option<&Exc>) {
    let Some(handled) = handled else { return };
    if Rc::ptr_eq(handled, error) {
        return;
    }
    // The chain of the one being handled may lead back to this one: cut it there.
    let mut link = handled.clone();
    loop {
        let next = link.context.borrow().clone();
        match next {
            Some(next) if Rc::ptr_eq(&next, error) => {
                link.context.replace(None);
                break;
            }
            Some(next) => link = next,
            None => break,
        }
    }
    drop(error.context.replace(Some(handled.clone())));
}

impl Vm {
    /// The exception that is being handled. Mirrors `_PyErr_GetTopmostException`.
    pub(crate) fn topmost(&self) -> Option<&Exc> {
        self.handled.as_ref().or(self.inherited.as_ref())
    }

    /// An exception is raised: the one being handled is its context.
    pub(crate) fn chain(&mut self, error: &Exc) {
        link(error, self.topmost());
    }

    /// An exception comes out of what this level awaits, or is thrown into it. Mirrors `_PyErr_ChainStackItem`.
    pub(crate) fn chain_thrown(&mut self, error: &Exc) {
        link(error, self.handled.as_ref());
    }

    /// A generator's frame is on the fiber: its level begins.
    pub(crate) fn enter_level(&mut self, frame: &mut Frame) {
        let own = frame.own_handled.take();
        frame.outer_handled = std::mem::replace(&mut self.handled, own);
        if frame.outer_handled.is_some() {
            self.inherited.clone_from(&frame.outer_handled);
        }
    }

    /// A generator's frame has left the fiber: the level below goes on.
    pub(crate) fn leave_level(&mut self, fiber: &Fiber, frame: &mut Frame) {
        self.handled = frame.outer_handled.take();
        if self.handled.is_some() {
            self.inherited = self.inherited_here(fiber);
        }
    }

    /// A fiber goes on at an await with `input`.
    pub(crate) fn resume_levels(&mut self, fiber: &mut Fiber, input: &Input) {
        let throws = matches!(input, Input::Throw(_));
        match fiber.frames.get_mut(fiber.base) {
            Some(first) if throws || first.thrown => first.thrown = throws,
            _ => return,
        }
        self.inherited = self.inherited_here(fiber);
    }

    /// Whether exceptions on their way through the innermost generators were thrown into them.
    pub(crate) fn is_thrown(&self, fiber: &Fiber) -> bool {
        fiber.frames.get(fiber.base).is_some_and(|first| first.thrown)
    }

    /// What the level of the top frame inherits.
    pub(crate) fn inherited_here(&self, fiber: &Fiber) -> Option<Exc> {
        let (mut end, mut base) = (fiber.frames.len(), fiber.base);
        while let Some(mut at) = fiber.frames[..end].iter().rposition(|frame| frame.owner.is_some()) {
            if at >= base && fiber.frames[base].thrown {
                at = base;
            }
            let frame = &fiber.frames[at];
            if frame.outer_handled.is_some() {
                return frame.outer_handled.clone();
            }
            if at == base {
                base = frame.base;
            }
            end = at;
        }
        self.floor.clone()
    }

    /// Runs something in a thread of its own, which handles nothing.
    pub(crate) fn without_handling<R>(&mut self, run: impl FnOnce(&mut Vm) -> R) -> R {
        let outer = (self.handled.take(), self.inherited.take());
        let result = run(self);
        (self.handled, self.inherited) = outer;
        result
    }

    /// Runs something on a fiber of its own, above what is handled here.
    pub(crate) fn with_handling<R>(&mut self, handling: &mut Handling, run: impl FnOnce(&mut Vm) -> R) -> R {
        let (outer, below) = (self.handled.take(), self.inherited.take());
        let floor = outer.clone().or_else(|| below.clone());
        let old_floor = std::mem::replace(&mut self.floor, floor);
        self.handled = handling.own.take();
        self.inherited = handling.inherited.take().or_else(|| self.floor.clone());
        let result = run(self);
        handling.own = std::mem::replace(&mut self.handled, outer);
        let inherited = std::mem::replace(&mut self.inherited, below);
        let floor = std::mem::replace(&mut self.floor, old_floor);
        if !same(&inherited, &floor) {
            handling.inherited = inherited;
        }
        result
    }
}
