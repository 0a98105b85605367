//! Special methods of builtin types, for programs that call them by name (`super().__setitem__(...)`,
//! `int.__add__`). The machine itself never goes through these.

use crate::builtins::protocol;
use crate::native::{Args, NativeDef, NativeResult};
use crate::objects::{Exc, type_error};
use crate::op::{BinaryOp, CompareOp, UnaryOp};
use crate::value::Value;
use crate::vm::Vm;

fn exactly<'a, const N: usize>(args: &Args<'a>) -> Result<&'a [Value; N], Exc> {
    args.no_keywords("wrapper")?;
    args.positional.try_into().map_err(|_| {
        let given = args.len().saturating_sub(1);
        let plural = if N == 2 { "" } else { "s" };
        type_error(format!("expected {} argument{plural}, got {given}", N - 1))
    })
}

fn unsupported(vm: &Vm, value: &Value) -> Exc {
    type_error(format!("not supported by '{}' objects", vm.type_name(value)))
}

fn len(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [this] = exactly(&args)?;
    protocol::len(this).map(Value::from).ok_or_else(|| unsupported(vm, this))
}

fn get_item(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [this, key] = exactly(&args)?;
    protocol::get_item(vm, this, key)?.ok_or_else(|| unsupported(vm, this))
}

fn set_item(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [this, key, value] = exactly(&args)?;
    if protocol::set_item(vm, this, key, value.clone())? {
        Ok(Value::None)
    } else {
        Err(unsupported(vm, this))
    }
}

fn delete_item(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [this, key] = exactly(&args)?;
    if protocol::delete_item(vm, this, key)? { Ok(Value::None) } else { Err(unsupported(vm, this)) }
}

fn contains(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [this, item] = exactly(&args)?;
    protocol::contains(vm, this, item)?.map(Value::Bool).ok_or_else(|| unsupported(vm, this))
}

fn iter(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [this] = exactly(&args)?;
    protocol::iter(this).map(Value::Iter).ok_or_else(|| unsupported(vm, this))
}

fn hash(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [this] = exactly(&args)?;
    match protocol::hash(vm, this)? {
        Some(hash) => Ok(Value::Int(hash)),
        None => Ok(Value::Int(super::hash::identity(this))),
    }
}

fn repr(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [this] = exactly(&args)?;
    match super::repr::repr(vm, super::convert::plain(this))? {
        Some(text) => Ok(Value::from(text)),
        None => Ok(Value::from(super::repr::default(vm, this))),
    }
}

fn truth(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [this] = exactly(&args)?;
    protocol::truth(this).map(Value::Bool).ok_or_else(|| unsupported(vm, this))
}

/// A function for each operator, since natives are plain functions.
macro_rules! operators {
    ($($function:ident $operation:expr;)*) => {
        $(fn $function(vm: &mut Vm, args: Args<'_>) -> NativeResult {
            let run: fn(&mut Vm, &[Value]) -> Result<Option<Value>, Exc> = $operation;
            let [a, b] = exactly(&args)?;
            Ok(run(vm, &[a.clone(), b.clone()])?.unwrap_or(Value::NotImplemented))
        })*
    };
}

operators! {
    eq |vm, v| protocol::compare(vm, CompareOp::Eq, &v[0], &v[1]);
    ne |vm, v| protocol::compare(vm, CompareOp::Ne, &v[0], &v[1]);
    lt |vm, v| protocol::compare(vm, CompareOp::Lt, &v[0], &v[1]);
    le |vm, v| protocol::compare(vm, CompareOp::Le, &v[0], &v[1]);
    gt |vm, v| protocol::compare(vm, CompareOp::Gt, &v[0], &v[1]);
    ge |vm, v| protocol::compare(vm, CompareOp::Ge, &v[0], &v[1]);
    add |vm, v| protocol::binary(vm, BinaryOp::Add, &v[0], &v[1]);
    radd |vm, v| protocol::binary(vm, BinaryOp::Add, &v[1], &v[0]);
    sub |vm, v| protocol::binary(vm, BinaryOp::Sub, &v[0], &v[1]);
    rsub |vm, v| protocol::binary(vm, BinaryOp::Sub, &v[1], &v[0]);
    mul |vm, v| protocol::binary(vm, BinaryOp::Mul, &v[0], &v[1]);
    rmul |vm, v| protocol::binary(vm, BinaryOp::Mul, &v[1], &v[0]);
    div |vm, v| protocol::binary(vm, BinaryOp::Div, &v[0], &v[1]);
    rdiv |vm, v| protocol::binary(vm, BinaryOp::Div, &v[1], &v[0]);
    floor_div |vm, v| protocol::binary(vm, BinaryOp::FloorDiv, &v[0], &v[1]);
    modulo |vm, v| protocol::binary(vm, BinaryOp::Mod, &v[0], &v[1]);
    pow |vm, v| protocol::binary(vm, BinaryOp::Pow, &v[0], &v[1]);
    or |vm, v| protocol::binary(vm, BinaryOp::Or, &v[0], &v[1]);
    and |vm, v| protocol::binary(vm, BinaryOp::And, &v[0], &v[1]);
    xor |vm, v| protocol::binary(vm, BinaryOp::Xor, &v[0], &v[1]);
    in_place_or |vm, v| protocol::in_place(vm, BinaryOp::Or, &v[0], &v[1]);
    in_place_add |vm, v| protocol::in_place(vm, BinaryOp::Add, &v[0], &v[1]);
}

fn neg(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [this] = exactly(&args)?;
    protocol::unary(UnaryOp::Neg, this).ok_or_else(|| unsupported(vm, this))
}

pub(crate) const LEN: NativeDef = NativeDef::method("__len__", len);
pub(crate) const GET_ITEM: NativeDef = NativeDef::method("__getitem__", get_item);
pub(crate) const SET_ITEM: NativeDef = NativeDef::method("__setitem__", set_item);
pub(crate) const DELETE_ITEM: NativeDef = NativeDef::method("__delitem__", delete_item);
pub(crate) const CONTAINS: NativeDef = NativeDef::method("__contains__", contains);
pub(crate) const ITER: NativeDef = NativeDef::method("__iter__", iter);
pub(crate) const HASH: NativeDef = NativeDef::method("__hash__", hash);
pub(crate) const REPR: NativeDef = NativeDef::method("__repr__", repr);
pub(crate) const BOOL: NativeDef = NativeDef::method("__bool__", truth);
pub(crate) const EQ: NativeDef = NativeDef::method("__eq__", eq);
pub(crate) const NE: NativeDef = NativeDef::method("__ne__", ne);
pub(crate) const LT: NativeDef = NativeDef::method("__lt__", lt);
pub(crate) const LE: NativeDef = NativeDef::method("__le__", le);
pub(crate) const GT: NativeDef = NativeDef::method("__gt__", gt);
pub(crate) const GE: NativeDef = NativeDef::method("__ge__", ge);
pub(crate) const ADD: NativeDef = NativeDef::method("__add__", add);
pub(crate) const R_ADD: NativeDef = NativeDef::method("__radd__", radd);
pub(crate) const SUB: NativeDef = NativeDef::method("__sub__", sub);
pub(crate) const R_SUB: NativeDef = NativeDef::method("__rsub__", rsub);
pub(crate) const MUL: NativeDef = NativeDef::method("__mul__", mul);
pub(crate) const R_MUL: NativeDef = NativeDef::method("__rmul__", rmul);
pub(crate) const DIV: NativeDef = NativeDef::method("__truediv__", div);
pub(crate) const R_DIV: NativeDef = NativeDef::method("__rtruediv__", rdiv);
pub(crate) const FLOOR_DIV: NativeDef = NativeDef::method("__floordiv__", floor_div);
pub(crate) const MOD: NativeDef = NativeDef::method("__mod__", modulo);
pub(crate) const POW: NativeDef = NativeDef::method("__pow__", pow);
pub(crate) const OR: NativeDef = NativeDef::method("__or__", or);
pub(crate) const AND: NativeDef = NativeDef::method("__and__", and);
pub(crate) const XOR: NativeDef = NativeDef::method("__xor__", xor);
pub(crate) const NEG: NativeDef = NativeDef::method("__neg__", neg);
pub(crate) const IN_PLACE_OR: NativeDef = NativeDef::method("__ior__", in_place_or);
pub(crate) const IN_PLACE_ADD: NativeDef = NativeDef::method("__iadd__", in_place_add);
