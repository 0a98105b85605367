//! What `with` and `async with` ask of their context manager. Exceptions on their way to `__exit__` are `unwind`'s.

use crate::objects::{Exc, type_error};
use crate::value::Value;
use crate::vm::Vm;

impl Vm {
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
}
