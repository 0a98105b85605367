//! A frame: one call of a function of Python, running or suspended.

use std::rc::Rc;

use crate::code::Code;
use crate::objects::{Dict, Generator};
use crate::value::Value;

/// What happens with the result of a frame when it returns to the frame below.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OnReturn {
    /// It is pushed.
    Push,
}

/// One call of a function of Python.
#[derive(Debug)]
pub struct Frame {
    /// What it runs.
    pub code: Rc<Code>,
    /// The globals it sees.
    pub globals: Rc<Dict>,
    /// The namespace of a class body.
    pub namespace: Option<Rc<Dict>>,
    /// The next instruction.
    pub pc: usize,
    /// The locals, then the operand stack.
    pub values: Vec<Value>,
    /// The generator or coroutine it is the frame of.
    pub owner: Option<Rc<Generator>>,
    /// What happens with its result.
    pub on_return: OnReturn,
}
