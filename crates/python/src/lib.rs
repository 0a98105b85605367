//! A small resumable Python: ruff's parser, a compiler to bytecode, a machine whose frames live on the
//! heap, and an `asyncio` that is `loopscope-core`'s.
//!
//! ```text
//! source text ──compile──> code (code.rs, op.rs) ──vm──> values (value.rs, objects/)
//!                                                  │
//!               builtins/, stdlib/ (native.rs) <───┼───> asyncio/ ── loopscope-core
//! ```
//!
//! How the pieces fit:
//!
//! - A [`Value`](value::Value) is 16 bytes; what is not inline is reference counted.
//! - A *frame* ([`vm::frame`]) holds locals and operand stack in one vector. A *fiber* is a stack of frames;
//!   calling a function of Python pushes one, never a Rust call. A generator or coroutine owns its frames
//!   while it is suspended.
//! - A native function ([`native`]) gets the machine and its arguments, and gives a value or an
//!   exception. If it has to run the program's code it ends with [`vm::Vm::tail_call`], or with
//!   [`vm::Vm::prelude`], a function written in Python inside the engine (hidden from tracebacks). Only what
//!   happens deep inside a container (`__eq__` of keys, `__repr__` of items) runs nested.
//! - Errors are [`objects::Exc`]; `objects::type_error("...")` and its siblings need no machine.
#![cfg_attr(page, feature(optimize_attribute))]
#![forbid(unsafe_code)]

pub mod asyncio;
pub mod builtins;
pub mod code;
pub mod compile;
pub mod console;
pub mod containers;
mod heap;
pub mod native;
pub mod objects;
pub mod op;
mod program;
pub mod stdlib;
pub mod syntax;
pub mod text;
pub mod traceback;
pub mod value;
pub mod vm;
pub mod world;

pub use console::{Console, Reply};
pub use heap::Probe;
pub use program::{Diagnostic, Options, Program, Severity};
pub use vm::Limits;
pub use world::World;
