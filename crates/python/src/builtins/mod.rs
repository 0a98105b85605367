//! The builtin functions and types: what programs can do with the engine's objects.
//!
//! ```text
//! protocol      operators, comparison, indexing, len, hash, repr of builtin values: the machine's slow
//!               paths call these once no method of a class written in Python applies
//! functions*    len, print, sorted, ...: the builtin functions
//! prelude       the part written in Python: whatever has to call back into the program
//! list, dict…   one file for each type: its methods, and what `protocol` needs of it
//! slots         special methods of builtin types, for programs that call them by name
//! ```
//!
//! A `None` (or `Ok(None)`) from `protocol` means that the values' types have no such operation; the
//! machine then raises its TypeError (for operators: [`protocol::operand_error`]). Instances of classes that
//! derive from a builtin type count as the value they hold ([`convert::plain`]).

use crate::native::{Args, NativeDef, TypeDef, embedded};
use crate::objects::{Exc, type_error};
use crate::value::Value;
use crate::vm::Vm;

pub(crate) mod alias;
mod bytes;
pub mod compare;
pub mod convert;
mod depth;
mod dict;
pub mod formatting;
mod functions;
mod functions_attr;
mod functions_iter;
pub(crate) mod functions_number;
pub mod hash;
pub(crate) mod late;
pub(crate) mod list;
mod number_types;
pub(crate) mod numbers;
pub mod protocol;
mod range;
pub mod repr;
mod set;
pub(crate) mod slicing;
pub(crate) mod slots;
mod sort;
pub(crate) mod str;
#[cfg(test)]
mod tests;
mod tuple;
mod views;

pub(crate) use dict::READ_METHODS as MAPPING_METHODS;
pub(crate) use functions_attr::{attribute_names, is_callable};

/// The prelude: functions that the natives of the engine go on in.
pub const PRELUDE: &str = embedded!("builtins/prelude.py");

/// The builtin functions.
pub const FUNCTIONS: &[NativeDef] = functions::FUNCTIONS;

/// What the prelude imports from `_builtins`.
pub const PRELUDE_FUNCTIONS: &[NativeDef] = functions::PRELUDE_FUNCTIONS;

/// The builtin types.
pub const TYPES: &[TypeDef] = &[
    TypeDef { name: "int", constructor: Some(number_types::new_int), methods: number_types::INT_METHODS },
    TypeDef { name: "bool", constructor: Some(number_types::new_bool), methods: number_types::BOOL_METHODS },
    TypeDef {
        name: "float",
        constructor: Some(number_types::new_float),
        methods: number_types::FLOAT_METHODS,
    },
    TypeDef { name: "str", constructor: Some(str::new), methods: str::METHODS },
    TypeDef { name: "bytes", constructor: Some(bytes::new), methods: bytes::METHODS },
    TypeDef { name: "tuple", constructor: Some(tuple::new), methods: tuple::METHODS },
    TypeDef { name: "list", constructor: Some(list::new), methods: list::METHODS },
    TypeDef { name: "dict", constructor: Some(dict::new), methods: dict::METHODS },
    TypeDef { name: "set", constructor: Some(set::new), methods: set::METHODS },
    TypeDef { name: "frozenset", constructor: Some(set::new_frozen), methods: set::FROZEN_METHODS },
    TypeDef { name: "range", constructor: Some(range::new), methods: range::METHODS },
    TypeDef { name: "slice", constructor: Some(range::new_slice), methods: range::SLICE_METHODS },
    TypeDef { name: "dict_keys", constructor: None, methods: views::SET_METHODS },
    TypeDef { name: "dict_items", constructor: None, methods: views::SET_METHODS },
    TypeDef { name: "dict_values", constructor: None, methods: views::METHODS },
    TypeDef {
        name: "enumerate",
        constructor: Some(functions_iter::new_enumerate),
        methods: functions_iter::ITERATOR,
    },
    TypeDef { name: "zip", constructor: Some(functions_iter::new_zip), methods: functions_iter::ITERATOR },
    TypeDef { name: "map", constructor: Some(functions_iter::new_map), methods: functions_iter::ITERATOR },
    TypeDef {
        name: "filter",
        constructor: Some(functions_iter::new_filter),
        methods: functions_iter::ITERATOR,
    },
    TypeDef {
        name: "reversed",
        constructor: Some(functions_iter::new_reversed),
        methods: functions_iter::ITERATOR,
    },
    iterator("iterator"),
    iterator("callable_iterator"),
    iterator("list_iterator"),
    iterator("tuple_iterator"),
    iterator("str_ascii_iterator"),
    iterator("str_iterator"),
    iterator("bytes_iterator"),
    iterator("range_iterator"),
    iterator("dict_keyiterator"),
    iterator("dict_valueiterator"),
    iterator("dict_itemiterator"),
    iterator("dict_reversekeyiterator"),
    iterator("dict_reversevalueiterator"),
    iterator("dict_reverseitemiterator"),
    iterator("set_iterator"),
    iterator("list_reverseiterator"),
    iterator("_deque_iterator"),
    iterator("_deque_reverse_iterator"),
];

/// A type of iterators that cannot be called.
const fn iterator(name: &'static str) -> TypeDef {
    TypeDef { name, constructor: None, methods: functions_iter::ITERATOR }
}

/// The type of the iterator that a generator function of the prelude makes, by the function's name.
#[must_use]
pub fn generator_type(function: &str) -> Option<&'static str> {
    ["enumerate", "zip", "map", "filter", "reversed", "iterator", "callable_iterator"]
        .into_iter()
        .find(|name| *name == function)
}

/// What a method was called on, and the other arguments: the first one must be of the method's type.
pub(crate) fn receiver<'a, T>(
    vm: &Vm,
    args: Args<'a>,
    type_name: &str,
    method: &str,
    of_type: impl Fn(&'a Value) -> Option<&'a T>,
) -> Result<(&'a T, Args<'a>), Exc> {
    let Some(first) = args.get(0) else {
        return Err(type_error(format!("unbound method {type_name}.{method}() needs an argument")));
    };
    match of_type(convert::plain(first)) {
        Some(this) => Ok((this, args.skip(1))),
        None => Err(type_error(format!(
            "descriptor '{method}' for '{type_name}' objects doesn't apply to a '{}' object",
            vm.type_name(first)
        ))),
    }
}

/// `float(value)` of an instance of a class written in Python; None for values without `__float__`.
///
/// # Errors
/// What its `__float__` raises.
pub(crate) fn protocol_float(vm: &mut Vm, value: &Value) -> Result<Option<f64>, Exc> {
    let method = functions::special(vm, value, "__float__");
    let method = method.or_else(|| functions::special(vm, value, "__index__"));
    let Some(method) = method else { return Ok(None) };
    let number = vm.call_nested(&method, &[])?;
    match convert::as_number(&number) {
        Some(number) => numbers::to_f64(number).map(Some).map_err(convert::raise),
        None => Err(type_error(format!("__float__ returned non-float (type {})", vm.type_name(&number)))),
    }
}
