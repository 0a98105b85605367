//! Instructions that make and take apart containers and texts.
//!
//! `frame.pc` is past the instruction when it begins; one that has to wait for a call may be begun again.

use std::rc::Rc;

use super::Leave;
use crate::objects::{Exc, Function, Slice};
use crate::op::Op;
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::frame::{Frame, OnReturn};
use crate::vm::stack::Stack;

impl Vm {
    /// Carries out an instruction that makes or fills a container or a text of what is on the stack, and asks nobody.
    #[inline(never)]
    #[cfg_attr(page, optimize(speed))]
    pub(super) fn build(&mut self, values: &mut Stack, op: Op) -> Result<(), Exc> {
        let take = |values: &mut Stack| values.pop().unwrap_or(Value::None);
        match op {
            Op::BuildTuple(n) => {
                let items = values.split_off(values.len() - n as usize);
                values.push(Value::tuple(items));
            }
            Op::BuildList(n) => {
                let items = values.split_off(values.len() - n as usize);
                self.charge(64 + items.len() * 16)?;
                let list = self.new_list(items);
                values.push(list);
            }
            Op::BuildSet(n) => {
                let items = values.split_off(values.len() - n as usize);
                let set = self.new_set(crate::containers::SetTable::new());
                for item in items {
                    self.set_add(&set, item)?;
                }
                values.push(Value::Set(set));
            }
            Op::BuildMap(n) => {
                let items = values.split_off(values.len() - 2 * n as usize);
                self.charge(128 + items.len() * 24)?;
                let dict = self.new_dict();
                let mut items = items.into_iter();
                while let (Some(key), Some(value)) = (items.next(), items.next()) {
                    self.dict_set(&dict, key, value)?;
                }
                values.push(Value::Dict(dict));
            }
            Op::BuildString(n) => {
                let first = values.len() - n as usize;
                let parts = &values[first..];
                let len = parts.iter().filter_map(Value::as_str).map(str::len).sum();
                self.charge_text(len)?;
                let mut text = String::with_capacity(len);
                parts.iter().filter_map(Value::as_str).for_each(|part| text.push_str(part));
                values.truncate(first);
                values.push(Value::str(text));
            }
            Op::ListToTuple => {
                let list = take(values);
                let items = match &list {
                    // Nobody else has it: it was made for this.
                    Value::List(list) => list.items.take(),
                    _ => Vec::new(),
                };
                values.push(Value::tuple(items));
            }
            Op::SetAdd(depth) => {
                let item = take(values);
                let at = values.len() - depth as usize;
                if let Value::Set(set) = values[at].clone() {
                    self.set_add(&set, item)?;
                }
            }
            Op::MapAdd(depth) => {
                let value = take(values);
                let key = take(values);
                let at = values.len() - depth as usize;
                if let Value::Dict(dict) = values[at].clone() {
                    self.dict_set(&dict, key, value)?;
                }
            }
            Op::BuildSlice(n) => {
                let step = if n == 3 { take(values) } else { Value::None };
                let (stop, start) = (take(values), take(values));
                values.push(Value::Slice(Rc::new(Slice { start, stop, step })));
            }
            // The loop sends only these.
            _ => {}
        }
        Ok(())
    }

    /// `list ... items -- list ...` of a list or tuple of items; false of everything else, and nothing is done.
    #[cfg_attr(page, optimize(speed))]
    pub(super) fn extend_list(&mut self, values: &mut Stack, depth: usize) -> Result<bool, Exc> {
        let Some((items, below)) = values.split_last() else { return Ok(false) };
        let Value::List(list) = &below[below.len() - depth] else { return Ok(false) };
        match items {
            Value::Tuple(items) => {
                self.charge(items.len() * 16)?;
                list.items.borrow_mut().extend_from_slice(items);
            }
            Value::List(more) if !Rc::ptr_eq(list, more) => {
                self.charge(more.items.borrow().len() * 16)?;
                list.items.borrow_mut().extend_from_slice(&more.items.borrow());
            }
            _ => return Ok(false),
        }
        values.pop();
        Ok(true)
    }

    /// Carries out an instruction that fills or takes apart a container or a text.
    #[inline(never)]
    pub(super) fn build_op(
        &mut self,
        frame: &mut Frame,
        function: &Rc<Function>,
        op: Op,
    ) -> Result<(), Leave> {
        match op {
            Op::BuildConstantSet(n) => {
                let items = frame.values.split_off(frame.values.len() - n as usize);
                let set = self.new_set(crate::containers::SetTable::new());
                for item in items {
                    self.set_add(&set, item)?;
                }
                let merged = set.table.borrow().merged_copy();
                let merged = self.new_set(merged);
                frame.values.push(Value::Set(merged));
            }
            Op::ListExtend(depth) | Op::SetUpdate(depth) => {
                let iterable = frame.pop()?;
                let at = frame.values.len() - depth as usize;
                let target = frame.values[at].clone();
                match self.collect(&iterable)? {
                    Some(items) => match &target {
                        Value::List(list) => {
                            self.charge(items.len() * 16)?;
                            list.items.borrow_mut().extend(items);
                        }
                        Value::Set(set) => {
                            for item in items {
                                self.set_add(set, item)?;
                            }
                        }
                        _ => {}
                    },
                    None => {
                        // Made a list first; then the same instruction again.
                        let after_star = matches!(op, Op::ListExtend(_));
                        let alone =
                            matches!(function.code.ops.get(frame.pc), Some(Op::CallEx(_) | Op::ListToTuple))
                                && matches!(&target, Value::List(list) if list.items.borrow().is_empty())
                                && at >= 2;
                        let callable = if alone { Some(frame.values[at - 2].clone()) } else { None };
                        self.check_star(&iterable, after_star, callable.as_ref())?;
                        self.prelude("to_list", vec![iterable])?;
                        frame.pc -= 1;
                        return Err(Leave::Request(OnReturn::Push));
                    }
                }
            }
            Op::StarTuple => {
                let iterable = frame.pop()?;
                match self.collect(&iterable)? {
                    Some(items) => {
                        self.charge(items.len() * 16)?;
                        frame.values.push(Value::tuple(items));
                    }
                    None => {
                        let callable = frame.values[frame.values.len() - 2].clone();
                        self.check_star(&iterable, true, Some(&callable))?;
                        self.prelude("to_list", vec![iterable])?;
                        frame.pc -= 1;
                        return Err(Leave::Request(OnReturn::Push));
                    }
                }
            }
            Op::StarDict => {
                let mapping = frame.pop()?;
                let target = Value::Dict(self.new_dict());
                let callable = frame.values[frame.values.len() - 3].clone();
                if self.dict_merge(&target, &mapping, &callable)? {
                    frame.values.push(target);
                } else {
                    self.prelude("to_dict", vec![mapping])?;
                    frame.pc -= 1;
                    return Err(Leave::Request(OnReturn::Push));
                }
            }
            Op::DictUpdate(depth) => {
                let mapping = frame.pop()?;
                let at = frame.values.len() - depth as usize;
                let target = frame.values[at].clone();
                if !self.dict_update(&target, &mapping)? {
                    self.prelude("to_dict", vec![mapping])?;
                    frame.pc -= 1;
                    return Err(Leave::Request(OnReturn::Push));
                }
            }
            Op::DictMerge => {
                let mapping = frame.pop()?;
                let at = frame.values.len();
                let target = frame.values[at - 1].clone();
                let callable = frame.values[at - 4].clone();
                if !self.dict_merge(&target, &mapping, &callable)? {
                    self.prelude("to_dict", vec![mapping])?;
                    frame.pc -= 1;
                    return Err(Leave::Request(OnReturn::Push));
                }
            }
            Op::UnpackSequence(n) => {
                let sequence = frame.pop()?;
                let n = n as usize;
                match &sequence {
                    Value::Tuple(items) if items.len() == n => {
                        frame.values.extend(items.iter().rev().cloned());
                    }
                    Value::List(list) if list.items.borrow().len() == n => {
                        frame.values.extend(list.items.borrow().iter().rev().cloned());
                    }
                    _ => match self.unpack(&sequence, n)? {
                        Some(items) => frame.values.extend(items.into_iter().rev()),
                        None => {
                            self.prelude("unpack", vec![sequence, Value::from(n)])?;
                            frame.pc -= 1;
                            return Err(Leave::Request(OnReturn::Push));
                        }
                    },
                }
            }
            Op::UnpackEx { before, after } => {
                let sequence = frame.pop()?;
                match self.collect(&sequence)? {
                    Some(items) => {
                        let (before, after) = (usize::from(before), usize::from(after));
                        if items.len() < before + after {
                            return Err(Leave::Raise(crate::objects::value_error(format!(
                                "not enough values to unpack (expected at least {}, got {})",
                                before + after,
                                items.len()
                            ))));
                        }
                        let mut first = items;
                        let mut middle = first.split_off(before);
                        let last = middle.split_off(middle.len() - after);
                        frame.values.extend(last.into_iter().rev());
                        let middle = self.new_list(middle);
                        frame.values.push(middle);
                        frame.values.extend(first.into_iter().rev());
                    }
                    None => {
                        self.check_unpackable(&sequence)?;
                        self.prelude("to_list", vec![sequence])?;
                        frame.pc -= 1;
                        return Err(Leave::Request(OnReturn::Push));
                    }
                }
            }
            Op::FormatValue { conversion, spec } => {
                let spec = if spec { frame.pop()? } else { Value::Nothing };
                let value = frame.pop()?;
                if let (
                    Value::Str(_),
                    crate::op::Conversion::None | crate::op::Conversion::Str,
                    Value::Nothing,
                ) = (&value, conversion, &spec)
                {
                    frame.values.push(value);
                    return Ok(());
                }
                frame.answer(self.format_field(&value, conversion, &spec)?, OnReturn::Text("__format__"))?;
            }
            // The loop sends only these.
            _ => {}
        }
        Ok(())
    }
}
