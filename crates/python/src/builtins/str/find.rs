//! `str`: looking for a part, anywhere or at an end.

use std::rc::Rc;

use super::{str_argument, this};
use crate::builtins::convert::{as_int, as_tuple, count, raise};
use crate::builtins::slicing;
use crate::native::{Args, NativeResult};
use crate::objects::{Exc, Str, type_error};
use crate::text::str_index;
use crate::value::Value;
use crate::vm::Vm;

/// The bounds of `find` and its like, as they are: None where not given.
fn window(vm: &mut Vm, args: &[Value]) -> Result<(Option<i64>, Option<i64>), Exc> {
    let mut bound = |at: usize| match args.get(at) {
        None | Some(Value::None) => Ok(None),
        Some(value) => match as_int(value) {
            Some(number) => Ok(Some(number.saturating_i64())),
            None => match slicing::index_argument(vm, value) {
                Ok(number) => Ok(Some(number)),
                Err(_) => {
                    Err(type_error("slice indices must be integers or None or have an __index__ method"))
                }
            },
        },
    };
    Ok((bound(1)?, bound(2)?))
}

/// The part to look for, and where.
type Search<'a> = (&'a Rc<Str>, &'a Rc<Str>, Option<i64>, Option<i64>);

fn search<'a>(vm: &mut Vm, args: Args<'a>, name: &str) -> Result<Search<'a>, Exc> {
    let (this, args) = this(vm, args, name)?;
    let args = args.between(name, 1, 3)?;
    let part = str_argument(vm, &args[0], |found| format!("{name}() argument 1 must be str, not {found}"))?;
    let (start, end) = window(vm, args)?;
    Ok((this, part, start, end))
}

fn found(at: Option<usize>) -> Value {
    at.map_or(Value::Int(-1), count)
}

pub(super) fn find(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (this, part, start, end) = search(vm, args, "find")?;
    Ok(found(str_index::find(this, part, start, end)))
}

pub(super) fn rfind(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (this, part, start, end) = search(vm, args, "rfind")?;
    Ok(found(str_index::rfind(this, part, start, end)))
}

pub(super) fn index(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (this, part, start, end) = search(vm, args, "index")?;
    str_index::index(this, part, start, end).map(count).map_err(raise)
}

pub(super) fn rindex(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (this, part, start, end) = search(vm, args, "rindex")?;
    str_index::rindex(this, part, start, end).map(count).map_err(raise)
}

pub(super) fn count_of(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (this, part, start, end) = search(vm, args, "count")?;
    Ok(count(str_index::count(this, part, start, end)))
}

type Affix = fn(&str, &[&str], Option<i64>, Option<i64>) -> bool;

#[cfg_attr(page, optimize(speed))]
fn affix(vm: &mut Vm, args: Args<'_>, name: &str, ask: Affix) -> NativeResult {
    let (this, args) = this(vm, args, name)?;
    let args = args.between(name, 1, 3)?;
    let Some(parts) = as_tuple(&args[0]) else {
        let part = str_argument(vm, &args[0], |found| {
            format!("{name} first arg must be str or a tuple of str, not {found}")
        })?;
        let (start, end) = window(vm, args)?;
        return Ok(Value::Bool(ask(this, &[part.as_str()], start, end)));
    };
    let mut texts: Vec<&str> = Vec::with_capacity(parts.len());
    for part in parts.iter() {
        texts.push(str_argument(vm, part, |found| {
            format!("tuple for {name} must only contain str, not {found}")
        })?);
    }
    let (start, end) = window(vm, args)?;
    Ok(Value::Bool(ask(this, &texts, start, end)))
}

pub(super) fn starts_with(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    affix(vm, args, "startswith", str_index::starts_with)
}

pub(super) fn ends_with(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    affix(vm, args, "endswith", str_index::ends_with)
}
