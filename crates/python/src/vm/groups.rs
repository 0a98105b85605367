//! Exception groups: making them, taking them apart, and what `except*` does with them.
//!
//! What calls back into the program (`derive`, `split`, a predicate) is written in the prelude.
//!
//! Mirrors `BaseExceptionGroup` in CPython's `exceptions.c`, `_PyEval_ExceptionGroupMatch` and
//! `_PyExc_PrepReraiseStar`.

use std::rc::Rc;

use crate::native::{Args, NativeDef, NativeResult, TypeDef};
use crate::objects::{
    Class, ClassKind, Exc, ExcClass, ExcKind, Exception, Group, List, Str, runtime_error, type_error,
    value_error,
};
use crate::value::Value;
use crate::vm::Vm;

/// The methods of both classes.
pub(crate) static TYPE: TypeDef = TypeDef {
    name: "BaseExceptionGroup",
    constructor: None,
    methods: &[
        NativeDef::property("message", message),
        NativeDef::property("exceptions", exceptions),
        NativeDef::method("derive", derive),
        NativeDef::method("split", split),
        NativeDef::method("subgroup", subgroup),
        NativeDef::class_method("__class_getitem__", class_getitem),
    ],
};

/// The exception that a native got; it has to be one.
fn exception(value: Option<&Value>) -> Result<Exc, Exc> {
    match value {
        Some(Value::Exception(exception)) => Ok(exception.clone()),
        _ => Err(type_error("an exception is needed")),
    }
}

fn message(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(exception(args.get(0))?.group.borrow().as_ref().map_or(Value::None, |group| group.message.clone()))
}

fn exceptions(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(exception(args.get(0))?.group.borrow().as_ref().map_or(Value::None, |group| group.exceptions.clone()))
}

/// `group.derive(exceptions)`: a group of the builtin classes with the same message.
fn derive(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let message = message(vm, args)?;
    let [exceptions] = args.skip(1).exactly("BaseExceptionGroup.derive")?;
    let class = vm.types.exception(ExcKind::BaseExceptionGroup).clone();
    vm.new_group(&class, &[message, exceptions.clone()]).map(Value::Exception)
}

/// What `split` and `subgroup` go by: whether it is a class or a tuple of classes.
fn by_type(vm: &mut Vm, condition: &Value) -> Result<bool, Exc> {
    let exception_class =
        |value: &Value| matches!(value, Value::Class(class) if matches!(class.kind, ClassKind::Exception(_)));
    match condition {
        condition if exception_class(condition) => Ok(true),
        Value::Tuple(classes) if classes.iter().all(exception_class) => Ok(true),
        Value::Class(_) | Value::Tuple(_) => Err(refuse_condition()),
        other if crate::builtins::is_callable(vm, other) => Ok(false),
        _ => Err(refuse_condition()),
    }
}

fn refuse_condition() -> Exc {
    type_error("expected an exception type, a tuple of exception types, or a callable (other than a class)")
}

fn take_apart(vm: &mut Vm, args: Args<'_>, method: &str, function: &'static str) -> NativeResult {
    let group = args.get(0).cloned().unwrap_or(Value::None);
    exception(Some(&group))?;
    let class = vm.type_name(&group);
    let [condition] = args.skip(1).exactly(&format!("{class}.{method}"))?;
    let by_type = Value::Bool(by_type(vm, condition)?);
    vm.prelude(function, vec![group, condition.clone(), by_type])
}

fn split(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    take_apart(vm, args, "split", "group_split")
}

fn subgroup(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    take_apart(vm, args, "subgroup", "group_subgroup")
}

/// `ExceptionGroup[ValueError]` in annotations.
fn class_getitem(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(args.get(0).cloned().unwrap_or(Value::None))
}

/// The exceptions of a group; None for any other exception.
pub(crate) fn exceptions_in(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let [value] = args.exactly("exceptions_in")?;
    Ok(match value {
        Value::Exception(exception) => {
            exception.group.borrow().as_ref().map_or(Value::None, |group| group.exceptions.clone())
        }
        _ => Value::None,
    })
}

pub(crate) fn matches_type(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [error, class] = args.exactly("matches_type")?;
    let error = exception(Some(error))?;
    Ok(Value::Bool(vm.exception_matches(&error, class)?))
}

/// A part of a group has the traceback, context, cause and notes of the whole.
pub(crate) fn copy_metadata(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [whole, part] = args.exactly("copy_metadata")?;
    let (whole, part) = (exception(Some(whole))?, exception(Some(part))?);
    if Rc::ptr_eq(&whole, &part) {
        return Ok(Value::None);
    }
    let trace = whole.trace.borrow().clone();
    part.trace.replace(trace);
    let (cause, context) = (whole.cause.borrow().clone(), whole.context.borrow().clone());
    part.suppress_context.set(true);
    drop((part.cause.replace(cause), part.context.replace(context)));
    let name = vm.names.notes.clone();
    if let Some(notes @ (Value::List(_) | Value::Tuple(_))) = whole.dict.get_name(&name) {
        // Each part has a list of its own.
        let notes = vm.collect(&notes)?.unwrap_or_default();
        let notes = vm.new_list(notes);
        part.dict.set_name(&name, notes);
    }
    Ok(Value::None)
}

/// Whether an exception is (a part of) the group that a `try` statement caught, raised again as it was.
pub(crate) fn same_metadata(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let [a, b] = args.exactly("same_metadata")?;
    let (a, b) = (exception(Some(a))?, exception(Some(b))?);
    let same = |a: &Option<Exc>, b: &Option<Exc>| match (a, b) {
        (Some(a), Some(b)) => Rc::ptr_eq(a, b),
        (None, None) => true,
        _ => false,
    };
    let groups = a.group.borrow().is_some() && b.group.borrow().is_some();
    let links = same(&a.cause.borrow(), &b.cause.borrow()) && same(&a.context.borrow(), &b.context.borrow());
    let (left, right) = (a.trace.borrow(), b.trace.borrow());
    let traces = left.len() == right.len()
        && left.iter().zip(right.iter()).all(|(a, b)| a.op == b.op && Rc::ptr_eq(&a.code, &b.code));
    Ok(Value::Bool(groups && links && traces))
}

impl Vm {
    /// `BaseExceptionGroup.__new__`: checks the message and the exceptions. Of exceptions that are all `Exception`s
    /// it makes an `ExceptionGroup`.
    pub(crate) fn new_group(&mut self, class: &Rc<Class>, positional: &[Value]) -> Result<Exc, Exc> {
        let [message, sequence] = positional else {
            return Err(type_error(format!(
                "BaseExceptionGroup.__new__() takes exactly 2 arguments ({} given)",
                positional.len()
            )));
        };
        if message.as_str().is_none() {
            let name = if message.is_none() { "None".into() } else { self.type_name(message) };
            return Err(type_error(format!(
                "BaseExceptionGroup.__new__() argument 1 must be str, not {name}"
            )));
        }
        let Some(items) = self.sequence_items(sequence)? else {
            return Err(type_error("second argument (exceptions) must be a sequence"));
        };
        if items.is_empty() {
            return Err(value_error("second argument (exceptions) must be a non-empty sequence"));
        }
        let mut plain = true;
        let exception_class = self.types.exception(ExcKind::Exception).clone();
        for (index, item) in items.iter().enumerate() {
            if !matches!(item, Value::Exception(_)) {
                return Err(value_error(format!(
                    "Item {index} of second argument (exceptions) is not an exception"
                )));
            }
            plain &= self.class_of(item).is_subclass(&exception_class);
        }
        let base = self.types.exception(ExcKind::BaseExceptionGroup).clone();
        let is_exception = class.is_subclass(&exception_class);
        let class = match (Rc::ptr_eq(class, &base), plain) {
            (true, true) => ExcClass::Builtin(ExcKind::ExceptionGroup),
            (true, false) => ExcClass::Builtin(ExcKind::BaseExceptionGroup),
            (false, false) if is_exception => {
                return Err(type_error(match class.builtin {
                    true => "Cannot nest BaseExceptions in an ExceptionGroup".to_owned(),
                    false => format!("Cannot nest BaseExceptions in '{}'", class.name()),
                }));
            }
            _ if class.builtin => ExcClass::Builtin(ExcKind::ExceptionGroup),
            _ => ExcClass::User(class.clone()),
        };
        let group = Exception::with_class(class, positional.to_vec());
        self.heap.exception(&group);
        let parts = Group { message: message.clone(), exceptions: Value::tuple(items) };
        group.group.replace(Some(Box::new(parts)));
        Ok(group)
    }

    /// The items of what C code takes for a sequence.
    fn sequence_items(&mut self, value: &Value) -> Result<Option<Vec<Value>>, Exc> {
        match value {
            Value::List(_) | Value::Tuple(_) | Value::Str(_) | Value::Bytes(_) | Value::Range(_) => {
                self.collect(value)
            }
            Value::Instance(instance) => match &instance.base {
                Some(base) => self.sequence_items(&base.clone()),
                None => Ok(None),
            },
            _ => Ok(None),
        }
    }

    /// `except* types`: `(what matches or None, the rest or None)`, or a request for it.
    pub(crate) fn except_star(&mut self, caught: &Value, types: &Value) -> NativeResult {
        self.check_star_types(types)?;
        let pair = |matched: Value, rest: Value| Ok(Value::tuple(vec![matched, rest]));
        let Value::Exception(error) = caught else { return pair(Value::None, Value::None) };
        let is_group = error.group.borrow().is_some();
        if self.exception_matches(error, types)? {
            if is_group {
                return pair(caught.clone(), Value::None);
            }
            let class = self.types.exception(ExcKind::BaseExceptionGroup).clone();
            let items = Value::tuple(vec![caught.clone()]);
            return pair(Value::Exception(self.new_group(&class, &[Value::str(""), items])?), Value::None);
        }
        if is_group {
            return self.prelude("except_star", vec![caught.clone(), types.clone()]);
        }
        pair(Value::None, caught.clone())
    }

    /// What `except*` may name. Mirrors `_PyEval_CheckExceptStarTypeValid`.
    fn check_star_types(&mut self, types: &Value) -> Result<(), Exc> {
        let classes = match types {
            Value::Tuple(classes) => classes.to_vec(),
            one => vec![one.clone()],
        };
        let group = self.types.exception(ExcKind::BaseExceptionGroup).clone();
        for class in &classes {
            match class {
                Value::Class(class) if matches!(class.kind, ClassKind::Exception(_)) => {
                    if class.is_subclass(&group) {
                        return Err(type_error(
                            "catching ExceptionGroup with except* is not allowed. Use except instead.",
                        ));
                    }
                }
                _ => {
                    return Err(type_error(
                        "catching classes that do not inherit from BaseException is not allowed",
                    ));
                }
            }
        }
        Ok(())
    }

    /// The end of `except*` clauses: what is to be raised, or None; or a request for it. `errors` are what the clauses
    /// raised and what none of them took.
    pub(crate) fn after_except_star(&mut self, caught: &Value, errors: &Value) -> NativeResult {
        let Value::List(list) = errors else { return Err(runtime_error("no list of exceptions")) };
        let items: Vec<Value> = list.items.borrow().iter().filter(|item| !item.is_none()).cloned().collect();
        let is_group = matches!(caught, Value::Exception(error) if error.group.borrow().is_some());
        match items.as_slice() {
            [] => Ok(Value::None),
            [one] if !is_group || one.is(caught) => Ok(one.clone()),
            _ => {
                let items = self.new_list(items);
                self.prelude("after_except_star", vec![caught.clone(), items])
            }
        }
    }
}

/// The group that a task group raises: it has no cause, and hides its context.
pub(crate) fn of_errors(message: &str, errors: Vec<Exc>) -> Exc {
    let plain = errors.iter().all(|error| error.is(ExcKind::Exception));
    let kind = if plain { ExcKind::ExceptionGroup } else { ExcKind::BaseExceptionGroup };
    let items: Vec<Value> = errors.into_iter().map(Value::Exception).collect();
    let list = Value::List(Rc::new(List { items: items.clone().into() }));
    let message = Value::str(message);
    let group = Exception::new(kind, vec![message.clone(), list]);
    group.group.replace(Some(Box::new(Group { message, exceptions: Value::tuple(items) })));
    group.suppress_context.set(true);
    group
}

/// `str()` of a group.
pub(crate) fn text(group: &Group) -> Rc<Str> {
    let count = match &group.exceptions {
        Value::Tuple(items) => items.len(),
        _ => 0,
    };
    let plural = if count == 1 { "" } else { "s" };
    Str::new(format!("{} ({count} sub-exception{plural})", group.message.as_str().unwrap_or_default()))
}
