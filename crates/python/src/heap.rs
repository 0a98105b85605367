//! Freeing what a run has made: deep structures without deep recursion, and cycles at the end.

use std::rc::{Rc, Weak};

use rustc_hash::FxHashSet;

use loopscope_core::future::{Future, WeakFuture};
use loopscope_core::release::release;

use crate::asyncio::{Py, as_future};
use crate::containers::OrderedTable;
use crate::objects::{self, Class, Dict, Exception, Function, Generator, GeneratorState, List, Set};
use crate::value::Value;

/// The items of a list or tuple: they go away from the last to the first, as CPython's do.
struct Backwards(Vec<Value>);

impl Drop for Backwards {
    fn drop(&mut self) {
        while let Some(item) = self.0.pop() {
            drop(item);
        }
    }
}

/// Drops the items of a list or tuple that is going away.
#[cfg_attr(page, optimize(speed))]
pub(crate) fn drop_backwards(items: Vec<Value>) {
    if !items.iter().all(is_flat) {
        release(Backwards(items));
    }
}

/// Drops one value that an object going away held.
#[cfg_attr(page, optimize(speed))]
pub(crate) fn drop_value(value: Value) {
    if !is_flat(&value) {
        release(value);
    }
}

/// Whether dropping a value does nothing.
#[inline(always)]
pub(crate) fn is_inline(value: &Value) -> bool {
    matches!(value, Value::Nothing | Value::Int(_) | Value::Float(_) | Value::None | Value::Bool(_))
}

/// Whether dropping a value can drop no other.
pub(crate) fn is_flat(value: &Value) -> bool {
    is_inline(value) || matches!(value, Value::Str(_))
}

/// Drops the entries of a dict that is going away.
#[cfg_attr(page, optimize(speed))]
pub(crate) fn drop_table(table: OrderedTable<Value, Value>) {
    if !table.is_empty() {
        release(table);
    }
}

/// Everything of a run that may be part of a cycle, known weakly; cleared when the run ends.
#[derive(Default)]
pub(crate) struct Heap {
    members: Vec<Member>,
    /// At this many members those that are gone are forgotten.
    purge_at: usize,
}

/// Knows weakly what a run has made: tells whether the end of the run has freed it.
pub struct Probe(Vec<Member>);

impl Probe {
    /// How many of its objects are still there.
    #[must_use]
    #[cfg_attr(page, optimize(speed))]
    pub fn alive(&self) -> usize {
        self.0.iter().filter(|member| member.alive()).count()
    }
}

#[derive(Clone)]
enum Member {
    Future(WeakFuture<Py>),
    List(Weak<List>),
    Dict(Weak<Dict>),
    Set(Weak<Set>),
    Cell(Weak<objects::Cell>),
    Function(Weak<Function>),
    Class(Weak<Class>),
    Generator(Weak<Generator>),
    Exception(Weak<Exception>),
    Store(Weak<dyn Store>),
}

/// What a module keeps values in that is none of the types above.
pub(crate) trait Store {
    /// The bytes it holds itself, about.
    fn size(&self) -> usize;
    /// Visits every value.
    fn each(&self, visit: &mut dyn FnMut(&Value));
    /// Drops every value.
    fn clear(&self);
}

/// The bytes of a large string, or of those in a tuple.
fn text_size(value: &Value, seen: &mut FxHashSet<usize>, depth: u32) -> usize {
    let size = match value {
        Value::Str(text) => text.len(),
        Value::Bytes(bytes) => bytes.len(),
        Value::BigInt(number) => number.bits() as usize / 8,
        Value::Tuple(items) if depth < 4 => {
            return items.len() * size_of::<Value>()
                + items.iter().map(|item| text_size(item, seen, depth + 1)).sum::<usize>();
        }
        _ => return 0,
    };
    if size >= 64 && value.address().is_some_and(|address| !seen.insert(address)) { 0 } else { size }
}

impl Member {
    #[cfg_attr(page, optimize(speed))]
    fn alive(&self) -> bool {
        0 < match self {
            Member::Future(weak) => weak.strong_count(),
            Member::List(weak) => weak.strong_count(),
            Member::Dict(weak) => weak.strong_count(),
            Member::Set(weak) => weak.strong_count(),
            Member::Cell(weak) => weak.strong_count(),
            Member::Function(weak) => weak.strong_count(),
            Member::Class(weak) => weak.strong_count(),
            Member::Generator(weak) => weak.strong_count(),
            Member::Exception(weak) => weak.strong_count(),
            Member::Store(weak) => weak.strong_count(),
        }
    }

    /// The bytes it holds itself, about.
    fn size(&self) -> usize {
        match self {
            Member::List(weak) => {
                weak.upgrade().map_or(0, |list| list.items.borrow().capacity() * size_of::<Value>() + 48)
            }
            Member::Dict(weak) => weak.upgrade().map_or(0, |dict| dict.table.borrow().heap_size() + 96),
            Member::Set(weak) => weak.upgrade().map_or(0, |set| set.table.borrow().heap_size() + 96),
            Member::Store(weak) => weak.upgrade().map_or(0, |store| store.size() + 96),
            _ => 96,
        }
    }

    /// The bytes of the large strings in it, each counted once.
    fn texts(&self, seen: &mut FxHashSet<usize>) -> usize {
        let mut count = |value: &Value| text_size(value, seen, 0);
        match self {
            Member::List(weak) => {
                weak.upgrade().map_or(0, |list| list.items.borrow().iter().map(&mut count).sum())
            }
            Member::Dict(weak) => weak.upgrade().map_or(0, |dict| {
                let table = dict.table.borrow();
                let mut total = 0;
                for (key, value) in table.iter() {
                    total += count(key) + count(value);
                }
                total
            }),
            Member::Set(weak) => {
                weak.upgrade().map_or(0, |set| set.table.borrow().iter().map(&mut count).sum())
            }
            Member::Cell(weak) => weak.upgrade().map_or(0, |cell| count(&cell.value.borrow())),
            Member::Store(weak) => {
                let mut total = 0;
                if let Some(store) = weak.upgrade() {
                    store.each(&mut |value| total += count(value));
                }
                total
            }
            _ => 0,
        }
    }

    /// Takes out what it refers to.
    fn clear(&self) {
        match self {
            Member::Future(weak) => drop(weak.upgrade().map(|future| future.abandon())),
            Member::List(weak) => drop(weak.upgrade().map(|list| list.items.take())),
            Member::Dict(weak) => drop(weak.upgrade().map(|dict| dict.table.take())),
            Member::Set(weak) => drop(weak.upgrade().map(|set| set.table.take())),
            Member::Cell(weak) => drop(weak.upgrade().map(|cell| cell.value.replace(Value::Nothing))),
            Member::Function(weak) => {
                if let Some(function) = weak.upgrade() {
                    drop((function.closure.take(), function.defaults.take(), function.kw_defaults.take()));
                }
            }
            Member::Class(weak) => {
                if let Some(class) = weak.upgrade() {
                    drop((
                        class.dict.table.take(),
                        class.ancestors.take(),
                        class.bases.take(),
                        class.cache.take(),
                    ));
                }
            }
            Member::Generator(weak) => {
                drop(weak.upgrade().map(|generator| generator.state.replace(GeneratorState::Finished)));
            }
            Member::Exception(weak) => {
                if let Some(exception) = weak.upgrade() {
                    drop((exception.args.take(), exception.cause.take(), exception.context.take()));
                    drop((exception.group.take(), exception.trace.take()));
                }
            }
            Member::Store(weak) => drop(weak.upgrade().map(|store| store.clear())),
        }
    }
}

impl Heap {
    /// What is in it now.
    pub(crate) fn probe(&self) -> Probe {
        Probe(self.members.clone())
    }

    #[cfg_attr(page, optimize(speed))]
    fn add(&mut self, member: Member) {
        if self.members.len() >= self.purge_at {
            self.members.retain(Member::alive);
            self.purge_at = (self.members.len() * 2).max(512);
        }
        self.members.push(member);
    }

    /// A future that may be part of a circle: its result, or what it gathers, may lead back to it.
    pub(crate) fn future(&mut self, future: &Future<Py>) {
        self.add(Member::Future(future.weak()));
    }

    /// The futures in a value that becomes a result.
    pub(crate) fn result(&mut self, value: &Value) {
        match value {
            Value::Object(_) => {
                if let Some(future) = as_future(value) {
                    self.future(&future);
                }
            }
            Value::Generator(generator) => self.generator(generator),
            Value::Tuple(items) => items.iter().for_each(|item| self.result(item)),
            _ => {}
        }
    }

    pub(crate) fn list(&mut self, list: &Rc<List>) {
        self.add(Member::List(Rc::downgrade(list)));
    }

    pub(crate) fn dict(&mut self, dict: &Rc<Dict>) {
        self.add(Member::Dict(Rc::downgrade(dict)));
    }

    pub(crate) fn set(&mut self, set: &Rc<Set>) {
        self.add(Member::Set(Rc::downgrade(set)));
    }

    pub(crate) fn cell(&mut self, cell: &Rc<objects::Cell>) {
        self.add(Member::Cell(Rc::downgrade(cell)));
    }

    pub(crate) fn function(&mut self, function: &Rc<Function>) {
        self.add(Member::Function(Rc::downgrade(function)));
    }

    pub(crate) fn class(&mut self, class: &Rc<Class>) {
        self.add(Member::Class(Rc::downgrade(class)));
    }

    /// A generator that is suspended, or may be in a cycle for another reason.
    #[inline]
    #[cfg_attr(page, optimize(speed))]
    pub(crate) fn generator(&mut self, generator: &Rc<Generator>) {
        if generator.registered.replace(true) {
            return;
        }
        self.add(Member::Generator(Rc::downgrade(generator)));
    }

    pub(crate) fn exception(&mut self, exception: &Rc<Exception>) {
        self.add(Member::Exception(Rc::downgrade(exception)));
    }

    pub(crate) fn store<T: Store + 'static>(&mut self, store: Rc<T>) {
        let store: Rc<dyn Store> = store;
        self.add(Member::Store(Rc::downgrade(&store)));
    }

    /// How many members it knows of: what measuring takes.
    pub(crate) fn len(&self) -> usize {
        self.members.len()
    }

    /// The bytes that all living members hold, about.
    pub(crate) fn measure(&mut self) -> usize {
        self.members.retain(Member::alive);
        let mut seen = FxHashSet::default();
        self.members.iter().map(|member| member.size() + member.texts(&mut seen)).sum()
    }

    /// Empties every survivor, so that cycles fall apart.
    pub(crate) fn clear(&mut self) {
        for member in std::mem::take(&mut self.members) {
            member.clear();
        }
    }
}
