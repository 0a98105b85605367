//! `repr` of builtin values.

use crate::builtins::convert::{as_int, plain, raise};
use crate::builtins::depth::{Nested, Showing};
use crate::builtins::{alias, set, views};
use crate::objects::{Exc, NativeData, ViewKind};
use crate::text::{float, int, repr as text_repr};
use crate::value::Value;
use crate::vm::Vm;

const DEPTH: &str = "while getting the repr of an object";

/// `repr(value)` of builtin values; None for those that only have the [`default`] one, and for functions,
/// classes, exceptions, modules and the like, which are the machine's.
pub(crate) fn repr(vm: &mut Vm, value: &Value) -> Result<Option<String>, Exc> {
    let mut out = String::new();
    let class = vm.class_of(value);
    let value = plain(value);
    if class.builtin
        && class.name().as_str() == "mappingproxy"
        && let Value::Dict(_) = value
    {
        return Ok(Some(format!("mappingproxy({})", vm.repr(value)?)));
    }
    match value {
        Value::None => out.push_str("None"),
        Value::NotImplemented => out.push_str("NotImplemented"),
        Value::Ellipsis => out.push_str("Ellipsis"),
        Value::Bool(flag) => out.push_str(if *flag { "True" } else { "False" }),
        Value::Float(number) => float::write_repr(&mut out, *number),
        Value::Int(_) | Value::BigInt(_) => {
            if let Some(number) = as_int(value) {
                int::write_decimal(&mut out, number).map_err(raise)?;
            }
        }
        Value::Str(text) => text_repr::write_str_repr(&mut out, text),
        Value::Bytes(data) => out.push_str(&text_repr::bytes_repr(data)),
        Value::List(list) => {
            let next = |at: usize| list.items.borrow().get(at).cloned();
            sequence(vm, &mut out, value, ["[", "]", "[...]"], next)?;
        }
        Value::Tuple(items) => {
            sequence(vm, &mut out, value, ["(", ")", "(...)"], |at| items.get(at).cloned())?;
            if items.len() == 1 && out != "(...)" {
                out.insert(out.len() - 1, ',');
            }
        }
        Value::Set(keys) if class.builtin => set_repr(vm, &mut out, value, keys, None)?,
        Value::Set(keys) | Value::FrozenSet(keys) => {
            set_repr(vm, &mut out, value, keys, Some(&class.name()))?
        }
        Value::Dict(dict) => {
            let Some(_showing) = Showing::enter(value.address().unwrap_or(0)) else {
                return Ok(Some("{...}".to_owned()));
            };
            let _nested = Nested::enter(DEPTH)?;
            out.push('{');
            let mut from = 0;
            while let Some((next, key, item)) = dict.next_entry(from) {
                out.push_str(if from == 0 { "" } else { ", " });
                from = next;
                push(vm, &mut out, &key)?;
                out.push_str(": ");
                push(vm, &mut out, &item)?;
            }
            out.push('}');
        }
        Value::View(view) => {
            let name = match view.kind {
                ViewKind::Keys => "dict_keys",
                ViewKind::Values => "dict_values",
                ViewKind::Items => "dict_items",
            };
            let items = views::items(view);
            out.push_str(name);
            out.push('(');
            sequence(vm, &mut out, value, ["[", "]", "..."], |at| items.get(at).cloned())?;
            out.push(')');
        }
        Value::Range(range) => {
            out = match range.step {
                1 => format!("range({}, {})", range.start, range.stop),
                step => format!("range({}, {}, {step})", range.start, range.stop),
            };
        }
        Value::Slice(slice) => {
            out.push_str("slice(");
            push(vm, &mut out, &slice.start)?;
            out.push_str(", ");
            push(vm, &mut out, &slice.stop)?;
            out.push_str(", ");
            push(vm, &mut out, &slice.step)?;
            out.push(')');
        }
        Value::Object(object) => match &object.data {
            NativeData::Struct { fields, values } => {
                let class = &object.class;
                let module = class.dict.get_name(&vm.intern("__module__"));
                if let Some(module) = module.as_ref().and_then(Value::as_str) {
                    out.push_str(module);
                    out.push('.');
                }
                out.push_str(&class.name());
                out.push('(');
                for (at, (field, item)) in fields.iter().zip(values.iter()).enumerate() {
                    out.push_str(if at == 0 { "" } else { ", " });
                    out.push_str(field);
                    out.push('=');
                    push(vm, &mut out, item)?;
                }
                out.push(')');
            }
            NativeData::Deque(items) => {
                out.push_str(&class.name());
                out.push('(');
                let name = out.len();
                sequence(vm, &mut out, value, ["[", "]", ""], |at| items.at(at))?;
                if out.len() == name {
                    return Ok(Some("[...]".to_owned()));
                }
                if let Some(most) = items.most.get() {
                    out.push_str(&format!(", maxlen={most}"));
                }
                out.push(')');
            }
            _ => return alias::repr(vm, object),
        },
        _ => return Ok(None),
    }
    Ok(Some(out))
}

/// Appends the repr of an item.
fn push(vm: &mut Vm, out: &mut String, item: &Value) -> Result<(), Exc> {
    let before = out.len();
    match item {
        Value::Str(text) => text_repr::write_str_repr(out, text),
        Value::Float(number) => float::write_repr(out, *number),
        Value::Int(number) => {
            use std::fmt::Write;
            let written = write!(out, "{number}");
            debug_assert!(written.is_ok(), "writing to a string");
        }
        other => {
            let text = vm.repr(other)?;
            out.push_str(&text);
        }
    }
    // Nested containers that share their items can show much more than they hold.
    if out.len() >> 16 != before >> 16 {
        vm.charge(1 << 16)?;
    }
    Ok(())
}

fn sequence(
    vm: &mut Vm,
    out: &mut String,
    value: &Value,
    [open, close, recursive]: [&str; 3],
    item: impl Fn(usize) -> Option<Value>,
) -> Result<(), Exc> {
    let Some(_showing) = Showing::enter(value.address().unwrap_or(0)) else {
        out.push_str(recursive);
        return Ok(());
    };
    let _nested = Nested::enter(DEPTH)?;
    out.push_str(open);
    let mut at = 0;
    while let Some(item) = item(at) {
        out.push_str(if at == 0 { "" } else { ", " });
        push(vm, out, &item)?;
        at += 1;
    }
    out.push_str(close);
    Ok(())
}

fn set_repr(
    vm: &mut Vm,
    out: &mut String,
    value: &Value,
    keys: &crate::objects::Set,
    wrapper: Option<&str>,
) -> Result<(), Exc> {
    let name = wrapper.unwrap_or("set");
    if keys.is_empty() {
        out.push_str(name);
        out.push_str("()");
        return Ok(());
    }
    let items = set::keys(keys);
    let recursive = format!("{name}(...)");
    let show = |vm: &mut Vm, out: &mut String| {
        sequence(vm, out, value, ["{", "}", &recursive], |at| items.get(at).cloned())
    };
    if wrapper.is_none() {
        return show(vm, out);
    }
    out.push_str(name);
    out.push('(');
    show(vm, out)?;
    out.push(')');
    Ok(())
}

/// The repr of an object that has no other: `<module.Class object at 0x...>`.
#[must_use]
pub fn default(vm: &Vm, value: &Value) -> String {
    let class = vm.class_of(value);
    let address = value.address().unwrap_or(0);
    let module = class.dict.get_name(&crate::vm::types::intern("__module__"));
    let qualname = class.qualname.borrow();
    match module.as_ref().and_then(Value::as_str) {
        Some(module) if module != "builtins" => format!("<{module}.{qualname} object at {address:#x}>"),
        _ => format!("<{qualname} object at {address:#x}>"),
    }
}
