//! Attributes as instructions ask for them: each remembers where it found its name.
//!
//! The version of a class stands for what it and its ancestors hold. As long as it is the same, a name is in the same
//! place, and whether hooks or descriptors have a say does not change. What is remembered is a place, never a
//! value: it keeps nothing alive. An instance's own dict has to be looked into each time.

use std::rc::Rc;

use super::{bound, has_own_attributes};
use crate::code::Hint;
use crate::native::{Binding, NativeResult};
use crate::objects::{Class, NativeData, Str};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::frame::OnReturn;

/// A place is a number of classes up the order, and a position in that class's dict.
const POSITION_BITS: u32 = 20;
const FARTHEST: usize = 0xFFE;
/// The place of what no class has.
const NOWHERE: u32 = u32::MAX;
/// Added to the version of a class of which the place holds a property: that goes before what an instance holds itself, and
/// nothing else is to look there.
const PROPERTY: u32 = 1 << 31;

/// Where a class or one of its ancestors has a name; None if that cannot be put into a place.
fn place_of(class: &Class, name: &Str) -> Option<u32> {
    let place = |depth: usize, position: usize| {
        (depth <= FARTHEST && position < 1 << POSITION_BITS)
            .then_some((depth as u32) << POSITION_BITS | position as u32)
    };
    if let Some(position) = class.dict.position(name) {
        return place(0, position);
    }
    for (above, ancestor) in class.ancestors.borrow().iter().enumerate() {
        if let Some(position) = ancestor.dict.position(name) {
            return place(above + 1, position);
        }
    }
    Some(NOWHERE)
}

/// What is in a place.
#[inline]
#[cfg_attr(page, optimize(speed))]
fn at_place(class: &Class, place: u32, name: &Rc<Str>) -> Option<Value> {
    let position = place & ((1 << POSITION_BITS) - 1);
    match (place >> POSITION_BITS).checked_sub(1) {
        None => class.dict.named_at(position, name),
        Some(above) => class.ancestors.borrow().get(above as usize)?.dict.named_at(position, name),
    }
}

/// Puts the method that is in a place of a class into `to`: a function that is called with the object first. False
/// if there is none.
#[inline]
#[cfg_attr(page, optimize(speed))]
fn put_method(to: &mut Value, class: &Class, place: u32, name: &Rc<Str>) -> bool {
    let position = place & ((1 << POSITION_BITS) - 1);
    let mut put = |class: &Class| match class.dict.table.borrow().at(position as usize) {
        Some((Value::Str(key), found)) if Rc::ptr_eq(key, name) => {
            match found {
                Value::Function(function) => *to = Value::Function(Rc::clone(function)),
                Value::Native(native) if native.binding == Binding::Method => {
                    *to = Value::Native(Rc::clone(native));
                }
                _ => return false,
            }
            true
        }
        _ => false,
    };
    match (place >> POSITION_BITS).checked_sub(1) {
        None => put(class),
        Some(above) => class.ancestors.borrow().get(above as usize).is_some_and(|class| put(class)),
    }
}

/// What reads a property that is in a place, if that is a function.
fn getter(class: &Class, place: u32, name: &Rc<Str>) -> Option<Value> {
    let Some(Value::Object(object)) = at_place(class, place, name) else { return None };
    match &object.data {
        NativeData::Property { get: get @ Value::Function(_), .. } => Some(get.clone()),
        _ => None,
    }
}

/// Whether it is the same to all who find it in a class.
fn is_plain(value: &Value) -> bool {
    !matches!(
        value,
        Value::Function(_) | Value::Native(_) | Value::Object(_) | Value::Instance(_) | Value::Class(_)
    )
}

impl Vm {
    /// `object.name` where that is an instance which has it itself.
    #[inline]
    #[cfg_attr(page, optimize(speed))]
    pub(crate) fn own_attr(object: &Value, name: &Rc<Str>, hint: &Hint) -> Option<Value> {
        match object {
            Value::Instance(instance) if instance.class.borrow().version.get() == hint.version.get() => {
                instance.dict.named_at(hint.position.get(), name)
            }
            _ => None,
        }
    }

    /// `object.name`, which [`Vm::own_attr`] did not find.
    #[inline(never)]
    pub(crate) fn hinted_attr(&mut self, object: &Value, name: &Rc<Str>, hint: &Hint) -> NativeResult {
        match object {
            Value::Instance(instance) => {
                let class = instance.class.borrow();
                if class.version.get() | PROPERTY == hint.version.get() {
                    if let Some(getter) = getter(&class, hint.place.get(), name) {
                        return self.request_then(getter, &[object], OnReturn::Push);
                    }
                } else if self.remembers(&class, name, hint) {
                    if let Some(value) = instance.dict.get_hinted(name, &hint.position) {
                        return Ok(value);
                    }
                    match at_place(&class, hint.place.get(), name) {
                        Some(method @ Value::Function(_)) => return Ok(bound(method, object.clone())),
                        Some(value) if is_plain(&value) => return Ok(value),
                        _ => {}
                    }
                }
            }
            Value::Module(module) => {
                if let Some(value) = module.dict.get_hinted(name, &hint.position) {
                    return Ok(value);
                }
            }
            _ => {}
        }
        self.load_attr(object, name)
    }

    /// Puts the method that a call `object.name(...)` would call with the object first into `to`; false if it is not that
    /// simple.
    #[inline]
    #[cfg_attr(page, optimize(speed))]
    pub(crate) fn put_hinted_method(
        &self,
        to: &mut Value,
        object: &Value,
        name: &Rc<Str>,
        hint: &Hint,
    ) -> bool {
        match object {
            Value::Instance(instance) => {
                let class = instance.class.borrow();
                self.remembers(&class, name, hint)
                    && !instance.dict.has_name(name)
                    && put_method(to, &class, hint.place.get(), name)
            }
            other => self.class_of_plain(other).is_some_and(|class| {
                self.remembers(class, name, hint) && put_method(to, class, hint.place.get(), name)
            }),
        }
    }

    /// The class of a value that has no attributes of its own, for the most common of them.
    #[inline]
    fn class_of_plain<'a>(&'a self, value: &'a Value) -> Option<&'a Rc<Class>> {
        let types = &self.types;
        Some(match value {
            Value::Str(_) => &types.str_,
            Value::List(_) => &types.list,
            Value::Dict(_) => &types.dict,
            Value::Tuple(_) => &types.tuple,
            Value::Set(_) => &types.set,
            Value::Object(object) if !has_own_attributes(object) => &object.class,
            _ => return None,
        })
    }

    /// Whether what the hint says is about the class as it is: it is made so if that is possible.
    #[inline]
    #[cfg_attr(page, optimize(speed))]
    fn remembers(&self, class: &Rc<Class>, name: &Rc<Str>, hint: &Hint) -> bool {
        class.version.get() == hint.version.get() || self.remember(class, name, hint)
    }

    #[cold]
    fn remember(&self, class: &Rc<Class>, name: &Rc<Str>, hint: &Hint) -> bool {
        if !class.has_version()
            || !matches!(self.lookup(class, &self.names.getattribute), None | Some(Value::Native(_)))
        {
            return false;
        }
        let Some(place) = place_of(class, name) else { return false };
        // What a descriptor does depends on its own class as well.
        let descriptor = match at_place(class, place, name) {
            Some(Value::Native(native)) => native.binding == Binding::Property,
            Some(Value::Object(_) | Value::Instance(_)) => true,
            Some(_) => false,
            None => place != NOWHERE,
        };
        if !descriptor {
            hint.version.set(class.version.get());
            hint.place.set(place);
        } else if getter(class, place, name).is_some() && self.lookup(class, &self.names.getattr).is_none() {
            hint.version.set(class.version.get() | PROPERTY);
            hint.place.set(place);
        }
        !descriptor
    }

    /// `object.name = value` where nobody has a say in it; else the value is given back.
    #[inline]
    #[cfg_attr(page, optimize(speed))]
    pub(crate) fn set_own_attr(
        object: &Value,
        name: &Rc<Str>,
        hint: &Hint,
        value: Value,
    ) -> Result<(), Value> {
        match object {
            Value::Instance(instance) if instance.class.borrow().version.get() == hint.stores.get() => {
                instance.dict.set_hinted(name, &hint.position, value);
                Ok(())
            }
            _ => Err(value),
        }
    }

    /// `object.name = value`, which [`Vm::set_own_attr`] could not do.
    #[inline(never)]
    pub(crate) fn set_hinted_attr(
        &mut self,
        object: &Value,
        name: &Rc<Str>,
        hint: &Hint,
        value: Value,
    ) -> NativeResult {
        if let Value::Instance(instance) = object {
            let class = instance.class.borrow();
            if self.stores_plainly(&class, name) {
                hint.stores.set(class.version.get());
            }
        }
        self.store_attr(object, name, value)
    }
}
