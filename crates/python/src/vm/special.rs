//! The names of special methods, interned once.

use std::rc::Rc;

use crate::objects::Str;
use crate::op::{BinaryOp, CompareOp};
use crate::vm::types::intern;

macro_rules! names {
    ($($field:ident $text:literal,)*) => {
        /// Interned names.
        pub(crate) struct Names {
            $(pub(crate) $field: Rc<Str>,)*
            binary: [[Rc<Str>; 3]; 13],
            compare: [Rc<Str>; 6],
        }

        impl Names {
            pub(crate) fn new() -> Names {
                let binary = BINARY.map(|name| {
                    ["", "r", "i"].map(|prefix| intern(&format!("__{prefix}{name}__")))
                });
                let compare = ["__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"].map(intern);
                Names { $($field: intern($text),)* binary, compare }
            }
        }
    };
}

const BINARY: [&str; 13] = [
    "add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "lshift", "rshift", "and", "or",
    "xor",
];

names! {
    init "__init__",
    new "__new__",
    call "__call__",
    iter "__iter__",
    next "__next__",
    len "__len__",
    bool_ "__bool__",
    getitem "__getitem__",
    setitem "__setitem__",
    delitem "__delitem__",
    missing "__missing__",
    contains "__contains__",
    hash "__hash__",
    eq "__eq__",
    str_ "__str__",
    repr "__repr__",
    format "__format__",
    index "__index__",
    getattr "__getattr__",
    getattribute "__getattribute__",
    setattr "__setattr__",
    delattr "__delattr__",
    get "__get__",
    set "__set__",
    delete "__delete__",
    del "__del__",
    set_name "__set_name__",
    init_subclass "__init_subclass__",
    instancecheck "__instancecheck__",
    subclasscheck "__subclasscheck__",
    prepare "__prepare__",
    abstract_methods "__abstractmethods__",
    enter "__enter__",
    exit "__exit__",
    aenter "__aenter__",
    aexit "__aexit__",
    await_ "__await__",
    sleep "sleep",
    aiter "__aiter__",
    anext "__anext__",
    neg "__neg__",
    pos "__pos__",
    invert "__invert__",
    classcell "__classcell__",
    name "__name__",
    qualname "__qualname__",
    module "__module__",
    tp_name "__tp_name__",
    doc "__doc__",
    annotations "__annotations__",
    slots "__slots__",
    file "__file__",
    notes "__notes__",
    name_attribute "name",
    acquire "acquire",
    release "release",
    member_name "_name_",
    member_value "_value_",
    fields "_fields",
    dataclass_fields "__dataclass_fields__",
}

impl Names {
    /// The method of an operator: left operand's, right operand's, in place.
    pub(crate) fn binary(&self, op: BinaryOp, form: usize) -> &Rc<Str> {
        &self.binary[op as usize][form]
    }

    /// The method of a comparison.
    pub(crate) fn compare(&self, op: CompareOp) -> &Rc<Str> {
        &self.compare[op as usize]
    }
}
