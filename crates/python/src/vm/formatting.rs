//! The fields of f-strings, and the program's own `__str__` and `__repr__` of a value.
//!
//! What a format says is `text`'s: this knows only whose method is asked.

use crate::native::NativeResult;
use crate::objects::Exc;
use crate::op::Conversion;
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::frame::OnReturn;

impl Vm {
    /// A field of an f-string.
    #[cfg_attr(page, optimize(speed))]
    pub(crate) fn format_field(
        &mut self,
        value: &Value,
        conversion: Conversion,
        spec: &Value,
    ) -> NativeResult {
        if let (Value::Int(number), Conversion::None, Value::Nothing) = (value, conversion, spec) {
            return Ok(crate::builtins::str::of_int(*number));
        }
        let spec_text = spec.as_str().unwrap_or("");
        let converted = match conversion {
            Conversion::None => value.clone(),
            Conversion::Str => match self.text_method(value, true) {
                Some(method) if spec_text.is_empty() => {
                    return self.request_then(method, &[value], OnReturn::Push);
                }
                _ => Value::Str(self.str(value)?),
            },
            Conversion::Repr => match self.text_method(value, false) {
                Some(method) if spec_text.is_empty() => {
                    return self.request_then(method, &[value], OnReturn::Push);
                }
                _ => Value::Str(self.repr(value)?),
            },
            Conversion::Ascii => {
                let repr = self.repr(value)?;
                Value::str(crate::text::repr::ascii_only(&repr))
            }
        };
        if let Some(method) = self.user_method(&converted, &self.names.format.clone()) {
            let spec = Value::str(spec_text);
            return self.request_then(method, &[&converted, &spec], OnReturn::Push);
        }
        if spec_text.is_empty()
            && let Some(method) = self.text_method(&converted, true)
        {
            return self.request_then(method, &[&converted], OnReturn::Push);
        }
        let text = self.format(&converted, spec_text)?;
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

    /// Counts text that is about to be made, where it is large.
    #[inline]
    pub(crate) fn charge_text(&mut self, len: usize) -> Result<(), Exc> {
        if len < 4096 {
            return Ok(());
        }
        self.charge(len)
    }
}
