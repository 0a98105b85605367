//! The binding of arguments to parameters, and the TypeErrors of arguments that do not fit.

use std::rc::Rc;

use crate::objects::{Exc, Function, type_error};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::call::Keywords;
use crate::vm::frame::Frame;
use crate::vm::stack::Stack;

/// Puts the cells of a function's free variables into its last slots.
#[cfg_attr(page, optimize(speed))]
pub(crate) fn fill_closure(function: &Function, values: &mut [Value]) {
    let closure = function.closure.borrow();
    let slots = function.code.local_names.len();
    for (place, cell) in values[slots - closure.len()..slots].iter_mut().zip(closure.iter()) {
        *place = Value::Cell(cell.clone());
    }
}

/// Completes the arguments of a simple function of which not the exact number was given.
#[cold]
pub(crate) fn fill_defaults(function: &Function, values: &mut Stack) -> Result<(), Exc> {
    let wanted = usize::from(function.code.parameters.positional);
    let defaults = function.defaults.borrow();
    let given = values.len();
    if given > wanted {
        return Err(too_many(function, given, 0));
    }
    let first_default = wanted - defaults.len().min(wanted);
    if given < first_default {
        let missing: Vec<&str> =
            (given..first_default).map(|slot| function.code.local_names[slot].as_str()).collect();
        return Err(missing_arguments(function, "positional", &missing));
    }
    values.extend(defaults[given - first_default..].iter().cloned());
    values.pad(function.code.local_names.len());
    fill_closure(function, values);
    Ok(())
}

fn too_many(function: &Function, given: usize, keyword_only_given: usize) -> Exc {
    let parameters = &function.code.parameters;
    let most = usize::from(parameters.positional);
    let defaults = function.defaults.borrow().len();
    let (takes, plural) = match defaults {
        0 => (most.to_string(), most != 1),
        _ => (format!("from {} to {most}", most - defaults.min(most)), true),
    };
    let arguments = if plural { "arguments" } else { "argument" };
    let were = if given == 1 && keyword_only_given == 0 { "was" } else { "were" };
    let extra = if keyword_only_given == 0 {
        String::new()
    } else {
        let s = |n: usize| if n == 1 { "" } else { "s" };
        format!(
            " positional argument{} (and {keyword_only_given} keyword-only argument{})",
            s(given),
            s(keyword_only_given)
        )
    };
    let name = function.qualname.borrow();
    type_error(format!("{name}() takes {takes} positional {arguments} but {given}{extra} {were} given"))
}

fn missing_arguments(function: &Function, kind: &str, names: &[&str]) -> Exc {
    crate::native::missing_arguments(&function.qualname.borrow(), kind, names)
}

fn unexpected_keyword(function: &Function, name: &str) -> Exc {
    let parameters = &function.code.parameters;
    let callee = function.qualname.borrow();
    let names = &function.code.local_names;
    if names[..usize::from(parameters.positional_only)].iter().any(|n| n.as_str() == name) {
        return type_error(format!(
            "{callee}() got some positional-only arguments passed as keyword arguments: '{name}'"
        ));
    }
    let first = usize::from(parameters.positional_only);
    let last = usize::from(parameters.positional) + usize::from(parameters.keyword_only);
    let candidates = names[first..last].iter().map(|name| name.as_str());
    crate::native::unexpected_keyword(&callee, name, &candidates.collect::<Vec<_>>())
}

impl Vm {
    /// Binds arguments to parameters in a fresh frame.
    #[cfg_attr(page, optimize(speed))]
    pub(crate) fn bind(
        &mut self,
        function: &Rc<Function>,
        positional: Vec<Value>,
        keywords: Keywords,
    ) -> Result<Box<Frame>, Exc> {
        let mut frame = self.frame_from_pool();
        match self.bind_into(function, positional, keywords, &mut frame.values) {
            Ok(()) => {
                frame.function = Some(function.clone());
                Ok(frame)
            }
            Err(error) => {
                self.recycle(frame);
                Err(error)
            }
        }
    }

    fn bind_into(
        &mut self,
        function: &Rc<Function>,
        mut positional: Vec<Value>,
        keywords: Keywords,
        values: &mut Stack,
    ) -> Result<(), Exc> {
        let code = &function.code;
        let parameters = &code.parameters;
        let slots = code.local_names.len();
        let wanted = usize::from(parameters.positional);
        if positional.len() == wanted && keywords.is_empty() && code.is_simple() {
            values.reserve(slots + code.stack_size as usize);
            values.extend(positional);
            values.pad(slots);
            fill_closure(function, values);
            return Ok(());
        }
        let keyword_only = usize::from(parameters.keyword_only);
        values.reserve(slots + code.stack_size as usize);
        values.pad(slots);

        let given = positional.len();
        let extra = if given > wanted { positional.split_off(wanted) } else { Vec::new() };
        for (place, value) in values.iter_mut().zip(positional) {
            *place = value;
        }
        let mut unknown = Vec::new();
        for (name, value) in keywords {
            let Some(text) = name.as_str() else { return Err(type_error("keywords must be strings")) };
            let first = usize::from(parameters.positional_only);
            let found = (first..wanted + keyword_only).find(|slot| code.local_names[*slot].as_str() == text);
            match found {
                Some(slot) => {
                    if !values[slot].is_nothing() {
                        let function = function.qualname.borrow();
                        return Err(type_error(format!(
                            "{function}() got multiple values for argument '{text}'"
                        )));
                    }
                    values[slot] = value;
                }
                None if parameters.var_kwargs => unknown.push((name, value)),
                None => return Err(unexpected_keyword(function, text)),
            }
        }
        if !extra.is_empty() && !parameters.var_args {
            let keyword_only_given =
                values[wanted..wanted + keyword_only].iter().filter(|v| !v.is_nothing()).count();
            return Err(too_many(function, given, keyword_only_given));
        }
        {
            let defaults = function.defaults.borrow();
            let first_default = wanted - defaults.len().min(wanted);
            let missing: Vec<&str> = (given.min(wanted)..first_default)
                .filter(|slot| values[*slot].is_nothing())
                .map(|slot| code.local_names[slot].as_str())
                .collect();
            if !missing.is_empty() {
                return Err(missing_arguments(function, "positional", &missing));
            }
            for slot in given.max(first_default)..wanted {
                if values[slot].is_nothing() {
                    values[slot] = defaults[slot - first_default].clone();
                }
            }
        }
        if keyword_only > 0 {
            let defaults = function.kw_defaults.borrow().clone();
            let mut missing = Vec::new();
            for (place, name) in values.iter_mut().zip(&code.local_names).skip(wanted).take(keyword_only) {
                if place.is_nothing() {
                    match defaults.as_ref().and_then(|defaults| defaults.get_name(name)) {
                        Some(value) => *place = value,
                        None => missing.push(name.as_str()),
                    }
                }
            }
            if !missing.is_empty() {
                return Err(missing_arguments(function, "keyword-only", &missing));
            }
        }
        let mut slot = wanted + keyword_only;
        if parameters.var_args {
            values[slot] = Value::tuple(extra);
            slot += 1;
        }
        if parameters.var_kwargs {
            let dict = self.new_dict();
            for (name, value) in unknown {
                self.dict_set(&dict, name, value)?;
            }
            values[slot] = Value::Dict(dict);
        }
        fill_closure(function, values);
        Ok(())
    }
}
