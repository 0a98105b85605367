//! What `__anext__`, `asend`, `athrow` and `aclose` of an asynchronous generator give: one step of it, to be awaited.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use loopscope_core::event_loop::LoopRef;

use crate::asyncio::Py;
use crate::objects::{Dropped, Exc, Generator, GeneratorKind, GeneratorState};
use crate::value::Value;

/// What an asynchronous generator has beyond a generator.
#[derive(Default)]
pub struct AsyncPart {
    /// A step has begun and is not over. Mirrors `ag_running_async`.
    pub running: Cell<bool>,
    /// It has ended, or `aclose` has begun. Mirrors `ag_closed`.
    pub closed: Cell<bool>,
    /// A step was asked for before. Mirrors `ag_hooks_inited`.
    pub hooked: Cell<bool>,
    /// The loop that ran when the first step was asked for: it closes a generator that goes away before its end.
    pub event_loop: RefCell<Option<LoopRef<Py>>>,
}

impl std::fmt::Debug for AsyncPart {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AsyncPart")
    }
}

/// What a step does to its generator.
pub enum StepKind {
    /// `__anext__`, `asend`: the value goes in.
    Send(Value),
    /// `athrow`: the exception goes in.
    Throw(Exc),
    /// `aclose`: GeneratorExit goes in, and has to come out.
    Close,
}

/// Where a step stands. `Begun` is entered by the first `send` or `throw`, or by awaiting it; it is `Over` once the
/// generator has yielded, ended or raised, or when it could not begin.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    /// Not begun.
    Fresh,
    /// The generator runs, or awaits something.
    Begun,
    /// Not to be used again.
    Over,
}

/// One step of an asynchronous generator.
pub struct AsyncStep {
    /// Whose.
    pub generator: Rc<Generator>,
    /// What it does.
    pub kind: StepKind,
    /// Where it stands.
    pub state: Cell<StepState>,
    /// It is awaited: its generator's frame lies on the frame that awaits it. Else `send` and `throw` drive it.
    pub awaited: Cell<bool>,
}

impl AsyncStep {
    /// The method that gave it.
    #[must_use]
    pub fn method(&self) -> &'static str {
        match self.kind {
            StepKind::Send(_) => "asend",
            StepKind::Throw(_) => "athrow",
            StepKind::Close => "aclose",
        }
    }

    /// Whether it is `aclose()`.
    #[must_use]
    pub fn closes(&self) -> bool {
        matches!(self.kind, StepKind::Close)
    }
}

impl Drop for AsyncStep {
    fn drop(&mut self) {
        if self.state.get() == StepState::Fresh
            && let Some(queue) = &self.generator.on_drop
        {
            queue.borrow_mut().push(Dropped {
                qualname: self.generator.qualname.borrow().clone(),
                kind: GeneratorKind::AsyncGenerator,
                id: 0,
                state: GeneratorState::Finished,
                closer: None,
                unawaited: Some(self.method()),
                object: None,
                address: 0,
            });
        }
    }
}
