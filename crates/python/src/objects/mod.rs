//! The objects behind [`Value`](crate::value::Value): what they hold, not what programs can do with them
//! (that is `vm` and `builtins`).

mod async_step;
mod basic;
mod class;
mod deque;
mod dict;
mod exception;
mod function;
mod generator;
mod iter;
mod native_object;
mod remains;

pub use async_step::{AsyncPart, AsyncStep, StepKind, StepState};
pub use basic::{Bytes, Cell, List, Module, Range, Set, Slice, Str, Tuple};
pub(crate) use class::next_version;
pub use class::{Class, ClassKind, Instance};
pub use deque::Deque;
pub use dict::{Dict, View, ViewKind};
pub use exception::{
    Exc, ExcClass, ExcKind, Exception, Group, TraceEntry, attribute_error, error, index_error,
    overflow_error, runtime_error, type_error, value_error, zero_division_error,
};
pub use function::{Function, Method, Native};
pub use generator::{Dropped, Generator, GeneratorKind, GeneratorState, NativeCoroutine};
pub use iter::{Iter, IterState};
pub use native_object::{NativeData, NativeObject, Slot};
pub use remains::Remains;
