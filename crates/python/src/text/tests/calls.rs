//! Maps the names in `vectors.txt` to the functions under test, and their results to text.

use super::super::int_ops::{self, Int, IntRef, Power};
use super::super::*;
use super::items;
use num_bigint::BigInt;
use std::fmt::Write as _;

/// The arguments of a call, read as the function needs them.
struct Args<'a>(&'a [Option<String>]);

impl Args<'_> {
    fn text(&self, at: usize) -> &str {
        self.0[at].as_deref().expect("a text")
    }

    fn maybe_text(&self, at: usize) -> Option<&str> {
        self.0[at].as_deref()
    }

    fn small(&self, at: usize) -> i64 {
        self.text(at).parse().expect("a small integer")
    }

    fn maybe_small(&self, at: usize) -> Option<i64> {
        self.0[at].as_ref().map(|_| self.small(at))
    }

    fn size(&self, at: usize) -> usize {
        usize::try_from(self.small(at)).expect("a size")
    }

    fn int(&self, at: usize) -> Int {
        Int::from_big(self.text(at).parse::<BigInt>().expect("an integer"))
    }

    fn float(&self, at: usize) -> f64 {
        match self.text(at) {
            "nan" => f64::NAN,
            bits => f64::from_bits(u64::from_str_radix(bits, 16).expect("the bits of a float")),
        }
    }

    fn tm(&self, at: usize) -> strftime::Tm {
        let fields: Vec<i64> =
            items(self.text(at)).iter().map(|item| item.parse().expect("a field")).collect();
        let &[year, month, day, hour, minute, second, weekday, yearday] = fields.as_slice() else {
            panic!("eight fields")
        };
        strftime::Tm { year, month, day, hour, minute, second, weekday, yearday, microsecond: None }
    }
}

fn show_float(value: f64) -> String {
    if value.is_nan() { "nan".to_owned() } else { format!("{:016x}", value.to_bits()) }
}

fn show_int(value: Int) -> String {
    match value {
        Int::Small(small) => small.to_string(),
        Int::Big(big) => {
            assert!(IntRef::Big(&big).to_i64().is_none(), "{big} fits and is not small");
            big.to_string()
        }
    }
}

fn show_bool(value: bool) -> String {
    if value { "True" } else { "False" }.to_owned()
}

fn show_found(value: Option<usize>) -> String {
    value.map_or_else(|| "-1".to_owned(), |at| at.to_string())
}

fn show_list<T: AsRef<str>>(values: impl IntoIterator<Item = T>) -> String {
    let mut out = String::new();
    for value in values {
        let _ = write!(out, "{}|", value.as_ref().replace('\\', "\\\\").replace('|', "\\|"));
    }
    out
}

/// Calls the function called `name`.
pub(super) fn run(name: &str, args: &[Option<String>]) -> TextResult<String> {
    let a = Args(args);
    if let Some(name) = name.strip_prefix("float_") {
        return run_float(name, &a);
    }
    if let Some(name) = name.strip_prefix("int_") {
        return run_int(name, &a);
    }
    if let Some(name) = name.strip_prefix("is") {
        return Ok(show_bool(run_test(name, a.text(0))));
    }
    Ok(match name {
        "compare" => {
            let order = float_ops::compare_int(a.int(0).as_ref(), a.float(1));
            order.map_or_else(|| "\\N".to_owned(), |order| (order as i32).to_string())
        }
        "format_str" => spec::format_str(a.text(0), a.text(1), "str")?,
        "format_int" => spec::format_int(a.int(0).as_ref(), a.text(1), "int")?,
        "format_float" => spec::format_float(a.float(0), a.text(1), "float")?,
        "percent_none" | "percent_keys" | "percent_str" | "percent_int" | "percent_float" => {
            run_percent(name, &a)?
        }
        "accurate_exp" => show_float(accurate::exp(a.float(0))),
        "accurate_ln" => show_float(accurate::ln(a.float(0))),
        "accurate_pow" => show_float(accurate::pow(a.float(0), a.float(1))),
        "template" => run_template(a.text(0), &mut template::AutoNumber::default(), template::MAX_DEPTH)?,
        "characters" => run_characters(a.text(0)),
        "gmtime" => {
            let tm = strftime::Tm::from_epoch(a.small(0));
            assert_eq!(tm.to_epoch(), a.small(0));
            let fields = [tm.year, tm.month, tm.day, tm.hour, tm.minute, tm.second, tm.weekday, tm.yearday];
            show_list(fields.map(|field| field.to_string()))
        }
        "timegm" => a.tm(0).to_epoch().to_string(),
        "asctime" => strftime::asctime(&a.tm(0).checked()?),
        "strftime" => strftime::strftime(a.text(0), &a.tm(1).checked()?, strftime::UTC)?,
        _ => return run_str(name, &a),
    })
}

fn run_float(name: &str, a: &Args<'_>) -> TextResult<String> {
    Ok(match name {
        "repr" => float::repr(a.float(0)),
        "hex" => float::hex(a.float(0)),
        "parse" => show_float(float::parse(a.text(0))?),
        "round" => show_float(float_ops::round_digits(a.float(0), a.small(1))?),
        "round_int" => show_int(float_ops::round_to_int(a.float(0))?),
        "int" => show_int(float_ops::to_int(a.float(0))?),
        "hash" => float_ops::hash(a.float(0)).map_or_else(|| "\\N".to_owned(), |hash| hash.to_string()),
        "ratio" => {
            let (numerator, denominator) = float_ops::as_integer_ratio(a.float(0))?;
            show_list([show_int(numerator), show_int(denominator)])
        }
        "is_integer" => show_bool(float_ops::is_integer(a.float(0))),
        "div" => show_float(float_ops::true_div(a.float(0), a.float(1))?),
        "floor_div" => show_float(float_ops::floor_div(a.float(0), a.float(1))?),
        "mod" => show_float(float_ops::modulo(a.float(0), a.float(1))?),
        "divmod" => {
            let (quotient, rest) = float_ops::div_mod(a.float(0), a.float(1))?;
            show_list([show_float(quotient), show_float(rest)])
        }
        "pow" => show_float(float_ops::pow(a.float(0), a.float(1))?),
        _ => panic!("no function float_{name}"),
    })
}

fn run_int(name: &str, a: &Args<'_>) -> TextResult<String> {
    if name == "parse" {
        return int::parse(a.text(0), a.small(1)).map(show_int);
    }
    let big = a.int(0);
    let x = big.as_ref();
    let other = match name {
        "add" | "sub" | "mul" | "floor_div" | "mod" | "divmod" | "true_div" | "pow" | "pow_mod" | "shl"
        | "shr" | "and" | "or" | "xor" | "gcd" => a.int(1),
        _ => Int::Small(0),
    };
    let y = other.as_ref();
    Ok(match name {
        "hash" => {
            // A small number kept as a big one hashes alike.
            assert_eq!(int_ops::hash(IntRef::Big(&x.to_big())), int_ops::hash(x));
            int_ops::hash(x).to_string()
        }
        "str" => int::to_decimal(x)?,
        "radix" => int::to_radix(x, u32::try_from(a.small(1)).expect("a radix")),
        "add" => show_int(int_ops::add(x, y)?),
        "sub" => show_int(int_ops::sub(x, y)?),
        "mul" => show_int(int_ops::mul(x, y)?),
        "floor_div" => show_int(int_ops::floor_div(x, y)?),
        "mod" => show_int(int_ops::modulo(x, y)?),
        "divmod" => {
            let (quotient, rest) = int_ops::div_mod(x, y)?;
            show_list([show_int(quotient), show_int(rest)])
        }
        "true_div" => show_float(int_ops::true_div(x, y)?),
        "float" => show_float(int_ops::to_f64(x)?),
        "pow" => match int_ops::pow(x, y)? {
            Power::Int(value) => show_int(value),
            Power::Float(value) => show_float(value),
        },
        "pow_mod" => show_int(int_ops::pow_mod(x, y, a.int(2).as_ref())?),
        "shl" => show_int(int_ops::shl(x, y)?),
        "shr" => show_int(int_ops::shr(x, y)?),
        "and" => show_int(int_ops::bit_and(x, y)),
        "or" => show_int(int_ops::bit_or(x, y)),
        "xor" => show_int(int_ops::bit_xor(x, y)),
        "invert" => show_int(int_ops::invert(x)),
        "neg" => show_int(int_ops::neg(x)),
        "abs" => show_int(int_ops::abs(x)),
        "bit_length" => int_ops::bit_length(x).to_string(),
        "bit_count" => int_ops::bit_count(x).to_string(),
        "round" => show_int(int_ops::round(x, a.small(1))),
        "isqrt" => show_int(int_ops::isqrt(x)?),
        "gcd" => show_int(int_ops::gcd(x, y)?),
        _ => panic!("no function int_{name}"),
    })
}

fn run_str(name: &str, a: &Args<'_>) -> TextResult<String> {
    if name == "bytes_repr" {
        let hex = a.text(0).as_bytes().chunks(2);
        let data: Vec<u8> = hex
            .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).expect("ASCII"), 16).expect("a byte"))
            .collect();
        return Ok(repr::bytes_repr(&data));
    }
    let text = args_text(name, a);
    let ascii = text.is_ascii();
    Ok(match name {
        "repr" => repr::str_repr(text),
        "ascii" => repr::str_ascii(text),
        "lower" => str_case::lower(text),
        "upper" => str_case::upper(text),
        "casefold" => str_case::casefold(text),
        "capitalize" => str_case::capitalize(text),
        "title" => str_case::title(text),
        "swapcase" => str_case::swapcase(text),
        "center" => str_methods::center(text, a.small(1), str_methods::fill_char(a.text(2))?)?,
        "ljust" => str_methods::ljust(text, a.small(1), str_methods::fill_char(a.text(2))?)?,
        "rjust" => str_methods::rjust(text, a.small(1), str_methods::fill_char(a.text(2))?)?,
        "zfill" => str_methods::zfill(text, a.small(1))?,
        "expandtabs" => str_methods::expand_tabs(text, a.small(1))?,
        "replace" => str_methods::replace(text, a.text(1), a.text(2), a.small(3))?.into_owned(),
        "find" => show_found(str_index::find(text, a.text(1), a.maybe_small(2), a.maybe_small(3))),
        "rfind" => show_found(str_index::rfind(text, a.text(1), a.maybe_small(2), a.maybe_small(3))),
        "index" => str_index::index(text, a.text(1), a.maybe_small(2), a.maybe_small(3))?.to_string(),
        "rindex" => str_index::rindex(text, a.text(1), a.maybe_small(2), a.maybe_small(3))?.to_string(),
        "count" => str_index::count(text, a.text(1), a.maybe_small(2), a.maybe_small(3)).to_string(),
        "startswith" => {
            show_bool(str_index::starts_with(text, &[a.text(1)], a.maybe_small(2), a.maybe_small(3)))
        }
        "endswith" => show_bool(str_index::ends_with(text, &[a.text(1)], a.maybe_small(2), a.maybe_small(3))),
        "getitem" => {
            let slow = str_index::char_at(text, false, a.small(1));
            assert_eq!(str_index::char_at(text, ascii, a.small(1)), slow);
            slow?.to_owned()
        }
        "slice" => {
            let bounds = (a.maybe_small(1), a.maybe_small(2), a.maybe_small(3));
            let slow = str_index::slice(text, false, bounds.0, bounds.1, bounds.2);
            assert_eq!(str_index::slice(text, ascii, bounds.0, bounds.1, bounds.2), slow);
            slow?.into_owned()
        }
        "indices" => {
            let slice =
                str_index::resolve_slice(a.size(0), a.maybe_small(1), a.maybe_small(2), a.maybe_small(3))?;
            assert!(slice.indices().all(|index| index < a.size(0)));
            show_list([slice.start, slice.stop, slice.step].map(|bound| bound.to_string()))
        }
        "split" => show_list(str_split::split(text, a.maybe_text(1), a.small(2))?),
        "rsplit" => show_list(str_split::rsplit(text, a.maybe_text(1), a.small(2))?),
        "splitlines" => show_list(str_split::split_lines(text, a.text(1) == "True")),
        "partition" => show_list(<[&str; 3]>::from(str_split::partition(text, a.text(1))?)),
        "rpartition" => show_list(<[&str; 3]>::from(str_split::rpartition(text, a.text(1))?)),
        "strip" => str_split::strip(text, a.maybe_text(1)).to_owned(),
        "lstrip" => str_split::lstrip(text, a.maybe_text(1)).to_owned(),
        "rstrip" => str_split::rstrip(text, a.maybe_text(1)).to_owned(),
        "removeprefix" => str_split::remove_prefix(text, a.text(1)).to_owned(),
        "removesuffix" => str_split::remove_suffix(text, a.text(1)).to_owned(),
        "suggest" => {
            let words = items(a.text(1));
            suggest::suggest(text, words.iter().map(String::as_str)).unwrap_or("\\N").to_owned()
        }
        _ => panic!("no function {name}"),
    })
}

/// The text that a method of `str` is called on.
fn args_text<'a>(name: &str, a: &'a Args<'_>) -> &'a str {
    if name == "indices" { "" } else { a.text(0) }
}

fn run_test(name: &str, text: &str) -> bool {
    match name {
        "lower" => str_case::is_lower(text),
        "upper" => str_case::is_upper(text),
        "title" => str_case::is_title_text(text),
        "alnum" => str_methods::is_alnum(text),
        "alpha" => str_methods::is_alpha(text),
        "decimal" => str_methods::is_decimal(text),
        "digit" => str_methods::is_digit(text),
        "numeric" => str_methods::is_numeric(text),
        "space" => str_methods::is_space(text),
        "printable" => str_methods::is_printable(text),
        "identifier" => str_methods::is_identifier(text),
        _ => panic!("no function is{name}"),
    }
}

/// How many characters pass a test, and a digest of which.
fn run_characters(name: &str) -> String {
    let test = match name {
        "isprintable" => unicode::is_printable,
        "isalpha" => unicode::is_alpha,
        "isdecimal" => unicode::is_decimal,
        "isdigit" => unicode::is_digit,
        "isnumeric" => unicode::is_numeric,
        "isalnum" => unicode::is_alnum,
        "isspace" => unicode::is_space,
        "isidentifier" => unicode::is_id_start,
        "continues" => unicode::is_id_continue,
        "breaks" => unicode::is_line_break,
        _ => panic!("no set {name}"),
    };
    let (mut count, mut mix) = (0_u64, 0_u64);
    for c in ('\0'..=char::MAX).filter(|c| test(*c)) {
        count += 1;
        mix = mix.wrapping_mul(1_000_003).wrapping_add(u64::from(u32::from(c)));
    }
    show_list([count.to_string(), mix.to_string()])
}

/// What the machine does for `template % value`, for the few types that are recorded.
fn run_percent(name: &str, a: &Args<'_>) -> TextResult<String> {
    let mut out = String::new();
    let mut values = if matches!(name, "percent_none" | "percent_keys") { 0 } else { 1 };
    for segment in percent::Parser::new(a.text(0), name == "percent_keys") {
        let conversion = match segment? {
            percent::Segment::Literal(text) => {
                out.push_str(text);
                continue;
            }
            percent::Segment::Conversion(conversion) => conversion,
        };
        if let Some(key) = conversion.key {
            conversion.resolve(0, 0)?.apply_str(&mut out, key)?;
            continue;
        }
        if values == 0 {
            return Err(percent::not_enough_arguments());
        }
        values -= 1;
        let field = conversion.resolve(0, 0)?;
        match (conversion.kind, name) {
            ('s', _) => field.apply_str(&mut out, a.text(1))?,
            ('c', _) => field.apply_char(&mut out, a.int(1).as_ref())?,
            ('d' | 'i' | 'u' | 'o' | 'x' | 'X', _) => field.apply_int(&mut out, a.int(1).as_ref())?,
            (_, "percent_float") => field.apply_float(&mut out, a.float(1))?,
            _ => return Err(conversion.unsupported()),
        }
    }
    if values > 0 { Err(percent::not_all_converted()) } else { Ok(out) }
}

/// What the machine does for `template.format(...)`, with values that show how they were reached.
fn run_template(text: &str, auto: &mut template::AutoNumber, depth: usize) -> TextResult<String> {
    use template::{Accessor, Conversion, First, Parser, Segment};
    if depth == 0 {
        return Err(template::too_deep());
    }
    let values = ["x", "5", "é\n"];
    let mut out = String::new();
    for segment in Parser::new(text) {
        let field = match segment? {
            Segment::Literal(text) => {
                out.push_str(text);
                continue;
            }
            Segment::Field(field) => field,
        };
        let (first, steps) = template::split_name(field.name)?;
        let mut value = match auto.resolve(first)? {
            First::Index(index) => {
                (*values.get(index).ok_or_else(|| template::missing_argument(index))?).to_owned()
            }
            First::Name(name) => return Err(TextError::new(TextErrorKind::Key, repr::str_repr(name))),
            First::Auto => panic!("resolved to an index"),
        };
        for step in steps {
            match step? {
                Accessor::Attribute(name) => value += &format!(".{name}"),
                Accessor::Index(index) => value += &format!("[#{index}]"),
                Accessor::Key(key) => value += &format!("[{key}]"),
            }
        }
        match field.conversion.map(Conversion::of).transpose()? {
            Some(Conversion::Repr) => value = repr::str_repr(&value),
            Some(Conversion::Ascii) => value = repr::str_ascii(&value),
            Some(Conversion::Str) | None => {}
        }
        let spec =
            if field.nested { run_template(field.spec, auto, depth - 1)? } else { field.spec.to_owned() };
        out.push_str(&spec::format_str(&value, &spec, "str")?);
    }
    Ok(out)
}
