//! Attribute access: lookup, binding, descriptors.
//!
//! ```text
//! mod     object.name
//! store   object.name = value, del object.name
//! hinted  the same for instructions, which remember where they found a name
//! ```

mod hinted;
mod store;

use std::rc::Rc;

use crate::code::{Code, CodeKind};
use crate::native::{Args, Binding, NativeResult};
use crate::objects::{
    Class, Exc, ExcKind, Function, Instance, Method, Module, Native, NativeData, Str, error,
};
use crate::value::Value;
use crate::vm::descriptors::no_accessor;
use crate::vm::frame::OnReturn;
use crate::vm::{Request, Vm, intern};

impl Vm {
    /// `object.name` as an instruction does it: may answer `Nothing` and request a call.
    pub(crate) fn load_attr(&mut self, object: &Value, name: &Rc<Str>) -> NativeResult {
        let found = match self.try_attr(object, name) {
            Err(missing) if missing.is(ExcKind::AttributeError) => {
                return self.ask_getattr(object, name).unwrap_or(Err(missing));
            }
            found => found?,
        };
        match found {
            Some(value) => {
                if value.is_nothing()
                    && let Value::Instance(_) = object
                    && self.user_method(object, &self.names.getattr.clone()).is_some()
                    && let Some(Request::Call { then, .. }) = &mut self.request
                    && then.is_push()
                {
                    *then = OnReturn::GetAttr(Box::new((object.clone(), name.clone())));
                }
                Ok(value)
            }
            None => match self.ask_getattr(object, name) {
                Some(answer) => answer,
                None => Err(self.no_attribute(object, name)),
            },
        }
    }

    /// Asks `__getattr__`, if the class has one.
    pub(crate) fn ask_getattr(&mut self, object: &Value, name: &Rc<Str>) -> Option<NativeResult> {
        if let Value::Module(module) = object {
            return self.ask_module(module, name);
        }
        let hook = self.user_method(object, &self.names.getattr.clone())?;
        Some(self.request_call(hook, object.clone(), vec![Value::Str(name.clone())], Vec::new()))
    }

    /// Asks the function `__getattr__` of a module, if it has one.
    pub(crate) fn ask_module(&mut self, module: &Module, name: &Rc<Str>) -> Option<NativeResult> {
        let hook = module.dict.get_name(&self.names.getattr)?;
        Some(self.request_call(hook, Value::Nothing, vec![Value::Str(name.clone())], Vec::new()))
    }

    /// The attribute; None if there is none.
    pub(crate) fn try_attr(&mut self, object: &Value, name: &Rc<Str>) -> Result<Option<Value>, Exc> {
        match object {
            Value::Instance(instance) => self.instance_attr(instance, object, name),
            Value::Class(class) => self.class_attr(class, object, name),
            Value::Module(module) => {
                if let Some(value) = module.dict.get_name(name) {
                    return Ok(Some(value));
                }
                match name.as_str() {
                    "__dict__" => Ok(Some(Value::Dict(module.dict.clone()))),
                    "__name__" => Ok(Some(Value::Str(module.name.clone()))),
                    "__class__" => Ok(Some(Value::Class(self.types.module.clone()))),
                    "__doc__" => Ok(Some(Value::None)),
                    _ if module.name.as_str() == "builtins" => crate::builtins::late::builtin(self, name),
                    name => crate::asyncio::late::attribute(self, module, name),
                }
            }
            Value::Object(native) => {
                if let NativeData::Super(class, receiver) = &native.data {
                    return self.super_attr(class, receiver, name);
                }
                if let NativeData::Namespace(dict) = &native.data
                    && let Some(value) = dict.get_name(name)
                {
                    return Ok(Some(value));
                }
                self.builtin_attr(object, name)
            }
            _ => self.builtin_attr(object, name),
        }
    }

    fn instance_attr(
        &mut self,
        instance: &Rc<Instance>,
        object: &Value,
        name: &Rc<Str>,
    ) -> Result<Option<Value>, Exc> {
        let class = instance.class.borrow().clone();
        if !class.builtin
            && let Some(hook @ Value::Function(_)) = self.lookup(&class, &self.names.getattribute)
        {
            let arguments = vec![Value::Str(name.clone())];
            return self.request_call(hook, object.clone(), arguments, Vec::new()).map(Some);
        }
        self.plain_instance_attr(instance, object, name)
    }

    /// What `object.__getattribute__` does for instances.
    pub(crate) fn plain_instance_attr(
        &mut self,
        instance: &Rc<Instance>,
        object: &Value,
        name: &Rc<Str>,
    ) -> Result<Option<Value>, Exc> {
        let class = instance.class.borrow().clone();
        let found = self.lookup(&class, name);
        if let Some(found) = &found
            && self.is_data_descriptor(found)
        {
            return self.bind_found(found, object, &class).map(Some);
        }
        if let Some(value) = instance.dict.get_name(name) {
            return Ok(Some(value));
        }
        match found {
            Some(found) => self.bind_found(&found, object, &class).map(Some),
            None => {
                // An instance of a class that derives from `property` and the like.
                if let Some(base @ Value::Object(_)) = &instance.base
                    && let Some(value) = self.descriptor_attr(base, name)?
                {
                    return Ok(Some(value));
                }
                Ok(self.common_attr(object, &class, name))
            }
        }
    }

    /// Attributes that every object has.
    fn common_attr(&mut self, object: &Value, class: &Rc<Class>, name: &Rc<Str>) -> Option<Value> {
        match name.as_str() {
            "__class__" => Some(Value::Class(class.clone())),
            "__dict__" if !class.has_dict => None,
            "__dict__" => match object {
                Value::Instance(instance) => Some(Value::Dict(instance.dict.clone())),
                Value::Exception(exception) => Some(Value::Dict(exception.dict.clone())),
                _ => None,
            },
            "__doc__" => Some(Value::None),
            "__module__" => Some(match object {
                Value::Instance(_) | Value::Exception(_) => Value::str("__main__"),
                _ => Value::str("builtins"),
            }),
            _ => None,
        }
    }

    /// Whether it goes before what the instance itself holds.
    fn is_data_descriptor(&self, found: &Value) -> bool {
        match found {
            Value::Object(object) => {
                matches!(object.data, NativeData::Property { .. } | NativeData::Slot(_))
            }
            Value::Native(native) => native.binding == Binding::Property,
            Value::Instance(instance) => {
                self.user_method(found, &self.names.set).is_some()
                    || self.user_method(found, &self.names.delete).is_some()
                    || instance.base.as_ref().is_some_and(|base| self.is_data_descriptor(base))
            }
            _ => false,
        }
    }

    /// What an attribute that was found in the class means for the object.
    pub(crate) fn bind_found(&mut self, found: &Value, object: &Value, class: &Rc<Class>) -> NativeResult {
        match found {
            Value::Function(_) => Ok(bound(found.clone(), object.clone())),
            Value::Native(native) => match native.binding {
                Binding::Method => Ok(bound(found.clone(), object.clone())),
                Binding::ClassMethod => Ok(bound(found.clone(), Value::Class(class.clone()))),
                Binding::Property => (native.body)(self, Args::positional(std::slice::from_ref(object))),
                Binding::Function | Binding::StaticMethod => Ok(found.clone()),
            },
            Value::Object(descriptor) => match &descriptor.data {
                NativeData::Property { get, .. } => {
                    if get.is_none() {
                        return Err(no_accessor(class, found, "getter"));
                    }
                    self.request_call(get.clone(), object.clone(), Vec::new(), Vec::new())
                }
                NativeData::StaticMethod(function) => Ok(function.clone()),
                NativeData::ClassMethod(function) => {
                    self.bind_class_method(function, &Value::Class(class.clone()))
                }
                NativeData::Slot(slot) => {
                    let value = match object {
                        Value::Instance(instance) => instance.dict.get_name(&slot.name),
                        Value::Exception(exception) => exception.dict.get_name(&slot.name),
                        _ => None,
                    };
                    value.ok_or_else(|| self.no_attribute(object, &slot.name))
                }
                _ => Ok(found.clone()),
            },
            Value::Instance(instance) => match self.user_method(found, &self.names.get.clone()) {
                Some(get) => {
                    let arguments = vec![object.clone(), Value::Class(class.clone())];
                    self.request_call(get, found.clone(), arguments, Vec::new())
                }
                None => match &instance.base {
                    Some(base @ Value::Object(_)) => self.bind_found(&base.clone(), object, class),
                    _ => Ok(found.clone()),
                },
            },
            _ => Ok(found.clone()),
        }
    }

    fn class_attr(
        &mut self,
        class: &Rc<Class>,
        object: &Value,
        name: &Rc<Str>,
    ) -> Result<Option<Value>, Exc> {
        let special = match name.as_str() {
            "__name__" => Some(Value::Str(class.name())),
            "__qualname__" => Some(Value::Str(class.qualname.borrow().clone())),
            "__dict__" => Some(self.mapping_proxy(&class.dict)),
            "__annotations__" if !class.builtin => {
                let known = class.dict.get_name(name);
                Some(known.unwrap_or_else(|| {
                    let made = Value::Dict(self.new_dict());
                    class.dict.set_name(name, made.clone());
                    made
                }))
            }
            "__type_params__" if class.dict.get_name(name).is_none() => Some(Value::tuple(Vec::new())),
            "__class__" => Some(Value::Class(self.class_of(object))),
            "__bases__" => {
                Some(Value::tuple(class.bases.borrow().iter().cloned().map(Value::Class).collect()))
            }
            "__base__" => Some(class.bases.borrow().first().cloned().map_or(Value::None, Value::Class)),
            "__mro__" => {
                let mut order = vec![Value::Class(class.clone())];
                order.extend(class.ancestors.borrow().iter().cloned().map(Value::Class));
                Some(Value::tuple(order))
            }
            "__module__" if class.dict.get_name(name).is_none() => {
                Some(Value::str(if class.builtin { "builtins" } else { "__main__" }))
            }
            _ => None,
        };
        if special.is_some() {
            return Ok(special);
        }
        let metaclass = class.metaclass.borrow().clone();
        if let Some(metaclass) = metaclass
            && let Some(found) = self.lookup(&metaclass, name)
            && self.is_data_descriptor(&found)
        {
            return self.bind_found(&found, object, &metaclass).map(Some);
        }
        if let Some(found) = self.lookup(class, name) {
            return match &found {
                Value::Native(native) if native.binding == Binding::ClassMethod => {
                    Ok(Some(bound(found.clone(), object.clone())))
                }
                Value::Object(descriptor) => match &descriptor.data {
                    NativeData::StaticMethod(function) => Ok(Some(function.clone())),
                    NativeData::ClassMethod(function) => self.bind_class_method(function, object).map(Some),
                    _ => Ok(Some(found.clone())),
                },
                Value::Instance(instance) => match self.user_method(&found, &self.names.get.clone()) {
                    Some(get) => {
                        let arguments = vec![Value::None, object.clone()];
                        self.request_call(get, found.clone(), arguments, Vec::new()).map(Some)
                    }
                    None => match &instance.base {
                        Some(Value::Object(base)) => match &base.data {
                            NativeData::StaticMethod(function) => Ok(Some(function.clone())),
                            NativeData::ClassMethod(function) => {
                                self.bind_class_method(function, object).map(Some)
                            }
                            _ => Ok(Some(found)),
                        },
                        _ => Ok(Some(found)),
                    },
                },
                _ => Ok(Some(found)),
            };
        }
        if Rc::ptr_eq(class, &self.types.bytes)
            && let Some(method) = crate::builtins::late::bytes_method(self, name)?
        {
            return Ok(Some(method));
        }
        let metaclass = self.class_of(object);
        match self.lookup(&metaclass, name) {
            Some(found) => self.bind_found(&found, object, &metaclass).map(Some),
            None if name.as_str() == "__doc__" => Ok(Some(Value::None)),
            None => Ok(None),
        }
    }

    fn builtin_attr(&mut self, object: &Value, name: &Rc<Str>) -> Result<Option<Value>, Exc> {
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

    fn super_attr(
        &mut self,
        after: &Rc<Class>,
        receiver: &Value,
        name: &Rc<Str>,
    ) -> Result<Option<Value>, Exc> {
        let (start, as_class) = match receiver {
            Value::Class(class) if class.is_subclass(after) => (class.clone(), true),
            other => (self.class_of(other), false),
        };
        if name.as_str() == "__class__" {
            return Ok(Some(Value::Class(self.types.super_.clone())));
        }
        let ancestors = start.ancestors.borrow().clone();
        let skip = if Rc::ptr_eq(&start, after) {
            0
        } else {
            ancestors.iter().position(|class| Rc::ptr_eq(class, after)).map_or(ancestors.len(), |at| at + 1)
        };
        for class in &ancestors[skip..] {
            let Some(found) = class.dict.get_name(name) else { continue };
            if as_class && matches!(found, Value::Function(_)) {
                return Ok(Some(found));
            }
            return self.bind_found(&found, receiver, &start).map(Some);
        }
        Ok(None)
    }

    /// The method that a call `object.name(...)` would call with the object first; None if it is not that simple.
    #[inline]
    pub(crate) fn find_method(&self, object: &Value, name: &Rc<Str>) -> Option<Value> {
        match object {
            Value::Instance(instance) => {
                let class = instance.class.borrow();
                let found = self.lookup(&class, name)?;
                let simple = match &found {
                    Value::Function(_) => true,
                    Value::Native(native) => native.binding == Binding::Method,
                    _ => false,
                };
                if !simple
                    || instance.dict.get_name(name).is_some()
                    || self
                        .lookup(&class, &self.names.getattribute)
                        .is_some_and(|hook| !matches!(hook, Value::Native(_)))
                {
                    return None;
                }
                Some(found)
            }
            Value::Class(_) | Value::Module(_) | Value::Function(_) => None,
            Value::Object(native)
                if matches!(native.data, NativeData::Super(..) | NativeData::Namespace(_)) =>
            {
                None
            }
            Value::Exception(exception) if exception.dict.get_name(name).is_some() => None,
            other => {
                let class = self.class_of(other);
                let found = self.lookup(&class, name)?;
                match &found {
                    Value::Native(native) if native.binding == Binding::Method => Some(found),
                    Value::Function(_) => Some(found),
                    _ => None,
                }
            }
        }
    }

    /// The AttributeError of a missing attribute, in CPython's words.
    #[cold]
    pub(crate) fn no_attribute(&mut self, object: &Value, name: &Rc<Str>) -> Exc {
        let message = match object {
            Value::Class(class) => format!("type object '{}' has no attribute '{name}'", class.shown_name()),
            Value::Module(module) => format!("module '{}' has no attribute '{name}'", module.name),
            Value::Object(native) if matches!(native.data, NativeData::Super(..)) => {
                format!("'super' object has no attribute '{name}'")
            }
            other => format!("'{}' object has no attribute '{name}'", self.type_name(other)),
        };
        let exception = error(ExcKind::AttributeError, message);
        exception.dict.set_name(&self.names.name_attribute, Value::Str(name.clone()));
        exception.dict.set_name(&intern("obj"), object.clone());
        exception
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
            let arguments = i64::from(parameters.var_args) * 4 + i64::from(parameters.var_kwargs) * 8;
            Some(Value::Int(3 + kind + arguments))
        }
        _ => None,
    }
}

/// A bound method.
pub(crate) fn bound(function: Value, receiver: Value) -> Value {
    Value::Method(Rc::new(Method { function, receiver }))
}

/// `__qualname__` of a function of the engine.
pub(crate) fn native_qualname(native: &Native) -> String {
    match native.owner.borrow().upgrade() {
        Some(class) => format!("{}.{}", class.name(), native.name),
        None => native.name.to_owned(),
    }
}
