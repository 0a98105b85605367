//! Advancing builtin iterators.

use std::rc::Rc;

use crate::objects::{Dict, Exc, Iter, IterState, Str, View, ViewKind, runtime_error, value_error};
use crate::value::Value;
use crate::vm::Vm;

fn part(kind: ViewKind, key: &Value, value: &Value) -> Value {
    match kind {
        ViewKind::Keys => key.clone(),
        ViewKind::Values => value.clone(),
        ViewKind::Items => Value::tuple(vec![key.clone(), value.clone()]),
    }
}

/// The next entry of a dict from a position on, checking that its size has not changed.
fn next_of_dict(dict: &Dict, at: &mut usize, len: &mut usize, kind: ViewKind) -> Result<Option<Value>, Exc> {
    if dict.len() != *len {
        *len = usize::MAX;
        return Err(runtime_error("dictionary changed size during iteration"));
    }
    let table = dict.table.borrow();
    Ok(table.next(*at).map(|(position, key, value)| {
        *at = position + 1;
        part(kind, key, value)
    }))
}

fn previous_of_dict(view: &View, at: &mut usize, len: &mut usize) -> Result<Option<Value>, Exc> {
    if view.dict.len() != *len {
        *len = usize::MAX;
        return Err(runtime_error("dictionary changed size during iteration"));
    }
    let table = view.dict.table.borrow();
    Ok(table.previous(*at).map(|(position, key, value)| {
        *at = position;
        part(view.kind, key, value)
    }))
}

impl Vm {
    /// The next item of a builtin iterator.
    #[cfg_attr(page, optimize(speed))]
    pub fn iter_next(&mut self, iter: &Iter) -> Result<Option<Value>, Exc> {
        self.iter_step(iter, 0)
    }

    #[cfg_attr(page, optimize(speed))]
    fn iter_step(&mut self, iter: &Iter, depth: u32) -> Result<Option<Value>, Exc> {
        // Each iterator inside another takes Rust stack.
        if depth > 100 {
            return Err(super::deliver::recursion_error());
        }
        // Iterators of iterators do not hold their borrow while they ask.
        enum Inner {
            Enumerate(Rc<Iter>, i64),
            Zip(Vec<Rc<Iter>>, bool),
        }
        let inner = {
            let mut state = iter.state.borrow_mut();
            let item = match &mut *state {
                IterState::Done => return Ok(None),
                IterState::List(list, at) => {
                    let item = list.items.borrow().get(*at).cloned();
                    *at += 1;
                    item
                }
                IterState::Tuple(items, at) => {
                    let item = items.get(*at).cloned();
                    *at += 1;
                    item
                }
                IterState::Str(text, at) => match text.as_str()[*at..].chars().next() {
                    Some(c) => {
                        *at += c.len_utf8();
                        Some(Value::Str(character(c)))
                    }
                    None => None,
                },
                IterState::Bytes(bytes, at) => {
                    let item = bytes.get(*at).map(|byte| Value::Int(i64::from(*byte)));
                    *at += 1;
                    item
                }
                IterState::Range(next, left, step) => {
                    if *left > 0 {
                        let item = *next;
                        *next = item.wrapping_add(*step);
                        *left -= 1;
                        Some(Value::Int(item))
                    } else {
                        None
                    }
                }
                IterState::View(view, at, len) => next_of_dict(&view.dict, at, len, view.kind)?,
                IterState::Dict(dict, at, len) => next_of_dict(dict, at, len, ViewKind::Keys)?,
                IterState::ReversedView(view, at, len) => previous_of_dict(view, at, len)?,
                IterState::Set(set, at, len) => {
                    if set.len() != *len {
                        *len = usize::MAX;
                        return Err(runtime_error("Set changed size during iteration"));
                    }
                    let table = set.table.borrow();
                    table.next(*at).map(|(position, _, key)| {
                        *at = position + 1;
                        key.clone()
                    })
                }
                IterState::ReversedList(list, left) => {
                    *left = (*left).min(list.items.borrow().len());
                    left.checked_sub(1).and_then(|at| {
                        *left = at;
                        list.items.borrow().get(at).cloned()
                    })
                }
                IterState::Deque(deque, at, changes, reversed) => {
                    if deque.changes.get() != *changes {
                        return Err(runtime_error("deque mutated during iteration"));
                    }
                    let index = if *reversed { at.checked_sub(1) } else { Some(*at) };
                    let item = index.and_then(|index| deque.at(index));
                    *at = if *reversed { index.unwrap_or(0) } else { *at + 1 };
                    item
                }
                IterState::Items(items, _) => items.next(),
                IterState::Enumerate(inner, count) => {
                    let inner = Inner::Enumerate(inner.clone(), *count);
                    *count += 1;
                    drop(state);
                    return match inner {
                        Inner::Enumerate(inner, count) => Ok(self
                            .iter_step(&inner, depth + 1)?
                            .map(|item| Value::tuple(vec![Value::Int(count), item]))),
                        Inner::Zip(..) => Ok(None),
                    };
                }
                IterState::Zip(inner, strict) => {
                    let inner = Inner::Zip(inner.clone(), *strict);
                    drop(state);
                    return match inner {
                        Inner::Zip(inner, strict) => self.zip_next(&inner, strict, depth + 1),
                        Inner::Enumerate(..) => Ok(None),
                    };
                }
            };
            match item {
                Some(item) => return Ok(Some(item)),
                None => std::mem::replace(&mut *state, IterState::Done),
            }
        };
        drop(inner);
        Ok(None)
    }

    fn zip_next(&mut self, inner: &[Rc<Iter>], strict: bool, depth: u32) -> Result<Option<Value>, Exc> {
        if inner.is_empty() {
            return Ok(None);
        }
        let mut items = Vec::with_capacity(inner.len());
        for (index, iter) in inner.iter().enumerate() {
            match self.iter_step(iter, depth)? {
                Some(item) => items.push(item),
                None if strict && index > 0 => {
                    let others =
                        if index == 1 { "argument 1".to_owned() } else { format!("arguments 1-{index}") };
                    return Err(value_error(format!(
                        "zip() argument {} is shorter than {others}",
                        index + 1
                    )));
                }
                None if strict => {
                    for (index, iter) in inner.iter().enumerate().skip(1) {
                        if self.iter_step(iter, depth)?.is_some() {
                            let others = if index == 1 {
                                "argument 1".to_owned()
                            } else {
                                format!("arguments 1-{index}")
                            };
                            return Err(value_error(format!(
                                "zip() argument {} is longer than {others}",
                                index + 1
                            )));
                        }
                    }
                    return Ok(None);
                }
                None => return Ok(None),
            }
        }
        Ok(Some(Value::tuple(items)))
    }
}

/// A string of one character; those of ASCII are shared.
fn character(c: char) -> Rc<Str> {
    if c.is_ascii() {
        crate::vm::intern(c.encode_utf8(&mut [0; 4]))
    } else {
        Str::new(&*c.encode_utf8(&mut [0; 4]))
    }
}
