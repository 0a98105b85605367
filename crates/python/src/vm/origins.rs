//! Where coroutines, futures and handles were made: the stacks that debug mode shows.
//!
//! Mirrors `sys.set_coroutine_origin_tracking_depth` and `format_helpers.extract_stack`. CPython counts the frames of its
//! own asyncio towards the depth; as everywhere, they are not shown here.

use std::rc::Rc;

use loopscope_core::ids::FutureId;

use crate::asyncio::Run;
use crate::code::Code;
use crate::native::NativeResult;
use crate::objects::GeneratorKind;
use crate::value::Value;
use crate::vm::frame::Fiber;
use crate::vm::{Request, Vm};

/// `constants.DEBUG_STACK_DEPTH`.
pub(crate) const DEPTH: usize = 10;

/// Frames of the program and their instructions, the outermost first.
pub(crate) type Stack = Rc<[(Rc<Code>, u32)]>;

/// What is to be found where it was made.
pub(crate) enum Made {
    /// A future or a task.
    Future(FutureId),
    /// A handle, by what it calls.
    Handle(Rc<std::cell::RefCell<Option<Stack>>>),
}

/// How many frames of CPython's asyncio lie between a step of a task and the program that runs the loop.
pub(crate) fn between(run: &Run) -> usize {
    // `_run`, `_run_once`, `run_forever`; then `run_until_complete`; then those of `asyncio.run`.
    match run {
        Run::Forever(_) => 3,
        Run::Until(_) => 4,
        Run::Runner(_) => 6,
    }
}

impl Vm {
    /// Whether somebody wants to know where coroutines are made.
    #[inline]
    pub(crate) fn tracks_origins(&self) -> bool {
        self.origin_depth > 0 || self.asyncio.running.as_ref().is_some_and(|event_loop| event_loop.debug())
    }

    /// A coroutine was made: notes where, if that is of interest.
    pub(crate) fn note_origin(&mut self, fiber: &Fiber, coroutine: &Value) {
        let debug = self.asyncio.running.as_ref().is_some_and(|event_loop| event_loop.debug());
        let depth = if debug { DEPTH } else { self.origin_depth };
        if depth > 0
            && let Value::Generator(generator) = coroutine
            && generator.kind == GeneratorKind::Coroutine
        {
            let stack = self.stack(fiber, depth);
            self.origins.borrow_mut().insert(generator.id, stack);
        }
    }

    /// The innermost frames, as many as CPython has in a stack of that depth.
    pub(crate) fn stack(&self, fiber: &Fiber, depth: usize) -> Stack {
        let mut frames = Vec::new();
        let mut used = 0;
        let mut add = |used: &mut usize, code: &Rc<Code>, op: usize| {
            if *used < depth && !code.source.hidden {
                frames.push((code.clone(), op as u32));
            }
            *used += 1;
        };
        if fiber.frames.is_empty()
            && let Some((here, op)) = &self.here
        {
            // A nested run, of which only the place is known.
            add(&mut used, here, *op);
        }
        for (above, frame) in fiber.frames.iter().rev().enumerate() {
            let Some(function) = &frame.function else { continue };
            let op = match &self.here {
                // The innermost frame has not put down yet where it is.
                Some((here, op)) if above == 0 && Rc::ptr_eq(here, &function.code) => *op,
                _ => frame.op(),
            };
            add(&mut used, &function.code, op);
        }
        if self.asyncio.running.is_some() && self.asyncio.worker.is_none() {
            used += self.asyncio.between;
            self.outside.iter().rev().for_each(|(function, op)| add(&mut used, &function.code, *op));
        }
        frames.reverse();
        frames.into()
    }

    /// The end of a native that has made something in debug mode: notes where. `inside` frames of CPython's are between
    /// a handle and the program.
    pub(crate) fn place(&mut self, made: Made, inside: usize, value: Value) -> NativeResult {
        let depth = match made {
            // What is written in C takes the whole stack.
            Made::Future(_) => usize::MAX,
            Made::Handle(_) => DEPTH.saturating_sub(inside),
        };
        self.request = Some(Request::Place { made, depth, value });
        Ok(Value::Nothing)
    }

    pub(crate) fn keep_place(&mut self, fiber: &Fiber, made: Made, depth: usize) {
        let stack = self.stack(fiber, depth);
        match made {
            Made::Future(future) => drop(self.asyncio.stacks.insert(future, stack)),
            Made::Handle(place) => drop(place.replace(Some(stack))),
        }
    }
}

/// A stack as `traceback.format_list` shows it.
pub(crate) fn format(stack: &[(Rc<Code>, u32)]) -> String {
    let mut list = FrameList::default();
    for (code, op) in stack {
        let line = code.line(*op as usize);
        list.add(&code.source.filename, line, &code.name, code.source.line_text(line));
    }
    list.finish()
}

/// Frames in words; of one that comes again and again only the first three. Mirrors `StackSummary.format`.
#[derive(Default)]
pub(crate) struct FrameList {
    text: String,
    last: String,
    repeated: usize,
}

/// How often the same frame is shown.
const REPEATED: usize = 3;

impl FrameList {
    pub(crate) fn add(&mut self, file: &str, line: u32, name: &str, text: &str) {
        let text = text.trim();
        let below = if text.is_empty() { String::new() } else { format!("    {text}\n") };
        let shown = format!("  File \"{file}\", line {line}, in {name}\n{below}");
        if shown != self.last {
            self.tell_repeated();
            self.last = shown;
            self.repeated = 0;
        }
        self.repeated += 1;
        if self.repeated <= REPEATED {
            self.text.push_str(&self.last);
        }
    }

    fn tell_repeated(&mut self) {
        if let Some(more) = self.repeated.checked_sub(REPEATED).filter(|more| *more > 0) {
            let ending = if more > 1 { "s" } else { "" };
            self.text.push_str(&format!("  [Previous line repeated {more} more time{ending}]\n"));
        }
    }

    /// The text, without the last newline.
    pub(crate) fn finish(mut self) -> String {
        self.tell_repeated();
        self.text.truncate(self.text.trim_end().len());
        self.text
    }
}
