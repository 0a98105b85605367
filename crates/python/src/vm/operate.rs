//! Operators, comparisons, truth, items, iteration: methods of classes written in Python first, then
//! what builtin values do (`builtins::protocol`).
//!
//! Like all that instructions call, these answer `Nothing` when a call was requested instead.

use std::rc::Rc;

use crate::builtins::protocol;
use crate::native::NativeResult;
use crate::objects::{
    Dict, Exc, ExcKind, Function, GeneratorKind, GeneratorState, Str, error, type_error, value_error,
};
use crate::op::{Awaiting, BinaryOp, CompareOp, Conversion, UnaryOp};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::frame::{OnReturn, Reflect, ReflectCompare};

/// The mirror image of a comparison.
fn mirrored(op: CompareOp) -> CompareOp {
    match op {
        CompareOp::Lt => CompareOp::Gt,
        CompareOp::Le => CompareOp::Ge,
        CompareOp::Gt => CompareOp::Lt,
        CompareOp::Ge => CompareOp::Le,
        same => same,
    }
}

impl Vm {
    /// Notes where the program is, for hooks and warnings.
    #[inline]
    pub(crate) fn set_here(&mut self, function: &Rc<Function>, op: usize) {
        match &mut self.here {
            Some((code, at)) if Rc::ptr_eq(code, &function.code) => *at = op,
            here => *here = Some((function.code.clone(), op)),
        }
    }

    /// `bool(value)`.
    pub(crate) fn truth_of(&mut self, value: &Value) -> NativeResult {
        if let Value::Instance(_) | Value::Exception(_) | Value::Class(_) = value {
            if let Some(method) = self.user_method(value, &self.names.bool_.clone()) {
                return self.request_then(method, vec![value.clone()], OnReturn::Bool);
            }
            if let Some(method) = self.user_method(value, &self.names.len.clone()) {
                return self.request_then(method, vec![value.clone()], OnReturn::NotEmpty);
            }
        }
        Ok(Value::Bool(protocol::truth(value).unwrap_or(true)))
    }

    /// `a op b`, or `a op= b`.
    pub(crate) fn binary_op(&mut self, op: BinaryOp, a: &Value, b: &Value, in_place: bool) -> NativeResult {
        let user =
            |value: &Value| matches!(value, Value::Instance(_) | Value::Exception(_) | Value::Class(_));
        if user(a) || user(b) {
            return self.binary_next(Reflect { op, in_place, stage: 0, a: a.clone(), b: b.clone() });
        }
        if in_place && let Some(value) = protocol::in_place(self, op, a, b)? {
            return Ok(value);
        }
        match protocol::binary(self, op, a, b)? {
            Some(value) => Ok(value),
            None => Err(protocol::operand_error(self, op, in_place, a, b)),
        }
    }

    /// Tries the ways to do an operation that are left: in place, left operand's, right operand's.
    pub(crate) fn binary_next(&mut self, mut reflect: Reflect) -> NativeResult {
        let (a, b) = (reflect.a.clone(), reflect.b.clone());
        loop {
            let stage = reflect.stage;
            reflect.stage += 1;
            let (receiver, argument, form) = match stage {
                0 if reflect.in_place => (&a, &b, 2),
                0 => continue,
                // A subclass's reflected method goes first.
                1 if self.right_goes_first(reflect.op, &a, &b) => (&b, &a, 1),
                1 => continue,
                2 => (&a, &b, 0),
                // A string formats whatever it is given.
                3 if reflect.op == BinaryOp::Mod
                    && matches!(crate::builtins::convert::plain(&a), Value::Str(_) | Value::Bytes(_)) =>
                {
                    continue;
                }
                3 if !self.same_class(&a, &b) && !self.right_goes_first(reflect.op, &a, &b) => (&b, &a, 1),
                3 => continue,
                _ => break,
            };
            let name = self.names.binary(reflect.op, form).clone();
            if let Some(method) = self.user_method(receiver, &name) {
                let arguments = vec![receiver.clone(), argument.clone()];
                return self.request_then(method, arguments, OnReturn::Binary(Box::new(reflect)));
            }
        }
        if reflect.in_place
            && let Some(value) = protocol::in_place(self, reflect.op, &a, &b)?
        {
            return Ok(value);
        }
        match protocol::binary(self, reflect.op, &a, &b)? {
            Some(value) => Ok(value),
            None => Err(protocol::operand_error(self, reflect.op, reflect.in_place, &a, &b)),
        }
    }

    fn same_class(&self, a: &Value, b: &Value) -> bool {
        Rc::ptr_eq(&self.class_of(a), &self.class_of(b))
    }

    fn right_goes_first(&self, op: BinaryOp, a: &Value, b: &Value) -> bool {
        let (left, right) = (self.class_of(a), self.class_of(b));
        if Rc::ptr_eq(&left, &right) || !right.is_subclass(&left) {
            return false;
        }
        let name = self.names.binary(op, 1);
        match (self.lookup(&right, name), self.lookup(&left, name)) {
            (Some(own), Some(inherited)) => !own.is(&inherited),
            (own, _) => own.is_some(),
        }
    }

    /// `-a`, `+a`, `~a`.
    pub(crate) fn unary_op(&mut self, op: UnaryOp, a: &Value) -> NativeResult {
        let (name, symbol) = match op {
            UnaryOp::Neg => (self.names.neg.clone(), "-"),
            UnaryOp::Pos => (self.names.pos.clone(), "+"),
            UnaryOp::Invert => (self.names.invert.clone(), "~"),
            UnaryOp::Not => return Err(type_error("not an arithmetic operator")),
        };
        if let Some(method) = self.user_method(a, &name) {
            return self.request_then(method, vec![a.clone()], OnReturn::Push);
        }
        protocol::unary(op, a).ok_or_else(|| {
            let name = self.type_name(a);
            type_error(format!("bad operand type for unary {symbol}: '{name}'"))
        })
    }

    /// `a op b`.
    pub(crate) fn compare_op(&mut self, op: CompareOp, a: &Value, b: &Value) -> NativeResult {
        let user =
            |value: &Value| matches!(value, Value::Instance(_) | Value::Exception(_) | Value::Class(_));
        if user(a) || user(b) {
            return self.compare_next(ReflectCompare { op, stage: 0, a: a.clone(), b: b.clone() });
        }
        self.compare_builtin(op, a, b)
    }

    fn compare_builtin(&mut self, op: CompareOp, a: &Value, b: &Value) -> NativeResult {
        if let Some(value) = protocol::compare(self, op, a, b)? {
            return Ok(value);
        }
        if let Some(flag) = crate::asyncio::compare(op, a, b) {
            return Ok(Value::Bool(flag));
        }
        match op {
            CompareOp::Eq => Ok(Value::Bool(a.is(b))),
            CompareOp::Ne => Ok(Value::Bool(!a.is(b))),
            _ => {
                let symbol = match op {
                    CompareOp::Lt => "<",
                    CompareOp::Le => "<=",
                    CompareOp::Gt => ">",
                    _ => ">=",
                };
                let (left, right) = (self.type_name(a), self.type_name(b));
                Err(type_error(format!(
                    "'{symbol}' not supported between instances of '{left}' and '{right}'"
                )))
            }
        }
    }

    /// Tries the ways to compare that are left.
    pub(crate) fn compare_next(&mut self, mut reflect: ReflectCompare) -> NativeResult {
        let (a, b) = (reflect.a.clone(), reflect.b.clone());
        let subclass = {
            let (left, right) = (self.class_of(&a), self.class_of(&b));
            !Rc::ptr_eq(&left, &right) && right.is_subclass(&left)
        };
        loop {
            let stage = reflect.stage;
            reflect.stage += 1;
            let (receiver, argument, op) = match stage {
                0 if subclass => (&b, &a, mirrored(reflect.op)),
                0 => continue,
                1 => (&a, &b, reflect.op),
                2 if !subclass => (&b, &a, mirrored(reflect.op)),
                2 => continue,
                _ => break,
            };
            let name = self.names.compare(op).clone();
            if let Some(method) = self.user_method(receiver, &name) {
                let arguments = vec![receiver.clone(), argument.clone()];
                return self.request_then(method, arguments, OnReturn::Compare(Box::new(reflect)));
            }
            // `!=` is what `==` is not, unless the class says otherwise.
            if op == CompareOp::Ne
                && let Some(method) = self.user_method(receiver, &self.names.eq.clone())
            {
                let result = self.call_nested(&method, &[receiver.clone(), argument.clone()])?;
                if !matches!(result, Value::NotImplemented) {
                    return Ok(Value::Bool(!self.truth(&result)?));
                }
            }
        }
        self.compare_builtin(reflect.op, &a, &b)
    }

    /// `value[key]`.
    pub(crate) fn load_item(&mut self, object: &Value, key: &Value) -> NativeResult {
        if let (Value::Dict(dict), Value::Str(_) | Value::Int(_)) = (object, key)
            && let Some(value) = self.dict_get(dict, key)?
        {
            return Ok(value);
        }
        if let Some(method) = self.user_method(object, &self.names.getitem.clone()) {
            return self.request_then(method, vec![object.clone(), key.clone()], OnReturn::Push);
        }
        if let Value::Class(class) = object {
            let hook = self.lookup(class, &crate::vm::intern("__class_getitem__"));
            if let Some(Value::Object(hook)) = &hook
                && let crate::objects::NativeData::ClassMethod(function) = &hook.data
            {
                return self.request_then(
                    function.clone(),
                    vec![object.clone(), key.clone()],
                    OnReturn::Push,
                );
            }
            if let Some(value) = protocol::get_item(self, object, key)? {
                return Ok(value);
            }
            return Err(type_error(format!("type '{}' is not subscriptable", class.name())));
        }
        let found = match protocol::get_item(self, object, key) {
            Err(missing) if missing.is(ExcKind::KeyError) => {
                // Of a class derived from dict.
                return match self.user_method(object, &self.names.missing.clone()) {
                    Some(method) => {
                        self.request_then(method, vec![object.clone(), key.clone()], OnReturn::Push)
                    }
                    None => Err(missing),
                };
            }
            other => other?,
        };
        match found {
            Some(value) => Ok(value),
            None => {
                if let Value::Object(native) = object
                    && let Some(method) = self.lookup(&native.class, &self.names.getitem.clone())
                {
                    return self.request_then(method, vec![object.clone(), key.clone()], OnReturn::Push);
                }
                let name = self.type_name(object);
                Err(type_error(format!("'{name}' object is not subscriptable")))
            }
        }
    }

    /// `value[key] = new`.
    pub(crate) fn store_item(&mut self, object: &Value, key: &Value, new: Value) -> NativeResult {
        if let Value::Dict(dict) = object {
            self.dict_set(dict, key.clone(), new)?;
            return Ok(Value::None);
        }
        if let Some(method) = self.user_method(object, &self.names.setitem.clone()) {
            return self.request_then(method, vec![object.clone(), key.clone(), new], OnReturn::Push);
        }
        if protocol::set_item(self, object, key, new)? {
            return Ok(Value::None);
        }
        if let (Value::Tuple(_) | Value::Str(_) | Value::Bytes(_), Value::BigInt(_)) = (object, key) {
            return Err(crate::objects::index_error("cannot fit 'int' into an index-sized integer"));
        }
        let name = self.type_name(object);
        Err(type_error(format!("'{name}' object does not support item assignment")))
    }

    /// `del value[key]`.
    pub(crate) fn remove_item(&mut self, object: &Value, key: &Value) -> NativeResult {
        if let Some(method) = self.user_method(object, &self.names.delitem.clone()) {
            return self.request_then(method, vec![object.clone(), key.clone()], OnReturn::Push);
        }
        if protocol::delete_item(self, object, key)? {
            return Ok(Value::None);
        }
        let name = self.type_name(object);
        let verb = match object {
            Value::Instance(_) | Value::Str(_) | Value::Tuple(_) => "doesn't support",
            _ => "doesn't support",
        };
        Err(type_error(format!("'{name}' object {verb} item deletion")))
    }

    /// `item in container`: a bool, or a request whose truth is meant.
    pub(crate) fn contains_op(&mut self, container: &Value, item: &Value) -> NativeResult {
        if let Some(method) = self.user_method(container, &self.names.contains.clone()) {
            return self.request_then(method, vec![container.clone(), item.clone()], OnReturn::Push);
        }
        if let Some(flag) = protocol::contains(self, container, item)? {
            return Ok(Value::Bool(flag));
        }
        if self.can_iterate(container) {
            return self.prelude("contains", vec![container.clone(), item.clone()]);
        }
        let name = self.type_name(container);
        Err(type_error(format!("argument of type '{name}' is not iterable")))
    }

    /// Whether `iter(value)` can be tried at all.
    pub(crate) fn can_iterate(&mut self, value: &Value) -> bool {
        match value {
            Value::Generator(generator) => {
                matches!(generator.kind, GeneratorKind::Generator | GeneratorKind::Builtin(_))
            }
            Value::Instance(_) | Value::Exception(_) | Value::Class(_) => {
                self.user_method(value, &self.names.iter.clone()).is_some()
                    || self.user_method(value, &self.names.getitem.clone()).is_some()
                    || protocol::iter(value).is_some()
            }
            other => {
                protocol::iter(other).is_some()
                    || self.special_method(other, &self.names.iter.clone()).is_some()
            }
        }
    }

    /// `iter(value)`.
    pub(crate) fn get_iter(&mut self, value: &Value) -> NativeResult {
        match value {
            Value::Iter(_) => return Ok(value.clone()),
            Value::Generator(generator)
                if matches!(generator.kind, GeneratorKind::Generator | GeneratorKind::Builtin(_)) =>
            {
                return Ok(value.clone());
            }
            _ => {}
        }
        if let Some(method) = self.user_method(value, &self.names.iter.clone()) {
            if method.is_none() {
                let name = self.type_name(value);
                return Err(type_error(format!("'{name}' object is not iterable")));
            }
            return self.request_then(method, vec![value.clone()], OnReturn::Iterator);
        }
        if let Some(iter) = protocol::iter(value) {
            return Ok(Value::Iter(iter));
        }
        if let Some(method) = self.special_method(value, &self.names.iter.clone()) {
            return self.request_then(method, vec![value.clone()], OnReturn::Push);
        }
        if self.user_method(value, &self.names.getitem.clone()).is_some() {
            return self.prelude("sequence_iter", vec![value.clone()]);
        }
        let name = self.type_name(value);
        Err(type_error(format!("'{name}' object is not iterable")))
    }

    /// Whether a value has `__next__`.
    pub(crate) fn is_iterator(&mut self, value: &Value) -> bool {
        match value {
            Value::Iter(_) => true,
            Value::Generator(generator) => {
                matches!(generator.kind, GeneratorKind::Generator | GeneratorKind::Builtin(_))
            }
            other => self.special_method(other, &self.names.next.clone()).is_some(),
        }
    }

    /// A field of an f-string.
    pub(crate) fn format_field(
        &mut self,
        value: &Value,
        conversion: Conversion,
        spec: &Value,
    ) -> NativeResult {
        let spec_text = spec.as_str().unwrap_or("").to_owned();
        let converted = match conversion {
            Conversion::None => value.clone(),
            Conversion::Str => match self.text_method(value, true) {
                Some(method) if spec_text.is_empty() => {
                    return self.request_then(method, vec![value.clone()], OnReturn::Push);
                }
                _ => Value::Str(self.str(value)?),
            },
            Conversion::Repr => match self.text_method(value, false) {
                Some(method) if spec_text.is_empty() => {
                    return self.request_then(method, vec![value.clone()], OnReturn::Push);
                }
                _ => Value::Str(self.repr(value)?),
            },
            Conversion::Ascii => {
                let repr = self.repr(value)?;
                Value::str(crate::text::repr::ascii_only(&repr))
            }
        };
        if let Some(method) = self.user_method(&converted, &self.names.format.clone()) {
            let arguments = vec![converted, Value::str(spec_text)];
            return self.request_then(method, arguments, OnReturn::Push);
        }
        if spec_text.is_empty()
            && let Some(method) = self.text_method(&converted, true)
        {
            return self.request_then(method, vec![converted], OnReturn::Push);
        }
        let text = self.format(&converted, &spec_text)?;
        self.charge_text(text.len())?;
        Ok(Value::Str(text))
    }

    /// The program's own `__str__` (then `__repr__`) or `__repr__` of a value, if it has one.
    pub(crate) fn text_method(&mut self, value: &Value, str_first: bool) -> Option<Value> {
        if str_first {
            let class = self.class_of(value);
            match self.lookup(&class, &self.names.str_) {
                Some(found @ Value::Function(_)) => return Some(found),
                // A builtin base's own `__str__` goes before a `__repr__` of the class.
                Some(Value::Native(_)) if matches!(value, Value::Exception(_)) => return None,
                _ => {}
            }
        }
        match self.user_method(value, &self.names.repr.clone()) {
            Some(found @ Value::Function(_)) => Some(found),
            _ => None,
        }
    }

    /// What `await value` waits for.
    pub(crate) fn get_awaitable(&mut self, value: Value, awaiting: Awaiting) -> NativeResult {
        match &value {
            Value::Generator(generator) if generator.kind == GeneratorKind::Coroutine => {
                let busy = match &*generator.state.borrow() {
                    GeneratorState::Running | GeneratorState::Single(_) | GeneratorState::Suspended(_) => {
                        true
                    }
                    GeneratorState::Native(native) => native.1,
                    GeneratorState::Created(_) | GeneratorState::Finished => false,
                };
                if busy {
                    return Err(error(ExcKind::RuntimeError, "coroutine is being awaited already"));
                }
                return Ok(value);
            }
            Value::Object(object) if super::async_generator::as_step(object).is_some() => return Ok(value),
            other if crate::asyncio::as_future(other).is_some() => return Ok(value),
            _ => {}
        }
        match self.special_method(&value, &self.names.await_.clone()) {
            Some(method) => {
                self.request_then(method, vec![value.clone()], OnReturn::Awaitable(awaiting, value))
            }
            None => {
                let name = self.type_name(&value);
                let method = match awaiting {
                    Awaiting::Enter => "__aenter__",
                    Awaiting::Exit => "__aexit__",
                    _ => {
                        let error = type_error(format!("object {name} can't be used in 'await' expression"));
                        return Err(self.not_awaitable(awaiting, &value, error));
                    }
                };
                Err(type_error(format!(
                    "'async with' received an object from {method} that does not implement __await__: {name}"
                )))
            }
        }
    }

    /// The error of what cannot be awaited, in the words of an `async for` where it was that.
    pub(crate) fn not_awaitable(&mut self, awaiting: Awaiting, value: &Value, error: Exc) -> Exc {
        if awaiting != Awaiting::Next {
            return error;
        }
        let name = self.type_name(value);
        let outer = type_error(format!("'async for' received an invalid object from __anext__: {name}"));
        outer.cause.replace(Some(error.clone()));
        outer.context.replace(Some(error));
        outer.suppress_context.set(true);
        outer
    }

    /// `with manager`: its bound `__exit__` and `__enter__`.
    pub(crate) fn before_with(&mut self, manager: &Value, is_async: bool) -> Result<(Value, Value), Exc> {
        let (enter, exit) = match is_async {
            true => (self.names.aenter.clone(), self.names.aexit.clone()),
            false => (self.names.enter.clone(), self.names.exit.clone()),
        };
        let (enter_method, exit_method) =
            (self.special_method(manager, &enter), self.special_method(manager, &exit));
        let class = self.class_of(manager);
        let protocol = if is_async { "asynchronous context manager" } else { "context manager" };
        let missing = match (&enter_method, &exit_method) {
            (Some(_), Some(_)) => None,
            (None, _) => Some(""),
            (_, None) => {
                Some(if is_async { " (missed __aexit__ method)" } else { " (missed __exit__ method)" })
            }
        };
        let (Some(enter_method), Some(exit_method)) = (enter_method, exit_method) else {
            let name = class.name();
            let missing = missing.unwrap_or("");
            return Err(type_error(format!(
                "'{name}' object does not support the {protocol} protocol{missing}"
            )));
        };
        let enter = self.bind_found(&enter_method, manager, &class)?;
        let exit = self.bind_found(&exit_method, manager, &class)?;
        Ok((exit, enter))
    }

    /// `type, exception, traceback` for `__exit__`.
    pub(crate) fn exit_arguments(&mut self, exception: &Value) -> Vec<Value> {
        let class = Value::Class(self.class_of(exception));
        let traceback = match exception {
            Value::Exception(exception) => super::own_types::traceback_of(self, exception),
            _ => Value::None,
        };
        vec![class, exception.clone(), traceback]
    }

    /// The TypeError of `*value` for what cannot be iterated.
    pub(crate) fn check_star(
        &mut self,
        value: &Value,
        in_call: bool,
        callable: Option<&Value>,
    ) -> Result<(), Exc> {
        if self.can_iterate(value) {
            return Ok(());
        }
        let name = self.type_name(value);
        if let Some(callable) = callable {
            let function = self.callable_name(callable);
            return Err(type_error(format!("{function} argument after * must be an iterable, not {name}")));
        }
        Err(type_error(match in_call {
            true => format!("Value after * must be an iterable, not {name}"),
            false => format!("'{name}' object is not iterable"),
        }))
    }

    /// The TypeError of unpacking what cannot be iterated.
    pub(crate) fn check_unpackable(&mut self, value: &Value) -> Result<(), Exc> {
        if self.can_iterate(value) {
            return Ok(());
        }
        let name = self.type_name(value);
        Err(type_error(format!("cannot unpack non-iterable {name} object")))
    }

    /// Exactly `n` items of a builtin iterable; None for others.
    pub(crate) fn unpack(&mut self, value: &Value, n: usize) -> Result<Option<Vec<Value>>, Exc> {
        self.check_unpackable(value)?;
        let Some(iter) = self.builtin_iter(value) else { return Ok(None) };
        let mut items = Vec::with_capacity(n);
        while let Some(item) = self.iter_next(&iter)? {
            items.push(item);
            if items.len() > n {
                return Err(value_error(format!("too many values to unpack (expected {n})")));
            }
        }
        if items.len() < n {
            return Err(value_error(format!(
                "not enough values to unpack (expected {n}, got {})",
                items.len()
            )));
        }
        Ok(Some(items))
    }

    /// `{**mapping}` of a builtin mapping; false for others.
    pub(crate) fn dict_update(&mut self, target: &Value, mapping: &Value) -> Result<bool, Exc> {
        let (Value::Dict(target), Some(source)) = (target, as_dict(mapping)) else {
            if self.find_attr(mapping, "keys")?.is_none() {
                let name = self.type_name(mapping);
                return Err(type_error(format!("'{name}' object is not a mapping")));
            }
            return Ok(false);
        };
        for (key, value) in source.entries() {
            self.dict_set(target, key, value)?;
        }
        Ok(true)
    }

    /// `f(**mapping)`; false for what is not a builtin mapping.
    pub(crate) fn dict_merge(
        &mut self,
        target: &Value,
        mapping: &Value,
        callable: &Value,
    ) -> Result<bool, Exc> {
        let (Value::Dict(target), Some(source)) = (target, as_dict(mapping)) else {
            if self.find_attr(mapping, "keys")?.is_none() {
                let (name, function) = (self.type_name(mapping), self.callable_name(callable));
                return Err(type_error(format!(
                    "{function} argument after ** must be a mapping, not {name}"
                )));
            }
            return Ok(false);
        };
        for (key, value) in source.entries() {
            let Value::Str(name) = &key else {
                return Err(type_error("keywords must be strings"));
            };
            if target.get_name(name).is_some() {
                let function = self.callable_name(callable);
                return Err(type_error(format!(
                    "{function} got multiple values for keyword argument '{name}'"
                )));
            }
            target.set_name(name, value);
        }
        Ok(true)
    }

    /// A callable in messages: `module.qualname()`. Mirrors `_PyObject_FunctionStr`.
    fn callable_name(&mut self, callable: &Value) -> String {
        match callable {
            Value::Function(function) => {
                let module = function.globals.get_name(&self.names.name);
                let name: Rc<Str> = function.qualname.borrow().clone();
                match module.as_ref().and_then(Value::as_str) {
                    Some(module) if module != "builtins" => format!("{module}.{name}()"),
                    _ => format!("{name}()"),
                }
            }
            Value::Method(method) => self.callable_name(&method.function.clone()),
            Value::Native(native) => format!("{}()", super::attributes::native_qualname(native)),
            Value::Class(class) => match class.builtin {
                true => format!("{}()", class.name()),
                false => format!("__main__.{}()", class.qualname.borrow()),
            },
            other => format!("'{}' object", self.type_name(other)),
        }
    }

    /// Counts text that is about to be made, where it is large.
    #[inline]
    pub(crate) fn charge_text(&mut self, len: usize) -> Result<(), Exc> {
        if len < 4096 {
            return Ok(());
        }
        self.charge(len)
    }
}

/// The dict that a value is or holds.
fn as_dict(value: &Value) -> Option<Rc<Dict>> {
    match crate::builtins::convert::plain(value) {
        Value::Dict(dict) => Some(dict.clone()),
        _ => None,
    }
}
