//! Methods of generators and coroutines, and what of their frames a program can see.

use std::rc::Rc;

use super::receiver;
use crate::native::{Args, NativeDef, NativeResult, TypeDef};
use crate::objects::{
    Dict, Exc, Function, Generator, GeneratorKind, GeneratorState, NativeData, attribute_error, type_error,
};
use crate::stdlib::sys::FRAMES_SHOWN;
use crate::value::Value;
use crate::vm::frame::{Fiber, Frame, Input, OnReturn};
use crate::vm::{Request, Vm, intern};

pub(super) const GENERATOR_TYPE: TypeDef =
    TypeDef { name: "generator", constructor: None, methods: GENERATOR };

pub(super) const COROUTINE: TypeDef =
    TypeDef { name: "coroutine", constructor: None, methods: COROUTINE_METHODS };

pub(super) const COROUTINE_WRAPPER: TypeDef = TypeDef {
    name: "coroutine_wrapper",
    constructor: None,
    methods: &[
        NativeDef::method("send", generator_send),
        NativeDef::method("throw", generator_throw),
        NativeDef::method("close", generator_close),
        NativeDef::method("__next__", wrapper_next),
        NativeDef::method("__iter__", itself),
    ],
};

static GENERATOR: &[NativeDef] = &[
    NativeDef::method("send", generator_send),
    NativeDef::method("throw", generator_throw),
    NativeDef::method("close", generator_close),
    NativeDef::method("__next__", generator_next),
    NativeDef::method("__iter__", itself),
    NativeDef::property("__name__", generator_name),
    NativeDef::property("__qualname__", generator_qualname),
    NativeDef::property("gi_running", generator_running),
    NativeDef::property("gi_suspended", generator_suspended),
    NativeDef::property("gi_code", generator_code),
    NativeDef::property("gi_frame", generator_frame),
    NativeDef::property("gi_yieldfrom", generator_await),
];

static COROUTINE_METHODS: &[NativeDef] = &[
    NativeDef::method("send", generator_send),
    NativeDef::method("throw", generator_throw),
    NativeDef::method("close", generator_close),
    NativeDef::method("__await__", coroutine_await),
    NativeDef::property("__name__", generator_name),
    NativeDef::property("__qualname__", generator_qualname),
    NativeDef::property("cr_running", generator_running),
    NativeDef::property("cr_suspended", generator_suspended),
    NativeDef::property("cr_code", generator_code),
    NativeDef::property("cr_frame", generator_frame),
    NativeDef::property("cr_await", generator_await),
    NativeDef::property("cr_origin", no_origin),
];

/// Where it was made is told only when it is never awaited.
fn no_origin(_: &mut Vm, _: Args<'_>) -> NativeResult {
    Ok(Value::None)
}

fn generator(args: &Args<'_>) -> Result<Rc<Generator>, Exc> {
    match args.get(0) {
        Some(Value::Generator(generator)) => Ok(generator.clone()),
        Some(Value::Object(object)) => match &object.data {
            NativeData::CoroutineWrapper(Value::Generator(generator)) => Ok(generator.clone()),
            _ => Err(type_error("a generator or coroutine is needed")),
        },
        _ => Err(type_error("a generator or coroutine is needed")),
    }
}

fn request_resume(vm: &mut Vm, generator: Rc<Generator>, input: Input) -> NativeResult {
    vm.request = Some(Request::Resume { generator, input, then: OnReturn::Next });
    Ok(Value::Nothing)
}

fn generator_send(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let generator = generator(&args)?;
    let [value] = args.skip(1).exactly("send")?;
    request_resume(vm, generator, Input::Send(value.clone()))
}

fn generator_next(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let generator = generator(&args)?;
    if generator.kind == GeneratorKind::Coroutine {
        return Err(attribute_error("'coroutine' object has no attribute '__next__'"));
    }
    request_resume(vm, generator, Input::Send(Value::None))
}

fn generator_throw(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let generator = generator(&args)?;
    let error = thrown(vm, args.skip(1), "throw")?;
    request_resume(vm, generator, Input::Throw(error))
}

/// The exception that `throw` and its kin are given: an instance, a class, or a class and its argument.
pub(crate) fn thrown(vm: &mut Vm, args: Args<'_>, method: &str) -> Result<Exc, Exc> {
    let arguments = args.between(method, 1, 3)?;
    Ok(match (&arguments[0], arguments.get(1)) {
        (Value::Exception(error), _) => error.clone(),
        (Value::Class(_), Some(Value::Exception(error))) => error.clone(),
        (class @ Value::Class(_), value) => {
            let given = value.filter(|value| !value.is_none()).cloned();
            match vm.call_nested(class, &given.into_iter().collect::<Vec<_>>())? {
                Value::Exception(error) => error,
                _ => return Err(type_error("exceptions must derive from BaseException")),
            }
        }
        (other, _) => {
            let name = vm.type_name(other);
            return Err(type_error(format!(
                "exceptions must be classes or instances deriving from BaseException, not {name}"
            )));
        }
    })
}

fn generator_close(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let generator = generator(&args)?;
    vm.close_generator(&generator)
}

pub(crate) fn itself(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(receiver(&args))
}

fn wrapper_next(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let generator = generator(&args)?;
    request_resume(vm, generator, Input::Send(Value::None))
}

fn coroutine_await(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let class = vm.types.rare("coroutine_wrapper");
    Ok(crate::vm::types::object(&class, NativeData::CoroutineWrapper(receiver(&args))))
}

pub(crate) fn generator_name(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::Str(generator(&args)?.name.borrow().clone()))
}

pub(crate) fn generator_qualname(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::Str(generator(&args)?.qualname.borrow().clone()))
}

fn generator_running(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::Bool(matches!(&*generator(&args)?.state.borrow(), GeneratorState::Running)))
}

pub(crate) fn generator_suspended(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let suspended = matches!(
        &*generator(&args)?.state.borrow(),
        GeneratorState::Single(_) | GeneratorState::Suspended(_)
    );
    Ok(Value::Bool(suspended))
}

pub(crate) fn generator_code(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(generator(&args)?.code.clone().map_or(Value::None, Value::Code))
}

pub(crate) fn generator_frame(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let generator = generator(&args)?;
    if matches!(&*generator.state.borrow(), GeneratorState::Running) {
        // Among those that run, where it can be told apart from the caller's.
        let then = OnReturn::Keep(Box::new((found_own, Value::Generator(generator.clone()))));
        vm.request = Some(Request::Frame { above: 0, most: FRAMES_SHOWN, then });
        return Ok(Value::Nothing);
    }
    frame_of(vm, &generator)
}

fn found_own(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (Some(Value::Generator(generator)), Some(frame)) = (args.get(0), args.get(1)) else {
        return Ok(Value::None);
    };
    let mut frame = frame.clone();
    while !frame.is_none() {
        let own = vm.get_attr(&frame, "f_code")?;
        if matches!((&own, &generator.code), (Value::Code(own), Some(code)) if Rc::ptr_eq(own, code)) {
            return Ok(frame);
        }
        frame = vm.get_attr(&frame, "f_back")?;
    }
    frame_of(vm, generator)
}

fn frame_of(vm: &mut Vm, generator: &Rc<Generator>) -> NativeResult {
    let dict = vm.new_dict();
    let found = with_frame(vm, generator, |vm, frame| {
        let function = frame.function.clone()?;
        dict.set_name(&intern("f_locals"), Value::Dict(vm.locals_of(frame)));
        dict.set_name(&intern("f_globals"), Value::Dict(function.globals.clone()));
        Some((function.code.clone(), frame.op()))
    });
    Ok(match found.flatten().or_else(|| vm.place_in(generator)) {
        Some((code, op)) => frame_object(vm, code, op, dict),
        None => Value::None,
    })
}

/// A frame that stands at an instruction, as an object with these attributes and its own.
pub(crate) fn frame_object(vm: &mut Vm, code: Rc<crate::code::Code>, op: usize, dict: Rc<Dict>) -> Value {
    // One that has not begun stands at its `def`.
    let line = if op == 0 { code.first_line } else { code.line(op) };
    dict.set_name(&intern("f_lineno"), Value::Int(i64::from(line)));
    dict.set_name(&intern("f_code"), Value::Code(code));
    crate::vm::types::object(&vm.types.frame, NativeData::Namespace(dict))
}

impl Vm {
    /// A frame of the program by how many of its frames are above it, the innermost first; those of the engine's own
    /// Python do not count. `f_back` leads on, through `most` frames in all.
    pub(crate) fn frame_above(&mut self, fiber: &Fiber, above: usize, most: usize) -> Value {
        let here = fiber
            .frames
            .iter()
            .rev()
            .filter_map(|frame| Some((frame.function.clone()?, frame.op(), Some(&**frame))));
        let outside = self.below_loop().into_iter().rev().map(|(function, op)| (function, op, None));
        let visible = here.chain(outside).filter(|(function, ..)| !function.code.source.hidden);
        let mut all: Vec<_> = visible.skip(above).take(most).collect();
        all.reverse();
        let mut next = Value::None;
        for (function, op, frame) in all {
            let dict = self.new_dict();
            dict.set_name(&intern("f_back"), next);
            dict.set_name(&intern("f_globals"), Value::Dict(function.globals.clone()));
            // Whoever asks for one frame only wants its place.
            if most > 1 {
                let locals = match frame {
                    _ if function.code.name.as_str() == "<module>" => function.globals.clone(),
                    Some(frame) => self.locals_of(frame),
                    None => self.new_dict(),
                };
                dict.set_name(&intern("f_locals"), Value::Dict(locals));
            }
            next = frame_object(self, function.code.clone(), op, dict);
        }
        next
    }

    /// The frames that wait below the loop that is running, the outermost first.
    pub(crate) fn below_loop(&self) -> Vec<(Rc<Function>, usize)> {
        let in_loop = self.asyncio.running.is_some() && self.asyncio.worker.is_none();
        if in_loop { self.outside.clone() } else { Vec::new() }
    }

    /// The code of a generator that has not ended, and the instruction that its own frame stands at.
    pub(crate) fn place_in(&self, generator: &Generator) -> Option<(Rc<crate::code::Code>, usize)> {
        if !matches!(&*generator.state.borrow(), GeneratorState::Running) {
            return first_frame(generator);
        }
        let code = generator.code.as_ref()?;
        let op = match &self.here {
            Some((here, op)) if Rc::ptr_eq(here, code) => *op,
            _ => generator.at.get() as usize,
        };
        Some((code.clone(), op))
    }

    /// The local variables of a frame by their names.
    pub(crate) fn locals_of(&mut self, frame: &Frame) -> Rc<Dict> {
        let dict = self.new_dict();
        let names = frame.function.iter().flat_map(|function| function.code.local_names.iter());
        for (name, value) in names.zip(frame.values.iter()) {
            let value = match value {
                Value::Cell(cell) => cell.value.borrow().clone(),
                value => value.clone(),
            };
            if !value.is_nothing() && !name.starts_with('.') {
                dict.set_name(name, value);
            }
        }
        dict
    }
}

pub(crate) fn generator_await(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let generator = generator(&args)?;
    let state = generator.state.borrow();
    let frame = match &*state {
        GeneratorState::Single(frame) => Some(frame),
        GeneratorState::Suspended(frames) => frames.first(),
        _ => None,
    };
    let awaited = frame.and_then(|frame| {
        let code = &frame.function.as_ref()?.code;
        let at = matches!(code.ops.get(frame.op()), Some(crate::op::Op::Await | crate::op::Op::YieldFrom));
        if at { frame.values.last().cloned() } else { None }
    });
    Ok(awaited.unwrap_or(Value::None))
}

/// The code of a suspended generator's own frame, and the instruction it stands at.
pub(crate) fn first_frame(generator: &Generator) -> Option<(Rc<crate::code::Code>, usize)> {
    let state = generator.state.borrow();
    let frame = match &*state {
        GeneratorState::Created(frame) | GeneratorState::Single(frame) => frame,
        GeneratorState::Suspended(frames) => frames.first()?,
        _ => return None,
    };
    Some((frame.function.as_ref()?.code.clone(), frame.op()))
}

/// What that finds in the own frame of a generator that is suspended, be it below a task's, or has not begun.
fn with_frame<T>(
    vm: &mut Vm,
    generator: &Rc<Generator>,
    look: impl FnOnce(&mut Vm, &Frame) -> T,
) -> Option<T> {
    match &*generator.state.borrow() {
        GeneratorState::Created(frame) | GeneratorState::Single(frame) => return Some(look(vm, frame)),
        GeneratorState::Suspended(frames) => return frames.first().map(|frame| look(vm, frame)),
        GeneratorState::Running => {}
        _ => return None,
    }
    let tasks = vm.asyncio.running.as_ref()?.all_tasks();
    for task in tasks {
        let Some(Value::Generator(outer)) = task.object() else { continue };
        if let GeneratorState::Suspended(frames) = &*outer.state.borrow()
            && let Some(frame) = frames
                .iter()
                .find(|frame| frame.owner.as_ref().is_some_and(|owner| Rc::ptr_eq(owner, generator)))
        {
            return Some(look(vm, frame));
        }
    }
    None
}
