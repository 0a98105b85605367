//! What programs can do with asynchronous generators and their steps by name; `aiter` and `anext`.

use std::rc::Rc;

use crate::native::{Args, NativeDef, NativeResult, TypeDef};
use crate::objects::{
    Exc, ExcKind, Exception, Generator, GeneratorState, NativeObject, StepKind, StepState, type_error,
};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::async_generator::as_step;
use crate::vm::frame::Input;
use crate::vm::own_types::{
    generator_await, generator_code, generator_frame, generator_name, generator_qualname,
    generator_suspended, itself, thrown,
};

/// Functions of the builtins.
pub(crate) static FUNCTIONS: &[NativeDef] =
    &[NativeDef::function("aiter", aiter), NativeDef::function("anext", anext)];

static STEP: &[NativeDef] = &[
    NativeDef::method("__await__", itself),
    NativeDef::method("__iter__", itself),
    NativeDef::method("__next__", step_next),
    NativeDef::method("send", step_send),
    NativeDef::method("throw", step_throw),
    NativeDef::method("close", step_close),
];

/// The types.
pub(crate) static TYPES: &[TypeDef] = &[
    TypeDef {
        name: "async_generator",
        constructor: None,
        methods: &[
            NativeDef::method("__aiter__", itself),
            NativeDef::method("__anext__", next_step),
            NativeDef::method("asend", send_step),
            NativeDef::method("athrow", throw_step),
            NativeDef::method("aclose", close_step),
            NativeDef::property("__name__", generator_name),
            NativeDef::property("__qualname__", generator_qualname),
            NativeDef::property("ag_running", running),
            NativeDef::property("ag_suspended", generator_suspended),
            NativeDef::property("ag_code", generator_code),
            NativeDef::property("ag_frame", generator_frame),
            NativeDef::property("ag_await", generator_await),
        ],
    },
    TypeDef { name: "async_generator_asend", constructor: None, methods: STEP },
    TypeDef { name: "async_generator_athrow", constructor: None, methods: STEP },
];

fn generator(args: &Args<'_>) -> Result<Rc<Generator>, Exc> {
    match args.get(0) {
        Some(Value::Generator(generator)) if generator.asynchronous.is_some() => Ok(generator.clone()),
        _ => Err(type_error("an async_generator is needed")),
    }
}

fn running(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let running = generator(&args)?.asynchronous.as_ref().is_some_and(|part| part.running.get());
    Ok(Value::Bool(running))
}

fn next_step(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let generator = generator(&args)?;
    Ok(vm.new_step(&generator, StepKind::Send(Value::None)))
}

fn send_step(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let generator = generator(&args)?;
    let [value] = args.skip(1).exactly("async_generator.asend")?;
    Ok(vm.new_step(&generator, StepKind::Send(value.clone())))
}

fn throw_step(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let generator = generator(&args)?;
    let error = thrown(vm, args.skip(1), "athrow")?;
    Ok(vm.new_step(&generator, StepKind::Throw(error)))
}

fn close_step(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let generator = generator(&args)?;
    args.skip(1).exactly::<0>("async_generator.aclose")?;
    Ok(vm.new_step(&generator, StepKind::Close))
}

// Steps.

fn step(args: &Args<'_>) -> Result<Rc<NativeObject>, Exc> {
    match args.get(0) {
        Some(Value::Object(object)) if as_step(object).is_some() => Ok(object.clone()),
        _ => Err(type_error("a step of an async_generator is needed")),
    }
}

fn step_next(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    vm.drive_step(&step(&args)?, Input::Send(Value::None))
}

fn step_send(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [value] = args.skip(1).exactly("send")?;
    vm.drive_step(&step(&args)?, Input::Send(value.clone()))
}

fn step_throw(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let error = thrown(vm, args.skip(1), "throw")?;
    vm.drive_step(&step(&args)?, Input::Throw(error))
}

/// Ends a step that was begun: GeneratorExit is thrown in and has to come out.
fn step_close(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let object = step(&args)?;
    args.skip(1).exactly::<0>("close")?;
    let idle = as_step(&object).is_none_or(|step| {
        let finished = matches!(&*step.generator.state.borrow(), GeneratorState::Finished);
        finished || step.state.get() == StepState::Over
    });
    if idle {
        return Ok(Value::None);
    }
    let exit = Exception::new(ExcKind::GeneratorExit, Vec::new());
    vm.prelude("close_step", vec![Value::Object(object), Value::Exception(exit)])
}

// Builtins.

fn aiter(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [value] = args.exactly("aiter")?;
    vm.get_aiter(value.clone(), false)
}

fn anext(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.between("anext", 1, 2)?;
    let Some(default) = args.get(1) else { return vm.get_anext(&args[0], false) };
    let step = vm.get_anext(&args[0], false)?;
    if step.is_nothing() {
        // `__anext__` is the program's: its result goes on to the prelude.
        vm.request = None;
        return vm.prelude("anext_or_of", vec![args[0].clone(), default.clone()]);
    }
    vm.prelude("anext_awaitable", vec![step, default.clone()])
}
