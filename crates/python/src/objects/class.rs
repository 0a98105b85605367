//! Classes and instances of classes written in Python.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::{Rc, Weak};

use crate::native::NativeBody;
use crate::objects::{Dict, Dropped, ExcKind, Str};
use crate::value::Value;
use crate::vm::intern;

/// What an instance of a class is, down in the machine.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ClassKind {
    /// A [`Value::Instance`]: `object` and classes written in Python.
    Instance,
    /// A [`Value::Exception`]; the builtin class it derives from.
    Exception(ExcKind),
    /// Values of another builtin type; cannot be derived from unless noted.
    Builtin,
}

/// Lookups by the address of an interned name, which is kept alive beside what was found.
pub(crate) type LookupCache = rustc_hash::FxHashMap<usize, (Rc<Str>, Option<Value>)>;

thread_local! {
    static VERSIONS: Cell<u32> = const { Cell::new(0) };
}

/// The version of a class that is none yet: no hint is ever about it.
const USED_UP: u32 = u32::MAX;

/// A version that no class has had. Classes' versions begin at 1; once they are used up, nothing is remembered of
/// classes that are new or changed.
pub(crate) fn next_version() -> u32 {
    VERSIONS.with(|versions| {
        versions.set(versions.get().saturating_add(1));
        versions.get()
    })
}

/// A class.
#[derive(Debug)]
pub struct Class {
    /// `__name__`.
    pub name: RefCell<Rc<Str>>,
    /// `__qualname__`.
    pub qualname: RefCell<Rc<Str>>,
    /// `__bases__`.
    pub bases: RefCell<Vec<Rc<Class>>>,
    /// The method resolution order without the class itself, which comes first.
    pub ancestors: RefCell<Vec<Rc<Class>>>,
    /// Its namespace.
    pub dict: Rc<Dict>,
    /// What its instances are.
    pub kind: ClassKind,
    /// A class of the engine: shared between runs, its attributes cannot be set.
    pub builtin: bool,
    /// Its direct subclasses.
    pub subclasses: RefCell<Vec<Weak<Class>>>,
    /// Changed whenever what a lookup in this class finds may have changed; no two classes ever have the same.
    pub(crate) version: Cell<u32>,
    /// The version at which calling it makes a plain instance and calls a plain `__init__`, if it has one.
    pub(crate) plain: Cell<u32>,
    /// Lookups remembered since `version` was last changed.
    pub(crate) cache: RefCell<LookupCache>,
    /// What calling a class of the engine does.
    pub constructor: Cell<Option<NativeBody>>,
    /// Its own class, if that is not `type`.
    pub metaclass: RefCell<Option<Rc<Class>>>,
    /// Its instances have a `__dict__`: some class of the order has no `__slots__`.
    pub has_dict: bool,
    /// It has `__del__`.
    pub finalizes: Cell<bool>,
    /// It has abstract methods left, so that it cannot be instantiated.
    pub abstract_methods: Cell<bool>,
}

impl Class {
    /// Looks an attribute up along the method resolution order; binds nothing. Mirrors `_PyType_Lookup`.
    #[must_use]
    pub fn lookup(&self, name: &Str) -> Option<Value> {
        if let Some(value) = self.dict.get_name(name) {
            return Some(value);
        }
        self.ancestors.borrow().iter().find_map(|class| class.dict.get_name(name))
    }

    /// Whether something can be remembered about the class as it is now.
    pub(crate) fn has_version(&self) -> bool {
        self.version.get() != USED_UP
    }

    /// Whether it is `other` or derives from it.
    #[must_use]
    pub fn is_subclass(self: &Rc<Class>, other: &Rc<Class>) -> bool {
        Rc::ptr_eq(self, other) || self.ancestors.borrow().iter().any(|class| Rc::ptr_eq(class, other))
    }

    /// What errors call it: as CPython's classes in C, those of the engine's own modules that stand for such name their
    /// module too (`__tp_name__`).
    #[must_use]
    pub fn shown_name(&self) -> Rc<Str> {
        match self.dict.get_name(&intern("__tp_name__")) {
            Some(Value::Str(name)) => name,
            _ => self.name(),
        }
    }

    /// Its `__name__`.
    #[must_use]
    pub fn name(&self) -> Rc<Str> {
        self.name.borrow().clone()
    }
}

/// An instance of a class written in Python.
#[derive(Debug)]
pub struct Instance {
    /// Its class.
    pub class: RefCell<Rc<Class>>,
    /// Its attributes.
    pub dict: Rc<Dict>,
    /// The value it is, where its class derives from a builtin type (`class Names(list)`).
    pub base: Option<Value>,
    /// Where it goes when it goes away, if its class has `__del__` or somebody wants to know.
    pub on_drop: OnceCell<Rc<RefCell<Vec<Dropped>>>>,
}

impl Drop for Instance {
    fn drop(&mut self) {
        if let Some(queue) = self.on_drop.take() {
            let again = Instance {
                class: self.class.clone(),
                dict: std::mem::take(&mut self.dict),
                base: self.base.take(),
                on_drop: OnceCell::new(),
            };
            let address = std::ptr::from_ref(self) as usize;
            queue.borrow_mut().push(Dropped::object(Value::Instance(Rc::new(again)), address));
        }
    }
}
