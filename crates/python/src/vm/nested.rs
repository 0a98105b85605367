//! Running the program's code inside a native: bounded, and only where nothing else will do.

use std::rc::Rc;

use crate::native::NativeResult;
use crate::objects::{Exc, Generator, GeneratorState, runtime_error};
use crate::value::Value;
use crate::vm::deliver::recursion_error;
use crate::vm::frame::{Fiber, Input, OnReturn, Stop};
use crate::vm::handling::Handling;
use crate::vm::{Request, Vm};

/// How deep nested runs may be inside each other: each takes Rust stack.
const DEEPEST: u32 = 40;
/// The instructions that one nested run may take after the slice's fuel is gone.
const PATIENCE: i64 = 50_000_000;

impl Vm {
    /// Calls and waits for the result in a nested run: only where neither [`Vm::tail_call`] nor the prelude will
    /// do (comparisons inside containers). Such calls cannot suspend, and nest only some 40 deep.
    pub fn call_nested(&mut self, callable: &Value, positional: &[Value]) -> NativeResult {
        if let Value::Native(native) = callable {
            let value = self.call_native(native.body, positional, Vec::new())?;
            return self.finish_nested(value);
        }
        let request = Request::Call {
            callable: callable.clone(),
            positional: positional.to_vec(),
            keywords: Vec::new(),
            then: OnReturn::Push,
        };
        self.run_nested(request)
    }

    /// The value itself, or what the request that it stands for gives in a nested run.
    pub(crate) fn finish_nested(&mut self, value: Value) -> NativeResult {
        if !value.is_nothing() {
            return Ok(value);
        }
        match self.request.take() {
            Some(request) => self.run_nested(request),
            None => Err(runtime_error("a native function returned nothing")),
        }
    }

    /// Resumes a generator in a nested run; Ok is what it yields.
    pub(crate) fn resume_nested(&mut self, generator: &Rc<Generator>, input: Input) -> NativeResult {
        if matches!(&*generator.state.borrow(), GeneratorState::Finished) {
            return Err(super::deliver::stop_iteration(Value::None));
        }
        self.run_nested(Request::Resume { generator: generator.clone(), input, then: OnReturn::Next })
    }

    pub(crate) fn run_nested(&mut self, request: Request) -> NativeResult {
        if self.nested >= DEEPEST {
            return Err(recursion_error());
        }
        let outer_here = self.here.clone();
        let (outer_depth, outer_level) = (self.depth, self.level);
        self.nested += 1;
        self.depth = self.level;
        let result = self.with_handling(&mut Handling::default(), |vm| vm.run_request(request));
        self.depth = outer_depth;
        self.level = outer_level;
        self.nested -= 1;
        self.here = outer_here;
        result
    }

    fn run_request(&mut self, request: Request) -> NativeResult {
        let mut fiber = Fiber::default();
        self.request = Some(request);
        let resumes = matches!(&self.request, Some(Request::Resume { .. }));
        let stop = match self.carry_out(&mut fiber, OnReturn::Push) {
            Ok(Some(stop)) => stop,
            Ok(None) => self.run(&mut fiber, Input::Continue),
            Err(error) => match self.unwind(&mut fiber, error, false) {
                Ok(Some(stop)) => stop,
                Ok(None) => self.run(&mut fiber, Input::Continue),
                Err(error) => return Err(error),
            },
        };
        match stop {
            Stop::Return(value) if resumes => Err(super::deliver::stop_iteration(value)),
            Stop::Return(value) => Ok(value),
            Stop::Raise(error) | Stop::Killed(error) => Err(error),
            Stop::Yield(value) if resumes => {
                self.suspend_nested(&mut fiber);
                Ok(value)
            }
            Stop::Await(future) if resumes => {
                self.suspend_nested(&mut fiber);
                Ok(crate::asyncio::future_value(self, &future))
            }
            Stop::Yield(_) | Stop::Await(_) => {
                Err(runtime_error("cannot await inside a comparison, hash or repr method"))
            }
            Stop::Sleep(_) | Stop::Park(_) | Stop::RunLoop => {
                Err(runtime_error("cannot block inside a comparison, hash or repr method"))
            }
            Stop::OutOfFuel => Err(runtime_error("a comparison, hash or repr method ran for too long")),
        }
    }

    /// The generator stays as it is, to be resumed again.
    fn suspend_nested(&mut self, fiber: &mut Fiber) {
        if let Some(frame) = fiber.frames.first_mut()
            && let Some(owner) = frame.owner.take()
        {
            frame.on_return = OnReturn::Push;
            let state = GeneratorState::Suspended(std::mem::take(&mut fiber.frames));
            self.heap.generator(&owner);
            owner.state.replace(state);
        }
    }

    /// A nested run has used the slice's fuel: it goes on for a while, it cannot be suspended.
    pub(crate) fn nested_fuel(&mut self) -> Result<Option<Stop>, Exc> {
        self.overdrawn += 1_000_000;
        if self.overdrawn > PATIENCE {
            let error = runtime_error("a comparison, hash or repr method ran for too long");
            self.killed = Some(error.clone());
            return Err(error);
        }
        self.given += 1_000_000 - self.fuel;
        self.fuel = 1_000_000;
        Ok(None)
    }
}
