//! The machine: what natives and the run loop need of each other.
//!
//! ```text
//! dispatch    the run loop: one match over the instructions
//! call        calls of every kind of callable
//! binding     arguments and parameters
//! instances   making instances
//! requests    what natives leave to the run loop, and carrying it out
//! deliver     what becomes of a frame's result
//! memory      how much a run may hold
//! frame_pool  frames that have ended, for the calls to come
//! unwind      an exception on its way through the frames
//! raising     `raise` and `except`
//! handling    which exception is being handled
//! glimpse     what suspended frames hold, in a few words
//! generator   resuming, suspending, closing generators and coroutines
//! closing     GeneratorExit where generators await each other
//! awaiting    `await` and `yield from`
//! dropped     what becomes of generators and coroutines that go away unfinished
//! async_generator  the steps of asynchronous generators, `async for`
//! groups      exception groups and `except*`
//! patterns    what `match` asks of its subject
//! attributes  attribute access, binding
//! descriptors properties, slots, setters of classes and functions
//! origins     where coroutines, futures and handles were made, in debug mode
//! position    where the program is, and telling the instrument of it
//! operate     operators, comparisons, truth: classes' own methods first, then `builtins::protocol`
//! subscripts  items, `in`
//! unpacking   `iter`, `*`, `**`
//! managers    `with`
//! formatting  fields of f-strings
//! class_statement  `class` statements: metaclasses, namespaces, what is told of a new class
//! class_making  the order of a new class, what its instances hold, slots
//! classes     type(), what is found in a class
//! isinstance  isinstance(), issubclass()
//! nested      running the program's code inside a native (only where nothing else will do)
//! names       globals, builtins, imports
//! ```
//!
//! The methods here that take values of any type may run a program's code (`__eq__`, `__hash__`,
//! `__repr__`, ...) in a nested run: never call them while a container is borrowed.

use std::cell::RefCell;
use std::rc::Rc;

use loopscope_core::clock::Clock;
use loopscope_core::ids::TaskId;
use loopscope_core::instrument::{Instrument, Stream};
use loopscope_core::time::Time;

use crate::containers::SetTable;
use crate::heap::Probe;
use crate::native::NativeResult;
use crate::objects::{Dict, Exc, ExcKind, List, Module, Set, Str, error};
use crate::value::Value;
use crate::world::World;

mod api;
pub(crate) mod async_generator;
mod async_types;
mod attributes;
mod awaiting;
mod binding;
mod call;
mod class_making;
mod class_statement;
mod classes;
mod closing;
mod deliver;
pub(crate) mod descriptors;
mod dispatch;
mod dropped;
mod exception_tree;
mod formatting;
pub mod frame;
mod frame_pool;
mod fuse;
mod generator;
mod glimpse;
pub(crate) mod groups;
pub(crate) mod handling;
mod instances;
mod isinstance;
mod iterate;
mod managers;
mod memory;
mod missing;
mod names;
mod nested;
mod noted;
mod operate;
pub(crate) mod origins;
pub(crate) mod own_types;
mod patterns;
mod position;
mod raising;
pub(crate) mod report;
mod requests;
mod special;
pub mod stack;
mod subscripts;
pub mod types;
mod unpacking;
mod unwind;

pub(crate) use fuse::fuse_code;
pub use memory::Limits;
pub use report::raised_at;
pub(crate) use requests::Request;
pub(crate) use types::shared;
pub use types::{intern, types};

use frame::Frame;
use types::Types;

/// The most frames of Python inside each other. Mirrors `sys.getrecursionlimit()`.
pub(crate) const RECURSION_LIMIT: usize = 1000;

/// How many bytes written cost as much as one instruction.
const BYTES_PER_FUEL: usize = 64;

/// The line about `tracemalloc` under a warning of a coroutine: at the end CPython can import that module only if an earlier
/// warning has.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Hints {
    /// It was not shown, or what is left goes away without it.
    None,
    /// It was shown.
    Given,
    /// What the last exception holds is going away.
    AtTheEnd,
}

/// The machine of one run.
pub struct Vm {
    pub(crate) types: Rc<Types>,
    pub(crate) names: special::Names,
    pub(crate) builtins: Rc<Dict>,
    /// `sys.modules`.
    pub(crate) modules: Rc<Dict>,
    pub(crate) main: Rc<Module>,
    /// The globals of the prelude, once it has been run.
    prelude: Option<Rc<Dict>>,
    pub(crate) request: Option<Request>,
    /// The exception that is handled in this level; see `handling`.
    pub(crate) handled: Option<Exc>,
    /// The one that is handled in those below.
    inherited: Option<Exc>,
    /// The one that is handled where the running fiber is run.
    floor: Option<Exc>,
    #[expect(clippy::vec_box, reason = "frames are boxed everywhere, see Fiber")]
    pool: Vec<Box<Frame>>,
    /// An empty fiber that the next task may use.
    pub(crate) spare_fiber: frame::Fiber,
    /// What is left of the slice's fuel. Below zero where something took more than there was.
    pub(crate) fuel: i64,
    /// The fuel that the slice was given.
    given: i64,
    /// Frames in the fibers below the running one.
    depth: usize,
    /// What the main program runs and where it stands, while it waits for a loop: functions and instructions, the
    /// innermost last. Tasks run above it.
    pub(crate) outside: Vec<(Rc<crate::objects::Function>, usize)>,
    /// How many frames are noted where a coroutine is made; `sys.set_coroutine_origin_tracking_depth`.
    pub(crate) origin_depth: usize,
    /// Where coroutines were made that have not begun, by their numbers.
    pub(crate) origins: RefCell<rustc_hash::FxHashMap<u32, origins::Stack>>,
    /// How many frames there may be; `sys.setrecursionlimit`.
    pub(crate) recursion_limit: usize,
    /// Frames in all running fibers.
    level: usize,
    /// Nested runs inside each other.
    nested: u32,
    /// Where the running fiber is, for hooks and warnings: code and instruction.
    pub(crate) here: Option<(Rc<crate::code::Code>, usize)>,
    pub(crate) clock: Rc<dyn Clock>,
    /// Who is told what happens.
    pub(crate) instrument: Option<Rc<dyn Instrument>>,
    /// Who is told what the program writes.
    reader: Option<Rc<dyn Instrument>>,
    /// What tells locks and shared names apart for the instrument.
    numbers: noted::Numbers,
    pub(crate) asyncio: crate::asyncio::State,
    memory: memory::Memory,
    pub(crate) world: World,
    /// Where `input()` reads from.
    pub(crate) console: Rc<dyn crate::console::Console>,
    /// A module was imported whose text is not there yet.
    pub(crate) lacks_library: bool,
    /// The run must end: raised again in every frame, no handler sees it.
    pub(crate) killed: Option<Exc>,
    /// A signal has ended the program, with this exit status: nothing more is told.
    pub(crate) died: Option<i32>,
    /// What ended its life with work to do.
    pub(crate) dropped: Rc<RefCell<Vec<crate::objects::Dropped>>>,
    /// Everything that may be part of a cycle.
    pub(crate) heap: crate::heap::Heap,
    next_coroutine: u32,
    /// The program has ended; what is left is going away.
    ended: bool,
    /// No module is there any more: source lines cannot be read.
    unreadable: bool,
    /// What has become of the line about `tracemalloc` under a warning of a coroutine.
    hints: Hints,
    /// Warnings that were shown: their line and text.
    warned: rustc_hash::FxHashSet<(u32, String)>,
    /// Reprs of futures inside each other.
    repr_depth: u32,
    /// Fuel that nested runs have used beyond the slice.
    overdrawn: i64,
    /// What tracebacks keep of frames and leads to their callers.
    linked: Vec<std::rc::Weak<crate::objects::Remains>>,
    /// Who wants to know when objects go away, by where those are.
    watchers: rustc_hash::FxHashMap<usize, Vec<(Value, Value)>>,
}

impl Vm {
    /// A machine for one run.
    #[must_use]
    pub fn new(
        clock: Rc<dyn Clock>,
        instrument: Option<Rc<dyn Instrument>>,
        limits: Limits,
        world: World,
    ) -> Vm {
        let main = Rc::new(Module { name: intern("__main__"), dict: Rc::new(Dict::new()) });
        let reader = instrument.clone();
        let instrument = instrument.filter(|instrument| instrument.wants_events());
        let mut vm = Vm {
            types: types(),
            names: special::Names::new(),
            builtins: Rc::new(Dict::new()),
            modules: Rc::new(Dict::new()),
            main,
            prelude: None,
            request: None,
            handled: None,
            inherited: None,
            floor: None,
            pool: Vec::new(),
            spare_fiber: frame::Fiber::default(),
            fuel: 0,
            given: 0,
            depth: 0,
            recursion_limit: RECURSION_LIMIT,
            origin_depth: 0,
            origins: RefCell::default(),
            outside: Vec::new(),
            level: 0,
            nested: 0,
            here: None,
            asyncio: crate::asyncio::State::new(clock.clone(), instrument.clone()),
            clock,
            instrument,
            reader,
            numbers: noted::Numbers::default(),
            memory: memory::Memory::new(limits),
            world,
            console: Rc::new(crate::console::Closed),
            lacks_library: false,
            killed: None,
            died: None,
            dropped: Rc::default(),
            heap: crate::heap::Heap::default(),
            next_coroutine: 0,
            ended: false,
            unreadable: false,
            hints: Hints::None,
            warned: Default::default(),
            repr_depth: 0,
            overdrawn: 0,
            linked: Vec::new(),
            watchers: Default::default(),
        };
        vm.fill_builtins();
        vm
    }

    // Making objects.

    /// The one shared string with this text: for names.
    pub fn intern(&mut self, text: &str) -> Rc<Str> {
        intern(text)
    }

    /// A list.
    #[cfg_attr(page, optimize(speed))]
    pub fn new_list(&mut self, items: Vec<Value>) -> Value {
        let list = Rc::new(List { items: items.into() });
        self.heap.list(&list);
        Value::List(list)
    }

    /// A dict for a program.
    #[cfg_attr(page, optimize(speed))]
    pub fn new_dict(&mut self) -> Rc<Dict> {
        let dict = Rc::new(Dict::new());
        self.heap.dict(&dict);
        dict
    }

    /// A set.
    pub fn new_set(&mut self, table: SetTable<Value>) -> Rc<Set> {
        let set = Rc::new(Set { table: table.into(), hash: None.into() });
        self.heap.set(&set);
        set
    }

    /// Begins a slice.
    pub(crate) fn refuel(&mut self, fuel: u32) {
        self.fuel = i64::from(fuel);
        self.given = self.fuel;
    }

    /// The fuel that the slice has taken.
    pub(crate) fn spent(&self) -> u64 {
        u64::try_from(self.given - self.fuel).unwrap_or_default()
    }

    // The world.

    /// Writes to the program's stdout, or to its stderr.
    pub fn write(&mut self, to_stderr: bool, text: &str) {
        if text.is_empty() {
            return;
        }
        // What is written is kept by whoever listens: a slice must not write more than a page takes in.
        self.fuel -= (text.len() / BYTES_PER_FUEL) as i64;
        let stream = if to_stderr { Stream::Stderr } else { Stream::Stdout };
        if let Some(reader) = self.reader.clone() {
            self.tell_location();
            reader.output(self.clock.now(), self.current_task_id(), stream, text);
        }
    }

    /// The same, at the end of a native that was called with the text. Where the library calls it, it is the program's
    /// line that counts.
    pub(crate) fn write_text(&mut self, to_stderr: bool, text: &Rc<Str>, value: Value) -> NativeResult {
        if self.instrument.is_some() && self.here.as_ref().is_some_and(|(code, _)| code.source.hidden) {
            self.request = Some(Request::Write { to_stderr, text: text.clone(), value });
            return Ok(Value::Nothing);
        }
        self.write(to_stderr, text);
        Ok(value)
    }

    /// The lane that is running: a task, or what a worker runs.
    pub(crate) fn current_task_id(&self) -> Option<TaskId> {
        if let Some((lane, _)) = &self.asyncio.worker {
            return Some(*lane);
        }
        self.asyncio.current_task().map(|task| task.id())
    }

    /// A value becomes the result of a future: one that leads back to it must not outlive the run.
    pub(crate) fn note_result(&mut self, value: &Value) {
        if matches!(value, Value::Object(_) | Value::Tuple(_) | Value::Generator(_)) {
            self.heap.result(value);
        }
    }

    /// A future that holds others has been made.
    pub(crate) fn note_holder(&mut self, future: &loopscope_core::future::Future<crate::asyncio::Py>) {
        self.heap.future(future);
    }

    /// Knows weakly what the run has made so far.
    #[must_use]
    pub fn probe(&self) -> Probe {
        self.heap.probe()
    }

    /// The program's clock.
    #[must_use]
    pub fn clock(&self) -> &Rc<dyn Clock> {
        &self.clock
    }

    /// Blocks the program until `moment`: what a native like `time.sleep` returns with.
    pub fn sleep_until(&mut self, moment: Time) -> NativeResult {
        if self.nested > 0 {
            return Err(error(
                ExcKind::RuntimeError,
                "time.sleep() is not supported inside comparison, hash and repr methods",
            ));
        }
        self.tell_blocked(moment);
        self.request = Some(Request::Sleep(moment));
        Ok(Value::Nothing)
    }
}

impl Vm {
    /// The program has ended: what its globals hold goes away, with what that has to say. The error that ended it is kept
    /// as `sys.last_exc` is; one that is in a circle goes with the circle.
    pub(crate) fn finish(&mut self, error: Option<Exc>) {
        self.here = None;
        self.ended = true;
        if self.hints == Hints::Given {
            self.hints = Hints::AtTheEnd;
        }
        self.tidy();
        // The collector comes by for the first time, and can still import.
        let hints = std::mem::replace(&mut self.hints, Hints::AtTheEnd);
        let circular = crate::asyncio::collect_circles(self, error.as_ref());
        self.hints = Hints::None;
        crate::asyncio::tell_late_reports(self);
        let elsewhere = crate::asyncio::collect_leftovers(self, error.as_ref());
        self.hints = hints;
        let error = error.filter(|_| circular);
        self.tidy();
        self.hints = Hints::None;
        self.unreadable = true;
        let mut tools = Vec::new();
        // As CPython does: names that begin with one underscore first, then all others but the builtins.
        for private in [true, false] {
            let names: Vec<Rc<Str>> = self
                .main
                .dict
                .entries()
                .into_iter()
                .filter_map(|(key, _)| match key {
                    Value::Str(name) => Some(name),
                    _ => None,
                })
                .filter(|name| name.as_str() != "__builtins__")
                .filter(|name| (name.starts_with('_') && !name.starts_with("__")) == private)
                .collect();
            for name in names {
                match self.main.dict.remove_name(&name) {
                    Some(tool @ (Value::Module(_) | Value::Class(_) | Value::Function(_)))
                        if error.is_some() =>
                    {
                        tools.push((name, tool));
                    }
                    value => drop(value),
                }
                self.tidy();
            }
        }
        // Functions in a circle still have their globals when the collector closes it.
        tools.into_iter().for_each(|(name, tool)| self.main.dict.set_name(&name, tool));
        // A module is a cycle: its collector finalises what it holds in the order in which it was made.
        crate::asyncio::tell_last_reports(self);
        crate::asyncio::collect_rest(self, error.as_ref(), &elsewhere);
        if let Some(error) = error {
            crate::asyncio::end_circle(self, error);
        }
    }

    /// Frees everything the run has made.
    pub(crate) fn dispose(&mut self) {
        // Nothing runs any more: what is dropped now has nothing to say.
        self.asyncio.abandon();
        for context in self.asyncio.contexts.drain(..).filter_map(|context| context.upgrade()) {
            context.clear();
        }
        self.request = None;
        self.watchers.clear();
        (self.handled, self.inherited, self.floor) = (None, None, None);
        self.here = None;
        self.prelude = None;
        self.pool.clear();
        for dict in [self.main.dict.clone(), self.modules.clone(), self.builtins.clone()] {
            drop(dict.table.take());
        }
        loop {
            self.heap.clear();
            let dropped = self.dropped.take();
            if dropped.is_empty() {
                break;
            }
            drop(dropped);
        }
        self.killed = None;
    }
}
