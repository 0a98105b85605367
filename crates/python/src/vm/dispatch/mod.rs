//! The run loop: one match over the instructions of the running frame.
//!
//! ```text
//! mod           the loop around: requests, errors, the end of a fiber
//! instructions  the match
//! shorthands    what its instructions are written in
//! quick         the plain ones among them, in a loop of their own
//! plain         arithmetic, comparisons, truth; moving values
//! calls         frames for calls, globals
//! items         items of lists and ranges
//! elsewhere     what is not in the match -> build, blocks, names
//! ```
//!
//! Plain work on plain values happens here; everything else is a call into the neighbours. An operation that
//! has to run the program's code answers `Value::Nothing` and leaves a request (see [`Vm::request`]),
//! which is carried out between two instructions. The loop never blocks and never recurses for a call of
//! Python by Python.

#[macro_use]
mod shorthands;

mod blocks;
mod build;
mod calls;
mod elsewhere;
mod instructions;
mod items;
mod names;
mod plain;
mod quick;

use std::rc::Rc;

use crate::objects::{Exc, Function};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::frame::{Fiber, Frame, Input, OnReturn, Stop};

pub(super) use plain::quick_compare;

/// Why the inner loop was left.
enum Leave {
    /// There is a request to carry out.
    Request(OnReturn),
    /// The running frame raises.
    Raise(Exc),
    /// It raises again what it caught.
    Reraise(Exc),
    /// The fiber stops.
    Stop(Stop),
    /// The fuel is used up.
    OutOfFuel,
}

impl From<Exc> for Leave {
    fn from(error: Exc) -> Leave {
        Leave::Raise(error)
    }
}

impl Frame {
    fn pop(&mut self) -> Result<Value, Leave> {
        self.values.pop().ok_or_else(empty_stack)
    }

    /// Pushes a result, or leaves to carry out the request that stands for it.
    fn answer(&mut self, result: Value, then: OnReturn) -> Result<(), Leave> {
        match result {
            Value::Nothing => return Err(Leave::Request(then)),
            value => self.values.push(value),
        }
        Ok(())
    }
}

/// What correct code never does.
#[cold]
fn empty_stack() -> Leave {
    Leave::Raise(crate::objects::runtime_error("nothing on the stack"))
}

impl Vm {
    /// Runs a fiber until it stops.
    #[cfg_attr(page, optimize(speed))]
    pub(crate) fn run(&mut self, fiber: &mut Fiber, input: Input) -> Stop {
        if let Some(stop) = self.begin(fiber, input) {
            return stop;
        }
        loop {
            let outcome = match self.run_frames(fiber) {
                Leave::Raise(error) => Err(error),
                Leave::Request(then) => self.carry_out(fiber, then),
                Leave::Reraise(error) => match self.unwind(fiber, error, true) {
                    Ok(stop) => Ok(stop),
                    Err(error) => return Stop::Raise(error),
                },
                Leave::Stop(stop) => return stop,
                Leave::OutOfFuel if self.nested == 0 => return Stop::OutOfFuel,
                Leave::OutOfFuel => self.nested_fuel(),
            };
            let outcome = match outcome {
                // It was thrown, and has come through all of them.
                Err(error) if fiber.frames.is_empty() => Err(error),
                Err(error) => {
                    self.chain(&error);
                    self.unwind(fiber, error, false)
                }
                fine => fine,
            };
            match outcome {
                Ok(None) => {}
                Ok(Some(stop)) => return stop,
                Err(error) => return Stop::Raise(error),
            }
        }
    }

    /// Lets go of a value; what it leaves behind is dealt with here and now.
    fn let_go(&mut self, function: &Rc<Function>, frame: &Frame, value: Value) {
        drop(value);
        if self.has_dropped() {
            self.set_here(function, frame.pc - 1);
            self.tidy();
        }
    }
}
