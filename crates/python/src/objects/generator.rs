//! Generators and coroutines: frames that are not running now.

use std::cell::RefCell;
use std::rc::Rc;

use crate::objects::Str;
use crate::vm::frame::Frame;

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
    /// Suspended: its frame first, then those of what it awaits or yields from.
    #[expect(clippy::vec_box, reason = "frames move between fibers and generators; a box moves for free")]
    Suspended(Vec<Box<Frame>>),
    /// Running, or suspended as part of another one's frames.
    Running,
    /// Returned, raised or closed.
    Finished,
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
}
