//! A frame: one call of a function of Python, running or suspended; and fibers, stacks of them.

use std::rc::Rc;

use loopscope_core::future::Future;
use loopscope_core::time::Time;

use crate::asyncio::Py;
use crate::native::NativeBody;
use crate::objects::{Dict, Exc, Function, Generator, NativeObject, Remains};
use crate::op::{Awaiting, BinaryOp, CompareOp};
use crate::value::Value;
use crate::vm::stack::Stack;

/// What happens with the result of a frame in the frame below.
#[derive(Clone, Debug, Default)]
pub enum OnReturn {
    /// It is pushed.
    #[default]
    Push,
    /// It is dropped.
    Discard,
    /// It must be None; the new instance is pushed: `__init__`.
    Init(Value),
    /// If it is an instance of the class, its `__init__` is called with the arguments: `__new__`.
    New(Box<NewParts>),
    /// Its truth is pushed; `true` inverts: `not`, `in`.
    Truth(bool),
    /// Pushed unless it is NotImplemented: then the next way to do the operation is tried.
    Binary(Box<Reflect>),
    /// The same for a comparison.
    Compare(Box<ReflectCompare>),
    /// Must be an iterator.
    Iterator,
    /// Must be a string: `__str__`, `__repr__`, `__format__`.
    Text(&'static str),
    /// Must be an int that is no less than 0: `__len__`.
    Length,
    /// The truth of what `__len__` gave.
    NotEmpty,
    /// Must be a bool: `__bool__`.
    Bool,
    /// Pushed as the next item; StopIteration goes to the loop's end. The instruction before `pc` is
    /// the `ForIter`.
    ForIter,
    /// Pushed; AttributeError asks `__getattr__` of the object for the name.
    GetAttr(Box<(Value, Rc<crate::objects::Str>)>),
    /// Pushed as the callable of a call without receiver.
    Method,
    /// An exception that is raised at once, with that cause if it is not `Nothing`.
    Raise(Value),
    /// The truth of what lies below: the instruction before `pc` is an `and` or `or`.
    ShortCircuit,
    /// The first makes another value of it, the second gets that.
    Then(Box<(OnReturn, OnReturn)>),
    /// Must be an iterator, which takes the awaitable's place: `__await__` of that object; and who awaits.
    Awaitable(Awaiting, Value),
    /// Must have `__anext__`: `__aiter__`, called by an `async for` or (false) by `aiter`.
    AsyncIterator(bool),
    /// A step of an asynchronous generator; see `async_generator`.
    AsyncStep(Rc<NativeObject>),
    /// What an awaited iterator gave: goes up as what is awaited. StopIteration ends the await.
    YieldNext,
    /// A generator awaited or yielded from: its result takes its place on the stack.
    Delegate,
    /// A generator that is asked for its next value: returning is StopIteration.
    Next,
    /// The same, closed: returning is fine, yielding is an error.
    Close,
    /// A class body: the class is made with what its namespace holds.
    ClassBody(Box<ClassParts>),
    /// Dropped; that value is pushed: a module after its body, a class after `__init_subclass__`.
    Instead(Value),
    /// A native gets that value and the result, and gives what is pushed: what a native has still to do after a call.
    Keep(Box<(NativeBody, Value)>),
}

impl OnReturn {
    /// Whether it is the plain case.
    #[inline]
    pub fn is_push(&self) -> bool {
        matches!(self, OnReturn::Push)
    }
}

/// A class, and the arguments it was called with.
pub type NewParts = (Value, Vec<Value>, Vec<(Value, Value)>);

/// An operation with another way to do it.
#[derive(Clone, Debug)]
pub struct Reflect {
    /// The operator.
    pub op: BinaryOp,
    /// It was `op=`.
    pub in_place: bool,
    /// Which way is tried now.
    pub stage: u8,
    /// Left.
    pub a: Value,
    /// Right.
    pub b: Value,
}

/// A comparison with another way to do it.
#[derive(Clone, Debug)]
pub struct ReflectCompare {
    /// The operator.
    pub op: CompareOp,
    /// Which way is tried now.
    pub stage: u8,
    /// Left.
    pub a: Value,
    /// Right.
    pub b: Value,
}

/// Where the names of a class body go.
#[derive(Clone, Debug)]
pub struct Namespace {
    /// The dict that holds them.
    pub dict: Rc<Dict>,
    /// What `__prepare__` gave, if that is no plain dict: it is asked for each name.
    pub mapping: Option<Value>,
}

/// What `__build_class__` was called with.
#[derive(Clone, Debug)]
pub struct ClassParts {
    /// The name.
    pub name: Rc<crate::objects::Str>,
    /// The bases.
    pub bases: Vec<Value>,
    /// The bases as they were written, if `__mro_entries__` made others of them.
    pub original: Option<Value>,
    /// Keywords of the class statement, `metaclass` aside.
    pub keywords: Vec<(Value, Value)>,
    /// The namespace.
    pub namespace: Rc<Namespace>,
    /// What makes the class; None: `type`.
    pub metaclass: Option<Value>,
}

/// One call of a function of Python.
#[derive(Debug)]
pub struct Frame {
    /// What it runs; empty only while it waits to be used again.
    pub function: Option<Rc<Function>>,
    /// The namespace of a class body.
    pub namespace: Option<Rc<Namespace>>,
    /// The next instruction.
    pub pc: usize,
    /// The locals, then the operand stack.
    pub values: Stack,
    /// The generator or coroutine it is the frame of, while it runs.
    pub owner: Option<Rc<Generator>>,
    /// What happens with its result.
    pub on_return: OnReturn,
    /// For the first frame of a running generator: where the one below it begins in the fiber.
    pub base: usize,
    /// The exception that was being handled where this generator was resumed.
    pub outer_handled: Option<Exc>,
    /// The exception that this generator handles itself, while it is suspended.
    pub own_handled: Option<Exc>,
    /// An exception was thrown into the generators that lie on this one; see `handling`.
    pub thrown: bool,
    /// This generator is being closed: when it has ended, this is raised in the one that awaits it; see `closing`.
    pub closing: Option<Exc>,
    /// Tracebacks in which it is while it goes on hold this: what it leaves behind goes there.
    pub remains: Option<Rc<Remains>>,
    /// A plain call whose result, or the instance that it fills, is pushed: of the rest only `function`, `pc`, `values` and
    /// `remains` are in use.
    pub bare: bool,
}

/// A stack of frames that runs by itself: the main program, a task, a nested call.
#[derive(Debug, Default)]
pub struct Fiber {
    /// The frames, the running one last.
    pub frames: Vec<Box<Frame>>,
    /// Where the innermost generator that was resumed in this fiber begins; 0 for the fiber itself.
    pub base: usize,
    /// Some of its frames may be `closing`; none of one that is suspended is.
    pub closing: bool,
}

impl Fiber {
    /// Notes where the running frame stands in the coroutine that it belongs to, because another one is about to run.
    pub(crate) fn note_place(&self) {
        if let Some(frame) = self.frames.last()
            && let Some(owner) = &frame.owner
        {
            owner.at.set(frame.op() as u32);
        }
    }
}

/// What a fiber goes on with.
#[derive(Debug)]
pub enum Input {
    /// Where it was: just begun, or paused.
    Continue,
    /// The value of the await or yield it stands at.
    Send(Value),
    /// An exception where it stands.
    Throw(Exc),
}

/// Why a fiber stopped.
pub enum Stop {
    /// Its first frame returned.
    Return(Value),
    /// Its first frame raised.
    Raise(Exc),
    /// It awaits a future.
    Await(Future<Py>),
    /// It yielded None (`sleep(0)`), or some other value that only a loop of the program's own understands.
    Yield(Value),
    /// It has used its fuel.
    OutOfFuel,
    /// It blocks until that moment.
    Sleep(Time),
    /// It blocks until something changes, at the latest until that moment.
    Park(Time),
    /// It waits for a loop to run; see `Vm::runs`.
    RunLoop,
    /// The run is over, whatever the program says.
    Killed(Exc),
}

impl Frame {
    /// A frame for later use.
    #[must_use]
    pub fn empty() -> Frame {
        Frame {
            function: None,
            namespace: None,
            pc: 0,
            values: Stack::default(),
            owner: None,
            on_return: OnReturn::Push,
            base: 0,
            outer_handled: None,
            own_handled: None,
            thrown: false,
            closing: None,
            remains: None,
            bare: false,
        }
    }

    /// Takes from it what a plain call does not have.
    #[inline(never)]
    pub fn strip(&mut self) {
        self.on_return = OnReturn::Push;
        self.namespace = None;
        self.owner = None;
        self.outer_handled = None;
        self.own_handled = None;
    }

    /// Makes it a frame that no handler of its own covers: a generator that is ended before it began.
    pub fn refuse_to_begin(&mut self) {
        self.pc = usize::MAX;
    }

    /// The instruction that is running, or at which it is suspended.
    #[must_use]
    pub fn op(&self) -> usize {
        match &self.function {
            Some(function) if self.waits(&function.code) => self.pc,
            _ => self.pc.saturating_sub(1),
        }
    }

    /// Whether it stands at an await and is to go on with that very instruction.
    fn waits(&self, code: &crate::code::Code) -> bool {
        use crate::op::Op;
        matches!(code.ops.get(self.pc), Some(Op::Await | Op::YieldFrom))
    }

    /// Whether it stands at an await and is to go on with that very instruction.
    #[must_use]
    #[cfg_attr(page, optimize(speed))]
    pub fn is_waiting(&self) -> bool {
        self.function.as_ref().is_some_and(|function| self.waits(&function.code))
    }

    /// Whether leaving it here runs a handler: it is inside `try` or `with`.
    #[must_use]
    pub fn is_guarded(&self) -> bool {
        let op = self.op() as u32;
        self.function.as_ref().is_some_and(|function| {
            function.code.handlers.iter().any(|handler| handler.start <= op && op < handler.end)
        })
    }
}
