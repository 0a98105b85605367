//! `str`: taking a text apart, stripping it, putting it together.

use std::borrow::Cow;

use super::{maybe_same, str_argument, text, this};
use crate::builtins::convert::raise;
use crate::builtins::slicing;
use crate::native::{Args, NativeResult};
use crate::objects::{Str, type_error};
use crate::text::{str_methods, str_split};
use crate::value::Value;
use crate::vm::Vm;

pub(super) fn join(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (this, args) = this(vm, args, "join")?;
    let [iterable] = args.exactly("str.join")?;
    match vm.collect(iterable)? {
        Some(items) => join_items(vm, this, &items),
        None if vm.check_iterable(iterable).is_err() => Err(type_error("can only join an iterable")),
        None => vm.prelude("str_join", vec![Value::Str(this.clone()), iterable.clone()]),
    }
}

fn join_items(vm: &mut Vm, this: &Str, items: &[Value]) -> NativeResult {
    if let [Value::Str(only)] = items {
        return Ok(Value::Str(only.clone()));
    }
    let mut parts: Vec<&str> = Vec::with_capacity(items.len());
    for (at, item) in items.iter().enumerate() {
        parts.push(str_argument(vm, item, |found| {
            format!("sequence item {at}: expected str instance, {found} found")
        })?);
    }
    let joined = str_methods::join(this, &parts).map_err(raise)?;
    text(vm, joined)
}

type Strip = for<'a> fn(&'a str, Option<&str>) -> &'a str;

fn strip_by(vm: &mut Vm, args: Args<'_>, name: &str, strip: Strip) -> NativeResult {
    let (this, args) = this(vm, args, name)?;
    let args = args.between(name, 0, 1)?;
    let chars = match args.first() {
        None | Some(Value::None) => None,
        Some(chars) => Some(str_argument(vm, chars, |_| format!("{name} arg must be None or str"))?.as_str()),
    };
    maybe_same(vm, this, Cow::Borrowed(strip(this, chars)))
}

pub(super) fn strip(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    strip_by(vm, args, "strip", str_split::strip)
}

pub(super) fn lstrip(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    strip_by(vm, args, "lstrip", str_split::lstrip)
}

pub(super) fn rstrip(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    strip_by(vm, args, "rstrip", str_split::rstrip)
}

#[cfg_attr(page, optimize(speed))]
fn list_of(vm: &mut Vm, parts: Vec<&str>) -> NativeResult {
    // A string costs far more than its bytes.
    vm.charge(parts.len() * 64)?;
    let items = parts.into_iter().map(Value::from).collect();
    Ok(vm.new_list(items))
}

type Split = for<'a> fn(&'a str, Option<&str>, i64) -> crate::text::TextResult<Vec<&'a str>>;

#[cfg_attr(page, optimize(speed))]
fn split_by(vm: &mut Vm, args: Args<'_>, name: &str, split: Split) -> NativeResult {
    let (this, args) = this(vm, args, name)?;
    let [separator, maximum] = args.bind(name, ["sep", "maxsplit"], 0, 0)?;
    let separator = match separator {
        None | Some(Value::None) => None,
        Some(separator) => {
            Some(str_argument(vm, separator, |found| format!("must be str or None, not {found}"))?.as_str())
        }
    };
    let maximum = maximum.map_or(Ok(-1), |maximum| slicing::index_argument(vm, maximum))?;
    let parts = split(this, separator, maximum).map_err(raise)?;
    list_of(vm, parts)
}

pub(super) fn split(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    split_by(vm, args, "split", str_split::split)
}

pub(super) fn rsplit(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    split_by(vm, args, "rsplit", str_split::rsplit)
}

pub(super) fn split_lines(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (this, args) = this(vm, args, "splitlines")?;
    let [keep_ends] = args.bind("splitlines", ["keepends"], 0, 0)?;
    let keep_ends = keep_ends.map_or(Ok(false), |keep| vm.truth(keep))?;
    let parts = str_split::split_lines(this, keep_ends);
    list_of(vm, parts)
}

type Partition = for<'a> fn(&'a str, &str) -> crate::text::TextResult<(&'a str, &'a str, &'a str)>;

fn partition_by(vm: &mut Vm, args: Args<'_>, name: &str, partition: Partition) -> NativeResult {
    let (this, args) = this(vm, args, name)?;
    let [separator] = args.exactly(&format!("str.{name}"))?;
    let separator = str_argument(vm, separator, |found| format!("must be str, not {found}"))?;
    let (before, found, after) = partition(this, separator).map_err(raise)?;
    Ok(Value::tuple(vec![before.into(), found.into(), after.into()]))
}

pub(super) fn partition(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    partition_by(vm, args, "partition", str_split::partition)
}

pub(super) fn rpartition(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    partition_by(vm, args, "rpartition", str_split::rpartition)
}

pub(super) fn remove_prefix(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (this, args) = this(vm, args, "removeprefix")?;
    let [prefix] = args.exactly("str.removeprefix")?;
    let prefix =
        str_argument(vm, prefix, |found| format!("removeprefix() argument must be str, not {found}"))?;
    maybe_same(vm, this, Cow::Borrowed(str_split::remove_prefix(this, prefix)))
}

pub(super) fn remove_suffix(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (this, args) = this(vm, args, "removesuffix")?;
    let [suffix] = args.exactly("str.removesuffix")?;
    let suffix =
        str_argument(vm, suffix, |found| format!("removesuffix() argument must be str, not {found}"))?;
    maybe_same(vm, this, Cow::Borrowed(str_split::remove_suffix(this, suffix)))
}
