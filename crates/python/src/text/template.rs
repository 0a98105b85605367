//! The templates of `str.format`: `{} {0} {name.attr[key]!r:spec}`.
//!
//! [`Parser`] yields literals and fields; [`split_name`] takes a field's name apart. The machine fetches the values,
//! converts and formats them. A spec that holds fields is itself a template ([`Field::nested`]), to [`MAX_DEPTH`].

use super::unicode::decimal_value;
use super::{TextError, TextErrorKind, TextResult};

/// How deep templates nest: a field's spec may hold fields, theirs may not.
pub const MAX_DEPTH: usize = 2;

/// A replacement field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field<'a> {
    /// What is before `!` and `:`; see [`split_name`].
    pub name: &'a str,
    /// The letter after `!`; see [`Conversion::of`].
    pub conversion: Option<char>,
    /// What is after `:`.
    pub spec: &'a str,
    /// Whether the spec is itself a template.
    pub nested: bool,
}

/// A piece of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Segment<'a> {
    /// Text to copy.
    Literal(&'a str),
    /// A value to fetch and format.
    Field(Field<'a>),
}

/// Iterates over a template; after an error it ends. CPython reports errors only when it gets there: so should the
/// caller.
#[derive(Clone, Debug)]
pub struct Parser<'a> {
    rest: &'a str,
}

impl<'a> Parser<'a> {
    /// Starts at the beginning of `text`.
    pub fn new(text: &'a str) -> Self {
        Self { rest: text }
    }

    /// Parses a field; `rest` is after its `{`.
    fn field(&mut self) -> TextResult<Field<'a>> {
        let text = self.rest;
        let mut in_brackets = false;
        let mut end = None;
        for (at, byte) in text.bytes().enumerate() {
            match byte {
                b']' => in_brackets = false,
                _ if in_brackets => {}
                b'[' => in_brackets = true,
                b'{' => return Err(TextError::value("unexpected '{' in field name")),
                b'}' | b':' | b'!' => {
                    end = Some((at, byte));
                    break;
                }
                _ => {}
            }
        }
        let Some((end, stop)) = end else {
            return Err(TextError::value("expected '}' before end of string"));
        };
        let name = &text[..end];
        self.rest = &text[end + 1..];
        let mut conversion = None;
        if stop == b'}' {
            return Ok(Field { name, conversion, spec: "", nested: false });
        }
        if stop == b'!' {
            let mut chars = self.rest.chars();
            conversion = chars.next();
            if conversion.is_none() {
                return Err(TextError::value("end of string while looking for conversion specifier"));
            }
            let after = chars.next();
            self.rest = chars.as_str();
            match after {
                Some('}') => return Ok(Field { name, conversion, spec: "", nested: false }),
                Some(':') | None => {}
                Some(_) => return Err(TextError::value("expected ':' after conversion specifier")),
            }
        }
        let text = self.rest;
        let (mut depth, mut nested) = (1, false);
        for (at, byte) in text.bytes().enumerate() {
            match byte {
                b'{' => {
                    depth += 1;
                    nested = true;
                }
                b'}' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                self.rest = &text[at + 1..];
                return Ok(Field { name, conversion, spec: &text[..at], nested });
            }
        }
        Err(TextError::value("unmatched '{' in format spec"))
    }
}

impl<'a> Iterator for Parser<'a> {
    type Item = TextResult<Segment<'a>>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let Some(at) = self.rest.find(['{', '}']) else {
            return Some(Ok(Segment::Literal(std::mem::take(&mut self.rest))));
        };
        let brace = self.rest.as_bytes()[at];
        if self.rest.as_bytes().get(at + 1) == Some(&brace) {
            // A doubled brace stands for itself.
            let literal = &self.rest[..=at];
            self.rest = &self.rest[at + 2..];
            return Some(Ok(Segment::Literal(literal)));
        }
        let literal = &self.rest[..at];
        let single = brace == b'}' || at + 1 == self.rest.len();
        if !literal.is_empty() {
            self.rest = &self.rest[at..];
            return Some(Ok(Segment::Literal(literal)));
        }
        self.rest = &self.rest[1..];
        let field = if single {
            Err(TextError::value(format!("Single '{}' encountered in format string", char::from(brace))))
        } else {
            self.field()
        };
        if field.is_err() {
            self.rest = "";
        }
        Some(field.map(Segment::Field))
    }
}

/// Where a field's value starts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum First<'a> {
    /// `{}`: the next positional argument.
    Auto,
    /// `{0}`.
    Index(usize),
    /// `{name}`.
    Name(&'a str),
}

/// A step from a value to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Accessor<'a> {
    /// `.name`
    Attribute(&'a str),
    /// `[0]`
    Index(i64),
    /// `[key]`
    Key(&'a str),
}

/// Reads a whole text as a decimal number; `None` when it is not one, or empty.
fn read_integer(text: &str) -> TextResult<Option<i64>> {
    let mut number: i64 = 0;
    for c in text.chars() {
        let Some(digit) = decimal_value(c) else { return Ok(None) };
        number = number
            .checked_mul(10)
            .and_then(|number| number.checked_add(i64::from(digit)))
            .ok_or_else(|| TextError::value("Too many decimal digits in format string"))?;
    }
    Ok((!text.is_empty()).then_some(number))
}

/// Takes a field's name apart: what it starts from, and the steps after it.
///
/// # Errors
/// `ValueError` for an index with too many digits.
pub fn split_name(name: &str) -> TextResult<(First<'_>, Accessors<'_>)> {
    let end = name.find(['.', '[']).unwrap_or(name.len());
    let (first, rest) = name.split_at(end);
    let first = match read_integer(first)? {
        Some(index) => First::Index(usize::try_from(index).unwrap_or(usize::MAX)),
        None if first.is_empty() => First::Auto,
        None => First::Name(first),
    };
    Ok((first, Accessors { rest }))
}

/// Iterates over `.name` and `[key]`; CPython reports an error only after the steps before it are taken.
#[derive(Clone, Debug)]
pub struct Accessors<'a> {
    rest: &'a str,
}

impl<'a> Accessors<'a> {
    fn step(&mut self) -> TextResult<Accessor<'a>> {
        let empty = || TextError::value("Empty attribute in format string");
        if let Some(after) = self.rest.strip_prefix('.') {
            let end = after.find(['.', '[']).unwrap_or(after.len());
            let (name, rest) = after.split_at(end);
            self.rest = rest;
            return if name.is_empty() { Err(empty()) } else { Ok(Accessor::Attribute(name)) };
        }
        let Some(after) = self.rest.strip_prefix('[') else {
            return Err(TextError::value("Only '.' or '[' may follow ']' in format field specifier"));
        };
        let Some((key, rest)) = after.split_once(']') else {
            return Err(TextError::value("Missing ']' in format string"));
        };
        self.rest = rest;
        match read_integer(key)? {
            Some(index) => Ok(Accessor::Index(index)),
            None if key.is_empty() => Err(empty()),
            None => Ok(Accessor::Key(key)),
        }
    }
}

impl<'a> Iterator for Accessors<'a> {
    type Item = TextResult<Accessor<'a>>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let step = self.step();
        if step.is_err() {
            self.rest = "";
        }
        Some(step)
    }
}

/// The numbering of `{}` over one call of `format`, nested specs included.
#[derive(Clone, Copy, Debug, Default)]
pub struct AutoNumber {
    next: usize,
    manual: Option<bool>,
}

impl AutoNumber {
    /// Turns `{}` into its index; refuses a mix of `{}` and `{0}`.
    ///
    /// # Errors
    /// `ValueError` for the mix.
    pub fn resolve<'a>(&mut self, first: First<'a>) -> TextResult<First<'a>> {
        let manual = match first {
            First::Name(_) => return Ok(first),
            First::Index(_) => true,
            First::Auto => false,
        };
        if *self.manual.get_or_insert(manual) != manual {
            return Err(TextError::value(if manual {
                "cannot switch from automatic field numbering to manual field specification"
            } else {
                "cannot switch from manual field specification to automatic field numbering"
            }));
        }
        if manual {
            return Ok(first);
        }
        let index = self.next;
        self.next += 1;
        Ok(First::Index(index))
    }
}

/// The `IndexError` for a missing positional argument.
pub fn missing_argument(index: usize) -> TextError {
    TextError::new(
        TextErrorKind::Index,
        format!("Replacement index {index} out of range for positional args tuple"),
    )
}

/// The `ValueError` of `format_map` for `{}` and `{0}`.
pub fn positional_in_map() -> TextError {
    TextError::value("Format string contains positional fields")
}

/// The `ValueError` for specs nested deeper than [`MAX_DEPTH`].
pub fn too_deep() -> TextError {
    TextError::value("Max string recursion exceeded")
}

/// What `!s`, `!r` and `!a` do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    /// `str()`
    Str,
    /// `repr()`
    Repr,
    /// `ascii()`
    Ascii,
}

impl Conversion {
    /// The conversion of a letter; CPython looks at it only once it has the value.
    ///
    /// # Errors
    /// `ValueError` for any other letter.
    pub fn of(letter: char) -> TextResult<Self> {
        match letter {
            's' => Ok(Self::Str),
            'r' => Ok(Self::Repr),
            'a' => Ok(Self::Ascii),
            _ if ('!'..='~').contains(&letter) => {
                Err(TextError::value(format!("Unknown conversion specifier {letter}")))
            }
            _ => Err(TextError::value(format!("Unknown conversion specifier \\x{:x}", u32::from(letter)))),
        }
    }
}
