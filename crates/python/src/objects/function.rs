//! Functions: Python's, the engine's, and bound ones.

use std::cell::RefCell;
use std::rc::Rc;

use crate::code::{Code, CodeKind};
use crate::native::{Binding, NativeBody};
use crate::objects::{Cell, Class, Dict, Str};
use crate::value::Value;

/// A function written in Python.
#[derive(Debug)]
pub struct Function {
    /// What it does.
    pub code: Rc<Code>,
    /// The globals it sees.
    pub globals: Rc<Dict>,
    /// The cells of its free variables.
    pub closure: RefCell<Vec<Rc<Cell>>>,
    /// Defaults of the last positional parameters.
    pub defaults: RefCell<Vec<Value>>,
    /// Defaults of keyword-only parameters.
    pub kw_defaults: RefCell<Option<Rc<Dict>>>,
    /// `__name__`.
    pub name: RefCell<Rc<Str>>,
    /// `__qualname__`.
    pub qualname: RefCell<Rc<Str>>,
    /// `__dict__`.
    pub dict: RefCell<Option<Rc<Dict>>>,
    /// `__doc__`, `__annotations__`, `__module__` and `__type_params__` as far as they were set.
    pub described: RefCell<Option<Rc<Dict>>>,
}

impl Function {
    /// Whether that many arguments by position are all that a plain call of it needs.
    #[must_use]
    pub(crate) fn takes_exactly(&self, arguments: usize) -> bool {
        self.code.kind == CodeKind::Plain
            && self.code.is_simple()
            && arguments == usize::from(self.code.parameters.positional)
    }
}

/// A bound method: of Python or of the engine.
#[derive(Debug)]
pub struct Method {
    /// A function.
    pub function: Value,
    /// What comes first when it is called.
    pub receiver: Value,
}

impl Drop for Method {
    fn drop(&mut self) {
        crate::heap::drop_value(std::mem::replace(&mut self.receiver, Value::None));
    }
}

/// A function of the engine.
#[derive(Debug)]
pub struct Native {
    /// Its name.
    pub name: &'static str,
    /// How it binds when found in a class.
    pub binding: Binding,
    /// What it does.
    pub body: NativeBody,
    /// The module it belongs to.
    pub module: Option<&'static str>,
    /// The class whose method it is.
    pub owner: RefCell<std::rc::Weak<Class>>,
}
