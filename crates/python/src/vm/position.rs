//! Where the program is, and what the instrument is told of it: entering and leaving coroutines, awaits, blocking.
//!
//! A run is the same whether an instrument listens or not.

use std::rc::Rc;

use loopscope_core::ids::CoroutineId;
use loopscope_core::instrument::Location;
use loopscope_core::time::Time;

use crate::objects::{Function, Generator};
use crate::vm::Vm;
use crate::vm::frame::{Fiber, Frame};

impl Vm {
    /// Where the program is.
    pub(crate) fn location(&self) -> Location {
        match &self.here {
            Some((code, op)) => match code.ranges.get(*op) {
                Some((start, _)) => code.source.place(*start),
                None => Location::default(),
            },
            None => Location::default(),
        }
    }

    #[cfg_attr(page, optimize(speed))]
    pub(crate) fn tell_entered(&self, generator: &Generator, frame: &Frame) {
        if !self.origins.borrow().is_empty() {
            self.origins.borrow_mut().remove(&generator.id);
        }
        if let (Some(instrument), Some(function)) = (&self.instrument, &frame.function)
            && generator.id != 0
        {
            let code = &function.code;
            let location = match code.source.hidden {
                true => Location::default(),
                false => Location { line: code.first_line, column: 1 },
            };
            let task = self.current_task_id();
            let name = generator.qualname.borrow().clone();
            instrument.frame_enter(self.clock.now(), task, CoroutineId(generator.id), &name, location);
        }
    }

    #[cfg_attr(page, optimize(speed))]
    pub(crate) fn tell_left(&self, id: u32) {
        if let Some(instrument) = &self.instrument {
            instrument.frame_leave(self.clock.now(), self.current_task_id(), CoroutineId(id));
        }
    }

    /// Notes where the program is, for hooks and warnings.
    #[inline]
    #[cfg_attr(page, optimize(speed))]
    pub(crate) fn set_here(&mut self, function: &Rc<Function>, op: usize) {
        match &mut self.here {
            Some((code, at)) if Rc::ptr_eq(code, &function.code) => *at = op,
            here => *here = Some((function.code.clone(), op)),
        }
    }

    pub(super) fn tell_await(&mut self, fiber: &Fiber) {
        if self.instrument.is_some() {
            self.tell_fiber(fiber);
        }
    }

    /// Tells the instrument where the program is.
    pub(crate) fn tell_location(&self) {
        if let (Some(instrument), Some((code, op))) = (&self.instrument, &self.here)
            && !code.source.hidden
            && !code.source.generated
            && let Some((start, _)) = code.ranges.get(*op)
        {
            instrument.location(self.clock.now(), self.current_task_id(), code.source.place(*start));
        }
    }

    /// Tells the instrument that the watched line is reached; nothing else of the run may change by it.
    #[cold]
    pub(crate) fn tell_reached(&self) {
        if let Some(instrument) = &self.instrument {
            instrument.reached(self.clock.now(), self.current_task_id());
        }
    }

    /// Tells the instrument that a blocking call begins.
    pub(crate) fn tell_blocked(&self, until: Time) {
        self.tell_location();
        if let Some(instrument) = &self.instrument {
            instrument.block_begin(self.clock.now(), self.current_task_id(), until);
        }
    }

    /// Tells the instrument that a blocking call is over.
    pub(crate) fn tell_unblocked(&self) {
        if let Some(instrument) = &self.instrument {
            instrument.block_end(self.clock.now(), self.current_task_id());
        }
    }

    /// Tells the instrument where a fiber is that goes on now.
    pub(crate) fn tell_fiber(&mut self, fiber: &Fiber) {
        if self.come_to(fiber) {
            self.tell_location();
        }
    }

    /// Goes to the innermost frame of the program's own, if there is one.
    pub(super) fn come_to(&mut self, fiber: &Fiber) -> bool {
        for frame in fiber.frames.iter().rev() {
            if let Some(function) = &frame.function
                && !function.code.source.hidden
            {
                self.set_here(function, frame.op());
                return true;
            }
        }
        false
    }
}
