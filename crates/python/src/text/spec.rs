//! The format-spec mini-language: `format(value, spec)` of `str`, `int`, `bool` and `float`.
//!
//! `[[fill]align][sign][z][#][0][width][,_][.precision][type]`. Which `__format__` to call is the caller's business.

use super::int_ops::IntRef;
use super::{TextError, TextResult, check_width, float, int, int_ops};
use std::borrow::Cow;

/// A parsed format spec.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormatSpec {
    /// The character to pad with.
    pub fill: char,
    /// `<`, `>`, `^` or `=`; `None` when the spec names none.
    pub align: Option<char>,
    /// `+`, `-` or space.
    pub sign: Option<char>,
    /// `z`: no negative zero.
    pub no_negative_zero: bool,
    /// `#`.
    pub alternate: bool,
    /// The least width, in characters.
    pub width: usize,
    /// `,` or `_`.
    pub grouping: Option<char>,
    /// What follows the point.
    pub precision: Option<usize>,
    /// The presentation type.
    pub kind: Option<char>,
}

/// Reads a decimal number at the start of `text`; the number, if there is one, and the rest.
#[cfg_attr(page, optimize(speed))]
pub(crate) fn read_number(text: &str) -> TextResult<(Option<usize>, &str)> {
    let end = text.bytes().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
    if end == 0 {
        return Ok((None, text));
    }
    // CPython counts in its pointer-sized signed integer; 64 bits here, whatever the machine.
    match text[..end].parse::<i64>() {
        Ok(number) => Ok((Some(usize::try_from(number).unwrap_or(usize::MAX)), &text[end..])),
        Err(_) => Err(TextError::value("Too many decimal digits in format string")),
    }
}

/// Takes an ASCII character off the start of `text`, if it is there.
#[inline(always)]
fn take(text: &mut &str, character: u8) -> bool {
    let there = text.as_bytes().first() == Some(&character);
    if there {
        *text = &text[1..];
    }
    there
}

/// A type character as error messages show it.
fn shown(c: char) -> String {
    if (' '..='\x7f').contains(&c) && c != ' ' && c != '\x7f' {
        c.to_string()
    } else {
        format!("\\x{:x}", u32::from(c))
    }
}

fn unknown_code(kind: char, type_name: &str) -> TextError {
    TextError::value(format!("Unknown format code '{}' for object of type '{type_name}'", shown(kind)))
}

/// Parses `spec` for an object whose class is called `type_name`; `numeric` tells how a bare `0` aligns, and which
/// type a spec without one has.
///
/// # Errors
/// `ValueError` with CPython's message.
#[cfg_attr(page, optimize(speed))]
pub fn parse(spec: &str, type_name: &str, numeric: bool) -> TextResult<FormatSpec> {
    let mut parsed = FormatSpec {
        fill: ' ',
        align: None,
        sign: None,
        no_negative_zero: false,
        alternate: false,
        width: 0,
        grouping: None,
        precision: None,
        kind: None,
    };
    let is_align = |c: char| matches!(c, '<' | '>' | '^' | '=');
    let mut rest = spec;
    let mut chars = rest.chars();
    let (first, second) = (chars.next(), chars.next());
    let mut fill_given = false;
    match (first, second) {
        (Some(fill), Some(align)) if is_align(align) => {
            parsed.fill = fill;
            parsed.align = Some(align);
            fill_given = true;
            rest = chars.as_str();
        }
        (Some(align), _) if is_align(align) => {
            parsed.align = Some(align);
            rest = &rest[1..];
        }
        _ => {}
    }
    if let Some(sign @ (b'+' | b'-' | b' ')) = rest.bytes().next() {
        parsed.sign = Some(char::from(sign));
        rest = &rest[1..];
    }
    parsed.no_negative_zero = take(&mut rest, b'z');
    parsed.alternate = take(&mut rest, b'#');
    if !fill_given && take(&mut rest, b'0') {
        parsed.fill = '0';
        if parsed.align.is_none() && numeric {
            parsed.align = Some('=');
        }
    }
    let (width, after) = read_number(rest)?;
    parsed.width = width.unwrap_or(0);
    rest = read_grouping(&mut parsed, after)?;
    if take(&mut rest, b'.') {
        let (precision, after) = read_number(rest)?;
        parsed.precision =
            Some(precision.ok_or_else(|| TextError::value("Format specifier missing precision"))?);
        rest = after;
    }
    let mut chars = rest.chars();
    parsed.kind = chars.next();
    if !chars.as_str().is_empty() {
        return Err(TextError::value(format!(
            "Invalid format specifier '{spec}' for object of type '{type_name}'"
        )));
    }
    check_grouping(&parsed, numeric)?;
    Ok(parsed)
}

/// Reads `,` or `_`.
fn read_grouping<'a>(parsed: &mut FormatSpec, mut rest: &'a str) -> TextResult<&'a str> {
    if take(&mut rest, b',') {
        parsed.grouping = Some(',');
    }
    let both = || Err(TextError::value("Cannot specify both ',' and '_'."));
    if take(&mut rest, b'_') {
        if parsed.grouping.is_some() {
            return both();
        }
        parsed.grouping = Some('_');
    }
    if parsed.grouping == Some('_') && take(&mut rest, b',') {
        return both();
    }
    Ok(rest)
}

/// Refuses separators with types that have none.
fn check_grouping(parsed: &FormatSpec, numeric: bool) -> TextResult<()> {
    match (parsed.grouping, parsed.kind.or((!numeric).then_some('s'))) {
        (None, _) | (_, None | Some('d' | 'e' | 'f' | 'g' | 'E' | 'F' | 'G' | '%')) => Ok(()),
        (Some('_'), Some('b' | 'o' | 'x' | 'X')) => Ok(()),
        (Some(grouping), Some(kind)) => {
            Err(TextError::value(format!("Cannot specify '{grouping}' with '{}'.", shown(kind))))
        }
    }
}

/// `format(value, spec)` of a `str`.
///
/// # Errors
/// `ValueError` for a spec that `str` does not take; memory for an absurd width.
#[cfg_attr(page, optimize(speed))]
pub fn format_str(value: &str, spec: &str, type_name: &str) -> TextResult<String> {
    if spec.is_empty() {
        return Ok(value.to_owned());
    }
    let parsed = parse(spec, type_name, false)?;
    if let Some(kind) = parsed.kind
        && kind != 's'
    {
        return Err(unknown_code(kind, type_name));
    }
    let refuse = |what: &str| Err(TextError::value(format!("{what} not allowed in string format specifier")));
    match parsed.sign {
        Some(' ') => return refuse("Space"),
        Some(_) => return refuse("Sign"),
        None => {}
    }
    if parsed.no_negative_zero {
        return refuse("Negative zero coercion (z)");
    }
    if parsed.alternate {
        return refuse("Alternate form (#)");
    }
    if parsed.align == Some('=') {
        return refuse("'=' alignment");
    }
    let value = match parsed.precision {
        Some(precision) => match value.char_indices().nth(precision) {
            Some((end, _)) => &value[..end],
            None => value,
        },
        None => value,
    };
    let mut out = String::new();
    pad(&mut out, &parsed, '<', "", value)?;
    Ok(out)
}

/// Appends `lead` and `body`, padded to the width; `=` puts the padding between the two.
#[cfg_attr(page, optimize(speed))]
fn pad(out: &mut String, spec: &FormatSpec, default_align: char, lead: &str, body: &str) -> TextResult<()> {
    check_width(spec.width)?;
    let length = if spec.width == 0 { 0 } else { lead.chars().count() + body.chars().count() };
    let missing = spec.width.saturating_sub(length);
    let (before, between, after) = match spec.align.unwrap_or(default_align) {
        '<' => (0, 0, missing),
        '^' => (missing / 2, 0, missing - missing / 2),
        '=' => (0, missing, 0),
        _ => (missing, 0, 0),
    };
    out.reserve(lead.len() + body.len() + missing * spec.fill.len_utf8());
    push_fill(out, spec.fill, before);
    out.push_str(lead);
    push_fill(out, spec.fill, between);
    out.push_str(body);
    push_fill(out, spec.fill, after);
    Ok(())
}

fn push_fill(out: &mut String, fill: char, count: usize) {
    out.extend(std::iter::repeat_n(fill, count));
}

/// A number in parts, ready to be grouped and padded.
struct Number<'a> {
    negative: bool,
    /// `0x` and the like.
    prefix: &'static str,
    /// The digits before the point; empty for `inf` and `nan`.
    whole: &'a str,
    /// Point, fraction, exponent, percent sign; or the name.
    rest: &'a str,
}

/// Puts sign, prefix, separators and padding to a number.
#[cfg_attr(page, optimize(speed))]
fn assemble(spec: &FormatSpec, number: &Number<'_>) -> TextResult<String> {
    check_width(spec.width)?;
    let mut lead = String::new();
    match (number.negative, spec.sign) {
        (true, _) => lead.push('-'),
        (false, Some(sign @ ('+' | ' '))) => lead.push(sign),
        _ => {}
    }
    lead.push_str(number.prefix);
    if spec.width == 0 && spec.grouping.is_none() {
        lead.reserve(number.whole.len() + number.rest.len());
        lead.push_str(number.whole);
        lead.push_str(number.rest);
        return Ok(lead);
    }
    let mut body = Cow::Borrowed(number.whole);
    // `inf` and `nan` have no digits to group.
    if let Some(separator) = spec.grouping
        && !number.whole.is_empty()
    {
        let size = if matches!(spec.kind, Some('b' | 'o' | 'x' | 'X')) { 4 } else { 3 };
        // Zeros that fill up the width take separators too.
        let zeros = spec.fill == '0' && spec.align == Some('=');
        let least = if zeros { spec.width.saturating_sub(lead.len() + number.rest.len()) } else { 0 };
        body = Cow::Owned(group(number.whole, separator, size, least));
    }
    let mut out = String::new();
    if number.rest.is_empty() {
        pad(&mut out, spec, '>', &lead, &body)?;
    } else {
        let mut body = body.into_owned();
        body.push_str(number.rest);
        pad(&mut out, spec, '>', &lead, &body)?;
    }
    Ok(out)
}

/// Groups `digits` from the right, and puts zeros before them until the text has `least` characters.
fn group(digits: &str, separator: char, size: usize, least: usize) -> String {
    let grouped = |count: usize| count + count.saturating_sub(1) / size;
    let mut count = digits.len().max(1);
    if grouped(count) < least {
        // The digits that fit, and one more where that would start with a separator.
        count = least - least / (size + 1);
        while grouped(count) < least {
            count += 1;
        }
    }
    let mut out = String::with_capacity(grouped(count));
    let zeros = count - digits.len();
    for (at, digit) in std::iter::repeat_n(b'0', zeros).chain(digits.bytes()).enumerate() {
        if at > 0 && (count - at).is_multiple_of(size) {
            out.push(separator);
        }
        out.push(char::from(digit));
    }
    out
}

/// `format(value, spec)` of an `int`, or of a `bool` with the `type_name` `bool` (whose empty spec is `str`'s).
///
/// # Errors
/// `ValueError` for a spec that `int` does not take or too many digits; `OverflowError` for `c` out of range or a
/// float type of a huge integer; memory for an absurd width.
pub fn format_int(value: IntRef<'_>, spec: &str, type_name: &str) -> TextResult<String> {
    if spec.is_empty() {
        return int::to_decimal(value);
    }
    let parsed = parse(spec, type_name, true)?;
    let radix = match parsed.kind {
        None | Some('d' | 'n' | 'c') => 10,
        Some('b') => 2,
        Some('o') => 8,
        Some('x' | 'X') => 16,
        Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%') => {
            return super::spec_float::format_parsed(int_ops::to_f64(value)?, &parsed);
        }
        Some(kind) => return Err(unknown_code(kind, type_name)),
    };
    let refuse =
        |what: &str| Err(TextError::value(format!("{what} not allowed in integer format specifier")));
    if parsed.precision.is_some() {
        return refuse("Precision");
    }
    if parsed.no_negative_zero {
        return refuse("Negative zero coercion (z)");
    }
    if parsed.kind == Some('c') {
        return format_char(value, &parsed);
    }
    let mut digits = if radix == 10 {
        let mut digits = int::to_decimal(value)?;
        if value.is_negative() {
            digits.remove(0);
        }
        digits
    } else {
        int::magnitude(value, radix)
    };
    let upper = parsed.kind == Some('X');
    if upper {
        digits.make_ascii_uppercase();
    }
    let prefix = match radix {
        _ if !parsed.alternate => "",
        2 => "0b",
        8 => "0o",
        16 if upper => "0X",
        16 => "0x",
        _ => "",
    };
    assemble(&parsed, &Number { negative: value.is_negative(), prefix, whole: &digits, rest: "" })
}

/// The type `c`.
fn format_char(value: IntRef<'_>, spec: &FormatSpec) -> TextResult<String> {
    let refuse =
        |what: &str| Err(TextError::value(format!("{what} not allowed with integer format specifier 'c'")));
    if spec.sign.is_some() {
        return refuse("Sign");
    }
    if spec.alternate {
        return refuse("Alternate form (#)");
    }
    let code =
        value.to_i64().ok_or_else(|| TextError::overflow("Python int too large to convert to C long"))?;
    let code = u32::try_from(code)
        .ok()
        .filter(|code| *code <= 0x10_ffff)
        .ok_or_else(|| TextError::overflow("%c arg not in range(0x110000)"))?;
    let mut buffer = [0; 4];
    // Half of a surrogate pair cannot be held in a Rust string.
    let text = char::from_u32(code).unwrap_or('\u{fffd}').encode_utf8(&mut buffer);
    assemble(spec, &Number { negative: false, prefix: "", whole: "", rest: text })
}

/// `format(value, spec)` of a `float`.
///
/// # Errors
/// `ValueError` for a spec that `float` does not take; memory for an absurd width or precision.
pub fn format_float(value: f64, spec: &str, type_name: &str) -> TextResult<String> {
    if spec.is_empty() {
        return Ok(float::repr(value));
    }
    let parsed = parse(spec, type_name, true)?;
    match parsed.kind {
        None | Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n' | '%') => {
            super::spec_float::format_parsed(value, &parsed)
        }
        Some(kind) => Err(unknown_code(kind, type_name)),
    }
}

/// Puts sign, separators and padding to the digits of a float; `text` has no sign.
pub(crate) fn assemble_float(spec: &FormatSpec, negative: bool, text: &str) -> TextResult<String> {
    let end = text.bytes().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
    let (whole, rest) = text.split_at(end);
    assemble(spec, &Number { negative, prefix: "", whole, rest })
}
