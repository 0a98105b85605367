//! Instructions of names that are no plain locals, and rare ones of attributes, items and calls.
//!
//! `frame.pc` is past the instruction when it begins; one that has to wait for a call may be begun again.

use std::rc::Rc;

use super::Leave;
use super::plain::{unbound_cell, unbound_local};
use crate::objects::{Dict, Function};
use crate::op::{MakeFunction, Op};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::frame::{Frame, OnReturn};
use crate::vm::stack::Stack;

impl Vm {
    /// Carries out an instruction of names, or one that is rare.
    #[inline(never)]
    pub(super) fn name_op(
        &mut self,
        frame: &mut Frame,
        function: &Rc<Function>,
        op: Op,
    ) -> Result<(), Leave> {
        match op {
            Op::DeleteLocal(slot) => {
                let old = std::mem::replace(&mut frame.values[slot as usize], Value::Nothing);
                if old.is_nothing() {
                    return Err(Leave::Raise(unbound_local(&function.code, slot)));
                }
                self.let_go(function, frame, old);
            }
            Op::DeleteDeref(slot) => {
                let old = match &frame.values[slot as usize] {
                    Value::Cell(cell) => cell.value.replace(Value::Nothing),
                    _ => Value::Nothing,
                };
                if old.is_nothing() {
                    return Err(Leave::Raise(unbound_cell(&function.code, slot)));
                }
                self.let_go(function, frame, old);
            }
            Op::LoadClassDeref(slot) => {
                let name = &function.code.local_names[slot as usize];
                let found = self.class_name(frame, name)?;
                let value = match (found, &frame.values[slot as usize]) {
                    (Some(value), _) => value,
                    (None, Value::Cell(cell)) => cell.value.borrow().clone(),
                    _ => Value::Nothing,
                };
                if value.is_nothing() {
                    return Err(Leave::Raise(unbound_cell(&function.code, slot)));
                }
                frame.values.push(value);
            }
            Op::DeleteGlobal(index) => {
                let name = &function.code.names[index as usize];
                match function.globals.remove_name(name) {
                    Some(old) => self.let_go(function, frame, old),
                    None => return Err(Leave::Raise(self.name_error(name))),
                }
            }
            Op::LoadName(index) => {
                let name = &function.code.names[index as usize];
                let found = self.class_name(frame, name)?;
                let found = found.or_else(|| function.globals.get_name(name));
                let value = match found {
                    Some(value) => value,
                    None => self.builtin(name)?,
                };
                frame.values.push(value);
            }
            Op::LoadBuiltin(index) => {
                let value = self.builtin(&function.code.names[index as usize])?;
                frame.values.push(value);
            }
            Op::StoreName(index) => {
                let value = frame.pop()?;
                let name = &function.code.names[index as usize];
                match &frame.namespace {
                    Some(namespace) => match &namespace.mapping {
                        None => namespace.dict.set_name(name, value),
                        Some(mapping) => {
                            let key = Value::Str(name.clone());
                            if self.store_item(mapping, &key, value)?.is_nothing() {
                                return Err(Leave::Request(OnReturn::Discard));
                            }
                        }
                    },
                    None => function.globals.set_name(name, value),
                }
            }
            Op::DeleteName(index) => {
                let name = &function.code.names[index as usize];
                let namespace = frame.namespace.as_ref().map_or(&function.globals, |space| &space.dict);
                if namespace.remove_name(name).is_none() {
                    return Err(Leave::Raise(self.name_error(name)));
                }
            }
            Op::DeleteAttr(index) => {
                let object = frame.pop()?;
                let done = self.remove_attr(&object, &function.code.names[index as usize]);
                if let Value::Nothing = done? {
                    return Err(Leave::Request(OnReturn::Discard));
                }
            }
            Op::LoadSuperAttr(_) => {
                return Err(Leave::Raise(crate::objects::runtime_error("unknown instruction")));
            }
            Op::DeleteItem => {
                let key = frame.pop()?;
                let object = frame.pop()?;
                if let Value::Nothing = self.remove_item(&object, &key)? {
                    return Err(Leave::Request(OnReturn::Discard));
                }
            }
            Op::MakeFunction(flags) => {
                let made = self.make_function(function, flags, &mut frame.values);
                frame.values.push(made);
            }
            Op::LoadBuildClass => frame.values.push(self.build_class_function()),
            // The loop sends only these.
            _ => {}
        }
        Ok(())
    }

    /// `Op::MakeFunction`.
    #[cfg_attr(page, optimize(speed))]
    fn make_function(&mut self, outer: &Rc<Function>, flags: u8, values: &mut Stack) -> Value {
        let Some(Value::Code(code)) = values.pop() else { return Value::None };
        let mut closure = Vec::new();
        if flags & MakeFunction::CLOSURE != 0
            && let Some(Value::Tuple(cells)) = values.pop()
        {
            closure.extend(cells.iter().filter_map(|cell| match cell {
                Value::Cell(cell) => Some(cell.clone()),
                _ => None,
            }));
        }
        let mut dict = None;
        if flags & MakeFunction::ANNOTATIONS != 0
            && let Some(annotations) = values.pop()
        {
            let attributes = Rc::new(Dict::new());
            attributes.set_name(&self.names.annotations, annotations);
            dict = Some(attributes);
        }
        let mut kw_defaults = None;
        if flags & MakeFunction::KW_DEFAULTS != 0
            && let Some(Value::Dict(defaults)) = values.pop()
        {
            kw_defaults = Some(defaults);
        }
        let mut defaults = Vec::new();
        if flags & MakeFunction::DEFAULTS != 0
            && let Some(Value::Tuple(values)) = values.pop()
        {
            defaults = values.to_vec();
        }
        let function = Rc::new(Function {
            name: code.name.clone().into(),
            qualname: code.qualname.clone().into(),
            code,
            globals: outer.globals.clone(),
            closure: closure.into(),
            defaults: defaults.into(),
            kw_defaults: kw_defaults.into(),
            dict: None.into(),
            described: dict.into(),
        });
        self.heap.function(&function);
        Value::Function(function)
    }
}
