//! Core's task groups for `taskgroups.py`, which has the class that programs see.

use loopscope_core::task_group::TaskGroup;

use super::operation::Op;
use super::{Py, as_future, module};
use crate::native::{Args, NativeDef, NativeResult, TypeDef};
use crate::objects::{Exc, NativeObject, type_error};
use crate::value::Value;
use crate::vm::Vm;

pub(super) static FUNCTIONS: &[NativeDef] = &[NativeDef::function("_task_group", task_group)];

static GROUP: TypeDef = TypeDef {
    name: "_TaskGroup",
    constructor: None,
    methods: &[
        NativeDef::method("state", state),
        NativeDef::method("entered", entered),
        NativeDef::method("enter", enter),
        NativeDef::method("refusal", refusal),
        NativeDef::method("adopt", adopt),
        NativeDef::method("leave", leave),
    ],
};

fn task_group(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    args.exactly::<0>("_task_group")?;
    let class = vm.native_class(&GROUP, "asyncio.taskgroups");
    Ok(NativeObject::any(&class, TaskGroup::<Py>::new()))
}

fn this(args: &Args<'_>) -> Result<TaskGroup<Py>, Exc> {
    let found = match args.get(0) {
        Some(Value::Object(object)) => object.with(|group: &mut TaskGroup<Py>| group.clone()),
        _ => None,
    };
    found.ok_or_else(|| type_error("a task group is needed"))
}

fn state(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::str(this(&args)?.state()))
}

fn entered(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::Bool(this(&args)?.entered()))
}

fn enter(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let event_loop = module::running(vm)?;
    this(&args)?.enter(&event_loop)?;
    Ok(Value::None)
}

/// Why no task can be made now, or None.
fn refusal(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(this(&args)?.refusal().map_or(Value::None, |refusal| Value::str(refusal.as_str())))
}

fn adopt(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [task] = args.skip(1).exactly("adopt")?;
    if let Some(task) = as_future(task).and_then(|future| future.as_task()) {
        this(&args)?.adopt_made(&task, vm);
    }
    Ok(Value::None)
}

/// A coroutine that waits for the tasks and leaves with what the body raised, if it did.
fn leave(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let group = this(&args)?;
    let [error] = args.skip(1).exactly("leave")?;
    let error = match error {
        Value::Exception(error) => Some(error.clone()),
        _ => None,
    };
    let owner = args.get(0).cloned().unwrap_or(Value::None);
    vm.operation("TaskGroup.__aexit__", &owner, Op::Leave(group, error))
}
