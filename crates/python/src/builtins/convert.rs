//! Small conversions between values and the plain types that `text` works on.

use std::rc::Rc;

use num_bigint::BigInt;

use crate::objects::{Exc, ExcKind, NativeData, Str, Tuple, error};
use crate::text::int_ops::{Int, IntRef};
use crate::text::{TextError, TextErrorKind};
use crate::value::Value;

/// The exception for an error of `text`.
pub(crate) fn raise(failure: TextError) -> Exc {
    let kind = match failure.kind {
        TextErrorKind::Value => ExcKind::ValueError,
        TextErrorKind::Type => ExcKind::TypeError,
        TextErrorKind::Overflow => ExcKind::OverflowError,
        TextErrorKind::Index => ExcKind::IndexError,
        TextErrorKind::Key => ExcKind::KeyError,
        TextErrorKind::ZeroDivision => ExcKind::ZeroDivisionError,
        TextErrorKind::Memory => ExcKind::MemoryError,
        TextErrorKind::Unsupported => ExcKind::NotImplementedError,
    };
    error(kind, failure.message)
}

/// The builtin value that an instance of a class derived from a builtin type holds; other values are
/// themselves.
#[must_use]
pub fn plain(value: &Value) -> &Value {
    match value {
        Value::Instance(instance) => instance.base.as_ref().unwrap_or(value),
        _ => value,
    }
}

/// The tuple that a value is or counts as (`time.struct_time` does).
pub(crate) fn as_tuple(value: &Value) -> Option<&Rc<Tuple>> {
    match plain(value) {
        Value::Tuple(tuple) => Some(tuple),
        Value::Object(object) => match &object.data {
            NativeData::Struct { values, .. } => Some(values),
            _ => None,
        },
        _ => None,
    }
}

/// The string that a value is.
pub(crate) fn as_str(value: &Value) -> Option<&Rc<Str>> {
    match plain(value) {
        Value::Str(text) => Some(text),
        _ => None,
    }
}

/// The int that a value is; bools are ints.
pub(crate) fn as_int(value: &Value) -> Option<IntRef<'_>> {
    match plain(value) {
        Value::Int(number) => Some(IntRef::Small(*number)),
        Value::Bool(flag) => Some(IntRef::Small(i64::from(*flag))),
        Value::BigInt(number) => Some(IntRef::Big(number)),
        _ => None,
    }
}

/// A number.
#[derive(Clone, Copy)]
pub(crate) enum Number<'a> {
    /// An int or bool.
    Int(IntRef<'a>),
    /// A float.
    Float(f64),
}

/// The number that a value is.
pub(crate) fn as_number(value: &Value) -> Option<Number<'_>> {
    match plain(value) {
        Value::Float(number) => Some(Number::Float(*number)),
        other => as_int(other).map(Number::Int),
    }
}

/// An int of `text` as a value.
pub(crate) fn int(number: Int) -> Value {
    match number {
        Int::Small(small) => Value::Int(small),
        Int::Big(big) => Value::int(big),
    }
}

/// A length or count as a value.
pub(crate) fn count(number: usize) -> Value {
    Value::from(number)
}

/// A wide int as a value.
pub(crate) fn wide(number: i128) -> Value {
    i64::try_from(number).map_or_else(|_| Value::int(BigInt::from(number)), Value::Int)
}

/// A MemoryError that says what would have been too large.
pub(crate) fn memory_error(what: &str) -> Exc {
    error(ExcKind::MemoryError, what)
}
