//! `repr` of what belongs to the machine, and the names of classes in it.

use std::rc::Rc;

use crate::objects::{Class, Exc, GeneratorKind, NativeData};
use crate::value::Value;
use crate::vm::Vm;

impl Vm {
    /// `repr` of what belongs to the machine; None for everything else.
    pub(crate) fn own_repr(&mut self, value: &Value) -> Result<Option<String>, Exc> {
        let address = value.address().unwrap_or(0);
        Ok(Some(match value {
            Value::Exception(exception) => {
                let class = self.class_of(value);
                let args = exception.args.borrow().clone();
                let name = class.name();
                match args.as_slice() {
                    [one] => format!("{name}({})", self.repr(one)?),
                    _ => format!("{name}{}", self.repr(&Value::tuple(args))?),
                }
            }
            Value::Class(class) => format!("<class '{}'>", self.full_name(class)),
            Value::Function(function) => format!("<function {} at {address:#x}>", function.qualname.borrow()),
            Value::Native(native) => match native.owner.borrow().upgrade() {
                Some(class) => format!("<method '{}' of '{}' objects>", native.name, class.name()),
                None => format!("<built-in function {}>", native.name),
            },
            Value::Method(method) => match &method.function {
                Value::Native(native) => {
                    let at = method.receiver.address().unwrap_or(0);
                    let name = self.type_name(&method.receiver);
                    format!("<built-in method {} of {name} object at {at:#x}>", native.name)
                }
                Value::Function(function) => {
                    let receiver = self.repr(&method.receiver)?;
                    format!("<bound method {} of {receiver}>", function.qualname.borrow())
                }
                other => format!("<bound method of {}>", self.type_name(other)),
            },
            Value::Generator(generator) => {
                let kind = match generator.kind {
                    GeneratorKind::Generator => "generator",
                    GeneratorKind::Coroutine => "coroutine",
                    GeneratorKind::AsyncGenerator => "async_generator",
                    GeneratorKind::Builtin(name) => {
                        return Ok(Some(format!("<{name} object at {address:#x}>")));
                    }
                };
                format!("<{kind} object {} at {address:#x}>", generator.qualname.borrow())
            }
            Value::Module(module) => match module.name.as_str() {
                "__main__" => format!("<module '__main__' from '{}'>", self.filename()),
                name => format!("<module '{name}'>"),
            },
            Value::Cell(_) => format!("<cell at {address:#x}>"),
            Value::Code(code) => format!(
                "<code object {} at {address:#x}, file \"{}\", line {}>",
                code.name, code.source.filename, code.first_line
            ),
            Value::Object(object) => match &object.data {
                NativeData::Property { .. } => format!("<property object at {address:#x}>"),
                NativeData::Slot(slot) => format!("<member '{}' of '{}' objects>", slot.name, slot.owner),
                NativeData::StaticMethod(function) => format!("<staticmethod({})>", self.repr(function)?),
                NativeData::ClassMethod(function) => format!("<classmethod({})>", self.repr(function)?),
                NativeData::Super(class, receiver) => {
                    let name = self.type_name(receiver);
                    format!("<super: <class '{}'>, <{name} object>>", class.name())
                }
                _ => match crate::asyncio::repr(self, value)? {
                    Some(text) => text,
                    None => return crate::stdlib::contextvars::repr(self, value),
                },
            },
            Value::Instance(instance) if instance.base.is_some() => return crate::asyncio::repr(self, value),
            _ => return Ok(None),
        }))
    }

    /// The name of a class with its module, as its repr shows it.
    pub(crate) fn full_name(&mut self, class: &Rc<Class>) -> String {
        let qualname = class.qualname.borrow().clone();
        let module = class.dict.get_name(&self.names.module);
        match module.as_ref().and_then(Value::as_str) {
            Some(module) if module != "builtins" => format!("{module}.{qualname}"),
            Some(_) => qualname.to_string(),
            None if class.builtin => qualname.to_string(),
            None => format!("__main__.{qualname}"),
        }
    }
}
