//! `str`: replacing parts, and single characters by a table.

use super::{maybe_same, str_argument, text, this};
use crate::builtins::convert::{as_int, as_str, plain, raise};
use crate::builtins::slicing;
use crate::native::{Args, NativeResult};
use crate::objects::{Exc, type_error, value_error};
use crate::text::TextError;
use crate::text::str_methods::{self, Translation};
use crate::value::Value;
use crate::vm::Vm;

#[cfg_attr(page, optimize(speed))]
pub(super) fn replace(vm: &mut Vm, args: Args<'_>) -> NativeResult {
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

pub(super) fn make_trans(vm: &mut Vm, args: Args<'_>) -> NativeResult {
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

pub(super) fn translate(vm: &mut Vm, args: Args<'_>) -> NativeResult {
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
