//! Methods and attributes of exceptions.

use super::generators::frame_object;
use super::object::{keywords, object_repr};
use crate::native::{Args, NativeDef, NativeResult, TypeDef};
use crate::objects::{Exc, ExcKind, NativeData, Str, attribute_error, type_error};
use crate::value::Value;
use crate::vm::{Vm, intern};

pub(super) const BASE_EXCEPTION: TypeDef = TypeDef {
    name: "BaseException",
    constructor: None,
    methods: &[
        NativeDef::method("__init__", exception_init),
        NativeDef::method("__str__", exception_str),
        NativeDef::method("__repr__", object_repr),
        NativeDef::method("add_note", exception_add_note),
        NativeDef::method("with_traceback", exception_with_traceback),
        NativeDef::property("args", exception_args),
        NativeDef::property("__cause__", exception_cause),
        NativeDef::property("__context__", exception_context),
        NativeDef::property("__suppress_context__", exception_suppress),
        NativeDef::property("__traceback__", exception_traceback),
    ],
};

pub(super) const STOP_ITERATION: TypeDef = TypeDef {
    name: "StopIteration",
    constructor: None,
    methods: &[NativeDef::property("value", first_argument)],
};

pub(super) const SYSTEM_EXIT: TypeDef =
    TypeDef { name: "SystemExit", constructor: None, methods: &[NativeDef::property("code", exit_code)] };

pub(super) const OS_ERROR: TypeDef = TypeDef {
    name: "OSError",
    constructor: None,
    methods: &[
        NativeDef::property("errno", os_error_errno),
        NativeDef::property("strerror", os_error_strerror),
        NativeDef::property("filename", os_error_filename),
        NativeDef::property("filename2", os_error_second),
    ],
};

fn exception(args: &Args<'_>) -> Result<Exc, Exc> {
    match args.get(0) {
        Some(Value::Exception(exception)) => Ok(exception.clone()),
        _ => Err(type_error("an exception is needed")),
    }
}

pub(super) fn exception_init(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let exception = exception(&args)?;
    let old = exception.args.replace(args.positional[1..].to_vec());
    drop(old);
    vm.init_exception(&exception, keywords(&args))?;
    Ok(Value::None)
}

fn exception_str(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::Str(vm.exception_text(&exception(&args)?)?))
}

fn exception_add_note(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let exception = exception(&args)?;
    let [note] = args.skip(1).exactly("BaseException.add_note")?;
    let Value::Str(_) = note else {
        let name = vm.type_name(note);
        return Err(type_error(format!("note must be a str, not '{name}'")));
    };
    vm.add_note(&exception, note.clone());
    Ok(Value::None)
}

impl Vm {
    /// `exception.add_note(note)`.
    pub(crate) fn add_note(&mut self, exception: &Exc, note: Value) {
        let name = self.names.notes.clone();
        match exception.dict.get_name(&name) {
            Some(Value::List(notes)) => notes.items.borrow_mut().push(note),
            _ => {
                let notes = self.new_list(vec![note]);
                exception.dict.set_name(&name, notes);
            }
        }
    }
}

fn exception_with_traceback(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let exception = exception(&args)?;
    if let Some(Value::None) = args.get(1) {
        drop(exception.trace.take());
    }
    Ok(Value::Exception(exception))
}

fn exception_args(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = exception(&args)?.args.borrow().clone();
    Ok(Value::tuple(args))
}

fn exception_cause(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let cause = exception(&args)?.cause.borrow().clone();
    Ok(cause.map_or(Value::None, Value::Exception))
}

fn exception_context(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let context = exception(&args)?.context.borrow().clone();
    Ok(context.map_or(Value::None, Value::Exception))
}

fn exception_suppress(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::Bool(exception(&args)?.suppress_context.get()))
}

fn exception_traceback(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let exception = exception(&args)?;
    Ok(traceback_of(vm, &exception))
}

/// The traceback object of an exception: `tb_lineno`, `tb_next`.
pub(crate) fn traceback_of(vm: &mut Vm, exception: &Exc) -> Value {
    let entries = exception.trace.borrow().clone();
    let mut next = Value::None;
    let mut at = entries.iter().filter(|entry| !entry.code.source.hidden).count();
    for entry in entries.into_iter().filter(|entry| !entry.code.source.hidden) {
        let dict = vm.new_dict();
        at -= 1;
        // What the module `traceback` shows of it is kept in the exception.
        dict.set_name(&intern("_error"), Value::Exception(exception.clone()));
        dict.set_name(&intern("_at"), Value::from(at));
        let attributes = vm.new_dict();
        let frame = frame_object(vm, entry.code.clone(), entry.op as usize, attributes);
        dict.set_name(&intern("tb_frame"), frame);
        dict.set_name(&intern("tb_lineno"), Value::Int(i64::from(entry.code.line(entry.op as usize))));
        dict.set_name(&intern("tb_next"), next);
        next = crate::vm::types::object(&vm.types.traceback, NativeData::Namespace(dict));
    }
    next
}

fn argument(args: &Args<'_>, index: usize) -> NativeResult {
    Ok(exception(args)?.args.borrow().get(index).cloned().unwrap_or(Value::None))
}

/// What a SystemExit was made with: several arguments are a tuple. Mirrors `SystemExit_init`.
fn exit_code(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    match args.get(0) {
        Some(Value::Exception(error)) if error.args.borrow().len() > 1 => {
            Ok(Value::tuple(error.args.borrow().clone()))
        }
        _ => first_argument(vm, args),
    }
}

fn first_argument(_: &mut Vm, args: Args<'_>) -> NativeResult {
    argument(&args, 0)
}

fn os_error_errno(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let known = (2..=5).contains(&exception(&args)?.args.borrow().len());
    if known { argument(&args, 0) } else { Ok(Value::None) }
}

fn os_error_strerror(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let known = (2..=5).contains(&exception(&args)?.args.borrow().len());
    if known { argument(&args, 1) } else { Ok(Value::None) }
}

fn os_error_filename(_: &mut Vm, args: Args<'_>) -> NativeResult {
    file_of(&args, 0)
}

fn os_error_second(_: &mut Vm, args: Args<'_>) -> NativeResult {
    file_of(&args, 1)
}

/// The names of files that an OSError holds are beside its arguments.
fn file_of(args: &Args<'_>, at: usize) -> NativeResult {
    Ok(match &*exception(args)?.files.borrow() {
        Some(Value::Tuple(files)) => files.get(at).cloned().unwrap_or(Value::None),
        _ => Value::None,
    })
}

/// Attributes of exceptions that are no plain attributes; whether `name` is one.
pub(crate) fn set_exception_attr(exception: &Exc, name: &Str, value: &Value) -> Result<bool, Exc> {
    let linked = |what: &str| match value {
        Value::None => Ok(None),
        Value::Exception(other) => Ok(Some(other.clone())),
        _ => Err(type_error(format!("exception {what} must be None or derive from BaseException"))),
    };
    match name.as_str() {
        "filename" if exception.is(ExcKind::OSError) => {
            drop(exception.files.replace(Some(Value::tuple(vec![value.clone(), Value::None]))));
        }
        "__cause__" => {
            let old = exception.cause.replace(linked("cause")?);
            drop(old);
            exception.suppress_context.set(true);
        }
        "__context__" => {
            let old = exception.context.replace(linked("context")?);
            drop(old);
        }
        "__suppress_context__" => match value {
            Value::Bool(flag) => exception.suppress_context.set(*flag),
            _ => return Err(type_error("attribute value type must be bool")),
        },
        "__traceback__" => match value {
            Value::None => drop(exception.trace.take()),
            Value::Object(_) => {}
            _ => return Err(type_error("__traceback__ must be a traceback or None")),
        },
        "message" | "exceptions" if exception.group.borrow().is_some() => {
            return Err(attribute_error("readonly attribute"));
        }
        "args" => {
            let items = match value {
                Value::Tuple(items) => items.to_vec(),
                Value::List(list) => list.items.borrow().clone(),
                _ => return Err(type_error("args must be a tuple")),
            };
            let old = exception.args.replace(items);
            drop(old);
        }
        _ => return Ok(false),
    }
    Ok(true)
}
