//! Frames that have ended are kept for the calls to come; local variables that a traceback still leads to are left with it.

use std::rc::{Rc, Weak};

use crate::heap::is_flat;
use crate::objects::Remains;
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::frame::{Fiber, Frame};
use crate::vm::stack::Stack;

/// So many frames that have ended may lead to their callers. (CPython's collector looks at new objects when there are 2,000.)
const MOST_LINKS: usize = 2_000;

impl Vm {
    /// A frame to be filled.
    #[inline]
    #[cfg_attr(page, optimize(speed))]
    pub(crate) fn frame_from_pool(&mut self) -> Box<Frame> {
        self.pool.pop().unwrap_or_else(|| Box::new(Frame::empty()))
    }

    /// Takes back a frame that has ended and is no longer on its fiber.
    #[inline]
    #[cfg_attr(page, optimize(speed))]
    pub(crate) fn retire(&mut self, fiber: &mut Fiber, mut frame: Box<Frame>) {
        if frame.remains.is_some() {
            self.leave_remains(fiber, &mut frame);
        }
        self.recycle(frame);
    }

    /// Takes back a frame of which nothing is to be kept: it has not begun, or has been retired.
    #[inline]
    #[cfg_attr(page, optimize(speed))]
    pub(crate) fn recycle(&mut self, mut frame: Box<Frame>) {
        frame.values.truncate(0);
        frame.function = None;
        frame.pc = 0;
        if !std::mem::take(&mut frame.bare) {
            frame.strip();
        }
        if self.pool.len() < 256 {
            self.pool.push(frame);
        }
    }

    /// A frame that tracebacks lead to ends: they keep its local variables, and lead to its caller.
    #[cold]
    fn leave_remains(&mut self, fiber: &mut Fiber, frame: &mut Frame) {
        let Some(remains) = frame.remains.take() else { return };
        if Rc::strong_count(&remains) > 1 {
            let locals = locals_of(frame);
            drop_operands(&mut frame.values, locals);
            if self.linked.len() >= MOST_LINKS {
                self.forget_callers();
            }
            if let Some(caller) = self.remains_of_caller(fiber) {
                remains.called_by(Some(caller));
                self.linked.push(Rc::downgrade(&remains));
            }
            remains.keep(self.take_locals(frame));
            self.heap.store(remains);
        }
    }

    /// Tracebacks lead no further than to their own frames. It ends the circles of functions that keep an error in a local
    /// variable, where CPython's collector of cycles would have come by.
    pub(super) fn forget_callers(&mut self) {
        for remains in std::mem::take(&mut self.linked).iter().filter_map(Weak::upgrade) {
            remains.called_by(None);
        }
    }

    /// What the frame that called will leave behind. Mirrors `_PyFrame_GetFirstComplete`: what is C in CPython has no frame.
    fn remains_of_caller(&mut self, fiber: &mut Fiber) -> Option<Rc<Remains>> {
        let has_frame = |frame: &&mut Box<Frame>| {
            frame.function.as_ref().is_some_and(|function| function.code.source.filename != "<prelude>")
        };
        match fiber.frames.iter_mut().rev().find(has_frame) {
            Some(caller) => Some(caller.remains.get_or_insert_default().clone()),
            None => self.remains_of_loop(),
        }
    }

    /// What asyncio's own frames below a fiber hold.
    pub(super) fn remains_of_loop(&mut self) -> Option<Rc<Remains>> {
        let tasks = self.asyncio.running_loop()?.being_shut_down();
        if tasks.is_empty() {
            return None;
        }
        if let Some(known) = self.asyncio.below.upgrade() {
            return Some(known);
        }
        let tasks = tasks.iter().map(|task| crate::asyncio::future_value(self, task)).collect();
        let remains = Remains::new(tasks);
        self.asyncio.below = Rc::downgrade(&remains);
        self.heap.store(remains.clone());
        Some(remains)
    }

    /// The local variables of a frame, where they are worth keeping.
    pub(super) fn take_locals(&mut self, frame: &mut Frame) -> Vec<Value> {
        if frame.values.iter().all(is_flat) {
            return Vec::new();
        }
        let locals = frame.values.split_off(0);
        self.count_memory(locals.capacity() * size_of::<Value>());
        locals
    }
}

/// How many values of a frame are its local variables.
pub(super) fn locals_of(frame: &Frame) -> usize {
    frame.function.as_ref().map_or(0, |function| function.code.local_names.len())
}

/// Drops what is beyond the first `kept` values, the top first.
pub(super) fn drop_operands(values: &mut Stack, kept: usize) {
    while values.len() > kept {
        drop(values.pop());
    }
}
