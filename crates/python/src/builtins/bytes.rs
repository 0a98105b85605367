//! `bytes`: enough of it for what text programs do.

use std::rc::Rc;

use crate::builtins::convert::{as_int, as_str, count, memory_error, plain};
use crate::builtins::list::charge_repeat;
use crate::builtins::slicing::{self, Key};
use crate::builtins::{receiver, slots};
use crate::native::{Args, NativeDef, NativeResult};
use crate::objects::{Bytes, Exc, ExcKind, error, overflow_error, type_error, value_error};
use crate::value::Value;
use crate::vm::Vm;

/// The methods of `bytes`.
pub(crate) const METHODS: &[NativeDef] = &[
    NativeDef::method("decode", decode),
    NativeDef::method("find", find),
    NativeDef::class_method("fromhex", from_hex),
    NativeDef::method("hex", hex),
    NativeDef::method("join", join),
    NativeDef::method("lower", lower),
    NativeDef::method("split", split),
    NativeDef::method("strip", strip),
    NativeDef::method("upper", upper),
    slots::LEN,
    slots::GET_ITEM,
    slots::CONTAINS,
    slots::ITER,
    slots::EQ,
    slots::HASH,
    slots::REPR,
];

fn as_bytes(value: &Value) -> Option<&Rc<Bytes>> {
    match plain(value) {
        Value::Bytes(data) => Some(data),
        _ => None,
    }
}

fn this<'a>(vm: &Vm, args: Args<'a>, method: &str) -> Result<(&'a Rc<Bytes>, Args<'a>), Exc> {
    receiver(vm, args, "bytes", method, as_bytes)
}

fn argument(vm: &mut Vm, value: &Value) -> Result<Rc<Bytes>, Exc> {
    match bytes_like(vm, value)? {
        Some(data) => Ok(data),
        None => {
            let name = vm.type_name(value);
            Err(type_error(format!("a bytes-like object is required, not '{name}'")))
        }
    }
}

/// The bytes of a `bytes`, of an instance of a class derived from it, or of what has `__bytes__`.
pub(crate) fn bytes_like(vm: &mut Vm, value: &Value) -> Result<Option<Rc<Bytes>>, Exc> {
    if let Some(data) = as_bytes(value) {
        return Ok(Some(data.clone()));
    }
    let Some(method) = super::functions::special(vm, value, "__bytes__") else { return Ok(None) };
    match vm.call_nested(&method, &[])? {
        Value::Bytes(data) => Ok(Some(data)),
        other => {
            let found = vm.type_name(&other);
            Err(type_error(format!("__bytes__ returned non-bytes (type {found})")))
        }
    }
}

fn made(vm: &mut Vm, data: Vec<u8>) -> NativeResult {
    vm.charge(data.len())?;
    Ok(Value::bytes(data))
}

/// `bytes(...)`.
pub(crate) fn new(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [source, encoding, errors] = args.skip(1).bind("bytes", ["source", "encoding", "errors"], 0, 0)?;
    let Some(source) = source else { return Ok(Value::bytes(Vec::new())) };
    if let Some(text) = as_str(source) {
        let Some(encoding) = encoding else { return Err(type_error("string argument without an encoding")) };
        let text = text.clone();
        return encoded(vm, &text, Some(encoding), errors);
    }
    if encoding.is_some() || errors.is_some() {
        return Err(type_error("encoding without a string argument"));
    }
    if let Some(size) = as_int(source) {
        let size =
            size.to_i64().ok_or_else(|| overflow_error("cannot fit 'int' into an index-sized integer"))?;
        let size = usize::try_from(size).map_err(|_| value_error("negative count"))?;
        vm.charge(size)?;
        return Ok(Value::bytes(vec![0; size]));
    }
    if let Some(data) = bytes_like(vm, source)? {
        return Ok(Value::Bytes(data));
    }
    let data = from_items(vm, source)?;
    made(vm, data)
}

/// The bytes that an iterable of numbers gives.
pub(crate) fn from_items(vm: &mut Vm, source: &Value) -> Result<Vec<u8>, Exc> {
    let Some(items) = super::list::collect_nested(vm, source)? else {
        let name = vm.type_name(source);
        return Err(type_error(format!("cannot convert '{name}' object to bytes")));
    };
    let mut data = Vec::with_capacity(items.len());
    for item in &items {
        data.push(byte(vm, item)?);
    }
    Ok(data)
}

/// A number that is a byte.
fn byte(vm: &mut Vm, item: &Value) -> Result<u8, Exc> {
    let number = match as_int(item) {
        Some(number) => number.to_i64(),
        None => Some(slicing::index_argument(vm, item)?),
    };
    let byte = number.and_then(|number| u8::try_from(number).ok());
    byte.ok_or_else(|| value_error("bytes must be in range(0, 256)"))
}

/// `a + b`.
pub(crate) fn concat(vm: &mut Vm, a: &Bytes, b: &Bytes) -> NativeResult {
    made(vm, [&a[..], &b[..]].concat())
}

/// `a * times`.
pub(crate) fn repeat(vm: &mut Vm, data: &Bytes, times: usize) -> NativeResult {
    if data.len().checked_mul(times).is_none_or(|len| len > crate::text::MAX_TEXT) {
        return Err(memory_error("the bytes would be too long"));
    }
    charge_repeat(vm, data.len(), 1, times)?;
    Ok(Value::bytes(data.repeat(times)))
}

/// `data[key]`.
pub(crate) fn get_item(vm: &mut Vm, data: &Bytes, key: &Value) -> NativeResult {
    match slicing::key(vm, key, data.len(), "bytes", "index out of range")? {
        Key::Index(at) => Ok(Value::Int(i64::from(data[at]))),
        Key::Slice(picked) => made(vm, picked.indices().map(|at| data[at]).collect()),
    }
}

/// `item in data`.
pub(crate) fn contains(vm: &mut Vm, data: &Bytes, item: &Value) -> Result<bool, Exc> {
    if let Some(number) = as_int(item) {
        let number = number.to_i64().and_then(|number| u8::try_from(number).ok());
        let number = number.ok_or_else(|| value_error("byte must be in range(0, 256)"))?;
        return Ok(data.contains(&number));
    }
    let part = argument(vm, item)?;
    Ok(position(data, &part).is_some())
}

fn position(data: &[u8], part: &[u8]) -> Option<usize> {
    if part.is_empty() {
        return Some(0);
    }
    data.windows(part.len()).position(|window| window == part)
}

fn find(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (data, args) = this(vm, args, "find")?;
    let args = args.between("find", 1, 3)?;
    let part = match as_int(&args[0]) {
        Some(number) => {
            let byte = number.to_i64().and_then(|number| u8::try_from(number).ok());
            Bytes::new(vec![byte.ok_or_else(|| value_error("byte must be in range(0, 256)"))?])
        }
        None => match bytes_like(vm, &args[0])? {
            Some(part) => part,
            None => {
                let found = vm.type_name(&args[0]);
                return Err(type_error(format!(
                    "argument should be integer or bytes-like object, not '{found}'"
                )));
            }
        },
    };
    let (from, to) = slicing::bounds(vm, args.get(1), args.get(2), data.len())?;
    let at = data.get(from..to).and_then(|data| position(data, &part));
    Ok(at.map_or(Value::Int(-1), |at| count(from + at)))
}

fn lower(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (data, _) = this(vm, args, "lower")?;
    made(vm, data.to_ascii_lowercase())
}

fn upper(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (data, _) = this(vm, args, "upper")?;
    made(vm, data.to_ascii_uppercase())
}

fn is_space(byte: u8) -> bool {
    byte.is_ascii_whitespace() || byte == 0x0b
}

fn strip(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (data, args) = this(vm, args, "strip")?;
    let args = args.between("strip", 0, 1)?;
    let chars = match args.first() {
        None | Some(Value::None) => None,
        Some(chars) => Some(argument(vm, chars)?),
    };
    let doomed = |byte: &u8| chars.as_ref().map_or(is_space(*byte), |chars| chars.contains(byte));
    let start = data.iter().position(|byte| !doomed(byte)).unwrap_or(data.len());
    let end = data.iter().rposition(|byte| !doomed(byte)).map_or(start, |at| at + 1);
    made(vm, data[start..end].to_vec())
}

fn split(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (data, args) = this(vm, args, "split")?;
    let [separator, maximum] = args.bind("split", ["sep", "maxsplit"], 0, 0)?;
    let maximum = maximum.map_or(Ok(-1), |maximum| slicing::index_argument(vm, maximum))?;
    let mut left = usize::try_from(maximum).unwrap_or(usize::MAX);
    let mut parts = Vec::new();
    let mut rest = &data[..];
    match separator {
        None | Some(Value::None) => loop {
            let start = rest.iter().position(|byte| !is_space(*byte)).unwrap_or(rest.len());
            rest = &rest[start..];
            if rest.is_empty() {
                break;
            }
            let end = rest.iter().position(|byte| is_space(*byte)).filter(|_| left > 0);
            let end =
                end.unwrap_or_else(|| rest.iter().rposition(|byte| !is_space(*byte)).map_or(0, |at| at + 1));
            parts.push(Value::bytes(rest[..end].to_vec()));
            rest = &rest[end..];
            left = left.saturating_sub(1);
        },
        Some(separator) => {
            let separator = argument(vm, separator)?;
            if separator.is_empty() {
                return Err(value_error("empty separator"));
            }
            while left > 0
                && let Some(at) = position(rest, &separator)
            {
                parts.push(Value::bytes(rest[..at].to_vec()));
                rest = &rest[at + separator.len()..];
                left -= 1;
            }
            parts.push(Value::bytes(rest.to_vec()));
        }
    }
    vm.charge(parts.len() * 64)?;
    Ok(vm.new_list(parts))
}

fn join(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (data, args) = this(vm, args, "join")?;
    let [iterable] = args.exactly("bytes.join")?;
    let Some(items) = super::list::collect_nested(vm, iterable)? else {
        return Err(type_error("can only join an iterable"));
    };
    let mut out = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let Some(part) = bytes_like(vm, item)? else {
            let name = vm.type_name(item);
            return Err(type_error(format!(
                "sequence item {at}: expected a bytes-like object, {name} found"
            )));
        };
        if at > 0 {
            out.extend_from_slice(data);
        }
        out.extend_from_slice(&part);
    }
    made(vm, out)
}

fn hex(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (data, args) = this(vm, args, "hex")?;
    let [separator, group] = args.bind("hex", ["sep", "bytes_per_sep"], 0, 0)?;
    let group = group.map_or(Ok(1), |group| slicing::index_argument(vm, group))?;
    let separator = match separator.map(|separator| (as_str(separator), as_bytes(separator))) {
        Some((Some(text), _)) => text.to_string(),
        Some((_, Some(data))) => String::from_utf8_lossy(data).into_owned(),
        _ => String::new(),
    };
    if separator.chars().count() != 1 && args.len() + args.keywords.len() > 0 {
        return Err(value_error("sep must be length 1."));
    }
    let size = usize::try_from(group.unsigned_abs()).unwrap_or(usize::MAX);
    let mut out = String::with_capacity(data.len() * 2);
    for (at, byte) in data.iter().enumerate() {
        // Groups are counted from the end, with a negative size from the beginning.
        let before = if group < 0 { at } else { data.len() - at };
        if at > 0 && size > 0 && before % size == 0 {
            out.push_str(&separator);
        }
        out.extend([byte >> 4, byte & 15].into_iter().filter_map(|digit| char::from_digit(digit.into(), 16)));
    }
    super::str::text(vm, out)
}

fn from_hex(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.skip(1);
    let [text] = args.exactly("bytes.fromhex")?;
    let Some(text) = as_str(text) else {
        let name = vm.type_name(text);
        return Err(type_error(format!("fromhex() argument must be str, not {name}")));
    };
    let mut data = Vec::new();
    let mut digits = text.chars().enumerate().filter(|(_, c)| !c.is_ascii_whitespace());
    while let Some((at, high)) = digits.next() {
        let bad = |at: usize| {
            value_error(format!("non-hexadecimal number found in fromhex() arg at position {at}"))
        };
        let high = high.to_digit(16).ok_or_else(|| bad(at))?;
        let (at, low) = digits.next().ok_or_else(|| bad(at + 1))?;
        let low = low.to_digit(16).ok_or_else(|| bad(at))?;
        data.push((high * 16 + low) as u8);
    }
    made(vm, data)
}

/// A text encoding that is there.
enum Codec {
    Utf8,
    Ascii,
    Latin1,
}

fn codec(vm: &Vm, encoding: Option<&Value>) -> Result<Codec, Exc> {
    let Some(value) = encoding else { return Ok(Codec::Utf8) };
    let Some(name) = as_str(value) else {
        let found = vm.type_name(value);
        return Err(type_error(format!("encode() argument 'encoding' must be str, not {found}")));
    };
    match name.to_ascii_lowercase().replace(['-', ' '], "_").as_str() {
        "utf_8" | "utf8" | "u8" => Ok(Codec::Utf8),
        "ascii" | "us_ascii" => Ok(Codec::Ascii),
        "latin_1" | "latin1" | "iso_8859_1" | "iso8859_1" | "l1" => Ok(Codec::Latin1),
        _ => Err(error(ExcKind::LookupError, format!("unknown encoding: {name}"))),
    }
}

fn handler<'a>(vm: &Vm, errors: Option<&'a Value>) -> Result<&'a str, Exc> {
    match errors.map(|errors| (as_str(errors), errors)) {
        None => Ok("strict"),
        Some((Some(name), _)) => Ok(name.as_str()),
        Some((None, other)) => {
            let found = vm.type_name(other);
            Err(type_error(format!("argument 'errors' must be str, not {found}")))
        }
    }
}

fn unknown_handler(name: &str) -> Exc {
    error(ExcKind::LookupError, format!("unknown error handler name '{name}'"))
}

/// `str.encode(encoding='utf-8', errors='strict')`.
pub(crate) fn encode(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (text, args) = super::str::this(vm, args, "encode")?;
    let [encoding, errors] = args.bind("encode", ["encoding", "errors"], 0, 0)?;
    encoded(vm, text, encoding, errors)
}

/// A character as a string literal could write it.
fn escape(code: u32) -> String {
    match code {
        0..=0xff => format!("\\x{code:02x}"),
        0x100..=0xffff => format!("\\u{code:04x}"),
        _ => format!("\\U{code:08x}"),
    }
}

fn encoded(vm: &mut Vm, text: &str, encoding: Option<&Value>, errors: Option<&Value>) -> NativeResult {
    let (name, highest) = match codec(vm, encoding)? {
        Codec::Utf8 => return made(vm, text.as_bytes().to_vec()),
        Codec::Ascii => ("ascii", 0x7f),
        Codec::Latin1 => ("latin-1", 0xff),
    };
    let handler = handler(vm, errors)?;
    let mut data = Vec::with_capacity(text.len());
    for (at, character) in text.chars().enumerate() {
        let code = u32::from(character);
        let last = || at + text.chars().skip(at).take_while(|c| u32::from(*c) > highest).count() - 1;
        match (code <= highest, handler) {
            (false, "strict") if last() > at => {
                let (last, range) = (last(), highest + 1);
                return Err(error(
                    ExcKind::UnicodeEncodeError,
                    format!(
                        "'{name}' codec can't encode characters in position {at}-{last}: ordinal not in range({range})"
                    ),
                ));
            }
            (true, _) => data.push(code as u8),
            (false, "strict") => {
                let escaped = escape(code);
                let range = highest + 1;
                return Err(error(
                    ExcKind::UnicodeEncodeError,
                    format!(
                        "'{name}' codec can't encode character '{escaped}' in position {at}: ordinal not in range({range})"
                    ),
                ));
            }
            (false, "ignore") => {}
            (false, "replace") => data.push(b'?'),
            (false, "xmlcharrefreplace") => data.extend(format!("&#{code};").into_bytes()),
            (false, "backslashreplace") => data.extend(escape(code).into_bytes()),
            (false, other) => return Err(unknown_handler(other)),
        }
    }
    made(vm, data)
}

fn decode(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (data, args) = this(vm, args, "decode")?;
    let [encoding, errors] = args.bind("decode", ["encoding", "errors"], 0, 0)?;
    decoded(vm, data, encoding, errors)
}

/// The text of bytes.
pub(crate) fn decoded(
    vm: &mut Vm,
    data: &Bytes,
    encoding: Option<&Value>,
    errors: Option<&Value>,
) -> NativeResult {
    let handler = handler(vm, errors)?;
    let text = match codec(vm, encoding)? {
        Codec::Latin1 => data.iter().map(|byte| char::from(*byte)).collect(),
        Codec::Ascii => ascii_text(data, handler)?,
        Codec::Utf8 => utf8_text(data, handler)?,
    };
    super::str::text(vm, text)
}

fn ascii_text(data: &[u8], handler: &str) -> Result<String, Exc> {
    let mut text = String::with_capacity(data.len());
    for (at, byte) in data.iter().enumerate() {
        match (byte.is_ascii(), handler) {
            (true, _) => text.push(char::from(*byte)),
            (false, "strict") => {
                return Err(error(
                    ExcKind::UnicodeDecodeError,
                    format!(
                        "'ascii' codec can't decode byte {byte:#04x} in position {at}: ordinal not in range(128)"
                    ),
                ));
            }
            (false, "ignore") => {}
            (false, "replace") => text.push('\u{fffd}'),
            (false, "backslashreplace") => text.push_str(&format!("\\x{byte:02x}")),
            (false, other) => return Err(unknown_handler(other)),
        }
    }
    Ok(text)
}

fn utf8_text(data: &[u8], handler: &str) -> Result<String, Exc> {
    let mut text = String::with_capacity(data.len());
    let mut at = 0;
    for chunk in data.utf8_chunks() {
        text.push_str(chunk.valid());
        at += chunk.valid().len();
        let invalid = chunk.invalid();
        let Some(first) = invalid.first() else { continue };
        match handler {
            "strict" => {
                let rest = data.len() - at - invalid.len();
                let reason = match first {
                    0x80..0xc2 | 0xf5.. => "invalid start byte",
                    _ if rest == 0 => "unexpected end of data",
                    _ => "invalid continuation byte",
                };
                let place = match invalid.len() {
                    1 => format!("byte {first:#04x} in position {at}"),
                    len => format!("bytes in position {at}-{}", at + len - 1),
                };
                let message = format!("'utf-8' codec can't decode {place}: {reason}");
                return Err(error(ExcKind::UnicodeDecodeError, message));
            }
            "ignore" => {}
            "replace" => text.push('\u{fffd}'),
            "backslashreplace" => text.extend(invalid.iter().map(|byte| format!("\\x{byte:02x}"))),
            other => return Err(unknown_handler(other)),
        }
        at += invalid.len();
    }
    Ok(text)
}
