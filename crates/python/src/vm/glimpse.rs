//! Values at a glance: pictures of a few words for whoever looks at a suspended frame.
//!
//! Made while a program runs and unknown to it: nothing here calls a method of the program, suspends, keeps a value or
//! shows an address. What is builtin looks as its repr, as far as it is short.

use std::fmt::Write as _;
use std::rc::Rc;

use loopscope_core::future::{Future, FutureState};
use loopscope_core::ids::CoroutineId;

use crate::asyncio::Py;
use crate::builtins::convert::as_int;
use crate::objects::{
    Class, Dict, ExcClass, Generator, GeneratorKind, GeneratorState, Instance, NativeData, NativeObject,
    Range, Str, ViewKind,
};
use crate::text::{float, int, repr as text_repr};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::frame::Frame;

/// How many variables of a frame are shown.
const MOST: usize = 12;

/// How long the picture of a value gets, about, in characters.
const LENGTH: usize = 60;

/// How many containers inside each other are shown.
const DEPTH: u32 = 3;

/// How many bits of a number are shown as digits.
const BITS: u64 = 200;

impl Vm {
    /// Tells the instrument of the variables of frames that are about to be suspended.
    pub(crate) fn tell_locals(&self, frames: &[Box<Frame>]) {
        if !self.tells_locals() {
            return;
        }
        for frame in frames {
            self.tell_frame(frame, frame.owner.as_deref());
        }
    }

    /// The same for a coroutine that was run without a fiber of its own, and is suspended.
    pub(crate) fn tell_suspended(&self, generator: &Generator) {
        if !self.tells_locals() {
            return;
        }
        match &*generator.state.borrow() {
            GeneratorState::Single(frame) => self.tell_frame(frame, Some(generator)),
            GeneratorState::Suspended(frames) => {
                for (depth, frame) in frames.iter().enumerate() {
                    let owner = if depth == 0 { Some(generator) } else { frame.owner.as_deref() };
                    self.tell_frame(frame, owner);
                }
            }
            _ => {}
        }
    }

    fn tell_frame(&self, frame: &Frame, owner: Option<&Generator>) {
        let (Some(owner), Some(function)) = (owner, &frame.function) else { return };
        let source = &function.code.source;
        if owner.id != 0 && !source.hidden && !source.generated {
            let slots = function.code.local_names.iter().zip(frame.values.iter());
            self.tell_variables(Some(CoroutineId(owner.id)), slots);
        }
    }

    /// Tells it of the program's globals that are data.
    pub(crate) fn tell_globals(&self) {
        if !self.tells_locals() {
            return;
        }
        let table = self.main.dict.table.borrow();
        let data = table.iter().filter_map(|(name, value)| match name {
            Value::Str(name) if !name.starts_with("__") && self.is_data(value) => Some((name, value)),
            _ => None,
        });
        self.tell_variables(None, data);
    }

    fn tells_locals(&self) -> bool {
        self.instrument.as_ref().is_some_and(|instrument| instrument.wants_locals())
    }

    fn tell_variables<'a>(
        &self,
        coroutine: Option<CoroutineId>,
        variables: impl Iterator<Item = (&'a Rc<Str>, &'a Value)>,
    ) {
        // As much as frames mostly take.
        let mut text = String::with_capacity(256);
        let mut ends: [(&str, usize); MOST] = [("", 0); MOST];
        let mut count = 0;
        // What the compiler named is no variable of the program's.
        let own = variables.filter(|(name, _)| !name.starts_with('.') && name.as_str() != "__class__");
        for (name, value) in own {
            let Some(place) = ends.get_mut(count) else { break };
            let before = text.len();
            let mut glimpse = Glimpse { vm: self, end: before + LENGTH, out: &mut text };
            glimpse.value(value, DEPTH);
            if text.len() > before {
                *place = (name.as_str(), text.len());
                count += 1;
            }
        }
        let mut pairs = [("", ""); MOST];
        let mut begin = 0;
        for (pair, (name, end)) in pairs.iter_mut().zip(ends) {
            *pair = (name, text.get(begin..end).unwrap_or(""));
            begin = end;
        }
        if let Some(instrument) = &self.instrument {
            instrument.locals(self.clock.now(), coroutine, &pairs[..count]);
        }
    }

    /// Whether a global is a value that the program works on, rather than a part of the program.
    fn is_data(&self, value: &Value) -> bool {
        let class = match value {
            Value::Module(_)
            | Value::Function(_)
            | Value::Native(_)
            | Value::Method(_)
            | Value::Class(_)
            | Value::Nothing => return false,
            Value::Instance(instance) => instance.class.borrow().clone(),
            Value::Object(object) => object.class.clone(),
            _ => return true,
        };
        // Names for annotations are none.
        let module = class.dict.get_name(&self.names.module);
        module.as_ref().and_then(Value::as_str) != Some("typing")
            && !matches!(class.name().as_str(), "GenericAlias" | "UnionType")
    }
}

/// A picture that is being made.
struct Glimpse<'v> {
    vm: &'v Vm,
    out: &'v mut String,
    /// Where it is long enough.
    end: usize,
}

impl Glimpse<'_> {
    fn add(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// Text in three parts: `<class 'name'>`.
    fn about(&mut self, before: &str, name: &str, after: &str) {
        self.add(before);
        self.quoted(name, false);
        self.add(after);
    }

    /// A string, or the beginning of a long one; what is not quoted is a name.
    fn quoted(&mut self, text: &str, quotes: bool) {
        let room = (self.end.saturating_sub(self.out.len())).max(12);
        match text.char_indices().nth(room) {
            None if quotes => text_repr::write_str_repr(self.out, text),
            None => self.add(text),
            Some((cut, _)) => {
                let start = text.get(..cut).unwrap_or("");
                match quotes {
                    true => text_repr::write_str_repr(self.out, start),
                    false => self.add(start),
                }
                let quote = if quotes { self.out.pop() } else { None };
                self.out.push('…');
                self.out.extend(quote);
            }
        }
    }

    /// The picture of a value; nothing for an empty place.
    fn value(&mut self, value: &Value, depth: u32) {
        match value {
            Value::Nothing => {}
            Value::None => self.add("None"),
            Value::NotImplemented => self.add("NotImplemented"),
            Value::Ellipsis => self.add("Ellipsis"),
            Value::Bool(flag) => self.add(if *flag { "True" } else { "False" }),
            Value::Float(number) => float::write_repr(self.out, *number),
            Value::Int(number) => self.number(*number),
            Value::BigInt(number) if number.bits() > BITS => {
                self.add("<int of ");
                self.number(number.bits() as i64);
                self.add(" bits>");
            }
            Value::BigInt(_) => {
                if let Some(number) = as_int(value) {
                    let written = int::write_decimal(self.out, number);
                    debug_assert!(written.is_ok(), "so many digits are allowed");
                }
            }
            Value::Str(text) => self.quoted(text, true),
            Value::Bytes(data) => {
                let shown = text_repr::bytes_repr(data.get(..LENGTH).unwrap_or(data));
                self.add(&shown);
                if data.len() > LENGTH {
                    self.out.pop();
                    self.add("…'");
                }
            }
            Value::List(list) => self.items("[", list.items.borrow().iter(), "]", depth),
            Value::Tuple(items) => {
                let end = if items.len() == 1 { ",)" } else { ")" };
                self.items("(", items.iter(), end, depth);
            }
            Value::Set(set) if set.is_empty() => self.add("set()"),
            Value::FrozenSet(set) if set.is_empty() => self.add("frozenset()"),
            Value::Set(set) => self.items("{", set.table.borrow().iter(), "}", depth),
            Value::FrozenSet(set) => self.items("frozenset({", set.table.borrow().iter(), "})", depth),
            Value::Dict(dict) => self.entries("{", dict, "}", depth),
            Value::View(view) => {
                let table = view.dict.table.borrow();
                match view.kind {
                    ViewKind::Keys => self.items("dict_keys([", table.iter().map(|it| it.0), "])", depth),
                    ViewKind::Values => self.items("dict_values([", table.iter().map(|it| it.1), "])", depth),
                    ViewKind::Items => {
                        self.between(
                            ("dict_items([", "])"),
                            table.iter(),
                            depth,
                            |this, (key, value), depth| {
                                this.items("(", [key, value].into_iter(), ")", depth);
                            },
                        );
                    }
                }
            }
            Value::Range(range) => self.range(range),
            Value::Slice(slice) => {
                let parts = [&slice.start, &slice.stop, &slice.step];
                self.items("slice(", parts.into_iter(), ")", depth);
            }
            Value::Function(function) => self.about("<function ", &function.name.borrow(), ">"),
            Value::Native(native) => self.about("<built-in function ", native.name, ">"),
            Value::Method(method) => match &method.function {
                Value::Function(function) => {
                    self.about("<bound method ", &function.qualname.borrow(), ">");
                }
                Value::Native(native) => self.about("<built-in method ", native.name, ">"),
                _ => self.add("<bound method>"),
            },
            Value::Class(class) => self.about("<class '", &class.qualname.borrow(), "'>"),
            Value::Module(module) => self.about("<module '", &module.name, "'>"),
            Value::Generator(generator) => match generator.kind {
                GeneratorKind::Generator => self.about("<generator ", &generator.qualname.borrow(), ">"),
                GeneratorKind::Coroutine => self.about("<coroutine ", &generator.qualname.borrow(), ">"),
                GeneratorKind::AsyncGenerator => {
                    self.about("<async_generator ", &generator.qualname.borrow(), ">");
                }
                GeneratorKind::Builtin(name) => self.about("<", name, " object>"),
            },
            Value::Exception(exception) => {
                if let ExcClass::User(class) = &exception.class
                    && self.has_own_repr(class)
                {
                    return self.object(class);
                }
                let name = self.vm.class_of(value).name();
                self.quoted(&name, false);
                self.items("(", exception.args.borrow().iter(), ")", depth);
            }
            Value::Instance(instance) => self.instance(instance, depth),
            Value::Object(object) => match &object.data {
                NativeData::Future(future) => self.future(future),
                NativeData::Deque(deque) => self.items("deque([", deque.items.borrow().iter(), "])", depth),
                NativeData::Struct { fields, values } => {
                    let name = object.class.name();
                    self.fields(&name, fields.iter().copied().zip(values.iter()), depth);
                }
                _ => self.object(&object.class),
            },
            Value::Cell(cell) => self.value(&cell.value.borrow(), depth),
            Value::Iter(_) | Value::Code(_) => self.object(&self.vm.class_of(value)),
        }
    }

    fn number(&mut self, number: i64) {
        if let Ok(digit @ 0..=9) = u8::try_from(number) {
            return self.out.push(char::from(b'0' + digit));
        }
        let written = write!(self.out, "{number}");
        debug_assert!(written.is_ok(), "writing to a string");
    }

    fn range(&mut self, range: &Range) {
        self.add("range(");
        self.number(range.start);
        self.add(", ");
        self.number(range.stop);
        if range.step != 1 {
            self.add(", ");
            self.number(range.step);
        }
        self.add(")");
    }

    /// What lies between two parts, as far as there is room.
    fn between<T>(
        &mut self,
        (before, after): (&str, &str),
        items: impl Iterator<Item = T>,
        depth: u32,
        mut show: impl FnMut(&mut Self, T, u32),
    ) {
        self.add(before);
        for (at, item) in items.enumerate() {
            if at > 0 {
                self.add(", ");
            }
            if depth == 0 || self.out.len() + after.len() >= self.end {
                self.add("…");
                break;
            }
            show(self, item, depth - 1);
        }
        self.add(after);
    }

    fn items<'a>(&mut self, before: &str, items: impl Iterator<Item = &'a Value>, after: &str, depth: u32) {
        self.between((before, after), items, depth, |this, item, depth| this.value(item, depth));
    }

    fn entries(&mut self, before: &str, dict: &Dict, after: &str, depth: u32) {
        let table = dict.table.borrow();
        self.between((before, after), table.iter(), depth, |this, (key, value), depth| {
            this.value(key, depth);
            this.add(": ");
            this.value(value, depth);
        });
    }

    fn fields<'a>(&mut self, name: &str, fields: impl Iterator<Item = (&'a str, &'a Value)>, depth: u32) {
        self.quoted(name, false);
        self.between(("(", ")"), fields, depth, |this, (name, value), depth| {
            this.quoted(name, false);
            this.add("=");
            this.value(value, depth);
        });
    }

    fn object(&mut self, class: &Class) {
        self.about("<", &class.name(), " object>");
    }

    /// Whether the program says itself how instances of a class look.
    fn has_own_repr(&self, class: &Rc<Class>) -> bool {
        match self.vm.lookup(class, &self.vm.names.repr) {
            Some(Value::Function(function)) => !function.code.source.hidden,
            Some(Value::Native(_)) | None => false,
            Some(_) => true,
        }
    }

    /// An instance of a class written in Python: of the program, or of the engine's own library, whose reprs are known.
    fn instance(&mut self, instance: &Instance, depth: u32) {
        let class = instance.class.borrow().clone();
        let Some(Value::Function(shows)) = self.vm.lookup(&class, &self.vm.names.repr) else {
            // No `__repr__` but that of what it holds.
            return match &instance.base {
                Some(Value::Object(object)) if matches!(object.data, NativeData::Any(_)) => {
                    self.object(&class);
                }
                Some(base) if !self.has_own_repr(&class) => self.value(base, depth),
                _ => self.object(&class),
            };
        };
        if !shows.code.source.hidden {
            return self.object(&class);
        }
        if let Some(Value::Object(object)) = &instance.base {
            return self.library_object(&class, object, depth);
        }
        let names = &self.vm.names;
        let member =
            instance.dict.get_name(&names.member_name).zip(instance.dict.get_name(&names.member_value));
        if let Some((Value::Str(name), value)) = member {
            // A member of an enumeration.
            self.about("<", &class.name(), ".");
            self.about("", &name, ": ");
            self.value(&value, depth.min(1));
            return self.add(">");
        }
        if let Some(Value::Dict(fields)) = self.vm.lookup(&class, &names.dataclass_fields) {
            let fields = fields.entries();
            let shown = |field: &Value| match field {
                Value::Instance(field) => {
                    matches!(field.dict.get_name(&crate::vm::intern("repr")), Some(Value::Bool(true)))
                }
                _ => false,
            };
            let values: Vec<(Rc<Str>, Value)> = fields
                .into_iter()
                .filter_map(|(name, field)| match name {
                    Value::Str(name) if shown(&field) => instance.dict.get_name(&name).map(|it| (name, it)),
                    _ => None,
                })
                .collect();
            let name = class.qualname.borrow().clone();
            return self.fields(&name, values.iter().map(|(name, value)| (name.as_str(), value)), depth);
        }
        match (&instance.base, self.vm.lookup(&class, &names.fields)) {
            (Some(Value::Tuple(values)), Some(Value::Tuple(names))) => {
                let names = names.iter().map(|name| name.as_str().unwrap_or(""));
                self.fields(&class.name(), names.zip(values.iter()), depth);
            }
            // Counter, OrderedDict, defaultdict and the like.
            (Some(base), _) => {
                self.about("", &class.name(), "(");
                self.value(base, depth);
                self.add(")");
            }
            (None, _) => self.object(&class),
        }
    }

    /// An instance of one of the library's classes over native bases: locks and the like by their state, queues by what
    /// is in them.
    fn library_object(&mut self, class: &Class, object: &NativeObject, depth: u32) {
        if let NativeData::Future(future) = &object.data {
            return self.future(future);
        }
        if let Some(state) = crate::asyncio::state_at_a_glance(object) {
            self.about("<", &class.name(), " ");
            self.about("", &state, ">");
        } else if let Some(items) = crate::asyncio::queued(object) {
            self.about("<", &class.name(), "");
            self.items(" [", items.iter(), "]>", depth);
        } else {
            self.object(class);
        }
    }

    /// A future by its state, a task by its name too.
    fn future(&mut self, future: &Future<Py>) {
        match future.as_task() {
            Some(task) => self.about("<Task ", &task.name(), ""),
            None if future.is_gather() => self.add("<gather"),
            None => self.add("<Future"),
        }
        self.add(match (future.state(), future.peek()) {
            (FutureState::Pending, _) => " pending>",
            (FutureState::Cancelled, _) => " cancelled>",
            (FutureState::Finished, Some(Err(_))) => " failed>",
            (FutureState::Finished, _) => " done>",
        });
    }
}
