//! `dataclasses`: what is written in `dataclasses.py`, and the compiler for the methods that it writes.

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::no_constants;
use crate::code::{Code, Source};
use crate::native::{Args, ModuleDef, NativeDef, NativeResult, embedded};
use crate::objects::{Exc, ExcKind, error, runtime_error, type_error};
use crate::value::Value;
use crate::vm::frame::OnReturn;
use crate::vm::{Request, Vm, intern};

/// The module.
pub const MODULE: ModuleDef = ModuleDef {
    name: "dataclasses",
    functions: &[NativeDef::function("_compile", compile)],
    constants: no_constants,
    python: Some(embedded!("stdlib/dataclasses.py")),
};

/// What the text that is compiled defines.
const MADE: &str = "__create_fn__";

/// `_compile(text, names)`: the function `__create_fn__` that a text defines, with those global names.
fn compile(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [Value::Str(text), Value::Dict(globals)] = args.exactly("_compile")? else {
        return Err(type_error("a text and a dict are needed"));
    };
    let code = compiled(text)?;
    let body = vm.module_function(code, globals.clone());
    let then = OnReturn::Keep(Box::new((take_made, Value::Dict(globals.clone()))));
    let callable = Value::Function(body);
    vm.request = Some(Request::Call { callable, positional: Vec::new(), keywords: Vec::new(), then });
    Ok(Value::Nothing)
}

/// The code of a text, which the next run of the same program asks for again.
fn compiled(text: &str) -> Result<Rc<Code>, Exc> {
    thread_local! {
        static COMPILED: RefCell<FxHashMap<String, Rc<Code>>> = RefCell::default();
    }
    if let Some(code) = COMPILED.with_borrow(|compiled| compiled.get(text).cloned()) {
        return Ok(code);
    }
    let source = Rc::new(Source::generated(text));
    let mut code = crate::compile::compile(&source).map_err(|problems| {
        let problem = problems.first().map(|problem| problem.message.clone()).unwrap_or_default();
        error(ExcKind::SyntaxError, problem)
    })?;
    crate::vm::fuse_code(&mut code);
    COMPILED.with_borrow_mut(|compiled| {
        if compiled.len() >= MOST_KEPT {
            compiled.clear();
        }
        compiled.insert(text.to_owned(), code.clone());
    });
    Ok(code)
}

/// How many texts are kept: programs that are being typed leave theirs behind.
const MOST_KEPT: usize = 64;

/// Takes the function out of the names again.
fn take_made(_: &mut Vm, args: Args<'_>) -> NativeResult {
    match args.get(0) {
        Some(Value::Dict(globals)) => globals.remove_name(&intern(MADE)),
        _ => None,
    }
    .ok_or_else(|| runtime_error("nothing was made"))
}
