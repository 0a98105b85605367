//! Calls and returns, as far as they are no single instruction's work: `callable self-or-nothing arg...` lies on the
//! caller's stack from `base` on, and is gone when these are done.

use std::rc::Rc;

use super::plain::{move_values, push_copy};
use crate::code::{CodeKind, Hint};
use crate::native::{Args, NativeBody};
use crate::objects::{Class, ClassKind, Dict, Exc, Instance, Str, runtime_error};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::frame::{Fiber, Frame, OnReturn, Stop};
use crate::vm::stack::Stack;

/// The most keywords of a call that is made without further ado.
const MOST_NAMES: usize = 8;

/// The place of an argument whose name no parameter has: it goes to `**kwargs`.
const UNKNOWN: usize = usize::MAX;

/// A hint's position is one in the builtins.
const BUILTIN: u32 = 1 << 31;

/// `callable self-or-nothing arguments [keywords] -- callable self-or-nothing arg...`: where the call begins now, and the
/// names of its last arguments.
#[inline(never)]
#[cfg_attr(page, optimize(speed))]
pub(super) fn spread(values: &mut Stack, has_keywords: bool) -> (usize, Vec<Value>) {
    let keywords = if has_keywords { values.pop() } else { None };
    let arguments = values.pop();
    let base = values.len() - 2;
    match arguments {
        // Nobody else has it: it was made for the call.
        Some(Value::List(list)) => values.extend(list.items.borrow_mut().drain(..)),
        Some(Value::Tuple(items)) => values.extend(items.iter().cloned()),
        _ => {}
    }
    let mut names = Vec::new();
    if let Some(Value::Dict(dict)) = keywords {
        for (name, value) in dict.entries() {
            names.push(name);
            values.push(value);
        }
    }
    (base, names)
}

/// What a call of a class of the engine is, where nothing else is to be asked.
#[inline]
pub(super) fn plain_constructor(class: &Class) -> Option<NativeBody> {
    let plain =
        class.builtin && !matches!(class.kind, ClassKind::Exception(_)) && class.metaclass.borrow().is_none();
    if plain { class.constructor.get() } else { None }
}

impl Vm {
    /// A frame for a call of a simple function, which is at `base`.
    #[inline]
    #[cfg_attr(page, optimize(speed))]
    pub(super) fn simple_frame(&mut self, values: &mut Stack, base: usize) -> Result<Box<Frame>, Exc> {
        let callable = std::mem::replace(&mut values[base], Value::Nothing);
        let Value::Function(callee) = callable else { return Err(runtime_error("not a function")) };
        let mut next = self.frame_from_pool();
        let code = &*callee.code;
        let slots = code.local_names.len();
        next.values.reserve(slots + code.stack_size as usize);
        let start = base + 1 + usize::from(values[base + 1].is_nothing());
        let given = values.len() - start;
        move_values(values, start, &mut next.values);
        // The callable has been taken, and no receiver is left.
        values.forget(values.len() - base);
        if given == usize::from(code.parameters.positional) {
            for _ in given..slots {
                next.values.push(Value::Nothing);
            }
            if code.free_count != 0 {
                crate::vm::binding::fill_closure(&callee, &mut next.values);
            }
        } else {
            crate::vm::binding::fill_defaults(&callee, &mut next.values)?;
        }
        next.function = Some(callee);
        Ok(next)
    }

    /// The top frame, which has nothing but its code, its place and its values, returns the last of these.
    #[inline(always)]
    pub(super) fn leave_bare_frame(&mut self, fiber: &mut Fiber) -> Result<Option<Stop>, Exc> {
        let Some(mut frame) = fiber.frames.pop() else { return Err(runtime_error("nothing to leave")) };
        if !frame.on_return.is_push() {
            let value = frame.values.pop().unwrap_or(Value::None);
            let then = std::mem::take(&mut frame.on_return);
            self.retire(fiber, frame);
            return match (then, value) {
                (OnReturn::Init(instance), Value::None) => self.hand_down(fiber, instance),
                (then @ (OnReturn::Binary(_) | OnReturn::Compare(_)), Value::NotImplemented) => {
                    self.deliver(fiber, then, Value::NotImplemented)
                }
                (OnReturn::Binary(_) | OnReturn::Compare(_), value) => self.hand_down(fiber, value),
                (then, value) => {
                    if self.has_dropped() {
                        self.tidy_below(fiber);
                    }
                    self.deliver(fiber, then, value)
                }
            };
        }
        match (frame.values.last(), fiber.frames.last_mut()) {
            (Some(&Value::Int(number)), Some(below)) => below.values.push(Value::Int(number)),
            (_, Some(below)) => {
                if let Some(value) = frame.values.pop() {
                    below.values.push(value);
                }
            }
            (_, None) => {
                let value = frame.values.pop().unwrap_or(Value::None);
                self.retire(fiber, frame);
                return self.hand_down(fiber, value);
            }
        }
        self.retire(fiber, frame);
        if self.has_dropped() {
            self.tidy_below(fiber);
        }
        Ok(None)
    }

    /// Gives the top frame what the one above it came to.
    #[cfg_attr(page, optimize(speed))]
    fn hand_down(&mut self, fiber: &mut Fiber, value: Value) -> Result<Option<Stop>, Exc> {
        if self.has_dropped() {
            self.tidy_below(fiber);
        }
        match fiber.frames.last_mut() {
            Some(below) => {
                below.values.push(value);
                Ok(None)
            }
            None => Ok(Some(Stop::Return(value))),
        }
    }

    /// A frame for a call of a function, a method, or a class that only makes an instance and calls `__init__`. None
    /// for everything else, and where the arguments do not fit. `names` are those of the last arguments.
    #[inline(never)]
    #[cfg_attr(page, optimize(speed))]
    pub(super) fn frame_for(
        &mut self,
        values: &mut Stack,
        base: usize,
        names: &[Value],
    ) -> Option<Box<Frame>> {
        if let (Value::Method(method), Value::Nothing) = (&values[base], &values[base + 1]) {
            let method = method.clone();
            values[base] = method.function.clone();
            values[base + 1] = method.receiver.clone();
        }
        match &values[base] {
            Value::Function(_) => self.bound_frame(values, base, names),
            Value::Class(_) => {
                let class = values[base].clone();
                let instance = self.plain_instance(values, base)?;
                let frame = self.bound_frame(values, base, names);
                match frame {
                    Some(mut frame) => {
                        frame.on_return = OnReturn::Init(instance);
                        Some(frame)
                    }
                    None => {
                        values[base] = class;
                        values[base + 1] = Value::Nothing;
                        None
                    }
                }
            }
            _ => None,
        }
    }

    /// A frame for a call of a function with arguments of every kind.
    #[cfg_attr(page, optimize(speed))]
    fn bound_frame(&mut self, values: &mut Stack, base: usize, names: &[Value]) -> Option<Box<Frame>> {
        let Value::Function(callee) = &values[base] else { return None };
        let receiver = usize::from(!values[base + 1].is_nothing());
        if names.is_empty()
            && callee.code.is_simple()
            && values.len() - base - 2 + receiver == usize::from(callee.code.parameters.positional)
        {
            return self.simple_frame(values, base).ok();
        }
        let callee = callee.clone();
        let (code, parameters) = (&*callee.code, &callee.code.parameters);
        let start = base + 1 + usize::from(values[base + 1].is_nothing());
        let first_keyword = values.len() - names.len();
        let given = first_keyword - start;
        let wanted = usize::from(parameters.positional);
        let named = wanted + usize::from(parameters.keyword_only);
        if (given > wanted && !parameters.var_args) || named > 64 || names.len() > MOST_NAMES {
            return None;
        }
        // A bit for each parameter that has its argument.
        let mut filled: u64 = (0..given.min(wanted)).fold(0, |filled, slot| filled | 1 << slot);
        let mut places = [0; MOST_NAMES];
        for (place, name) in places.iter_mut().zip(names) {
            let name = name.as_str()?;
            let first = usize::from(parameters.positional_only);
            match (first..named).find(|slot| code.local_names[*slot].as_str() == name) {
                Some(slot) if filled & 1 << slot != 0 => return None,
                Some(slot) => {
                    *place = slot;
                    filled |= 1 << slot;
                }
                None if parameters.var_kwargs => *place = UNKNOWN,
                None => return None,
            }
        }
        let defaults = callee.defaults.borrow();
        let first_default = wanted - defaults.len().min(wanted);
        let kw_defaults = callee.kw_defaults.borrow();
        let default = |slot: usize| match slot < wanted {
            true => defaults.get(slot.checked_sub(first_default)?).cloned(),
            false => kw_defaults.as_ref()?.get_name(&code.local_names[slot]),
        };
        let mut next = self.frame_from_pool();
        next.values.reserve(code.local_names.len() + code.stack_size as usize);
        next.values.extend((0..named).map(|slot| match filled & 1 << slot != 0 {
            true => Value::Nothing,
            false => default(slot).unwrap_or(Value::Nothing),
        }));
        if (0..named).any(|slot| filled & 1 << slot == 0 && next.values[slot].is_nothing()) {
            self.recycle(next);
            return None;
        }
        let take = |value: &mut Value| std::mem::replace(value, Value::Nothing);
        for (place, value) in next.values.iter_mut().zip(&mut values[start..start + given.min(wanted)]) {
            *place = take(value);
        }
        for (place, value) in places.iter().zip(&mut values[first_keyword..]) {
            if *place != UNKNOWN {
                next.values[*place] = take(value);
            }
        }
        if parameters.var_args {
            let extra = values[start + given.min(wanted)..first_keyword].iter_mut().map(take);
            next.values.push(Value::tuple(extra.collect()));
        }
        if parameters.var_kwargs {
            let dict = self.new_dict();
            for ((place, name), value) in places.iter().zip(names).zip(&mut values[first_keyword..]) {
                if let (&UNKNOWN, Value::Str(name)) = (place, name) {
                    dict.set_name(name, take(value));
                }
            }
            next.values.push(Value::Dict(dict));
        }
        next.values.pad(code.local_names.len());
        crate::vm::binding::fill_closure(&callee, &mut next.values);
        values.truncate(base);
        drop((defaults, kw_defaults));
        next.function = Some(callee);
        Some(next)
    }

    /// A new instance, if a class is called of which that is all there is to it but an `__init__`: this and the
    /// instance take the first two places of the call.
    fn plain_instance(&mut self, values: &mut [Value], base: usize) -> Option<Value> {
        let (Value::Class(class), Value::Nothing) = (&values[base], &values[base + 1]) else { return None };
        if class.abstract_methods.get() {
            return None;
        }
        if class.plain.get() != class.version.get() {
            if !self.makes_plain_instances(class) {
                return None;
            }
            class.plain.set(class.version.get());
        }
        let Some(Value::Function(init)) = self.lookup(class, &self.names.init) else { return None };
        let class = class.clone();
        let instance =
            Instance { class: class.into(), dict: self.new_dict(), base: None, on_drop: Default::default() };
        let instance = Value::Instance(Rc::new(instance));
        values[base] = Value::Function(init);
        values[base + 1] = instance.clone();
        Some(instance)
    }

    /// Whether calling a class makes a plain instance and calls an `__init__`.
    fn makes_plain_instances(&self, class: &Rc<Class>) -> bool {
        let derives_from_object = class
            .ancestors
            .borrow()
            .iter()
            .all(|ancestor| !ancestor.builtin || Rc::ptr_eq(ancestor, &self.types.object));
        !class.builtin
            && class.has_version()
            && class.kind == ClassKind::Instance
            && !class.finalizes.get()
            && class.metaclass.borrow().is_none()
            && derives_from_object
            && matches!(self.lookup(class, &self.names.new), None | Some(Value::Native(_)))
            && matches!(self.lookup(class, &self.names.init), Some(Value::Function(init)) if init.code.kind == CodeKind::Plain)
    }

    /// Asks for a call of whatever it is.
    #[inline(never)]
    pub(super) fn prepare_call(&mut self, values: &mut Stack, base: usize) -> Result<OnReturn, Exc> {
        let arguments = values.split_off(base + 2);
        let (receiver, callable) = (values.pop(), values.pop());
        let (Some(receiver), Some(callable)) = (receiver, callable) else {
            return Err(runtime_error("nothing to call"));
        };
        self.request_call(callable, receiver, arguments, Vec::new())?;
        Ok(OnReturn::Push)
    }

    /// A call with keywords; `Nothing` where a call was requested in its stead.
    #[inline(never)]
    pub(super) fn call_keywords(
        &mut self,
        values: &mut Stack,
        base: usize,
        names: &[Value],
    ) -> Result<Value, Exc> {
        let first_keyword = values.len() - names.len();
        if let Value::Native(native) = &values[base] {
            let body = native.body;
            let start = base + 1 + usize::from(values[base + 1].is_nothing());
            let args =
                Args { positional: &values[start..first_keyword], keywords: &values[first_keyword..], names };
            let result = body(self, args)?;
            values.truncate(base);
            return Ok(result);
        }
        let keywords = names.iter().cloned().zip(values.split_off(first_keyword)).collect();
        let arguments = values.split_off(base + 2);
        let (receiver, callable) = (values.pop(), values.pop());
        let (Some(receiver), Some(callable)) = (receiver, callable) else {
            return Err(runtime_error("nothing to call"));
        };
        self.request_call(callable, receiver, arguments, keywords)
    }

    /// Pushes a global or builtin that is not where the instruction looks first.
    #[inline(never)]
    #[cfg_attr(page, optimize(speed))]
    pub(super) fn load_global(
        &mut self,
        values: &mut Stack,
        globals: &Dict,
        name: &Rc<Str>,
        hint: &Hint,
    ) -> Result<(), Exc> {
        let generation = globals.table.borrow().generation();
        let position = hint.position.get();
        if position & BUILTIN != 0
            && hint.globals.get() == generation
            && let Some((Value::Str(key), value)) =
                self.builtins.table.borrow().at((position & !BUILTIN) as usize)
            && Rc::ptr_eq(key, name)
        {
            push_copy(values, value);
            return Ok(());
        }
        let value = match globals.get_hinted(name, &hint.position) {
            Some(value) => value,
            None => match self.builtins.position(name) {
                Some(position) => {
                    hint.position.set(position as u32 | BUILTIN);
                    hint.globals.set(generation);
                    self.builtins.get_name(name).ok_or_else(|| self.name_error(name))?
                }
                None => self.builtin(name)?,
            },
        };
        values.push(value);
        Ok(())
    }

    /// What a call `object.name(...)` calls, and whether with the object first; `Nothing` where a call was requested to
    /// find out.
    #[inline(never)]
    pub(super) fn method_or_attr(
        &mut self,
        object: &Value,
        name: &Rc<Str>,
        hint: &Hint,
    ) -> Result<(Value, bool), Exc> {
        match self.find_method(object, name) {
            Some(callable) => Ok((callable, true)),
            None => Ok((self.hinted_attr(object, name, hint)?, false)),
        }
    }
}
