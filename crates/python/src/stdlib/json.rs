//! `json`: what reads a text and what quotes a string; the rest is in `json.py`.
//!
//! The reader keeps its own stack, so that depth costs no Rust stack. What the hooks of a program have to see is handed
//! over in a form that JSON itself does not have: numbers as `bytes`, objects as tuples of pairs.

use super::no_constants;
use crate::builtins::convert::{as_str, raise};
use crate::native::{Args, ModuleDef, NativeDef, NativeResult, embedded};
use crate::objects::{Exc, Str, type_error};
use crate::text::int;
use crate::value::Value;
use crate::vm::Vm;

/// `json`.
pub const MODULE: ModuleDef = ModuleDef {
    name: "json",
    functions: &[NativeDef::function("_quote", quote), NativeDef::function("_read", read)],
    constants: no_constants,
    python: Some(embedded!("stdlib/json.py")),
};

/// `_quote(text, ascii)`: the text as a string of JSON. Mirrors `py_encode_basestring_ascii` and its sibling.
fn quote(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [text, ascii] = args.exactly("_quote")?;
    let (Some(text), ascii) = (as_str(text), matches!(ascii, Value::Bool(true))) else {
        return Err(type_error("first argument must be a string"));
    };
    vm.charge_text(text.len())?;
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            c if c < ' ' || ascii && c > '~' => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    out.push_str("\\u");
                    for shift in [12, 8, 4, 0] {
                        out.push(char::from_digit(u32::from(*unit) >> shift & 15, 16).unwrap_or('0'));
                    }
                }
            }
            c => out.push(c),
        }
    }
    out.push('"');
    Ok(Value::from(out))
}

/// What is being read.
struct Reader<'a> {
    text: &'a str,
    at: usize,
    strict: bool,
    raw: bool,
}

/// An unfinished array or object.
enum Open {
    Array(Vec<Value>),
    Object(Vec<(Value, Value)>, Value),
}

/// A mistake: what it is and the byte at which it is.
type Mistake = (&'static str, usize);

/// Why reading ended early.
enum Failure {
    Mistake(Mistake),
    Raised(Exc),
}

impl From<Exc> for Failure {
    fn from(error: Exc) -> Failure {
        Failure::Raised(error)
    }
}

fn mistake<T>(message: &'static str, at: usize) -> Result<T, Failure> {
    Err(Failure::Mistake((message, at)))
}

const PROPERTY: &str = "Expecting property name enclosed in double quotes";

/// `_read(text, index, strict, raw)`: the value that begins there and where it ends; of a mistake its message, its
/// place, and None.
fn read(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [text, index, strict, raw] = args.exactly("_read")?;
    let Some(text) = as_str(text) else { return Err(type_error("first argument must be a string")) };
    let index = usize::try_from(vm.index(index)?).unwrap_or(0);
    let at = match text.is_ascii() {
        true => index.min(text.len()),
        false => text.char_indices().nth(index).map_or(text.len(), |(at, _)| at),
    };
    let (strict, raw) = (vm.truth(strict)?, vm.truth(raw)?);
    let place = |at: usize| Value::from(text.get(..at).map_or(at, |before| before.chars().count()));
    let mut reader = Reader { text, at, strict, raw };
    vm.fuel -= (text.len() / 64) as i64;
    match reader.value(vm) {
        Ok(value) => Ok(Value::tuple(vec![value, place(reader.at)])),
        Err(Failure::Mistake((message, at))) => {
            Ok(Value::tuple(vec![Value::from(message), place(at), Value::None]))
        }
        Err(Failure::Raised(error)) => Err(error),
    }
}

impl Reader<'_> {
    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), b' ' | b'\t' | b'\n' | b'\r') {
            self.at += 1;
        }
    }

    /// Whether that comes next; then it is passed.
    fn takes(&mut self, text: &str) -> bool {
        let there = self.text.as_bytes()[self.at..].starts_with(text.as_bytes());
        self.at += if there { text.len() } else { 0 };
        there
    }

    fn value(&mut self, vm: &mut Vm) -> Result<Value, Failure> {
        let mut stack: Vec<Open> = Vec::new();
        loop {
            let mut done = match self.peek() {
                b'[' => {
                    self.at += 1;
                    self.skip_space();
                    if self.peek() != b']' {
                        stack.push(Open::Array(Vec::new()));
                        continue;
                    }
                    self.at += 1;
                    vm.new_list(Vec::new())
                }
                b'{' => {
                    self.at += 1;
                    self.skip_space();
                    if self.peek() != b'}' {
                        let key = self.key()?;
                        stack.push(Open::Object(Vec::new(), key));
                        continue;
                    }
                    self.at += 1;
                    self.object(vm, Vec::new())?
                }
                _ => self.scalar()?,
            };
            // The value may be the last one of what is open around it.
            loop {
                vm.charge(size_of::<Value>())?;
                let Some(open) = stack.last_mut() else { return Ok(done) };
                self.skip_space();
                let comma = self.at;
                let (next, close, trailing) = match open {
                    Open::Array(items) => {
                        items.push(done);
                        (self.peek(), b']', "Illegal trailing comma before end of array")
                    }
                    Open::Object(pairs, key) => {
                        pairs.push((std::mem::replace(key, Value::None), done));
                        (self.peek(), b'}', "Illegal trailing comma before end of object")
                    }
                };
                if next == b',' {
                    self.at += 1;
                    self.skip_space();
                    if self.peek() == close {
                        return mistake(trailing, comma);
                    }
                    if let Open::Object(_, key) = open {
                        *key = self.key()?;
                    }
                    break;
                }
                if next != close {
                    return mistake("Expecting ',' delimiter", comma);
                }
                self.at += 1;
                done = match stack.pop() {
                    Some(Open::Array(items)) => vm.new_list(items),
                    Some(Open::Object(pairs, _)) => self.object(vm, pairs)?,
                    None => Value::None,
                };
            }
        }
    }

    fn object(&self, vm: &mut Vm, pairs: Vec<(Value, Value)>) -> Result<Value, Failure> {
        if self.raw {
            let pairs = pairs.into_iter().map(|(key, value)| Value::tuple(vec![key, value])).collect();
            return Ok(Value::tuple(pairs));
        }
        let dict = vm.new_dict();
        for (key, value) in pairs {
            vm.dict_set(&dict, key, value)?;
        }
        Ok(Value::Dict(dict))
    }

    /// A key and its colon, and the space after it.
    fn key(&mut self) -> Result<Value, Failure> {
        if self.peek() != b'"' {
            return mistake(PROPERTY, self.at);
        }
        let key = self.string()?;
        self.skip_space();
        if self.peek() != b':' {
            return mistake("Expecting ':' delimiter", self.at);
        }
        self.at += 1;
        self.skip_space();
        Ok(key)
    }

    fn scalar(&mut self) -> Result<Value, Failure> {
        match self.peek() {
            b'"' => return self.string(),
            b'n' if self.takes("null") => return Ok(Value::None),
            b't' if self.takes("true") => return Ok(Value::Bool(true)),
            b'f' if self.takes("false") => return Ok(Value::Bool(false)),
            _ => {}
        }
        for (name, number) in
            [("NaN", f64::NAN), ("Infinity", f64::INFINITY), ("-Infinity", f64::NEG_INFINITY)]
        {
            if self.takes(name) {
                return Ok(match self.raw {
                    true => Value::bytes(name.into()),
                    false => Value::Float(number),
                });
            }
        }
        self.number()
    }

    fn digits(&mut self) -> bool {
        let start = self.at;
        while self.peek().is_ascii_digit() {
            self.at += 1;
        }
        self.at > start
    }

    fn number(&mut self) -> Result<Value, Failure> {
        let start = self.at;
        self.takes("-");
        let whole = if self.peek() == b'0' {
            self.at += 1;
            true
        } else {
            self.digits()
        };
        if !whole {
            self.at = start;
            return mistake("Expecting value", start);
        }
        let mut end = self.at;
        self.at += 1;
        let mut fractional = false;
        if self.text.as_bytes().get(end) == Some(&b'.') && self.digits() {
            end = self.at;
            fractional = true;
        }
        self.at = end;
        if self.takes("e") || self.takes("E") {
            let _signed = self.takes("+") || self.takes("-");
            if self.digits() {
                end = self.at;
                fractional = true;
            }
        }
        self.at = end;
        let text = &self.text[start..end];
        Ok(match (self.raw, fractional) {
            (true, _) => Value::bytes(text.into()),
            (false, true) => Value::Float(text.parse().unwrap_or(f64::NAN)),
            (false, false) => match text.parse() {
                Ok(small) => Value::Int(small),
                Err(_) => crate::builtins::convert::int(int::parse(text, 10).map_err(raise)?),
            },
        })
    }

    fn string(&mut self) -> Result<Value, Failure> {
        let begin = self.at;
        self.at += 1;
        let mut made: Option<String> = None;
        loop {
            let start = self.at;
            let rest = &self.text[start..];
            let stop = rest.bytes().position(|byte| byte < b' ' || byte == b'"' || byte == b'\\');
            let Some(len) = stop else { return mistake("Unterminated string starting at", begin) };
            self.at += len;
            let plain = &rest[..len];
            match self.peek() {
                b'"' => {
                    self.at += 1;
                    let text = match made {
                        Some(made) => Str::new(made + plain),
                        None => Str::new(plain),
                    };
                    return Ok(Value::Str(text));
                }
                b'\\' => {
                    let made = made.get_or_insert_default();
                    made.push_str(plain);
                    let c = self.escape(begin)?;
                    made.push(c);
                }
                _ if self.strict => return mistake("Invalid control character at", self.at),
                byte => {
                    let made = made.get_or_insert_default();
                    made.push_str(plain);
                    made.push(char::from(byte));
                    self.at += 1;
                }
            }
        }
    }

    /// A backslash and what it escapes.
    fn escape(&mut self, begin: usize) -> Result<char, Failure> {
        let backslash = self.at;
        self.at += 1;
        if self.at >= self.text.len() {
            return mistake("Unterminated string starting at", begin);
        }
        let c = match self.peek() {
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            byte @ (b'"' | b'\\' | b'/') => char::from(byte),
            b'u' => {
                self.at += 1;
                let first = self.unit()?;
                let after = self.at;
                if (0xD800..0xDC00).contains(&first) && self.takes("\\u") {
                    let pair = self.unit().ok().and_then(|second| {
                        char::decode_utf16([first as u16, second as u16]).next().and_then(Result::ok)
                    });
                    match pair {
                        Some(c) => return Ok(c),
                        None => self.at = after,
                    }
                }
                // Strings here have no lone surrogates.
                return Ok(char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            _ => return mistake("Invalid \\escape", backslash),
        };
        self.at += 1;
        Ok(c)
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Result<u32, Failure> {
        let digits = self.text.as_bytes().get(self.at..self.at + 4);
        let digits = digits.filter(|digits| digits.iter().all(u8::is_ascii_hexdigit));
        let unit = digits.and_then(|digits| std::str::from_utf8(digits).ok());
        match unit.and_then(|digits| u32::from_str_radix(digits, 16).ok()) {
            Some(unit) => {
                self.at += 4;
                Ok(unit)
            }
            None => mistake("Invalid \\uXXXX escape", self.at - 1),
        }
    }
}
