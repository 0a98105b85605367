//! Generators and coroutines: frames that are not running now.

use std::cell::RefCell;
use std::rc::Rc;

use loopscope_core::coroutine::Coroutine;
use loopscope_core::event_loop::LoopRef;

use crate::asyncio::Py;
use crate::objects::{AsyncPart, Str};
use crate::value::Value;
use crate::vm::frame::Frame;

/// A generator or coroutine that went away before its end.
pub struct Dropped {
    /// Its `__qualname__`.
    pub qualname: Rc<Str>,
    /// What it is.
    pub kind: GeneratorKind,
    /// Its number.
    pub id: u32,
    /// Its frames: unstarted, or with `finally` and `with` blocks to be left.
    pub state: GeneratorState,
    /// For an asynchronous generator that a loop is to close: the loop, and what the generator ran.
    pub closer: Option<(LoopRef<Py>, Option<Rc<crate::code::Code>>)>,
    /// It was no generator, but a step of one that had not begun: the method that gave it.
    pub unawaited: Option<&'static str>,
    /// It was no generator, but an object whose class has `__del__`.
    pub object: Option<Value>,
    /// Where that object was.
    pub address: usize,
}

impl Dropped {
    /// An object whose class has `__del__`.
    pub(crate) fn object(object: Value, address: usize) -> Dropped {
        Dropped {
            qualname: crate::vm::intern(""),
            kind: GeneratorKind::Generator,
            id: 0,
            state: GeneratorState::Finished,
            closer: None,
            unawaited: None,
            object: Some(object),
            address,
        }
    }
}

impl std::fmt::Debug for Dropped {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.qualname)
    }
}

/// What a generator object is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum GeneratorKind {
    /// `generator`.
    Generator,
    /// `coroutine`.
    Coroutine,
    /// `async_generator`.
    AsyncGenerator,
    /// A builtin iterator that the engine itself wrote as a generator: the name of its type.
    Builtin(&'static str),
}

/// Where a generator stands.
#[derive(Debug)]
pub enum GeneratorState {
    /// Not started: its frame.
    Created(Box<Frame>),
    /// Suspended: its frame.
    Single(Box<Frame>),
    /// Suspended: its frame first, then those of what it awaits or yields from.
    Suspended(Vec<Box<Frame>>),
    /// A coroutine of the engine's own, such as `asyncio.sleep`.
    Native(NativeCoroutine),
    /// Running, or suspended as part of another one's frames.
    Running,
    /// Returned, raised or closed.
    Finished,
}

/// A coroutine written in Rust; and whether it has been resumed yet.
pub struct NativeCoroutine(pub Box<dyn Coroutine<Py>>, pub bool);

impl std::fmt::Debug for NativeCoroutine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0.name())
    }
}

/// A generator or coroutine.
#[derive(Debug)]
pub struct Generator {
    /// What it is.
    pub kind: GeneratorKind,
    /// `__name__`.
    pub name: RefCell<Rc<Str>>,
    /// `__qualname__`.
    pub qualname: RefCell<Rc<Str>>,
    /// Its frames.
    pub state: RefCell<GeneratorState>,
    /// What it runs; none for one of the engine's own.
    pub code: Option<Rc<crate::code::Code>>,
    /// Where it is while it runs something else: the instruction of its own frame.
    pub at: std::cell::Cell<u32>,
    /// For coroutines: its number for the instrument; 0 for others.
    pub id: u32,
    /// For asynchronous generators.
    pub asynchronous: Option<Box<AsyncPart>>,
    /// Whether the heap knows of it: once it has been suspended it may be part of a cycle.
    pub registered: std::cell::Cell<bool>,
    /// What a generator leaves behind when it goes away unfinished.
    pub on_drop: Option<Rc<RefCell<Vec<Dropped>>>>,
}

impl Generator {
    /// What stands for one that has gone away, where it is told of.
    pub(crate) fn gone(kind: GeneratorKind, qualname: Rc<Str>, id: u32) -> Generator {
        Generator {
            kind,
            name: RefCell::new(qualname.clone()),
            qualname: RefCell::new(qualname),
            state: RefCell::new(GeneratorState::Finished),
            code: None,
            at: std::cell::Cell::new(0),
            id,
            asynchronous: None,
            registered: std::cell::Cell::new(false),
            on_drop: None,
        }
    }
}

impl Drop for Generator {
    fn drop(&mut self) {
        let state = self.state.replace(GeneratorState::Finished);
        let unfinished = !matches!(state, GeneratorState::Running | GeneratorState::Finished);
        let event_loop = self.asynchronous.as_ref().filter(|part| unfinished && !part.closed.get());
        let closer = event_loop
            .and_then(|part| part.event_loop.take())
            .map(|event_loop| (event_loop, self.code.take()));
        let has_work = match &state {
            _ if closer.is_some() => true,
            GeneratorState::Created(_) => self.kind == GeneratorKind::Coroutine,
            GeneratorState::Native(coroutine) => !coroutine.1,
            GeneratorState::Single(frame) => frame.is_guarded(),
            GeneratorState::Suspended(frames) => frames.iter().any(|frame| frame.is_guarded()),
            GeneratorState::Running | GeneratorState::Finished => false,
        };
        if let Some(queue) = &self.on_drop
            && has_work
        {
            let qualname = self.qualname.borrow().clone();
            let (kind, id) = (self.kind, self.id);
            queue.borrow_mut().push(Dropped {
                qualname,
                kind,
                id,
                state,
                closer,
                unawaited: None,
                object: None,
                address: 0,
            });
        } else if unfinished {
            loopscope_core::release::release(state);
        }
    }
}
