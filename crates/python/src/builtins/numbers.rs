//! Operators on ints, floats and bools: binds the machine's numbers to the arithmetic of `text`.

use std::cmp::Ordering;
use std::rc::Rc;

use crate::builtins::convert::{Number, as_number, int, plain, raise};
use crate::objects::Exc;
use crate::op::{BinaryOp, UnaryOp};
use crate::text::int_ops::{self, Int, IntRef, Power};
use crate::text::{TextResult, float_ops};
use crate::value::Value;

/// `a op b` of two numbers; None if one is none or the operator is not theirs.
pub(crate) fn binary(op: BinaryOp, a: &Value, b: &Value) -> Result<Option<Value>, Exc> {
    let (Some(left), Some(right)) = (as_number(a), as_number(b)) else { return Ok(None) };
    match (left, right) {
        (Number::Int(x), Number::Int(y)) => {
            if let (Value::Bool(x), Value::Bool(y)) = (plain(a), plain(b)) {
                match op {
                    BinaryOp::And => return Ok(Some(Value::Bool(x & y))),
                    BinaryOp::Or => return Ok(Some(Value::Bool(x | y))),
                    BinaryOp::Xor => return Ok(Some(Value::Bool(x ^ y))),
                    _ => {}
                }
            }
            ints(op, x, y).map_err(raise)
        }
        (x, y) => {
            let (x, y) = (to_f64(x).map_err(raise)?, to_f64(y).map_err(raise)?);
            floats(op, x, y).map(|result| result.map(Value::Float)).map_err(raise)
        }
    }
}

fn ints(op: BinaryOp, a: IntRef<'_>, b: IntRef<'_>) -> TextResult<Option<Value>> {
    let result = match op {
        BinaryOp::Add => int_ops::add(a, b)?,
        BinaryOp::Sub => int_ops::sub(a, b)?,
        BinaryOp::Mul => int_ops::mul(a, b)?,
        BinaryOp::Div => return Ok(Some(Value::Float(int_ops::true_div(a, b)?))),
        BinaryOp::FloorDiv => int_ops::floor_div(a, b)?,
        BinaryOp::Mod => int_ops::modulo(a, b)?,
        BinaryOp::Pow => match int_ops::pow(a, b)? {
            Power::Int(result) => result,
            Power::Float(result) => return Ok(Some(Value::Float(result))),
        },
        BinaryOp::LShift => int_ops::shl(a, b)?,
        BinaryOp::RShift => int_ops::shr(a, b)?,
        BinaryOp::And => int_ops::bit_and(a, b),
        BinaryOp::Or => int_ops::bit_or(a, b),
        BinaryOp::Xor => int_ops::bit_xor(a, b),
        BinaryOp::MatMul => return Ok(None),
    };
    Ok(Some(int(result)))
}

fn floats(op: BinaryOp, a: f64, b: f64) -> TextResult<Option<f64>> {
    Ok(Some(match op {
        BinaryOp::Add => a + b,
        BinaryOp::Sub => a - b,
        BinaryOp::Mul => a * b,
        BinaryOp::Div => float_ops::true_div(a, b)?,
        BinaryOp::FloorDiv => float_ops::floor_div(a, b)?,
        BinaryOp::Mod => float_ops::modulo(a, b)?,
        BinaryOp::Pow => float_ops::pow(a, b)?,
        BinaryOp::MatMul
        | BinaryOp::LShift
        | BinaryOp::RShift
        | BinaryOp::And
        | BinaryOp::Or
        | BinaryOp::Xor => return Ok(None),
    }))
}

/// A number as a float.
pub(crate) fn to_f64(number: Number<'_>) -> TextResult<f64> {
    match number {
        Number::Int(number) => int_ops::to_f64(number),
        Number::Float(number) => Ok(number),
    }
}

/// `-a`, `+a`, `~a`; None for what is no number and for `~` of a float.
pub(crate) fn unary(op: UnaryOp, a: &Value) -> Option<Value> {
    Some(match (op, as_number(a)?) {
        (UnaryOp::Neg, Number::Int(number)) => int(int_ops::neg(number)),
        (UnaryOp::Neg, Number::Float(number)) => Value::Float(-number),
        (UnaryOp::Pos, Number::Int(number)) => int_value(number),
        (UnaryOp::Pos, Number::Float(number)) => Value::Float(number),
        (UnaryOp::Invert, Number::Int(number)) => int(int_ops::invert(number)),
        (UnaryOp::Invert, Number::Float(_)) | (UnaryOp::Not, _) => return None,
    })
}

/// A copy of an int as a plain one: of a bool or of an instance of a derived class.
pub(crate) fn int_value(number: IntRef<'_>) -> Value {
    match number {
        IntRef::Small(small) => Value::Int(small),
        IntRef::Big(big) => Value::BigInt(Rc::new(big.clone())),
    }
}

/// How two numbers compare; None where one is a NaN.
pub(crate) fn order(a: Number<'_>, b: Number<'_>) -> Option<Ordering> {
    match (a, b) {
        (Number::Int(a), Number::Int(b)) => Some(int_ops::compare(a, b)),
        (Number::Float(a), Number::Float(b)) => a.partial_cmp(&b),
        (Number::Int(a), Number::Float(b)) => float_ops::compare_int(a, b),
        (Number::Float(a), Number::Int(b)) => float_ops::compare_int(b, a).map(Ordering::reverse),
    }
}

/// `divmod(a, b)` of two numbers.
pub(crate) fn div_mod(a: Number<'_>, b: Number<'_>) -> Result<Value, Exc> {
    if let (Number::Int(a), Number::Int(b)) = (a, b) {
        let (quotient, rest) = int_ops::div_mod(a, b).map_err(raise)?;
        return Ok(Value::tuple(vec![int(quotient), int(rest)]));
    }
    let (a, b) = (to_f64(a).map_err(raise)?, to_f64(b).map_err(raise)?);
    let (quotient, rest) = float_ops::div_mod(a, b).map_err(raise)?;
    Ok(Value::tuple(vec![Value::Float(quotient), Value::Float(rest)]))
}

/// `abs(a)`.
pub(crate) fn abs(a: Number<'_>) -> Value {
    match a {
        Number::Int(number) => int(int_ops::abs(number)),
        Number::Float(number) => Value::Float(number.abs()),
    }
}

/// Adds the way `sum` does: ints exactly, floats with compensation (Neumaier's), each as long as only
/// they come. Mirrors the fast paths of `builtin_sum_impl`.
#[derive(Clone, Debug)]
pub(crate) enum Sum {
    /// Only ints so far.
    Int(Int),
    /// Floats, perhaps ints after the first: the sum and what rounding lost.
    Float(f64, f64),
    /// Anything else: the sum so far as a value, to be added to with `+`.
    Other(Value),
}

impl Sum {
    /// The start of a sum.
    pub(crate) fn new(start: &Value) -> Sum {
        match start {
            Value::Int(number) => Sum::Int(Int::Small(*number)),
            Value::BigInt(number) => Sum::Int(Int::Big((**number).clone())),
            Value::Float(number) => Sum::Float(*number, 0.0),
            other => Sum::Other(other.clone()),
        }
    }

    /// Adds an item if that needs no `+` of its own; whether it did. After a `false` the caller sets
    /// [`Sum::Other`] to [`Sum::value`]` + item`.
    #[cfg_attr(page, optimize(speed))]
    pub(crate) fn add(&mut self, item: &Value) -> Result<bool, Exc> {
        match (&mut *self, item) {
            (Sum::Int(total), Value::Int(_) | Value::BigInt(_) | Value::Bool(_)) => {
                if let Some(Number::Int(number)) = as_number(item) {
                    *total = int_ops::add(total.as_ref(), number).map_err(raise)?;
                }
            }
            (Sum::Int(total), Value::Float(number)) => {
                let total = int_ops::to_f64(total.as_ref()).map_err(raise)?;
                // The first float is added plainly, as by `+`.
                *self = Sum::Float(total + number, 0.0);
            }
            (Sum::Float(total, lost), Value::Float(number)) => {
                let sum = *total + number;
                *lost += if total.abs() >= number.abs() {
                    (*total - sum) + number
                } else {
                    (number - sum) + *total
                };
                *total = sum;
            }
            (Sum::Float(total, _), Value::Int(number)) => *total += *number as f64,
            (Sum::Float(total, _), Value::Bool(flag)) => *total += f64::from(u8::from(*flag)),
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// The sum.
    pub(crate) fn value(&self) -> Value {
        match self {
            Sum::Int(total) => int(total.clone()),
            Sum::Float(total, lost) if lost.is_finite() => Value::Float(total + lost),
            Sum::Float(total, _) => Value::Float(*total),
            Sum::Other(total) => total.clone(),
        }
    }
}
