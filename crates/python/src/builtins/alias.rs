//! What type annotations are made of: `list[int]` and `int | None`. They can be shown, and unions can be asked
//! with `isinstance`.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::native::{Args, NativeDef, NativeResult, TypeDef};
use crate::objects::{Class, Exc, NativeObject, type_error};
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
        constructor: Some(new),
        methods: &[
            NativeDef::method("__call__", call),
            NativeDef::method("__getitem__", substitute),
            NativeDef::method("__mro_entries__", entries),
            NativeDef::property("__origin__", get_origin),
            NativeDef::property("__args__", get_args),
            NativeDef::property("__parameters__", get_parameters),
        ],
    };
    GENERIC.with(|class| class.get_or_init(|| native_class(&DEFINITION, "types", None)).clone())
}

fn union_class() -> Rc<Class> {
    const DEFINITION: TypeDef = TypeDef {
        name: "UnionType",
        constructor: None,
        methods: &[
            NativeDef::property("__args__", get_args),
            NativeDef::property("__parameters__", get_parameters),
            NativeDef::method("__getitem__", substitute),
        ],
    };
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
        "mappingproxy",
    ];
    let known = |class: &Rc<Class>| class.builtin && GENERIC.contains(&class.name().as_str());
    // Containers hand it on to the classes that derive from them.
    let inherited = |class: &Rc<Class>| known(class) && class.name().as_str() != "type";
    let is_generic = known(class) || !class.builtin && class.ancestors.borrow().iter().any(inherited);
    is_generic.then(|| generic_of(class, key))
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
    Ok(Value::tuple(args.get(0).and_then(arguments).unwrap_or_default()))
}

/// The `__args__` of an alias or a union.
fn arguments(value: &Value) -> Option<Vec<Value>> {
    let Value::Object(object) = value else { return None };
    object
        .with(|alias: &mut Generic| alias.arguments.clone())
        .or_else(|| object.with(|union: &mut Union| union.0.clone()))
}

/// `types.GenericAlias(origin, arguments)`.
fn new(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    match args.skip(1).exactly("GenericAlias")? {
        [Value::Class(origin), arguments] => Ok(generic_of(origin, arguments)),
        [other, _] => {
            let found = vm.type_name(other);
            Err(type_error(format!("the origin of a generic alias must be a class here, not {found}")))
        }
    }
}

/// The type parameters among the arguments, each once. Mirrors `_Py_make_parameters`.
fn parameters(vm: &mut Vm, arguments: &[Value]) -> Result<Vec<Value>, Exc> {
    let mut found: Vec<Value> = Vec::new();
    for argument in arguments {
        if let Value::Class(_) = argument {
            continue;
        }
        let inner = if vm.find_attr(argument, "__typing_subst__")?.is_some() {
            vec![argument.clone()]
        } else {
            match vm.find_attr(argument, "__parameters__")? {
                Some(Value::Tuple(inner)) => inner.to_vec(),
                _ => continue,
            }
        };
        for parameter in inner {
            if !found.iter().any(|known| known.is(&parameter)) {
                found.push(parameter);
            }
        }
    }
    Ok(found)
}

fn get_parameters(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let arguments = args.get(0).and_then(arguments).unwrap_or_default();
    parameters(vm, &arguments).map(Value::tuple)
}

/// `alias[arguments]`: type parameters replaced. Mirrors `_Py_subs_parameters`.
fn substitute(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (Some(alias), Some(key)) = (args.get(0), args.get(1)) else { return Ok(Value::None) };
    let own = arguments(alias).unwrap_or_default();
    let wanted = parameters(vm, &own)?;
    let shown = vm.repr(alias)?;
    if wanted.is_empty() {
        return Err(type_error(format!("{shown} is not a generic class")));
    }
    let given = match key {
        Value::Tuple(items) => items.to_vec(),
        other => vec![other.clone()],
    };
    if given.len() != wanted.len() {
        let few = if given.len() < wanted.len() { "few" } else { "many" };
        return Err(type_error(format!(
            "Too {few} arguments for {shown}; actual {}, expected {}",
            given.len(),
            wanted.len()
        )));
    }
    let replaced = |value: &Value| wanted.iter().position(|p| p.is(value)).map(|at| given[at].clone());
    let mut made = Vec::with_capacity(own.len());
    for argument in &own {
        made.push(match replaced(argument) {
            Some(value) => value,
            None => {
                let inner = match argument {
                    Value::Class(_) => Vec::new(),
                    other => match vm.find_attr(other, "__parameters__")? {
                        Some(Value::Tuple(inner)) => inner.to_vec(),
                        _ => Vec::new(),
                    },
                };
                if inner.is_empty() {
                    argument.clone()
                } else {
                    let key = Value::tuple(inner.iter().filter_map(&replaced).collect());
                    vm.get_item(argument, &key)?
                }
            }
        });
    }
    match origin(alias) {
        Some(origin) => Ok(generic_of(&origin, &Value::tuple(made))),
        None => {
            let mut all = made.into_iter();
            let mut joined = all.next().unwrap_or(Value::None);
            for member in all {
                joined = vm.binary(crate::op::BinaryOp::Or, &joined, &member)?;
            }
            Ok(joined)
        }
    }
}

fn entries(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::tuple(args.get(0).and_then(origin).map(Value::Class).into_iter().collect()))
}

/// Whether two aliases or unions are the same; None for other values.
pub(crate) fn equal(vm: &mut Vm, a: &Value, b: &Value) -> Result<Option<bool>, Exc> {
    let (Some(left), Some(right)) = (arguments(a), arguments(b)) else { return Ok(None) };
    let (origin_a, origin_b) = (origin(a), origin(b));
    let same_origin = match (&origin_a, &origin_b) {
        (Some(a), Some(b)) => Rc::ptr_eq(a, b),
        (None, None) => true,
        _ => false,
    };
    if !same_origin || left.len() != right.len() {
        return Ok(Some(false));
    }
    for (at, member) in left.iter().enumerate() {
        // The order of a union's members says nothing.
        let candidates = if origin_a.is_some() { &right[at..=at] } else { &right[..] };
        let mut found = false;
        for candidate in candidates {
            found = found || vm.equals(member, candidate)?;
        }
        if !found {
            return Ok(Some(false));
        }
    }
    Ok(Some(true))
}

/// The hash of an alias or a union; None for other values.
pub(crate) fn hash(vm: &mut Vm, value: &Value) -> Result<Option<i64>, Exc> {
    let Some(arguments) = arguments(value) else { return Ok(None) };
    let of = origin(value);
    let mut hash = of.clone().map_or(1, |origin| super::hash::identity(&Value::Class(origin)));
    for (at, argument) in arguments.iter().enumerate() {
        // The order of a union's members says nothing.
        let turn = if of.is_some() { at as u32 + 1 } else { 0 };
        hash ^= vm.hash(argument)?.rotate_left(turn);
    }
    Ok(Some(hash))
}

/// What an alias has of its class: methods, names.
pub(crate) fn forwarded(vm: &mut Vm, value: &Value, name: &str) -> Result<Option<Value>, Exc> {
    let own = ["__class__", "__copy__", "__deepcopy__", "__mro__", "__bases__", "__dict__"];
    match origin(value) {
        Some(origin) if !own.contains(&name) => vm.find_attr(&Value::Class(origin), name),
        _ => Ok(None),
    }
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
                    None if class.name().as_str() == "NoneType" => "None".to_owned(),
                    None if !class.builtin => format!("__main__.{qualname}"),
                    _ => qualname.to_string(),
                }
            }
            Value::List(items) => {
                let items = items.items.borrow().clone();
                format!("[{}]", joined(vm, &items, ", ")?)
            }
            other => vm.repr(other)?.to_string(),
        });
    }
    Ok(parts.join(separator))
}
