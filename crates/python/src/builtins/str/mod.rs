//! `str`: binds the methods in `text` to the engine's strings.
//!
//! ```text
//! mod      the list; new strings, items, case, padding
//! find     find, index, count, startswith
//! split    split, strip, partition, join
//! replace  replace, translate
//! ```

mod find;
mod replace;
mod split;

use std::borrow::Cow;
use std::fmt::Write as _;
use std::rc::Rc;

use compact_str::CompactString;

use crate::builtins::convert::{as_str, memory_error, plain, raise};
use crate::builtins::slicing::{self, Key};
use crate::builtins::{bytes, formatting, receiver, slots};
use crate::native::{Args, NativeDef, NativeResult};
use crate::objects::{Exc, Str, type_error};
use crate::text::{MAX_TEXT, str_case, str_index, str_methods};
use crate::value::Value;
use crate::vm::Vm;
use find::{count_of, ends_with, find, index, rfind, rindex, starts_with};
use replace::{make_trans, replace, translate};
use split::{
    join, lstrip, partition, remove_prefix, remove_suffix, rpartition, rsplit, rstrip, split, split_lines,
    strip,
};

pub(crate) use crate::builtins::formatting::percent;

/// The methods of `str`.
pub(crate) const METHODS: &[NativeDef] = &[
    NativeDef::method("capitalize", capitalize),
    NativeDef::method("casefold", casefold),
    NativeDef::method("center", center),
    NativeDef::method("count", count_of),
    NativeDef::method("encode", bytes::encode),
    NativeDef::method("endswith", ends_with),
    NativeDef::method("expandtabs", expand_tabs),
    NativeDef::method("find", find),
    NativeDef::method("format", formatting::format_method),
    NativeDef::method("format_map", formatting::format_map),
    NativeDef::method("index", index),
    NativeDef::method("isalnum", is_alnum),
    NativeDef::method("isalpha", is_alpha),
    NativeDef::method("isascii", is_ascii),
    NativeDef::method("isdecimal", is_decimal),
    NativeDef::method("isdigit", is_digit),
    NativeDef::method("isidentifier", is_identifier),
    NativeDef::method("islower", is_lower),
    NativeDef::method("isnumeric", is_numeric),
    NativeDef::method("isprintable", is_printable),
    NativeDef::method("isspace", is_space),
    NativeDef::method("istitle", is_title),
    NativeDef::method("isupper", is_upper),
    NativeDef::method("join", join),
    NativeDef::method("ljust", ljust),
    NativeDef::method("lower", lower),
    NativeDef::method("lstrip", lstrip),
    NativeDef::static_method("maketrans", make_trans),
    NativeDef::method("partition", partition),
    NativeDef::method("removeprefix", remove_prefix),
    NativeDef::method("removesuffix", remove_suffix),
    NativeDef::method("replace", replace),
    NativeDef::method("rfind", rfind),
    NativeDef::method("rindex", rindex),
    NativeDef::method("rjust", rjust),
    NativeDef::method("rpartition", rpartition),
    NativeDef::method("rsplit", rsplit),
    NativeDef::method("rstrip", rstrip),
    NativeDef::method("split", split),
    NativeDef::method("splitlines", split_lines),
    NativeDef::method("startswith", starts_with),
    NativeDef::method("strip", strip),
    NativeDef::method("swapcase", swapcase),
    NativeDef::method("title", title),
    NativeDef::method("translate", translate),
    NativeDef::method("upper", upper),
    NativeDef::method("zfill", zfill),
    slots::LEN,
    slots::GET_ITEM,
    slots::CONTAINS,
    slots::ITER,
    slots::EQ,
    slots::NE,
    slots::LT,
    slots::LE,
    slots::GT,
    slots::GE,
    slots::HASH,
    slots::ADD,
    slots::MUL,
    slots::MOD,
    slots::REPR,
    NativeDef::method("__str__", str_slot),
    NativeDef::method("__format__", formatting::format_slot),
];

/// The string that a method was called on, and the other arguments.
#[inline(always)]
pub(crate) fn this<'a>(vm: &Vm, args: Args<'a>, method: &str) -> Result<(&'a Rc<Str>, Args<'a>), Exc> {
    match args.positional {
        [Value::Str(text), rest @ ..] => Ok((text, Args { positional: rest, ..args })),
        _ => this_or_error(vm, args, method),
    }
}

#[cold]
fn this_or_error<'a>(vm: &Vm, args: Args<'a>, method: &str) -> Result<(&'a Rc<Str>, Args<'a>), Exc> {
    receiver(vm, args, "str", method, as_str)
}

fn str_slot(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    this(vm, args, "__str__").map(|(text, _)| Value::Str(text.clone()))
}

/// A new string whose bytes are counted.
#[cfg_attr(page, optimize(speed))]
pub(crate) fn text(vm: &mut Vm, text: impl Into<CompactString>) -> NativeResult {
    let text = text.into();
    vm.charge(text.len())?;
    Ok(Value::Str(Str::new(text)))
}

/// A string that may be the receiver itself.
#[cfg_attr(page, optimize(speed))]
fn maybe_same(vm: &mut Vm, this: &Rc<Str>, result: Cow<'_, str>) -> NativeResult {
    if result.len() == this.len() && matches!(&result, Cow::Borrowed(_)) {
        return Ok(Value::Str(this.clone()));
    }
    text(vm, result)
}

/// `str(number)`.
#[cfg_attr(page, optimize(speed))]
pub(crate) fn of_int(number: i64) -> Value {
    let mut text = CompactString::default();
    // A text takes what is written to it.
    let _ = write!(text, "{number}");
    Value::Str(Str::new(text))
}

/// `str(...)` of what needs no method of a program; others go on in the prelude.
#[cfg_attr(page, optimize(speed))]
pub(crate) fn new(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    // As it nearly always is.
    if let ([_, Value::Int(number)], []) = (args.positional, args.keywords) {
        return Ok(of_int(*number));
    }
    let [object, encoding, errors] = args.skip(1).bind("str", ["object", "encoding", "errors"], 0, 0)?;
    let Some(object) = object else { return Ok(Value::from("")) };
    if encoding.is_some() || errors.is_some() {
        let Value::Bytes(data) = plain(object) else {
            let name = vm.type_name(object);
            return Err(type_error(match plain(object) {
                Value::Str(_) => "decoding str is not supported".to_owned(),
                _ => format!("decoding to str: need a bytes-like object, {name} found"),
            }));
        };
        let data = data.clone();
        return bytes::decoded(vm, &data, encoding, errors);
    }
    match object {
        Value::Str(_) => Ok(object.clone()),
        _ => match super::functions::ask_text(vm, object, "__str__") {
            Some(asked) => asked,
            None => vm.str(object).map(Value::Str),
        },
    }
}

/// `a + b`.
#[cfg_attr(page, optimize(speed))]
pub(crate) fn concat(vm: &mut Vm, a: &Rc<Str>, b: &Rc<Str>) -> NativeResult {
    if a.is_empty() {
        return Ok(Value::Str(b.clone()));
    }
    if b.is_empty() {
        return Ok(Value::Str(a.clone()));
    }
    let len = a.len() + b.len();
    if len > MAX_TEXT {
        return Err(memory_error("the text would be too long"));
    }
    vm.charge(len)?;
    let mut joined = String::with_capacity(len);
    joined.push_str(a);
    joined.push_str(b);
    Ok(Value::from(joined))
}

/// `a * times`.
pub(crate) fn repeat(vm: &mut Vm, this: &Rc<Str>, times: usize) -> NativeResult {
    if times == 1 {
        return Ok(Value::Str(this.clone()));
    }
    let repeated = str_methods::repeat(this, i64::try_from(times).unwrap_or(i64::MAX)).map_err(raise)?;
    text(vm, repeated)
}

/// `text[key]`.
pub(crate) fn get_item(vm: &mut Vm, this: &Rc<Str>, key: &Value) -> NativeResult {
    let len = this.char_len();
    match slicing::key(vm, key, len, "str", "string index out of range")? {
        Key::Index(at) => {
            let at = i64::try_from(at).unwrap_or(i64::MAX);
            str_index::char_at(this, this.is_ascii(), at).map(Value::from).map_err(raise)
        }
        Key::Slice(picked) => {
            let start = Some(picked.start);
            // A negative stop means "before the first" here.
            let stop = (picked.stop >= 0).then_some(picked.stop);
            let part = str_index::slice(this, this.is_ascii(), start, stop, Some(picked.step));
            let part = if picked.count == 0 { Cow::Borrowed("") } else { part.map_err(raise)? };
            maybe_same(vm, this, part)
        }
    }
}

fn str_argument<'a>(
    vm: &Vm,
    value: &'a Value,
    message: impl FnOnce(&str) -> String,
) -> Result<&'a Rc<Str>, Exc> {
    as_str(value).ok_or_else(|| {
        let text = message(&vm.type_name(value));
        // Mirrors `_PyArg_BadArgument`, which names arguments.
        let named = value.is_none() && text.contains(" argument ") && text.ends_with("NoneType");
        type_error(if named { text.replace("NoneType", "None") } else { text })
    })
}

/// Methods without arguments that map the text.
macro_rules! maps {
    ($($function:ident $name:literal $map:path;)*) => {
        $(fn $function(vm: &mut Vm, args: Args<'_>) -> NativeResult {
            let (this, args) = this(vm, args, $name)?;
            args.exactly::<0>(concat!("str.", $name))?;
            text(vm, $map(this))
        })*
    };
}

maps! {
    capitalize "capitalize" str_case::capitalize;
    casefold "casefold" str_case::casefold;
    lower "lower" str_case::lower;
    swapcase "swapcase" str_case::swapcase;
    title "title" str_case::title;
    upper "upper" str_case::upper;
}

/// Methods without arguments that ask something of the text.
macro_rules! asks {
    ($($function:ident $name:literal $ask:expr;)*) => {
        $(fn $function(vm: &mut Vm, args: Args<'_>) -> NativeResult {
            let (this, args) = this(vm, args, $name)?;
            args.exactly::<0>(concat!("str.", $name))?;
            let ask: fn(&str) -> bool = $ask;
            Ok(Value::Bool(ask(this)))
        })*
    };
}

asks! {
    is_alnum "isalnum" str_methods::is_alnum;
    is_alpha "isalpha" str_methods::is_alpha;
    is_ascii "isascii" str::is_ascii;
    is_decimal "isdecimal" str_methods::is_decimal;
    is_digit "isdigit" str_methods::is_digit;
    is_identifier "isidentifier" str_methods::is_identifier;
    is_lower "islower" str_case::is_lower;
    is_numeric "isnumeric" str_methods::is_numeric;
    is_printable "isprintable" str_methods::is_printable;
    is_space "isspace" str_methods::is_space;
    is_title "istitle" str_case::is_title_text;
    is_upper "isupper" str_case::is_upper;
}

type Pad = fn(&str, i64, char) -> crate::text::TextResult<String>;

fn pad(vm: &mut Vm, args: Args<'_>, name: &str, pad: Pad) -> NativeResult {
    let (this, args) = this(vm, args, name)?;
    let args = args.between(name, 1, 2)?;
    let width = slicing::index_argument(vm, &args[0])?;
    let fill = match args.get(1) {
        Some(fill) => {
            let fill = str_argument(vm, fill, |found| {
                format!("The fill character must be a unicode character, not {found}")
            })?;
            str_methods::fill_char(fill).map_err(raise)?
        }
        None => ' ',
    };
    let padded = pad(this, width, fill).map_err(raise)?;
    text(vm, padded)
}

fn center(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    pad(vm, args, "center", str_methods::center)
}

fn ljust(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    pad(vm, args, "ljust", str_methods::ljust)
}

fn rjust(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    pad(vm, args, "rjust", str_methods::rjust)
}

fn zfill(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (this, args) = this(vm, args, "zfill")?;
    let [width] = args.exactly("str.zfill")?;
    let width = slicing::index_argument(vm, width)?;
    let filled = str_methods::zfill(this, width).map_err(raise)?;
    text(vm, filled)
}

fn expand_tabs(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (this, args) = this(vm, args, "expandtabs")?;
    let [size] = args.bind("expandtabs", ["tabsize"], 0, 0)?;
    let size = size.map_or(Ok(8), |size| slicing::index_argument(vm, size))?;
    let expanded = str_methods::expand_tabs(this, size).map_err(raise)?;
    text(vm, expanded)
}
