//! A Python value as the machine holds it: 16 bytes, cheap to clone.
//!
//! Small immutable things are inline, all others are shared by reference counting, so that objects go
//! away at the moments CPython's do.

use std::rc::Rc;

use compact_str::CompactString;
use num_bigint::BigInt;

use crate::code::Code;
use crate::objects::{
    Bytes, Cell, Class, Dict, Exception, Function, Generator, Instance, Iter, List, Method, Module, Native,
    NativeObject, Range, Set, Slice, Str, Tuple, View,
};

/// A Python value.
///
/// `Nothing` and `Cell` and `Code` are the machine's own and never reach a program (code objects aside):
/// natives neither receive nor return them.
// A tag as wide as what it tells of: a value that was just written is then read as it was written, in whole words.
#[derive(Clone, Debug)]
#[repr(u64)]
pub enum Value {
    /// No value: an unbound local, an empty place of a call.
    Nothing,
    /// `None`.
    None,
    /// `True` and `False`.
    Bool(bool),
    /// An `int` that fits. Every int that fits is in this form.
    Int(i64),
    /// A `float`.
    Float(f64),
    /// `NotImplemented`.
    NotImplemented,
    /// `...`.
    Ellipsis,
    /// An `int` that does not fit in an i64.
    BigInt(Rc<BigInt>),
    /// A `str`.
    Str(Rc<Str>),
    /// A `bytes`.
    Bytes(Rc<Bytes>),
    /// A `tuple`.
    Tuple(Rc<Tuple>),
    /// A `list`.
    List(Rc<List>),
    /// A `dict`.
    Dict(Rc<Dict>),
    /// A `set`.
    Set(Rc<Set>),
    /// A `frozenset`.
    FrozenSet(Rc<Set>),
    /// A `range`.
    Range(Rc<Range>),
    /// A `slice`.
    Slice(Rc<Slice>),
    /// A dict view: `dict.keys()`, `.values()`, `.items()`.
    View(Rc<View>),
    /// An iterator of a builtin type.
    Iter(Rc<Iter>),
    /// A function written in Python.
    Function(Rc<Function>),
    /// A bound method.
    Method(Rc<Method>),
    /// A function or method of the engine.
    Native(Rc<Native>),
    /// A class, builtin or not.
    Class(Rc<Class>),
    /// An instance of a class written in Python (or a plain `object()`).
    Instance(Rc<Instance>),
    /// An instance of an exception class.
    Exception(Rc<Exception>),
    /// A generator, coroutine or async generator.
    Generator(Rc<Generator>),
    /// A module.
    Module(Rc<Module>),
    /// Any other object of the engine: `property`, `super`, futures, tasks, loops, `struct_time`, ...
    Object(Rc<NativeObject>),
    /// A variable shared between functions.
    Cell(Rc<Cell>),
    /// A code object.
    Code(Rc<Code>),
}

const _: () = assert!(size_of::<Value>() == 16 && size_of::<Option<Value>>() == 16);

impl Value {
    /// A string.
    #[must_use]
    pub fn str(text: impl Into<CompactString>) -> Value {
        Value::Str(Str::new(text))
    }

    /// An int of any size, in its one right form.
    #[must_use]
    pub fn int(number: BigInt) -> Value {
        match i64::try_from(&number) {
            Ok(small) => Value::Int(small),
            Err(_) => Value::BigInt(Rc::new(number)),
        }
    }

    /// A tuple.
    #[must_use]
    pub fn tuple(items: Vec<Value>) -> Value {
        Value::Tuple(Tuple::new(items))
    }

    /// A bytes object.
    #[must_use]
    pub fn bytes(bytes: Vec<u8>) -> Value {
        Value::Bytes(Bytes::new(bytes))
    }

    /// Whether it is `None`.
    #[must_use]
    pub fn is_none(&self) -> bool {
        matches!(self, Value::None)
    }

    /// Whether it is the machine's empty place.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        matches!(self, Value::Nothing)
    }

    /// The text, if it is a string.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Value::Str(text) => Some(text.as_str()),
            _ => None,
        }
    }

    /// The number, if it is an int (a bool is one too) that fits.
    #[must_use]
    pub fn as_int(&self) -> Option<i64> {
        match self {
            Value::Int(number) => Some(*number),
            Value::Bool(flag) => Some(i64::from(*flag)),
            _ => None,
        }
    }

    /// The number, if it is an int of any size or a bool.
    #[must_use]
    pub fn as_bigint(&self) -> Option<BigInt> {
        match self {
            Value::BigInt(number) => Some((**number).clone()),
            other => other.as_int().map(BigInt::from),
        }
    }

    /// `a is b`.
    #[must_use]
    pub fn is(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::Nothing, Value::Nothing)
            | (Value::None, Value::None)
            | (Value::NotImplemented, Value::NotImplemented)
            | (Value::Ellipsis, Value::Ellipsis) => true,
            (Value::Bool(a), Value::Bool(b)) => a == b,
            (Value::Int(a), Value::Int(b)) => a == b,
            (Value::Float(a), Value::Float(b)) => a.to_bits() == b.to_bits(),
            (Value::Tuple(a), Value::Tuple(b)) => Rc::ptr_eq(a, b) || (a.is_empty() && b.is_empty()),
            (Value::Object(a), Value::Object(b)) => Rc::ptr_eq(a, b) || a.same(b),
            _ => self.address().is_some_and(|address| other.address() == Some(address)),
        }
    }

    /// Where the object lives, for `id` and default reprs; inline values have no place.
    #[must_use]
    pub fn address(&self) -> Option<usize> {
        fn at<T>(rc: &Rc<T>) -> Option<usize> {
            Some(Rc::as_ptr(rc).cast::<u8>() as usize)
        }
        match self {
            Value::Nothing
            | Value::None
            | Value::Bool(_)
            | Value::Int(_)
            | Value::Float(_)
            | Value::NotImplemented
            | Value::Ellipsis => None,
            Value::BigInt(rc) => at(rc),
            Value::Str(rc) => at(rc),
            Value::Bytes(rc) => at(rc),
            Value::Tuple(rc) => at(rc),
            Value::List(rc) => at(rc),
            Value::Dict(rc) => at(rc),
            Value::Set(rc) | Value::FrozenSet(rc) => at(rc),
            Value::Range(rc) => at(rc),
            Value::Slice(rc) => at(rc),
            Value::View(rc) => at(rc),
            Value::Iter(rc) => at(rc),
            Value::Function(rc) => at(rc),
            Value::Method(rc) => at(rc),
            Value::Native(rc) => at(rc),
            Value::Class(rc) => at(rc),
            Value::Instance(rc) => at(rc),
            Value::Exception(rc) => at(rc),
            Value::Generator(rc) => at(rc),
            Value::Module(rc) => at(rc),
            Value::Object(rc) => Some(rc.identity().unwrap_or_else(|| Rc::as_ptr(rc).cast::<u8>() as usize)),
            Value::Cell(rc) => at(rc),
            Value::Code(rc) => at(rc),
        }
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Value {
        Value::Bool(flag)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Value {
        Value::Int(number)
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Value {
        i64::try_from(number).map_or_else(|_| Value::int(BigInt::from(number)), Value::Int)
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Value {
        Value::Float(number)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::str(text)
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::str(text)
    }
}
