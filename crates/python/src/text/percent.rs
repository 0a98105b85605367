//! printf-style formatting: `format % values`.
//!
//! [`Parser`] takes the template apart; the machine fetches the values and converts objects (`%s`, `%r`), and
//! [`Field`] lays out what it gets. Knows nothing of tuples, mappings and objects.

use super::int_ops::IntRef;
use super::spec_float::{Layout, check_precision, digits, is_negative};
use super::{TextError, TextResult, check_length, check_width, int};

/// A width or a precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Not given.
    Absent,
    /// Given in the template.
    Given(usize),
    /// `*`: the next value.
    Star,
}

/// The flags of a conversion.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags {
    /// `-`
    pub left: bool,
    /// `+`
    pub plus: bool,
    /// space
    pub space: bool,
    /// `#`
    pub alternate: bool,
    /// `0`
    pub zero: bool,
}

/// One conversion as written. Values are fetched in this order: the mapping's by `key`, the width's, the
/// precision's, the value's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conversion<'a> {
    /// `%(key)s`.
    pub key: Option<&'a str>,
    /// `- + # 0` and space.
    pub flags: Flags,
    /// The least width.
    pub width: Size,
    /// What follows the point.
    pub precision: Size,
    /// The conversion's letter; may be one that does not exist ([`Conversion::unsupported`]).
    pub kind: char,
    /// Where the letter stands, in characters.
    pub index: usize,
}

/// A piece of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Segment<'a> {
    /// Text to copy; `%%` is one of `%`.
    Literal(&'a str),
    /// A value to fetch and lay out.
    Conversion(Conversion<'a>),
}

/// Iterates over a template; after an error it ends. CPython reports errors only when it gets there, after the
/// values before them are converted: so should the caller.
#[derive(Clone, Debug)]
pub struct Parser<'a> {
    text: &'a str,
    at: usize,
    mapping: bool,
    /// An offset, and its index in characters.
    counted: (usize, usize),
}

impl<'a> Parser<'a> {
    /// Starts at the beginning of `text`; `mapping` tells whether the right operand is a mapping (not a tuple nor a
    /// `str`), so that `%(key)s` is allowed.
    pub fn new(text: &'a str, mapping: bool) -> Self {
        Self { text, at: 0, mapping, counted: (0, 0) }
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn peek(&self) -> TextResult<char> {
        self.rest().chars().next().ok_or_else(|| TextError::value("incomplete format"))
    }

    /// Parses what follows a `%`.
    fn conversion(&mut self) -> TextResult<Segment<'a>> {
        if self.rest().starts_with('%') {
            let percent = &self.text[self.at..=self.at];
            self.at += 1;
            return Ok(Segment::Literal(percent));
        }
        let key = if self.rest().starts_with('(') { Some(self.key()?) } else { None };
        let mut flags = Flags::default();
        loop {
            match self.peek()? {
                '-' => flags.left = true,
                '+' => flags.plus = true,
                ' ' => flags.space = true,
                '#' => flags.alternate = true,
                '0' => flags.zero = true,
                _ => break,
            }
            self.at += 1;
        }
        let width = self.size("width too big", i64::MAX)?;
        let mut precision = Size::Absent;
        if self.peek()? == '.' {
            self.at += 1;
            precision = match self.size("precision too big", i64::from(i32::MAX))? {
                Size::Absent => Size::Given(0),
                size => size,
            };
        }
        // C's length letters mean nothing.
        if matches!(self.peek()?, 'h' | 'l' | 'L') {
            self.at += 1;
        }
        let kind = self.peek()?;
        let index = self.counted.1 + self.text[self.counted.0..self.at].chars().count();
        self.counted = (self.at, index);
        self.at += kind.len_utf8();
        Ok(Segment::Conversion(Conversion { key, flags, width, precision, kind, index }))
    }

    /// `(key)`, with parentheses inside balanced.
    fn key(&mut self) -> TextResult<&'a str> {
        if !self.mapping {
            return Err(TextError::type_error("format requires a mapping"));
        }
        let start = self.at + 1;
        let mut depth = 0;
        for (offset, byte) in self.rest().bytes().enumerate() {
            match byte {
                b'(' => depth += 1,
                b')' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                let end = self.at + offset;
                self.at = end + 1;
                return Ok(&self.text[start..end]);
            }
        }
        Err(TextError::value("incomplete format key"))
    }

    fn size(&mut self, too_big: &str, most: i64) -> TextResult<Size> {
        if self.peek()? == '*' {
            self.at += 1;
            return Ok(Size::Star);
        }
        let count = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        if count == 0 {
            return Ok(Size::Absent);
        }
        let number = self.rest()[..count].parse::<i64>().ok().filter(|number| *number <= most);
        let number = number.ok_or_else(|| TextError::value(too_big))?;
        self.at += count;
        Ok(Size::Given(usize::try_from(number).unwrap_or(usize::MAX)))
    }
}

impl<'a> Iterator for Parser<'a> {
    type Item = TextResult<Segment<'a>>;

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.rest();
        if rest.is_empty() {
            return None;
        }
        let end = rest.find('%').unwrap_or(rest.len());
        if end > 0 {
            self.at += end;
            return Some(Ok(Segment::Literal(&rest[..end])));
        }
        self.at += 1;
        let segment = self.conversion();
        if segment.is_err() {
            self.at = self.text.len();
        }
        Some(segment)
    }
}

impl Conversion<'_> {
    /// Puts the values of `*` in; `width` and `precision` are ignored where there is no `*`.
    ///
    /// # Errors
    /// `OverflowError` for a precision that C's `int` cannot hold; memory for an absurd size.
    pub fn resolve(&self, width: i64, precision: i64) -> TextResult<Field> {
        let mut flags = self.flags;
        let width = match self.width {
            Size::Absent => 0,
            Size::Given(width) => width,
            Size::Star => {
                flags.left |= width < 0;
                usize::try_from(width.unsigned_abs()).unwrap_or(usize::MAX)
            }
        };
        let precision = match self.precision {
            Size::Absent => None,
            Size::Given(precision) => Some(precision),
            Size::Star if i32::try_from(precision).is_err() => {
                return Err(TextError::overflow("Python int too large to convert to C int"));
            }
            Size::Star => Some(usize::try_from(precision).unwrap_or(0)),
        };
        check_width(width)?;
        Ok(Field { flags, width, precision, kind: self.kind })
    }

    /// The error for a letter that is no conversion; CPython raises it after it has fetched the value.
    pub fn unsupported(&self) -> TextError {
        let code = u32::from(self.kind);
        let shown = if (0x20..0x7f).contains(&code) { self.kind } else { '?' };
        TextError::value(format!(
            "unsupported format character '{shown}' (0x{code:x}) at index {}",
            self.index
        ))
    }

    /// The `TypeError` for a value that does not fit the letter, of an object of class `type_name`.
    pub fn wrong_type(&self, type_name: &str) -> TextError {
        let kind = self.kind;
        TextError::type_error(match kind {
            'd' | 'i' | 'u' => format!("%{kind} format: a real number is required, not {type_name}"),
            'o' | 'x' | 'X' => format!("%{kind} format: an integer is required, not {type_name}"),
            'c' => "%c requires int or char".to_owned(),
            _ => format!("must be real number, not {type_name}"),
        })
    }
}

/// The `TypeError` when the values run out.
pub fn not_enough_arguments() -> TextError {
    TextError::type_error("not enough arguments for format string")
}

/// The `TypeError` when values are left over.
pub fn not_all_converted() -> TextError {
    TextError::type_error("not all arguments converted during string formatting")
}

/// The `TypeError` for a `*` whose value is not an integer.
pub fn star_wants_int() -> TextError {
    TextError::type_error("* wants int")
}

/// A conversion whose sizes are known: lays out one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// The flags.
    pub flags: Flags,
    /// The least width, in characters.
    pub width: usize,
    /// What follows the point.
    pub precision: Option<usize>,
    /// The letter.
    pub kind: char,
}

impl Field {
    /// Lays out the text of `%s`, `%r`, `%a` (cut to the precision) or the character of `%c`.
    ///
    /// # Errors
    /// Memory, when `out` grows absurdly long.
    pub fn apply_str(&self, out: &mut String, text: &str) -> TextResult<()> {
        let text = match self.precision {
            Some(precision) if self.kind != 'c' => {
                text.char_indices().nth(precision).map_or(text, |(end, _)| &text[..end])
            }
            _ => text,
        };
        self.pad(out, "", text, false)
    }

    /// Lays out the integer of `%d`, `%i`, `%u`, `%o`, `%x` or `%X`. For the first three the machine has turned a
    /// float into an integer ([`super::float_ops::to_int`]).
    ///
    /// # Errors
    /// `ValueError` for too many digits; memory for an absurd precision.
    pub fn apply_int(&self, out: &mut String, value: IntRef<'_>) -> TextResult<()> {
        check_precision(self.precision)?;
        let mut digits = match self.kind {
            'o' => int::magnitude(value, 8),
            'x' | 'X' => int::magnitude(value, 16),
            _ => {
                let mut text = int::to_decimal(value)?;
                if value.is_negative() {
                    text.remove(0);
                }
                text
            }
        };
        let zeros = self.precision.unwrap_or(0).saturating_sub(digits.len());
        if zeros > 0 {
            digits.insert_str(0, &"0".repeat(zeros));
        }
        let mut lead = self.sign(value.is_negative()).to_owned();
        match self.kind {
            'o' if self.flags.alternate => lead.push_str("0o"),
            'x' if self.flags.alternate => lead.push_str("0x"),
            'X' if self.flags.alternate => lead.push_str("0X"),
            _ => {}
        }
        if self.kind == 'X' {
            digits.make_ascii_uppercase();
        }
        self.pad(out, &lead, &digits, true)
    }

    /// Lays out the float of `%e`, `%f`, `%g` or their capitals.
    ///
    /// # Errors
    /// `ValueError` or memory for an absurd precision.
    pub fn apply_float(&self, out: &mut String, value: f64) -> TextResult<()> {
        check_precision(self.precision)?;
        let text = digits(
            value,
            Layout {
                kind: self.kind,
                precision: self.precision.unwrap_or(6),
                alternate: self.flags.alternate,
                add_dot_zero: false,
            },
        );
        self.pad(out, self.sign(is_negative(value)), &text, true)
    }

    /// Lays out the integer of `%c` as a character.
    ///
    /// # Errors
    /// `OverflowError` when there is no such character.
    pub fn apply_char(&self, out: &mut String, code: IntRef<'_>) -> TextResult<()> {
        let code = code.to_i64().and_then(|code| u32::try_from(code).ok()).filter(|code| *code <= 0x10_ffff);
        let code = code.ok_or_else(|| TextError::overflow("%c arg not in range(0x110000)"))?;
        let mut buffer = [0; 4];
        // Half of a surrogate pair cannot be held in a Rust string.
        let text = char::from_u32(code).unwrap_or('\u{fffd}').encode_utf8(&mut buffer);
        self.apply_str(out, text)
    }

    fn sign(&self, negative: bool) -> &'static str {
        match (negative, self.flags.plus, self.flags.space) {
            (true, ..) => "-",
            (false, true, _) => "+",
            (false, false, true) => " ",
            _ => "",
        }
    }

    fn pad(&self, out: &mut String, lead: &str, body: &str, numeric: bool) -> TextResult<()> {
        check_width(self.width)?;
        let length = if self.width == 0 { 0 } else { lead.len() + body.chars().count() };
        let missing = self.width.saturating_sub(length);
        let zero = numeric && self.flags.zero && !self.flags.left;
        check_length(out.len().checked_add(lead.len() + body.len() + missing))?;
        let (before, between, after) = match (self.flags.left, zero) {
            (true, _) => (0, 0, missing),
            (false, true) => (0, missing, 0),
            (false, false) => (missing, 0, 0),
        };
        out.reserve(lead.len() + body.len() + missing);
        out.extend(std::iter::repeat_n(' ', before));
        out.push_str(lead);
        out.extend(std::iter::repeat_n('0', between));
        out.push_str(body);
        out.extend(std::iter::repeat_n(' ', after));
        Ok(())
    }
}
