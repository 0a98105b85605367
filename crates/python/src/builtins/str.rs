//! `str`: binds the methods in `text` to the engine's strings.

use std::borrow::Cow;
use std::rc::Rc;

use crate::builtins::convert::{as_int, as_str, as_tuple, count, memory_error, plain, raise};
use crate::builtins::slicing::{self, Key};
use crate::builtins::{bytes, formatting, receiver, slots};
use crate::native::{Args, NativeDef, NativeResult};
use crate::objects::{Exc, Str, type_error, value_error};
use crate::text::str_methods::Translation;
use crate::text::{MAX_TEXT, TextError, str_case, str_index, str_methods, str_split};
use crate::value::Value;
use crate::vm::Vm;

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
pub(crate) fn this<'a>(vm: &Vm, args: Args<'a>, method: &str) -> Result<(&'a Rc<Str>, Args<'a>), Exc> {
    receiver(vm, args, "str", method, as_str)
}

fn str_slot(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    this(vm, args, "__str__").map(|(text, _)| Value::Str(text.clone()))
}

/// A new string whose bytes are counted.
pub(crate) fn text(vm: &mut Vm, text: impl Into<String>) -> NativeResult {
    let text = text.into();
    vm.charge(text.len())?;
    Ok(Value::from(text))
}

/// A string that may be the receiver itself.
fn maybe_same(vm: &mut Vm, this: &Rc<Str>, result: Cow<'_, str>) -> NativeResult {
    if result.len() == this.len() && matches!(&result, Cow::Borrowed(_)) {
        return Ok(Value::Str(this.clone()));
    }
    text(vm, result)
}

/// `str(...)` of what needs no method of a program; others go on in the prelude.
pub(crate) fn new(vm: &mut Vm, args: Args<'_>) -> NativeResult {
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
        _ => match super::functions::shown_by_program(vm, object, "__str__") {
            Some(shown) => vm.prelude("shown", shown.into()),
            None => vm.str(object).map(Value::Str),
        },
    }
}

/// `a + b`.
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

fn find(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (this, part, start, end) = search(vm, args, "find")?;
    Ok(found(str_index::find(this, part, start, end)))
}

fn rfind(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (this, part, start, end) = search(vm, args, "rfind")?;
    Ok(found(str_index::rfind(this, part, start, end)))
}

fn index(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (this, part, start, end) = search(vm, args, "index")?;
    str_index::index(this, part, start, end).map(count).map_err(raise)
}

fn rindex(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (this, part, start, end) = search(vm, args, "rindex")?;
    str_index::rindex(this, part, start, end).map(count).map_err(raise)
}

fn count_of(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (this, part, start, end) = search(vm, args, "count")?;
    Ok(count(str_index::count(this, part, start, end)))
}

type Affix = fn(&str, &[&str], Option<i64>, Option<i64>) -> bool;

fn affix(vm: &mut Vm, args: Args<'_>, name: &str, ask: Affix) -> NativeResult {
    let (this, args) = this(vm, args, name)?;
    let args = args.between(name, 1, 3)?;
    let parts = match as_tuple(&args[0]) {
        Some(parts) => {
            let mut texts: Vec<&str> = Vec::with_capacity(parts.len());
            for part in parts.iter() {
                texts.push(str_argument(vm, part, |found| {
                    format!("tuple for {name} must only contain str, not {found}")
                })?);
            }
            texts
        }
        None => vec![
            str_argument(vm, &args[0], |found| {
                format!("{name} first arg must be str or a tuple of str, not {found}")
            })?
            .as_str(),
        ],
    };
    let (start, end) = window(vm, args)?;
    Ok(Value::Bool(ask(this, &parts, start, end)))
}

fn starts_with(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    affix(vm, args, "startswith", str_index::starts_with)
}

fn ends_with(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    affix(vm, args, "endswith", str_index::ends_with)
}

fn join(vm: &mut Vm, args: Args<'_>) -> NativeResult {
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

fn strip(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    strip_by(vm, args, "strip", str_split::strip)
}

fn lstrip(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    strip_by(vm, args, "lstrip", str_split::lstrip)
}

fn rstrip(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    strip_by(vm, args, "rstrip", str_split::rstrip)
}

fn list_of(vm: &mut Vm, parts: Vec<&str>) -> NativeResult {
    // A string costs far more than its bytes.
    vm.charge(parts.len() * 64)?;
    let items = parts.into_iter().map(Value::from).collect();
    Ok(vm.new_list(items))
}

type Split = for<'a> fn(&'a str, Option<&str>, i64) -> crate::text::TextResult<Vec<&'a str>>;

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

fn split(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    split_by(vm, args, "split", str_split::split)
}

fn rsplit(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    split_by(vm, args, "rsplit", str_split::rsplit)
}

fn split_lines(vm: &mut Vm, args: Args<'_>) -> NativeResult {
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

fn partition(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    partition_by(vm, args, "partition", str_split::partition)
}

fn rpartition(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    partition_by(vm, args, "rpartition", str_split::rpartition)
}

fn remove_prefix(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (this, args) = this(vm, args, "removeprefix")?;
    let [prefix] = args.exactly("str.removeprefix")?;
    let prefix =
        str_argument(vm, prefix, |found| format!("removeprefix() argument must be str, not {found}"))?;
    maybe_same(vm, this, Cow::Borrowed(str_split::remove_prefix(this, prefix)))
}

fn remove_suffix(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (this, args) = this(vm, args, "removesuffix")?;
    let [suffix] = args.exactly("str.removesuffix")?;
    let suffix =
        str_argument(vm, suffix, |found| format!("removesuffix() argument must be str, not {found}"))?;
    maybe_same(vm, this, Cow::Borrowed(str_split::remove_suffix(this, suffix)))
}

fn replace(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (this, args) = this(vm, args, "replace")?;
    if args.len() < 2 {
        let given = args.len();
        return Err(type_error(format!("replace() takes at least 2 positional arguments ({given} given)")));
    }
    let [old, new, maximum] = args.bind("replace", ["old", "new", "count"], 2, 2)?;
    let (Some(old), Some(new)) = (old, new) else { return Ok(Value::Str(this.clone())) };
    let old = str_argument(vm, old, |found| format!("replace() argument 1 must be str, not {found}"))?;
    let new = str_argument(vm, new, |found| format!("replace() argument 2 must be str, not {found}"))?;
    let maximum = maximum.map_or(Ok(-1), |maximum| slicing::index_argument(vm, maximum))?;
    let replaced = str_methods::replace(this, old, new, maximum).map_err(raise)?;
    maybe_same(vm, this, replaced)
}

fn make_trans(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.between("maketrans", 1, 3)?;
    let table = vm.new_dict();
    let code = |character: char| Value::Int(i64::from(u32::from(character)));
    if let [only] = args {
        let Value::Dict(source) = plain(only) else {
            return Err(type_error("if you give only one argument to maketrans it must be a dict"));
        };
        for (key, value) in source.entries() {
            let key = match as_str(&key) {
                Some(text) => {
                    let mut characters = text.chars();
                    match (characters.next(), characters.next()) {
                        (Some(only), None) => code(only),
                        _ => {
                            return Err(value_error("string keys in translate table must be of length 1"));
                        }
                    }
                }
                None if as_int(&key).is_some() => key,
                None => {
                    return Err(type_error("keys in translate table must be strings or integers"));
                }
            };
            vm.dict_set(&table, key, value)?;
        }
        return Ok(Value::Dict(table));
    }
    let part = |vm: &Vm, at: usize| {
        str_argument(vm, &args[at], |found| {
            if at == 0 {
                return "first maketrans argument must be a string if there is a second argument".to_owned();
            }
            format!("maketrans() argument {} must be str, not {found}", at + 1)
        })
        .cloned()
    };
    if args.len() > 2 {
        part(vm, 2)?;
    }
    let to = part(vm, 1)?;
    let from = part(vm, 0)?;
    if from.char_len() != to.char_len() {
        return Err(value_error("the first two maketrans arguments must have equal length"));
    }
    for (from, to) in from.chars().zip(to.chars()) {
        vm.dict_set(&table, code(from), code(to))?;
    }
    if args.len() == 3 {
        for gone in part(vm, 2)?.chars() {
            vm.dict_set(&table, code(gone), Value::None)?;
        }
    }
    Ok(Value::Dict(table))
}

/// An exception on its way through `text`.
struct Failure(Exc);

impl From<TextError> for Failure {
    fn from(failure: TextError) -> Failure {
        Failure(raise(failure))
    }
}

fn translate(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (this, args) = this(vm, args, "translate")?;
    let [table] = args.exactly("str.translate")?;
    let translated = str_methods::translate(this, |character| -> Result<Translation, Failure> {
        let entry = |vm: &mut Vm| -> Result<Translation, Exc> {
            let key = Value::Int(i64::from(u32::from(character)));
            let found = match plain(table) {
                Value::Dict(dict) => vm.dict_get(dict, &key)?.unwrap_or(key),
                _ => match vm.get_item(table, &key) {
                    Ok(found) => found,
                    Err(error) if error.is(crate::objects::ExcKind::LookupError) => key,
                    Err(error) => return Err(error),
                },
            };
            match &found {
                Value::None => Ok(Translation::Delete),
                Value::Str(text) => Ok(Translation::Text(text.as_str().to_owned())),
                other => match as_int(other) {
                    Some(code) => code
                        .to_i64()
                        .and_then(|code| char::from_u32(u32::try_from(code).ok()?))
                        .map(Translation::Char)
                        .ok_or_else(|| value_error("character mapping must be in range(0x110000)")),
                    None => Err(type_error("character mapping must return integer, None or str")),
                },
            }
        };
        entry(vm).map_err(Failure)
    })
    .map_err(|failure| failure.0)?;
    text(vm, translated)
}
