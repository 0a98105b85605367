//! The modules of the standard library. Each is made at its first import and costs nothing before.
//!
//! A module that is all in Python is a file here and a line in [`MODULES`]:
//! `&ModuleDef::python("name", embedded!("stdlib/name.py"))`.

use crate::native::ModuleDef;
use crate::value::Value;
use crate::vm::Vm;

pub mod contextlib;
pub mod contextvars;
pub mod functools;
pub mod math;
pub mod mersenne;
pub mod random;
pub mod sys;
pub mod time;

/// The modules that `import` finds.
pub const MODULES: &[&ModuleDef] = &[
    &PRELUDE,
    &contextlib::MODULE,
    &contextvars::MODULE,
    &functools::MODULE,
    &math::MODULE,
    &random::MODULE,
    &sys::MODULE,
    &time::MODULE,
];

/// What the prelude needs of the engine; its name is no secret, but nothing for programs either.
const PRELUDE: ModuleDef = ModuleDef {
    name: "_builtins",
    functions: crate::builtins::PRELUDE_FUNCTIONS,
    constants: no_constants,
    python: None,
};

/// For modules that only have functions.
fn no_constants(_vm: &mut Vm) -> Vec<(&'static str, Value)> {
    Vec::new()
}
