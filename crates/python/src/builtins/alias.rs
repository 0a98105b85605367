//! What type annotations are made of: `list[int]` and `int | None`. They can be shown, and unions can be asked
//! with `isinstance`.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::native::{Args, NativeDef, NativeResult, TypeDef};
use crate::objects::{Class, Exc, NativeObject};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::types::native_class;

/// `origin[arguments]`. Mirrors `types.GenericAlias`.
struct Generic {
    origin: Rc<Class>,
    arguments: Vec<Value>,
}

/// `a | b`. Mirrors `types.UnionType`.
struct Union(Vec<Value>);

thread_local! {
    static GENERIC: OnceCell<Rc<Class>> = const { OnceCell::new() };
    static UNION: OnceCell<Rc<Class>> = const { OnceCell::new() };
}

fn generic_class() -> Rc<Class> {
    const DEFINITION: TypeDef = TypeDef {
        name: "GenericAlias",
        constructor: None,
        methods: &[
            NativeDef::method("__call__", call),
            NativeDef::property("__origin__", get_origin),
            NativeDef::property("__args__", get_args),
        ],
    };
    GENERIC.with(|class| class.get_or_init(|| native_class(&DEFINITION, "types", None)).clone())
}

fn union_class() -> Rc<Class> {
    const DEFINITION: TypeDef = TypeDef { name: "UnionType", constructor: None, methods: &[] };
    UNION.with(|class| class.get_or_init(|| native_class(&DEFINITION, "types", None)).clone())
}

/// `class[key]` of a builtin class that can be given arguments.
pub(crate) fn generic(class: &Rc<Class>, key: &Value) -> Option<Value> {
    const GENERIC: &[&str] = &[
        "list",
        "dict",
        "tuple",
        "set",
        "frozenset",
        "type",
        "enumerate",
        "_asyncio.Future",
        "_asyncio.Task",
        "Future",
        "Task",
        "ContextVar",
        "Token",
        "deque",
    ];
    if !class.builtin || !GENERIC.contains(&class.name().as_str()) {
        return None;
    }
    Some(generic_of(class, key))
}

/// `class[key]`. Mirrors `types.GenericAlias(class, key)`.
pub(crate) fn generic_of(class: &Rc<Class>, key: &Value) -> Value {
    let arguments = match key {
        Value::Tuple(items) => items.to_vec(),
        other => vec![other.clone()],
    };
    NativeObject::any(&generic_class(), Generic { origin: class.clone(), arguments })
}

/// The class that a generic alias stands for: as a base it is that class.
pub(crate) fn origin(value: &Value) -> Option<Rc<Class>> {
    match value {
        Value::Object(object) => object.with(|alias: &mut Generic| alias.origin.clone()),
        _ => None,
    }
}

/// `list[int](...)`: calls the class.
fn call(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let class = args.get(0).and_then(origin).map_or(Value::None, Value::Class);
    let positional = args.skip(1).positional.to_vec();
    let keywords = args.names.iter().cloned().zip(args.keywords.iter().cloned()).collect();
    vm.request_call(class, Value::Nothing, positional, keywords)
}

fn get_origin(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(args.get(0).and_then(origin).map_or(Value::None, Value::Class))
}

fn get_args(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let Some(Value::Object(object)) = args.get(0) else { return Ok(Value::None) };
    Ok(object.with(|alias: &mut Generic| Value::tuple(alias.arguments.clone())).unwrap_or(Value::None))
}

/// The members of a union, or the value itself if it can be one.
fn members(value: &Value) -> Option<Vec<Value>> {
    match value {
        Value::None | Value::Class(_) => Some(vec![value.clone()]),
        Value::Object(object) => object
            .with(|union: &mut Union| union.0.clone())
            .or_else(|| object.with(|_: &mut Generic| vec![value.clone()])),
        _ => None,
    }
}

/// `a | b` of classes and what is made of them.
pub(crate) fn union(a: &Value, b: &Value) -> Option<Value> {
    if a.is_none() && b.is_none() {
        return None;
    }
    let mut all = members(a)?;
    for member in members(b)? {
        if !all.iter().any(|known| known.is(&member)) {
            all.push(member);
        }
    }
    match &all[..] {
        [only] => Some(only.clone()),
        _ => Some(NativeObject::any(&union_class(), Union(all))),
    }
}

/// The classes that `isinstance` asks for, if the value is a union.
pub(crate) fn union_members(value: &Value) -> Option<Vec<Value>> {
    match value {
        Value::Object(object) => object.with(|union: &mut Union| union.0.clone()),
        _ => None,
    }
}

/// The repr of such an object; None for other objects.
pub(crate) fn repr(vm: &mut Vm, object: &NativeObject) -> Result<Option<String>, Exc> {
    if let Some(all) = object.with(|union: &mut Union| union.0.clone()) {
        return joined(vm, &all, " | ").map(Some);
    }
    let parts = object.with(|alias: &mut Generic| (alias.origin.clone(), alias.arguments.clone()));
    let Some((origin, arguments)) = parts else { return Ok(None) };
    let inside = joined(vm, &arguments, ", ")?;
    let name = vm.full_name(&origin);
    Ok(Some(format!("{name}[{}]", if inside.is_empty() { "()" } else { &inside })))
}

fn joined(vm: &mut Vm, items: &[Value], separator: &str) -> Result<String, Exc> {
    let mut parts = Vec::with_capacity(items.len());
    for item in items {
        parts.push(match item {
            Value::Ellipsis => "...".to_owned(),
            Value::Class(class) => {
                let qualname = class.qualname.borrow().clone();
                let module = class.dict.get_name(&vm.intern("__module__"));
                match module.as_ref().and_then(Value::as_str) {
                    Some(module) if module != "builtins" => format!("{module}.{qualname}"),
                    _ => qualname.to_string(),
                }
            }
            other => vm.repr(other)?.to_string(),
        });
    }
    Ok(parts.join(separator))
}
