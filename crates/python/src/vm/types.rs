//! The builtin classes. They belong to no run: made once per thread, shared, never changed.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use crate::native::{NativeBody, TypeDef};
use crate::objects::{Class, ClassKind, Dict, ExcKind, IterState, Native, NativeObject, Str, next_version};
use crate::value::Value;

thread_local! {
    static TYPES: Rc<Types> = Rc::new(Types::new());
    static NAMES: RefCell<rustc_hash::FxHashMap<Box<str>, Rc<Str>>> = RefCell::default();
}

/// The one shared string with this text.
#[must_use]
pub fn intern(text: &str) -> Rc<Str> {
    NAMES.with_borrow_mut(|names| {
        if let Some(name) = names.get(text) {
            return name.clone();
        }
        let name = Str::new(text);
        // A program can make any number of names; only so many are worth sharing.
        if names.len() < 20_000 {
            names.insert(text.into(), name.clone());
        }
        name
    })
}

/// The shared string with this text if there is one, else a string of its own: for the names of programs, of which
/// there is no end.
#[must_use]
pub(crate) fn shared(text: &str) -> Rc<Str> {
    NAMES.with_borrow(|names| names.get(text).cloned()).unwrap_or_else(|| Str::new(text))
}

/// The builtin classes of this thread.
#[must_use]
pub fn types() -> Rc<Types> {
    TYPES.with(Rc::clone)
}

/// A builtin class; its instances are values of the engine.
pub(crate) fn new_class(name: &str, bases: Vec<Rc<Class>>, kind: ClassKind, builtin: bool) -> Rc<Class> {
    let name = intern(name);
    let mut ancestors = Vec::new();
    // Builtin classes have one base each.
    if let Some(base) = bases.first() {
        ancestors.push(base.clone());
        ancestors.extend(base.ancestors.borrow().iter().cloned());
    }
    Rc::new(Class {
        name: RefCell::new(name.clone()),
        qualname: RefCell::new(name),
        bases: RefCell::new(bases),
        ancestors: RefCell::new(ancestors),
        dict: Rc::new(Dict::new()),
        kind,
        builtin,
        subclasses: RefCell::default(),
        version: Cell::new(next_version()),
        plain: Cell::new(0),
        cache: RefCell::default(),
        constructor: Cell::new(None),
        metaclass: RefCell::new(None),
        has_dict: matches!(kind, ClassKind::Exception(_)),
        finalizes: Cell::new(false),
        abstract_methods: Cell::new(false),
    })
}

/// A class of the engine's own for objects of a module, with its methods and its `__module__`.
#[must_use]
pub fn native_class(definition: &TypeDef, module: &str, base: Option<Rc<Class>>) -> Rc<Class> {
    let base = base.unwrap_or_else(|| types().object.clone());
    let class = new_class(definition.name, vec![base], ClassKind::Builtin, true);
    class.dict.set_name(&intern("__module__"), Value::str(module));
    fill(&class, definition);
    class
}

/// Gives a class that only had its name its methods.
pub(crate) fn fill_native(class: &Rc<Class>, definition: &TypeDef, module: &str) {
    class.dict.set_name(&intern("__module__"), Value::str(module));
    fill(class, definition);
}

fn fill(class: &Rc<Class>, definition: &TypeDef) {
    class.constructor.set(definition.constructor);
    for method in definition.methods {
        let native = Native {
            name: method.name,
            binding: method.binding,
            body: method.body,
            module: None,
            owner: RefCell::new(Rc::downgrade(class)),
        };
        class.dict.set_name(&intern(method.name), Value::Native(Rc::new(native)));
    }
}

macro_rules! types {
    ($($field:ident $name:literal;)*) => {
        /// The builtin classes.
        #[derive(Debug)]
        pub struct Types {
            /// `object`
            pub object: Rc<Class>,
            /// `int`
            pub int: Rc<Class>,
            /// `bool`
            pub bool_: Rc<Class>,
            /// `asyncio.Future`
            pub future: Rc<Class>,
            /// `asyncio.Task`
            pub task: Rc<Class>,
            /// What `asyncio.gather` returns.
            pub gathering: Rc<Class>,
            $(#[doc = concat!("`", $name, "`")] pub $field: Rc<Class>,)*
            exceptions: Vec<Rc<Class>>,
            /// Iterators' classes and others that are rarely asked for.
            rare: RefCell<Vec<(&'static str, Rc<Class>)>>,
        }

        impl Types {
            fn new() -> Types {
                let object = new_class("object", Vec::new(), ClassKind::Instance, true);
                let plain = |name| new_class(name, vec![object.clone()], ClassKind::Builtin, true);
                let int = plain("int");
                let future = plain("Future");
                let task = new_class("Task", vec![future.clone()], ClassKind::Builtin, true);
                let gathering = new_class("_GatheringFuture", vec![future.clone()], ClassKind::Builtin, true);
                for class in [&future, &task, &gathering] {
                    let module = if Rc::ptr_eq(class, &gathering) { "asyncio.tasks" } else { "_asyncio" };
                    class.dict.set_name(&intern("__module__"), Value::str(module));
                }
                let bool_ = new_class("bool", vec![int.clone()], ClassKind::Builtin, true);
                let mut exceptions: Vec<Rc<Class>> = Vec::new();
                for &kind in ExcKind::ALL {
                    let base = match kind {
                        ExcKind::BaseException => object.clone(),
                        _ => exceptions[kind.base() as usize].clone(),
                    };
                    let mut bases = vec![base];
                    if kind == ExcKind::ExceptionGroup {
                        bases.push(exceptions[ExcKind::Exception as usize].clone());
                    }
                    let class = new_class(kind.name(), bases, ClassKind::Exception(kind), true);
                    if kind == ExcKind::ExceptionGroup {
                        let exception = exceptions[ExcKind::Exception as usize].clone();
                        // BaseExceptionGroup, Exception, BaseException, object
                        class.ancestors.borrow_mut().insert(1, exception);
                    }
                    if kind.module() != "builtins" {
                        class.dict.set_name(&intern("__module__"), Value::str(kind.module()));
                    }
                    exceptions.push(class);
                }
                let types = Types {
                    $($field: plain($name),)*
                    object, int, bool_, future, task, gathering, exceptions, rare: RefCell::default(),
                };
                let all = [&types.object, &types.int, &types.bool_, &types.future, &types.task, &types.gathering, $(&types.$field),*];
                for definition in crate::builtins::TYPES.iter().chain(crate::vm::own_types::TYPES).chain(crate::vm::async_types::TYPES).chain([&crate::vm::groups::TYPE]).chain(crate::asyncio::TYPES) {
                    let class = all.iter().copied().find(|class| class.name().as_str() == definition.name)
                        .or_else(|| types.exceptions.iter().find(|class| class.name().as_str() == definition.name));
                    match class {
                        Some(class) => fill(class, definition),
                        None => fill(&types.rare(definition.name), definition),
                    }
                }
                // What can be changed has no hash, and says so to who asks its class.
                for class in [&types.list, &types.dict, &types.set, &types.dict_keys, &types.dict_items] {
                    class.dict.set_name(&intern("__hash__"), Value::None);
                }
                types.future.dict.set_name(&intern("__tp_name__"), Value::str("_asyncio.Future"));
                types.task.dict.set_name(&intern("__tp_name__"), Value::str("_asyncio.Task"));
                types
            }

            /// A builtin class by the name of its field, for those that programs know by name.
            #[must_use]
            pub fn by_name(&self, name: &str) -> Option<Rc<Class>> {
                let all = [&self.object, &self.int, &self.bool_, $(&self.$field),*];
                all.into_iter().chain(&self.exceptions).find(|class| class.name().as_str() == name).cloned()
            }
        }
    };
}

types! {
    type_ "type";
    none "NoneType";
    not_implemented "NotImplementedType";
    ellipsis "ellipsis";
    float "float";
    str_ "str";
    bytes "bytes";
    tuple "tuple";
    list "list";
    dict "dict";
    set "set";
    frozenset "frozenset";
    range "range";
    slice "slice";
    dict_keys "dict_keys";
    dict_values "dict_values";
    dict_items "dict_items";
    function "function";
    method "method";
    builtin "builtin_function_or_method";
    method_descriptor "method_descriptor";
    generator "generator";
    coroutine "coroutine";
    async_generator "async_generator";
    module "module";
    cell "cell";
    code "code";
    property "property";
    staticmethod "staticmethod";
    classmethod "classmethod";
    super_ "super";
    traceback "traceback";
    frame "frame";
}

impl Types {
    /// A builtin exception class.
    #[must_use]
    pub fn exception(&self, kind: ExcKind) -> &Rc<Class> {
        &self.exceptions[kind as usize]
    }

    /// A class that only has to have its name.
    pub fn rare(&self, name: &'static str) -> Rc<Class> {
        if let Some((_, class)) = self.rare.borrow().iter().find(|(known, _)| *known == name) {
            return class.clone();
        }
        let class = new_class(name, vec![self.object.clone()], ClassKind::Builtin, true);
        self.rare.borrow_mut().push((name, class.clone()));
        class
    }

    /// The class of an iterator in this state.
    #[must_use]
    pub fn iterator(&self, state: &IterState) -> Rc<Class> {
        use crate::objects::ViewKind;
        self.rare(match state {
            IterState::Done => "iterator",
            IterState::List(..) => "list_iterator",
            IterState::Tuple(..) => "tuple_iterator",
            IterState::Str(text, _) if text.is_ascii() => "str_ascii_iterator",
            IterState::Str(..) => "str_iterator",
            IterState::Bytes(..) => "bytes_iterator",
            IterState::Range(..) => "range_iterator",
            IterState::View(view, ..) => match view.kind {
                ViewKind::Keys => "dict_keyiterator",
                ViewKind::Values => "dict_valueiterator",
                ViewKind::Items => "dict_itemiterator",
            },
            IterState::ReversedView(view, ..) => match view.kind {
                ViewKind::Keys => "dict_reversekeyiterator",
                ViewKind::Values => "dict_reversevalueiterator",
                ViewKind::Items => "dict_reverseitemiterator",
            },
            IterState::Dict(..) => "dict_keyiterator",
            IterState::Set(..) => "set_iterator",
            IterState::ReversedList(..) => "list_reverseiterator",
            IterState::Deque(.., false) => "_deque_iterator",
            IterState::Deque(.., true) => "_deque_reverse_iterator",
            IterState::Enumerate(..) => "enumerate",
            IterState::Zip(..) => "zip",
            IterState::Items(_, name) => name,
        })
    }
}

/// Makes a native function that belongs to no class.
#[must_use]
pub fn native(name: &'static str, body: NativeBody, module: Option<&'static str>) -> Value {
    Value::Native(Rc::new(Native {
        name,
        binding: crate::native::Binding::Function,
        body,
        module,
        owner: RefCell::new(Weak::new()),
    }))
}

/// An object of a builtin class.
#[must_use]
#[cfg_attr(page, optimize(speed))]
pub fn object(class: &Rc<Class>, data: crate::objects::NativeData) -> Value {
    Value::Object(Rc::new(NativeObject { class: class.clone(), data }))
}
