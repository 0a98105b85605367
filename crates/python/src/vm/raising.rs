//! What `raise` does with its operands, and which exceptions an `except` clause takes.

use crate::objects::{ClassKind, Exc, ExcClass, ExcKind, error, type_error};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::frame::OnReturn;

impl Vm {
    /// What `raise` does with its operands; None if a call was requested first.
    pub(crate) fn prepare_raise(&mut self, exception: Value, cause: Value) -> Result<Option<Exc>, Exc> {
        let raised = match exception {
            Value::Exception(exception) => exception,
            Value::Class(class) if matches!(class.kind, ClassKind::Exception(_)) => {
                let plain = class.builtin;
                if !plain {
                    self.request_then(Value::Class(class), &[], OnReturn::Raise(cause))?;
                    return Ok(None);
                }
                match self.new_instance(&class, &[], &Vec::new())? {
                    Value::Exception(exception) => exception,
                    _ => return Err(type_error("exceptions must derive from BaseException")),
                }
            }
            _ => return Err(type_error("exceptions must derive from BaseException")),
        };
        match cause {
            Value::Nothing => {}
            Value::None => {
                raised.cause.replace(None);
                raised.suppress_context.set(true);
            }
            Value::Exception(cause) => {
                raised.cause.replace(Some(cause));
                raised.suppress_context.set(true);
            }
            Value::Class(class) if matches!(class.kind, ClassKind::Exception(_)) => {
                if let Value::Exception(cause) = self.new_instance(&class, &[], &Vec::new())? {
                    raised.cause.replace(Some(cause));
                    raised.suppress_context.set(true);
                }
            }
            _ => return Err(type_error("exception causes must derive from BaseException")),
        }
        Ok(Some(raised))
    }

    /// Whether an `except` clause takes an exception.
    pub(crate) fn exception_matches(&self, exception: &Exc, class: &Value) -> Result<bool, Exc> {
        match class {
            Value::Class(class) if matches!(class.kind, ClassKind::Exception(_)) => {
                Ok(match &exception.class {
                    ExcClass::Builtin(kind) => self.types.exception(*kind).is_subclass(class),
                    ExcClass::User(own) => own.is_subclass(class),
                })
            }
            Value::Tuple(classes) => {
                for class in classes.iter() {
                    if self.exception_matches(exception, class)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            _ => Err(error(
                ExcKind::TypeError,
                "catching classes that do not inherit from BaseException is not allowed",
            )),
        }
    }
}
