//! `format`, `str.format` and `%`: the parts of `text`'s templates meet the machine's values.

use std::borrow::Cow;

use crate::builtins::convert::{Number, as_int, as_number, as_str, as_tuple, plain, raise};
use crate::builtins::{numbers, str as strings};
use crate::native::{Args, NativeResult};
use crate::objects::{Exc, ExcKind, Exception, Str, type_error};
use crate::text::percent::{self as template_percent, Segment, Size};
use crate::text::template::{self, Accessor, AutoNumber, Conversion, First};
use crate::text::{float_ops, repr, spec};
use crate::value::Value;
use crate::vm::Vm;

/// `format(value, spec)` of builtin values; None for values that have no format of their own.
///
/// # Errors
/// What a bad spec raises.
#[cfg_attr(page, optimize(speed))]
pub fn format_builtin(vm: &mut Vm, value: &Value, text: &str) -> Result<Option<String>, Exc> {
    // What most have is not asked for.
    let name = |vm: &Vm| match value {
        Value::Str(_) => Cow::Borrowed("str"),
        Value::Int(_) => Cow::Borrowed("int"),
        Value::Float(_) => Cow::Borrowed("float"),
        _ => Cow::Owned(vm.type_name(value)),
    };
    Ok(Some(match plain(value) {
        Value::Str(this) => spec::format_str(this, text, &name(vm)).map_err(raise)?,
        Value::Bool(flag) if text.is_empty() => (if *flag { "True" } else { "False" }).to_owned(),
        Value::Float(number) => spec::format_float(*number, text, &name(vm)).map_err(raise)?,
        other => match as_int(other) {
            Some(number) => spec::format_int(number, text, &name(vm)).map_err(raise)?,
            None => return Ok(None),
        },
    }))
}

/// `__format__` of builtin types.
pub(crate) fn format_slot(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.exactly::<2>("__format__")?;
    let Some(text) = as_str(&args[1]) else {
        let found = vm.type_name(&args[1]);
        return Err(type_error(format!("__format__() argument must be str, not {found}")));
    };
    match format_builtin(vm, &args[0], text)? {
        Some(formatted) => strings::text(vm, formatted),
        None => vm.str(&args[0]).map(Value::Str),
    }
}

/// Where `{...}` gets its values from.
enum Source<'a> {
    Arguments(Args<'a>),
    Mapping(&'a Value),
}

/// `str.format(*args, **kwargs)`.
pub(crate) fn format_method(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (this, args) = strings::this(vm, args, "format")?;
    let mut out = String::new();
    format_into(vm, &mut out, this, &Source::Arguments(args), &mut AutoNumber::default(), 0)?;
    strings::text(vm, out)
}

/// `str.format_map(mapping)`.
pub(crate) fn format_map(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (this, args) = strings::this(vm, args, "format_map")?;
    let [mapping] = args.exactly("str.format_map")?;
    let mut out = String::new();
    format_into(vm, &mut out, this, &Source::Mapping(mapping), &mut AutoNumber::default(), 0)?;
    strings::text(vm, out)
}

fn format_into(
    vm: &mut Vm,
    out: &mut String,
    text: &str,
    source: &Source<'_>,
    numbers: &mut AutoNumber,
    depth: usize,
) -> Result<(), Exc> {
    if depth >= template::MAX_DEPTH {
        return Err(raise(template::too_deep()));
    }
    for segment in template::Parser::new(text) {
        let field = match segment.map_err(raise)? {
            template::Segment::Literal(literal) => {
                out.push_str(literal);
                continue;
            }
            template::Segment::Field(field) => field,
        };
        let (first, accessors) = template::split_name(field.name).map_err(raise)?;
        let first = numbers.resolve(first).map_err(raise)?;
        let mut value = fetch(vm, source, first)?;
        for accessor in accessors {
            value = match accessor.map_err(raise)? {
                Accessor::Attribute(name) => vm.get_attr(&value, name)?,
                Accessor::Index(index) => vm.get_item(&value, &Value::Int(index))?,
                Accessor::Key(key) => vm.get_item(&value, &Value::from(key))?,
            };
        }
        if let Some(letter) = field.conversion {
            value = Value::Str(match Conversion::of(letter).map_err(raise)? {
                Conversion::Str => vm.str(&value)?,
                Conversion::Repr => vm.repr(&value)?,
                Conversion::Ascii => Str::new(repr::ascii_only(&vm.repr(&value)?)),
            });
        }
        let formatted = if field.nested {
            let mut inner = String::new();
            format_into(vm, &mut inner, field.spec, source, numbers, depth + 1)?;
            vm.format(&value, &inner)?
        } else {
            vm.format(&value, field.spec)?
        };
        vm.charge(formatted.len())?;
        out.push_str(&formatted);
    }
    Ok(())
}

fn fetch(vm: &mut Vm, source: &Source<'_>, first: First<'_>) -> NativeResult {
    match (source, first) {
        (Source::Arguments(args), First::Index(index)) => {
            args.get(index).cloned().ok_or_else(|| raise(template::missing_argument(index)))
        }
        (Source::Arguments(args), First::Name(name)) => args
            .keyword(name)
            .cloned()
            .ok_or_else(|| Exception::new(ExcKind::KeyError, vec![Value::from(name)])),
        (Source::Mapping(mapping), First::Name(name)) => vm.get_item(mapping, &Value::from(name)),
        (Source::Mapping(_), _) => Err(raise(template::positional_in_map())),
        // Numbered by the caller already.
        (Source::Arguments(_), First::Auto) => Err(raise(template::missing_argument(0))),
    }
}

/// `format % values`.
pub(crate) fn percent(vm: &mut Vm, format: &Str, values: &Value) -> NativeResult {
    let tuple = as_tuple(values).cloned();
    let mapping = tuple.is_none() && as_str(values).is_none() && is_mapping(vm, values);
    let mut next = 0;
    let mut used_mapping = false;
    let mut take = |vm: &Vm| -> Result<Value, Exc> {
        let value = match &tuple {
            Some(items) => items.get(next).cloned(),
            None => (next == 0).then(|| values.clone()),
        };
        next += 1;
        let _ = vm;
        value.ok_or_else(|| raise(template_percent::not_enough_arguments()))
    };
    let mut out = String::new();
    for segment in template_percent::Parser::new(format, mapping) {
        let conversion = match segment.map_err(raise)? {
            Segment::Literal(literal) => {
                out.push_str(literal);
                continue;
            }
            Segment::Conversion(conversion) => conversion,
        };
        let mut keyed = None;
        if let Some(key) = conversion.key {
            keyed = Some(vm.get_item(values, &Value::from(key))?);
            used_mapping = true;
        }
        let mut star = |vm: &Vm, size: Size| -> Result<i64, Exc> {
            if size != Size::Star {
                return Ok(0);
            }
            let value = take(vm)?;
            let number = as_int(&value).ok_or_else(|| raise(template_percent::star_wants_int()))?;
            Ok(number.saturating_i64())
        };
        let width = star(vm, conversion.width)?;
        let precision = star(vm, conversion.precision)?;
        let value = match keyed {
            Some(value) => value,
            None => take(vm)?,
        };
        let field = conversion.resolve(width, precision).map_err(raise)?;
        let before = out.len();
        apply(vm, &mut out, &conversion, &field, &value)?;
        vm.charge(out.len() - before)?;
    }
    let left_over = match &tuple {
        Some(items) => next < items.len(),
        None => next == 0 && !mapping && !used_mapping,
    };
    if left_over {
        return Err(raise(template_percent::not_all_converted()));
    }
    strings::text(vm, out)
}

/// Whether `%(key)s` may index into it: it has `__getitem__` and is no tuple or string.
fn is_mapping(vm: &mut Vm, value: &Value) -> bool {
    match plain(value) {
        Value::Dict(_) | Value::List(_) | Value::Range(_) | Value::Bytes(_) => true,
        Value::Instance(_) => {
            let name = vm.intern("__getitem__");
            vm.class_of(value).lookup(&name).is_some()
        }
        _ => false,
    }
}

fn apply(
    vm: &mut Vm,
    out: &mut String,
    conversion: &template_percent::Conversion<'_>,
    field: &template_percent::Field,
    value: &Value,
) -> Result<(), Exc> {
    let wrong = |vm: &Vm| raise(conversion.wrong_type(&vm.type_name(value)));
    match conversion.kind {
        's' => {
            let text = vm.str(value)?;
            field.apply_str(out, &text).map_err(raise)
        }
        'r' => {
            let text = vm.repr(value)?;
            field.apply_str(out, &text).map_err(raise)
        }
        'a' => {
            let text = repr::ascii_only(&vm.repr(value)?);
            field.apply_str(out, &text).map_err(raise)
        }
        'c' => match (as_str(value), as_int(value)) {
            (Some(text), _) if text.char_len() == 1 => field.apply_str(out, text).map_err(raise),
            (_, Some(code)) => field.apply_char(out, code).map_err(raise),
            _ => Err(wrong(vm)),
        },
        'd' | 'i' | 'u' => match as_number(value) {
            Some(Number::Int(number)) => field.apply_int(out, number).map_err(raise),
            Some(Number::Float(number)) => {
                let whole = float_ops::to_int(number).map_err(raise)?;
                field.apply_int(out, whole.as_ref()).map_err(raise)
            }
            None => Err(wrong(vm)),
        },
        'o' | 'x' | 'X' => match as_int(value) {
            Some(number) => field.apply_int(out, number).map_err(raise),
            None => Err(wrong(vm)),
        },
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' => match as_number(value) {
            Some(number) => {
                let number = numbers::to_f64(number).map_err(raise)?;
                field.apply_float(out, number).map_err(raise)
            }
            None => Err(wrong(vm)),
        },
        _ => Err(raise(conversion.unsupported())),
    }
}
