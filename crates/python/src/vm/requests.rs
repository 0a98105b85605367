//! What natives and operations leave to the run loop: asking for it, and carrying it out between two instructions.

use std::rc::Rc;

use loopscope_core::time::Time;

use crate::native::NativeResult;
use crate::objects::{Exc, Function, Generator, Str, runtime_error};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::call::Keywords;
use crate::vm::frame::{Fiber, Frame, Input, Namespace, OnReturn, Stop};
use crate::vm::origins::Made;

/// What a native asks the run loop to do in its stead.
pub(crate) enum Request {
    /// Call this and deliver the result.
    Call { callable: Value, positional: Vec<Value>, keywords: Vec<(Value, Value)>, then: OnReturn },
    /// Run the frame of a call that has its arguments, and deliver the result as the frame says.
    Run(Box<Frame>),
    /// Run a class body in its namespace.
    ClassBody { body: Rc<Function>, namespace: Rc<Namespace>, then: OnReturn },
    /// Make an instance of a class, whatever its metaclass says: `type.__call__`.
    Instantiate { class: Rc<crate::objects::Class>, positional: Vec<Value>, keywords: Vec<(Value, Value)> },
    /// Ask the running frame for what zero-argument `super()` needs.
    Super,
    /// Ask the running frame for its local variables.
    Locals,
    /// Ask the running frame for the sorted names of its local variables.
    Names,
    /// Ask the running frame for its globals.
    Globals,
    /// The frame of the program that stands that many above the innermost one, as an object that leads on through `most`
    /// frames in all; None if there is none.
    Frame { above: usize, most: usize, then: OnReturn },
    /// Resume a generator.
    Resume { generator: Rc<Generator>, input: Input, then: OnReturn },
    /// Note where something was made, then go on with the value.
    Place { made: Made, depth: usize, value: Value },
    /// Write this to stderr or stdout, as of the line of the program that led to it, then go on with the value.
    Write { to_stderr: bool, text: Rc<Str>, value: Value },
    /// Block until that moment, then go on with the value.
    Sleep(Time),
    /// Block until something changes, at the latest until that moment, then go on with the value.
    Park(Time, Value),
    /// Run what is in `Vm::runs`; its result is the native's.
    RunLoop,
}

impl Request {
    /// What is to be done with the result of a call, if a call is asked for.
    pub(crate) fn then(&mut self) -> Option<&mut OnReturn> {
        match self {
            Request::Call { then, .. } => Some(then),
            Request::Run(frame) => Some(&mut frame.on_return),
            _ => None,
        }
    }
}

/// `then` after `first`.
#[cfg_attr(page, optimize(speed))]
pub(crate) fn both(first: OnReturn, then: OnReturn) -> OnReturn {
    match (first, then) {
        (OnReturn::Push, then) => then,
        (first, OnReturn::Push) => first,
        (first, then) => OnReturn::Then(Box::new((first, then))),
    }
}

impl Vm {
    /// Carries out the request that a native or an operation left.
    #[cfg_attr(page, optimize(speed))]
    pub(crate) fn carry_out(&mut self, fiber: &mut Fiber, outer: OnReturn) -> Result<Option<Stop>, Exc> {
        fiber.note_place();
        match self.request.take() {
            None => Err(runtime_error("a native function returned nothing")),
            Some(Request::Call { callable, positional, keywords, then }) => {
                self.call_with(fiber, callable, positional, keywords, both(then, outer))
            }
            Some(Request::Run(mut frame)) => {
                let then = std::mem::take(&mut frame.on_return);
                self.enter(fiber, frame, both(then, outer))
            }
            Some(Request::ClassBody { body, namespace, then }) => {
                let mut frame = self.bind(&body, Vec::new(), Vec::new())?;
                frame.namespace = Some(namespace);
                frame.on_return = both(then, outer);
                fiber.frames.push(frame);
                Ok(None)
            }
            Some(Request::Instantiate { class, positional, keywords }) => {
                self.instantiate(fiber, &class, positional, keywords, outer)
            }
            Some(Request::Super) => {
                let value = self.super_here(fiber)?;
                self.deliver(fiber, outer, value)
            }
            Some(Request::Locals) => {
                let value = self.locals_here(fiber)?;
                self.deliver(fiber, outer, value)
            }
            Some(Request::Names) => {
                let locals = self.locals_here(fiber)?;
                let names = self.prelude("sorted", vec![locals, Value::None, Value::Bool(false)])?;
                debug_assert!(names.is_nothing(), "the prelude answers by request");
                self.carry_out(fiber, outer)
            }
            Some(Request::Globals) => {
                let globals = fiber.frames.last().and_then(|frame| frame.function.as_ref());
                let globals =
                    globals.map_or_else(|| self.main.dict.clone(), |function| function.globals.clone());
                self.deliver(fiber, outer, Value::Dict(globals))
            }
            Some(Request::Frame { above, most, then }) => {
                let value = self.frame_above(fiber, above, most);
                self.deliver(fiber, both(then, outer), value)
            }
            Some(Request::Resume { generator, input, then }) => {
                self.resume(fiber, &generator, input, both(then, outer))
            }
            Some(Request::Place { made, depth, value }) => {
                self.keep_place(fiber, made, depth);
                self.deliver(fiber, outer, value)
            }
            Some(Request::Write { to_stderr, text, value }) => {
                let here = self.here.clone();
                self.come_to(fiber);
                self.write(to_stderr, &text);
                self.here = here;
                self.deliver(fiber, outer, value)
            }
            Some(Request::Sleep(moment)) => {
                self.deliver(fiber, outer, Value::None)?;
                Ok(Some(Stop::Sleep(moment)))
            }
            Some(Request::Park(moment, value)) => {
                self.deliver(fiber, outer, value)?;
                Ok(Some(Stop::Park(moment)))
            }
            Some(Request::RunLoop) => {
                let frames = fiber.frames.iter();
                self.outside =
                    frames.filter_map(|frame| Some((frame.function.clone()?, frame.op()))).collect();
                if let Some(task) = self.asyncio.unplaced.take() {
                    self.keep_place(fiber, Made::Future(task), usize::MAX);
                }
                Ok(Some(Stop::RunLoop))
            }
        }
    }

    /// Asks for a call; `receiver` comes first unless it is `Nothing`. Always gives `Nothing`.
    pub(crate) fn request_call(
        &mut self,
        callable: Value,
        receiver: Value,
        mut positional: Vec<Value>,
        keywords: Keywords,
    ) -> NativeResult {
        if !receiver.is_nothing() {
            positional.insert(0, receiver);
        }
        self.request = Some(Request::Call { callable, positional, keywords, then: OnReturn::Push });
        Ok(Value::Nothing)
    }

    /// The same with something to do with the result first.
    #[cfg_attr(page, optimize(speed))]
    pub(crate) fn request_then(
        &mut self,
        callable: Value,
        arguments: &[&Value],
        then: OnReturn,
    ) -> NativeResult {
        self.request = Some(match callable {
            Value::Function(function) if function.takes_exactly(arguments.len()) => {
                Request::Run(self.frame_with(function, arguments, then))
            }
            callable => {
                let positional = arguments.iter().map(|&argument| argument.clone()).collect();
                Request::Call { callable, positional, keywords: Vec::new(), then }
            }
        });
        Ok(Value::Nothing)
    }

    /// A frame for a function that takes exactly these arguments.
    #[cfg_attr(page, optimize(speed))]
    fn frame_with(&mut self, function: Rc<Function>, arguments: &[&Value], then: OnReturn) -> Box<Frame> {
        let mut frame = self.frame_from_pool();
        let slots = function.code.local_names.len();
        frame.values.reserve(slots + function.code.stack_size as usize);
        for argument in arguments {
            frame.values.push(Value::clone(argument));
        }
        for _ in arguments.len()..slots {
            frame.values.push(Value::Nothing);
        }
        if function.code.free_count != 0 {
            super::binding::fill_closure(&function, &mut frame.values);
        }
        frame.function = Some(function);
        frame.on_return = then;
        frame
    }
}
