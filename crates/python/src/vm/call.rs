//! Calls of every kind of callable, with arguments that are at hand. Calls that instructions make of plain functions do
//! not come here: see `dispatch::calls`.

use crate::code::CodeKind;
use crate::objects::{Exc, NativeData, type_error};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::frame::{Fiber, Frame, OnReturn, Stop};

/// Keyword arguments: names and values.
pub(crate) type Keywords = Vec<(Value, Value)>;

impl Vm {
    /// Calls anything; the result goes to the top frame of the fiber.
    #[cfg_attr(page, optimize(speed))]
    pub(crate) fn call_with(
        &mut self,
        fiber: &mut Fiber,
        callable: Value,
        mut positional: Vec<Value>,
        keywords: Keywords,
        then: OnReturn,
    ) -> Result<Option<Stop>, Exc> {
        match &callable {
            Value::Function(function) => {
                let frame = self.bind(function, positional, keywords)?;
                if function.code.kind != CodeKind::Plain {
                    let generator = self.new_generator(frame);
                    self.note_origin(fiber, &generator);
                    return self.deliver(fiber, then, generator);
                }
                self.enter(fiber, frame, then)
            }
            Value::Native(native) => {
                let value = self.call_native(native.body, &positional, keywords)?;
                self.settle(fiber, then, value)
            }
            Value::Method(method) => {
                positional.insert(0, method.receiver.clone());
                self.call_with(fiber, method.function.clone(), positional, keywords, then)
            }
            Value::Class(class) => {
                if class.metaclass.borrow().is_some()
                    && let Some(hook) = self.user_method(&callable, &self.names.call.clone())
                {
                    positional.insert(0, callable.clone());
                    return self.call_with(fiber, hook, positional, keywords, then);
                }
                self.instantiate(fiber, class, positional, keywords, then)
            }
            Value::Object(object) => match &object.data {
                NativeData::StaticMethod(function) => {
                    self.call_with(fiber, function.clone(), positional, keywords, then)
                }
                _ => self.call_object(fiber, &callable, positional, keywords, then),
            },
            _ => self.call_object(fiber, &callable, positional, keywords, then),
        }
    }

    /// Goes on with the frame of a plain function.
    #[cfg_attr(page, optimize(speed))]
    pub(super) fn enter(
        &mut self,
        fiber: &mut Fiber,
        mut frame: Box<Frame>,
        then: OnReturn,
    ) -> Result<Option<Stop>, Exc> {
        if self.depth + fiber.frames.len() >= self.recursion_limit {
            frame.on_return = OnReturn::Push;
            self.recycle(frame);
            return Err(super::deliver::recursion_error());
        }
        frame.bare = true;
        frame.on_return = then;
        fiber.frames.push(frame);
        Ok(None)
    }

    fn call_object(
        &mut self,
        fiber: &mut Fiber,
        callable: &Value,
        mut positional: Vec<Value>,
        keywords: Keywords,
        then: OnReturn,
    ) -> Result<Option<Stop>, Exc> {
        match self.special_method(callable, &self.names.call.clone()) {
            Some(method) => {
                positional.insert(0, callable.clone());
                self.call_with(fiber, method, positional, keywords, then)
            }
            None => {
                let name = self.type_name(callable);
                Err(type_error(format!("'{name}' object is not callable")))
            }
        }
    }

    /// Delivers what a native gave, or carries out what it asks for.
    pub(super) fn settle(
        &mut self,
        fiber: &mut Fiber,
        then: OnReturn,
        value: Value,
    ) -> Result<Option<Stop>, Exc> {
        if value.is_nothing() {
            return self.carry_out(fiber, then);
        }
        self.deliver(fiber, then, value)
    }
}
