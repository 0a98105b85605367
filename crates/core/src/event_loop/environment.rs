//! What the loops of one program share.

use std::cell::Cell;
use std::rc::Rc;

use crate::clock::Clock;
use crate::context::Context;
use crate::ids::{FutureId, TaskId};
use crate::instrument::Instrument;

/// What the loops of one program share: the clock, the instrument, the numbering and the current context.
pub struct Environment {
    pub(super) clock: Rc<dyn Clock>,
    pub(super) instrument: Option<Rc<dyn Instrument>>,
    pub(super) tasks: Cell<u32>,
    pub(super) task_numbers: Cell<u32>,
    pub(super) futures: Cell<u32>,
    pub(super) timers: Cell<u32>,
    callbacks: Cell<u32>,
    /// The context of what runs now; empty until it is asked for.
    context: Cell<Option<Context>>,
}

impl Environment {
    /// A fresh numbering over `clock`, told to `instrument`.
    #[must_use]
    pub fn new(clock: Rc<dyn Clock>, instrument: Option<Rc<dyn Instrument>>) -> Rc<Environment> {
        Rc::new(Environment {
            clock,
            instrument,
            tasks: Cell::new(0),
            task_numbers: Cell::new(0),
            futures: Cell::new(0),
            timers: Cell::new(0),
            callbacks: Cell::new(0),
            context: Cell::new(None),
        })
    }

    /// The clock.
    #[must_use]
    pub fn clock(&self) -> &Rc<dyn Clock> {
        &self.clock
    }

    pub(crate) fn context_cell(&self) -> &Cell<Option<Context>> {
        &self.context
    }

    /// Who listens, if anybody does.
    #[must_use]
    pub fn instrument(&self) -> Option<&Rc<dyn Instrument>> {
        self.instrument.as_ref()
    }

    pub(crate) fn next_task_id(&self) -> TaskId {
        TaskId(next(&self.tasks))
    }

    /// The id of the last task that was made.
    pub(crate) fn tasks_made(&self) -> u32 {
        self.tasks.get()
    }

    pub(crate) fn next_callback(&self) -> u32 {
        next(&self.callbacks)
    }

    pub(crate) fn next_future_id(&self) -> FutureId {
        FutureId(next(&self.futures))
    }
}

pub(super) fn next(counter: &Cell<u32>) -> u32 {
    counter.set(counter.get().wrapping_add(1));
    counter.get()
}
