//! `functools`: what is written in `functools.py`, and the cache behind `lru_cache`, which is native as CPython's is: a call
//! of a cached function takes no frame but the function's own.

use std::rc::Rc;

use super::no_constants;
use crate::native::{Args, ModuleDef, NativeDef, NativeResult, TypeDef, embedded};
use crate::objects::{Dict, Exc, Method, NativeObject, runtime_error};
use crate::value::Value;
use crate::vm::frame::OnReturn;
use crate::vm::{Request, Vm};

/// The module.
pub const MODULE: ModuleDef = ModuleDef {
    name: "functools",
    functions: &[NativeDef::function("_alias", alias), NativeDef::function("_bound", bound)],
    constants,
    python: Some(embedded!("stdlib/functools.py")),
};

static CACHE: TypeDef = TypeDef {
    name: "_Cache",
    constructor: Some(new_cache),
    methods: &[
        NativeDef::method("__call__", call),
        NativeDef::method("cache_clear", clear),
        NativeDef::method("_counts", counts),
    ],
};

/// What a cached function remembers; the oldest result comes first.
struct Cache {
    function: Value,
    results: Rc<Dict>,
    /// None: no limit.
    limit: Option<usize>,
    typed: bool,
    hits: i64,
    misses: i64,
}

fn constants(vm: &mut Vm) -> Vec<(&'static str, Value)> {
    let mut constants = no_constants(vm);
    constants.push((CACHE.name, Value::Class(vm.native_class(&CACHE, "functools"))));
    constants
}

/// `_alias(class, key)`: `class[key]` of a class that can be given arguments.
fn alias(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let [Value::Class(class), key] = args.exactly("_alias")? else {
        return Err(runtime_error("not a class"));
    };
    Ok(crate::builtins::alias::generic_of(class, key))
}

/// `_bound(function, receiver)`: a bound method of any callable.
pub(super) fn bound(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let [function, receiver] = args.exactly("_bound")?;
    Ok(Value::Method(Rc::new(Method { function: function.clone(), receiver: receiver.clone() })))
}

/// `_Cache(function, maxsize, typed)`.
fn new_cache(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [function, limit, typed] = args.skip(1).exactly("_Cache")?;
    let limit = if limit.is_none() { None } else { usize::try_from(vm.index(limit)?).ok() };
    let (typed, results) = (vm.truth(typed)?, vm.new_dict());
    let cache = Cache { function: function.clone(), results, limit, typed, hits: 0, misses: 0 };
    Ok(NativeObject::any(&vm.native_class(&CACHE, "functools"), cache))
}

fn with<R>(value: Option<&Value>, work: impl FnOnce(&mut Cache) -> R) -> Result<R, Exc> {
    let found = match value.map(crate::builtins::convert::plain) {
        Some(Value::Object(object)) => object.with(work),
        _ => None,
    };
    found.ok_or_else(|| runtime_error("not a cache"))
}

/// The key of a call. Mirrors `lru_cache_make_key`.
fn key(vm: &Vm, args: Args<'_>, typed: bool) -> Value {
    if !typed
        && args.names.is_empty()
        && let [only @ (Value::Str(_) | Value::Int(_) | Value::BigInt(_))] = args.positional
    {
        return only.clone();
    }
    let mut parts = args.positional.to_vec();
    if !args.names.is_empty() {
        // Nothing that a program passes is equal to this.
        parts.push(Value::Class(vm.types.cell.clone()));
        parts.extend(
            args.names.iter().zip(args.keywords).flat_map(|(name, value)| [name.clone(), value.clone()]),
        );
    }
    if typed {
        parts.extend(
            args.positional.iter().chain(args.keywords).map(|value| Value::Class(vm.class_of(value))),
        );
    }
    Value::tuple(parts)
}

fn call(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let this = args.get(0);
    let given = args.skip(1);
    let (function, results, limit, typed) =
        with(this, |cache| (cache.function.clone(), cache.results.clone(), cache.limit, cache.typed))?;
    let mut then = OnReturn::Push;
    if limit != Some(0) {
        let key = key(vm, given, typed);
        let found = match limit {
            None => vm.dict_get(&results, &key)?,
            // The one that was used last goes to the end.
            Some(_) => match vm.dict_remove(&results, &key)? {
                Some(value) => {
                    vm.dict_set(&results, key.clone(), value.clone())?;
                    Some(value)
                }
                None => None,
            },
        };
        if let Some(value) = found {
            with(this, |cache| cache.hits += 1)?;
            return Ok(value);
        }
        let this = this.cloned().unwrap_or(Value::None);
        then = OnReturn::Keep(Box::new((keep, Value::tuple(vec![this, key]))));
    }
    with(this, |cache| cache.misses += 1)?;
    let keywords = given.names.iter().cloned().zip(given.keywords.iter().cloned()).collect();
    let positional = given.positional.to_vec();
    vm.request = Some(Request::Call { callable: function, positional, keywords, then });
    Ok(Value::Nothing)
}

/// Remembers what the function gave.
fn keep(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [Value::Tuple(call), value] = args.exactly("keep")? else { return Err(runtime_error("not a call")) };
    let (results, limit) = with(call.first(), |cache| (cache.results.clone(), cache.limit))?;
    let key = call.get(1).cloned().unwrap_or(Value::None);
    // The function may have called itself with the same arguments.
    if limit.is_none() || vm.dict_get(&results, &key)?.is_none() {
        if limit.is_some_and(|limit| results.len() >= limit) {
            let oldest = results.next_entry(0);
            if let Some((_, oldest, _)) = oldest {
                vm.dict_remove(&results, &oldest)?;
            }
        }
        vm.dict_set(&results, key, value.clone())?;
    }
    Ok(value.clone())
}

fn clear(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let results = with(args.get(0), |cache| {
        (cache.hits, cache.misses) = (0, 0);
        cache.results.clone()
    })?;
    let old = results.table.borrow_mut().take();
    crate::heap::drop_table(old);
    Ok(Value::None)
}

/// Hits, misses and how many results there are.
fn counts(_: &mut Vm, args: Args<'_>) -> NativeResult {
    with(args.get(0), |cache| {
        let size = Value::from(cache.results.len());
        Value::tuple(vec![Value::Int(cache.hits), Value::Int(cache.misses), size])
    })
}
