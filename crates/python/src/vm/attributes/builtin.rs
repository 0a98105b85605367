//! Attributes of values of the engine's own types: exceptions, functions, methods, code objects, native objects.
//!
//! Classes and instances of classes written in Python are not known here.

use std::rc::Rc;

use super::{bound, native_qualname};
use crate::asyncio::attributes;
use crate::code::{Code, CodeKind};
use crate::objects::{Exc, Function, NativeData, Str};
use crate::value::Value;
use crate::vm::Vm;

impl Vm {
    pub(super) fn builtin_attr(&mut self, object: &Value, name: &Rc<Str>) -> Result<Option<Value>, Exc> {
        let class = self.class_of(object);
        if let Value::Exception(exception) = object {
            let found = self.lookup(&class, name);
            if let Some(found) = &found
                && self.is_data_descriptor(found)
            {
                return self.bind_found(found, object, &class).map(Some);
            }
            if let Some(value) = exception.dict.get_name(name) {
                return Ok(Some(value));
            }
            return match found {
                Some(found) => self.bind_found(&found, object, &class).map(Some),
                None => Ok(self.common_attr(object, &class, name)),
            };
        }
        if let Value::Function(function) = object
            && let Some(value) = self.function_attr(function, name)
        {
            return Ok(Some(value));
        }
        if let Some(value) = self.descriptor_attr(object, name)? {
            return Ok(Some(value));
        }
        if let Some(found) = self.lookup(&class, name) {
            return self.bind_found(&found, object, &class).map(Some);
        }
        match (object, name.as_str()) {
            (Value::Bytes(_), _) => {
                if let Some(method) = crate::builtins::late::bytes_method(self, name)? {
                    return Ok(Some(bound(method, object.clone())));
                }
            }
            (Value::Method(method), "__func__") => return Ok(Some(method.function.clone())),
            (Value::Method(method), "__self__") => return Ok(Some(method.receiver.clone())),
            (Value::Method(method), _) => {
                let function = method.function.clone();
                if let Some(value) = self.try_attr(&function, name)? {
                    return Ok(Some(value));
                }
            }
            (Value::Native(native), "__name__") => return Ok(Some(Value::str(native.name))),
            (Value::Native(native), "__qualname__") => return Ok(Some(Value::str(native_qualname(native)))),
            (Value::Native(native), "__module__") => {
                return Ok(Some(native.module.map_or(Value::None, Value::str)));
            }
            (Value::Native(_), "__self__") => return Ok(Some(Value::None)),
            (Value::Cell(cell), "cell_contents") => {
                let value = cell.value.borrow().clone();
                return match value {
                    Value::Nothing => Err(crate::objects::value_error("cell is empty")),
                    value => Ok(Some(value)),
                };
            }
            (Value::Slice(slice), "start") => return Ok(Some(slice.start.clone())),
            (Value::Slice(slice), "stop") => return Ok(Some(slice.stop.clone())),
            (Value::Slice(slice), "step") => return Ok(Some(slice.step.clone())),
            (Value::Code(code), _) => {
                let value = match name.as_str() {
                    "co_name" => Some(Value::Str(code.name.clone())),
                    "co_qualname" => Some(Value::Str(code.qualname.clone())),
                    "co_filename" => Some(Value::str(code.source.filename.clone())),
                    "co_firstlineno" => Some(Value::Int(i64::from(code.first_line))),
                    _ => code_attr(code, name),
                };
                if value.is_some() {
                    return Ok(value);
                }
            }
            (Value::Object(native), field) => {
                if let Some(value) = crate::builtins::alias::forwarded(self, object, field)? {
                    return Ok(Some(value));
                }
                let own = match field {
                    "__dict__" if !matches!(native.data, NativeData::Future(_)) => {
                        attributes::own_or_new(self, native).map(Value::Dict)
                    }
                    _ => attributes::own(native).and_then(|dict| dict.get_name(name)),
                };
                if own.is_some() {
                    return Ok(own);
                }
                if let NativeData::Struct { fields, values } = &native.data
                    && let Some(index) = fields.iter().position(|known| *known == field)
                {
                    return Ok(values.get(index).cloned());
                }
            }
            _ => {}
        }
        Ok(self.common_attr(object, &class, name))
    }

    fn function_attr(&mut self, function: &Rc<Function>, name: &Rc<Str>) -> Option<Value> {
        for dict in [&function.described, &function.dict] {
            if let Some(dict) = &*dict.borrow()
                && let Some(value) = dict.get_name(name)
            {
                return Some(value);
            }
        }
        match name.as_str() {
            "__name__" => Some(Value::Str(function.name.borrow().clone())),
            "__qualname__" => Some(Value::Str(function.qualname.borrow().clone())),
            "__doc__" => Some(function.code.docstring.clone().map_or(Value::None, Value::Str)),
            "__code__" => Some(Value::Code(function.code.clone())),
            "__globals__" => Some(Value::Dict(function.globals.clone())),
            "__module__" => Some(function.globals.get_name(&self.names.name).unwrap_or(Value::None)),
            "__defaults__" => {
                let defaults = function.defaults.borrow();
                Some(if defaults.is_empty() { Value::None } else { Value::tuple(defaults.clone()) })
            }
            "__kwdefaults__" => Some(function.kw_defaults.borrow().clone().map_or(Value::None, Value::Dict)),
            "__closure__" => {
                let closure = function.closure.borrow();
                let cells = closure.iter().cloned().map(Value::Cell).collect();
                Some(if closure.is_empty() { Value::None } else { Value::tuple(cells) })
            }
            "__dict__" => {
                let mut dict = function.dict.borrow_mut();
                Some(Value::Dict(dict.get_or_insert_with(|| Rc::new(crate::objects::Dict::new())).clone()))
            }
            "__annotations__" => {
                let annotations = Value::Dict(self.new_dict());
                let mut dict = function.described.borrow_mut();
                let dict = dict.get_or_insert_with(|| Rc::new(crate::objects::Dict::new()));
                dict.set_name(&self.names.annotations, annotations.clone());
                Some(annotations)
            }
            "__type_params__" => Some(Value::tuple(Vec::new())),
            "__builtins__" => Some(Value::Dict(self.builtins.clone())),
            _ => None,
        }
    }
}

/// The attributes of a code object that tell of its variables.
fn code_attr(code: &Code, name: &str) -> Option<Value> {
    let parameters = &code.parameters;
    let own = code.local_names.len() - code.free_count as usize;
    let strings =
        |names: &mut dyn Iterator<Item = &Rc<Str>>| Value::tuple(names.cloned().map(Value::Str).collect());
    let is_cell = |slot: usize| code.cells.contains(&(slot as u32));
    let arguments = parameters.slots();
    let plain = |slot: &usize| *slot < arguments || !is_cell(*slot);
    match name {
        "co_argcount" => Some(Value::Int(i64::from(parameters.positional))),
        "co_posonlyargcount" => Some(Value::Int(i64::from(parameters.positional_only))),
        "co_kwonlyargcount" => Some(Value::Int(i64::from(parameters.keyword_only))),
        "co_nlocals" => Some(Value::from((0..own).filter(plain).count())),
        "co_varnames" => Some(strings(&mut (0..own).filter(plain).map(|slot| &code.local_names[slot]))),
        "co_cellvars" => {
            let mut names: Vec<&Rc<Str>> =
                code.cells.iter().map(|slot| &code.local_names[*slot as usize]).collect();
            names.sort_by_key(|name| name.as_str());
            Some(strings(&mut names.into_iter()))
        }
        "co_freevars" => Some(strings(&mut code.local_names[own..].iter())),
        "co_names" => Some(strings(&mut code.names.iter())),
        "co_consts" => Some(Value::tuple(code.consts.clone())),
        "co_flags" => {
            let kind = match code.kind {
                CodeKind::Plain => 0,
                CodeKind::Generator => 0x20,
                CodeKind::Coroutine => 0x80,
                CodeKind::AsyncGenerator => 0x200,
            };
            let kind = kind + if code.iterable_coroutine.get() { 0x100 } else { 0 };
            let arguments = i64::from(parameters.var_args) * 4 + i64::from(parameters.var_kwargs) * 8;
            Some(Value::Int(3 + kind + arguments))
        }
        _ => None,
    }
}
