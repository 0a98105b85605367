//! All other objects of the engine.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use crate::objects::{Class, Deque, Dict, Str};
use crate::value::Value;

/// An object of a builtin class that has no variant of its own in [`Value`].
#[derive(Debug)]
pub struct NativeObject {
    /// Its class.
    pub class: Rc<Class>,
    /// What it holds.
    pub data: NativeData,
}

/// What a native object holds.
pub enum NativeData {
    /// Nothing any more: it is going away.
    Nothing,
    /// `property`: getter, setter, deleter.
    Property {
        /// Getter or None.
        get: Value,
        /// Setter or None.
        set: Value,
        /// Deleter or None.
        delete: Value,
        /// `__doc__` if it was given or set.
        doc: RefCell<Value>,
    },
    /// A descriptor of `__slots__`.
    Slot(Box<Slot>),
    /// `staticmethod`.
    StaticMethod(Value),
    /// `classmethod`.
    ClassMethod(Value),
    /// `super`: after which class to look, and the receiver.
    Super(Rc<Class>, Value),
    /// Named fields, such as `time.struct_time`: behaves as a tuple of `values`.
    Struct {
        /// The names.
        fields: &'static [&'static str],
        /// The values.
        values: Rc<crate::objects::Tuple>,
    },
    /// `asyncio.Future` or `asyncio.Task`: a reference to core's.
    Future(FutureRef),
    /// What `coroutine.__await__()` gives.
    CoroutineWrapper(Value),
    /// A step of an asynchronous generator.
    AsyncStep(crate::objects::AsyncStep),
    /// `collections.deque`.
    Deque(Rc<Deque>),
    /// Attributes only.
    Namespace(Rc<Dict>),
    /// Anything else a module keeps in an object of its own class.
    Any(AnyData),
}

/// A name in the `__slots__` of a class.
#[derive(Debug)]
pub struct Slot {
    /// The attribute.
    pub name: Rc<Str>,
    /// The name of the class.
    pub owner: Rc<Str>,
}

/// A future of core's.
pub(crate) type FutureRef = loopscope_core::future::Future<crate::asyncio::Py>;

/// Data of a module's own.
pub struct AnyData(pub RefCell<Box<dyn Any>>);

impl std::fmt::Debug for AnyData {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AnyData")
    }
}

impl Drop for NativeObject {
    fn drop(&mut self) {
        use crate::heap::drop_value;
        match std::mem::replace(&mut self.data, NativeData::Nothing) {
            NativeData::Property { get, set, delete, doc } => {
                [get, set, delete, doc.replace(Value::None)].into_iter().for_each(drop_value);
            }
            NativeData::StaticMethod(value)
            | NativeData::ClassMethod(value)
            | NativeData::CoroutineWrapper(value)
            | NativeData::Super(_, value) => drop_value(value),
            other => drop(other),
        }
    }
}

impl NativeObject {
    /// An object with data of a module's own.
    pub fn any<T: 'static>(class: &Rc<Class>, data: T) -> Value {
        Value::Object(Rc::new(NativeObject {
            class: class.clone(),
            data: NativeData::Any(AnyData(RefCell::new(Box::new(data)))),
        }))
    }

    /// Works on data of a module's own, if it is of that type. Do not call into the machine inside.
    pub fn with<T: 'static, R>(&self, f: impl FnOnce(&mut T) -> R) -> Option<R> {
        match &self.data {
            NativeData::Any(data) => data.0.borrow_mut().downcast_mut::<T>().map(f),
            _ => None,
        }
    }

    /// Whether it is the same object as one with another wrapper.
    #[must_use]
    pub fn same(&self, other: &NativeObject) -> bool {
        self.identity().is_some_and(|identity| other.identity() == Some(identity))
    }

    /// The address that stands for it where it is only a wrapper.
    #[must_use]
    pub fn identity(&self) -> Option<usize> {
        match &self.data {
            NativeData::Future(future) => Some(FUTURES + future.id().0 as usize * 16),
            _ => None,
        }
    }
}

/// Where the addresses of futures begin: in the upper half, whatever the width of an address, where nothing else is.
const FUTURES: usize = usize::MAX / 2 + 1;

impl std::fmt::Debug for NativeData {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NativeData")
    }
}
