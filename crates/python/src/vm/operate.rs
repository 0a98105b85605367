//! Operators, comparisons and truth: methods of classes written in Python first, then what builtin values do
//! (`builtins::protocol`).
//!
//! Like all that instructions call, these answer `Nothing` when a call was requested instead.

use std::rc::Rc;

use crate::builtins::protocol;
use crate::native::NativeResult;
use crate::objects::{Str, type_error};
use crate::op::{BinaryOp, CompareOp, UnaryOp};
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

/// The stage of [`Vm::binary_next`] after the left operand's method.
const LEFT_TRIED: u8 = 3;
/// The stage of [`Vm::compare_next`] after the left operand's method.
const LEFT_COMPARED: u8 = 2;

impl Vm {
    /// `bool(value)`.
    pub(crate) fn truth_of(&mut self, value: &Value) -> NativeResult {
        if let Value::Instance(_) | Value::Exception(_) | Value::Class(_) = value {
            if let Some(method) = self.user_method(value, &self.names.bool_.clone()) {
                return self.request_then(method, &[value], OnReturn::Bool);
            }
            if let Some(method) = self.user_method(value, &self.names.len.clone()) {
                return self.request_then(method, &[value], OnReturn::NotEmpty);
            }
        }
        Ok(Value::Bool(protocol::truth(value).unwrap_or(true)))
    }

    /// The left operand's method, if that is a function and the right operand's class has nothing to say before it.
    #[cfg_attr(page, optimize(speed))]
    fn plain_method(&self, a: &Value, b: &Value, name: &Rc<Str>) -> Option<Value> {
        let Value::Instance(left) = a else { return None };
        let class = left.class.borrow();
        let first = match b {
            Value::Instance(right) => Rc::ptr_eq(&class, &right.class.borrow()),
            Value::Exception(_) | Value::Class(_) | Value::Object(_) => false,
            // A class of the engine's derives from none of the program's.
            _ => true,
        };
        self.lookup(&class, name).filter(|method| first && matches!(method, Value::Function(_)))
    }

    /// `a op b`, or `a op= b`.
    pub(crate) fn binary_op(&mut self, op: BinaryOp, a: &Value, b: &Value, in_place: bool) -> NativeResult {
        if !in_place && let Some(method) = self.plain_method(a, b, self.names.binary(op, 0)) {
            let reflect = Reflect { op, in_place, stage: LEFT_TRIED, a: a.clone(), b: b.clone() };
            return self.request_then(method, &[a, b], OnReturn::Binary(Box::new(reflect)));
        }
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
                let arguments = [receiver, argument];
                return self.request_then(method, &arguments, OnReturn::Binary(Box::new(reflect)));
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
            return self.request_then(method, &[a], OnReturn::Push);
        }
        protocol::unary(op, a).ok_or_else(|| {
            let name = self.type_name(a);
            type_error(format!("bad operand type for unary {symbol}: '{name}'"))
        })
    }

    /// `a op b`.
    pub(crate) fn compare_op(&mut self, op: CompareOp, a: &Value, b: &Value) -> NativeResult {
        if let Some(method) = self.plain_method(a, b, self.names.compare(op)) {
            let reflect = ReflectCompare { op, stage: LEFT_COMPARED, a: a.clone(), b: b.clone() };
            return self.request_then(method, &[a, b], OnReturn::Compare(Box::new(reflect)));
        }
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
    #[cfg_attr(page, optimize(speed))]
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
                let arguments = [receiver, argument];
                return self.request_then(method, &arguments, OnReturn::Compare(Box::new(reflect)));
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
}
