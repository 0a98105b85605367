//! The table of builtin functions; `print`, `len`, `repr` and what is refused.

use std::rc::Rc;

use loopscope_core::time::Span;

use crate::builtins::convert::as_str;
use crate::builtins::{functions_attr as attr, functions_iter as iter, functions_number as number};
use crate::builtins::{protocol, sort};
use crate::console::Reply;
use crate::native::{Args, NativeDef, NativeResult, unexpected_keyword};
use crate::objects::{ExcKind, Method, error, type_error};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::frame::OnReturn;

/// The builtin functions that are no types.
pub(crate) const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("abs", number::abs),
    NativeDef::function("all", iter::all),
    NativeDef::function("any", iter::any),
    NativeDef::function("ascii", number::ascii),
    NativeDef::function("bin", number::bin),
    NativeDef::function("callable", attr::callable),
    NativeDef::function("chr", number::chr),
    NativeDef::function("delattr", attr::delattr),
    NativeDef::function("dir", attr::dir),
    NativeDef::function("divmod", number::divmod),
    NativeDef::function("format", number::format),
    NativeDef::function("getattr", attr::getattr),
    NativeDef::function("hasattr", attr::hasattr),
    NativeDef::function("hash", number::hash),
    NativeDef::function("hex", number::hex),
    NativeDef::function("id", number::id),
    NativeDef::function("iter", iter::iter),
    NativeDef::function("isinstance", attr::isinstance),
    NativeDef::function("issubclass", attr::issubclass),
    NativeDef::function("len", len),
    NativeDef::function("max", iter::max),
    NativeDef::function("min", iter::min),
    NativeDef::function("next", iter::next),
    NativeDef::function("oct", number::oct),
    NativeDef::function("ord", number::ord),
    NativeDef::function("pow", number::pow),
    NativeDef::function("print", print),
    NativeDef::function("repr", repr),
    NativeDef::function("round", number::round),
    NativeDef::function("setattr", attr::setattr),
    NativeDef::function("sorted", sort::sorted),
    NativeDef::function("sum", iter::sum),
    NativeDef::function("vars", attr::vars),
    NativeDef::function("input", input),
    NativeDef::function("open", open),
    NativeDef::function("exec", refuse_exec),
    NativeDef::function("eval", refuse_eval),
    NativeDef::function("compile", refuse_compile),
    NativeDef::function("breakpoint", refuse_breakpoint),
    NativeDef::function("help", refuse_help),
    NativeDef::function("__import__", refuse_import),
];

/// What the prelude imports from the module `_builtins`.
pub(crate) const PRELUDE_FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("copy_metadata", crate::vm::groups::copy_metadata),
    NativeDef::function("exceptions_in", crate::vm::groups::exceptions_in),
    NativeDef::function("list_swap", iter::list_swap),
    NativeDef::function("matches_type", crate::vm::groups::matches_type),
    NativeDef::function("read_line", read_line),
    NativeDef::function("same_metadata", crate::vm::groups::same_metadata),
    NativeDef::function("set_pair", super::dict::set_pair),
    NativeDef::function("sort_by_keys", sort::sort_by_keys),
    NativeDef::function("sum_add", iter::sum_add),
    NativeDef::function("sum_of", iter::sum_of),
    NativeDef::function("sum_value", iter::sum_value),
    NativeDef::function("type_name", type_name),
    NativeDef::function("wait_for_input", wait_for_input),
    NativeDef::function("write", write),
    NativeDef::function("write_error", write_error),
];

/// The method of that special name, bound, that a class written in Python gives the value. Special methods
/// are looked up on the class.
pub(crate) fn special(vm: &mut Vm, value: &Value, name: &str) -> Option<Value> {
    if !matches!(value, Value::Instance(_) | Value::Exception(_) | Value::Class(_)) {
        return None;
    }
    let name = vm.intern(name);
    match vm.user_method(value, &name)? {
        Value::None => None,
        function @ Value::Function(_) => {
            Some(Value::Method(Rc::new(Method { function, receiver: value.clone() })))
        }
        other => Some(other),
    }
}

/// Asks the method by which a class written in Python shows the value to `str` or `repr`; None if it has none.
pub(crate) fn ask_text(vm: &mut Vm, value: &Value, name: &'static str) -> Option<NativeResult> {
    if let Some(asked) = ask(vm, value, name, OnReturn::Text(name)) {
        return Some(asked);
    }
    // `object.__str__` shows what `__repr__` gives; other builtin types have a `__str__` of their own.
    match value {
        Value::Instance(instance) if name == "__str__" && instance.base.is_none() => {
            ask(vm, value, "__repr__", OnReturn::Text(name))
        }
        _ => None,
    }
}

/// Whether a method by which a class written in Python shows the value to `str` is there to be asked.
fn shows_itself(vm: &Vm, value: &Value) -> bool {
    let has = |name| vm.user_method(value, name).is_some_and(|method| !method.is_none());
    has(&vm.names.str_)
        || matches!(value, Value::Instance(instance) if instance.base.is_none() && has(&vm.names.repr))
}

/// Calls the method of that special name that a class written in Python gives the value; None if it gives none.
fn ask(vm: &mut Vm, value: &Value, name: &str, then: OnReturn) -> Option<NativeResult> {
    if !matches!(value, Value::Instance(_) | Value::Exception(_) | Value::Class(_)) {
        return None;
    }
    let name = vm.intern(name);
    match vm.user_method(value, &name)? {
        Value::None => None,
        function @ Value::Function(_) => Some(vm.request_then(function, &[value], then)),
        other => Some(vm.request_then(other, &[], then)),
    }
}

/// For the prelude: `type_name(value)`.
fn type_name(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [value] = args.exactly("type_name")?;
    Ok(Value::from(vm.type_name(value)))
}

#[cfg_attr(page, optimize(speed))]
fn len(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [value] = args.exactly("len")?;
    if let Some(asked) = ask(vm, value, "__len__", OnReturn::Length) {
        return asked;
    }
    match (protocol::len(value), value) {
        (Some(len), _) => Ok(Value::from(len)),
        (None, Value::Range(_)) => {
            Err(error(ExcKind::OverflowError, "Python int too large to convert to C ssize_t"))
        }
        (None, _) => {
            let name = vm.type_name(value);
            Err(type_error(format!("object of type '{name}' has no len()")))
        }
    }
}

fn repr(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [value] = args.exactly("repr")?;
    match ask_text(vm, value, "__repr__") {
        Some(asked) => asked,
        None => vm.repr(value).map(Value::Str),
    }
}

/// `print(*values, sep=' ', end='\n', file=None, flush=False)`.
fn print(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    if vm.has_dropped() {
        // What a destructor prints comes before.
        vm.tidy();
    }
    let (mut separator, mut end, mut file, mut flush) = (" ", "\n", None, false);
    let replaced = crate::stdlib::sys::replaced_stdout(vm);
    for (name, value) in args.iter_keywords() {
        let place = match name {
            "sep" => &mut separator,
            "end" => &mut end,
            "file" => {
                file = Some(value).filter(|file| !file.is_none());
                continue;
            }
            "flush" => {
                flush = vm.truth(value)?;
                continue;
            }
            _ => {
                return Err(unexpected_keyword("print", name, &["sep", "end", "file", "flush"]));
            }
        };
        match (value, as_str(value)) {
            (Value::None, _) => {}
            (_, Some(text)) => *place = text.as_str(),
            _ => {
                let found = vm.type_name(value);
                return Err(type_error(format!("{name} must be None or a string, not {found}")));
            }
        }
    }
    let file = file.or(replaced.as_ref());
    if file.is_some_and(Value::is_none) {
        return Ok(Value::None);
    }
    // The run's own streams are told apart by a bool: stderr or not.
    let stream = match file {
        None => Some(false),
        Some(file) => crate::stdlib::sys::stream(file),
    };
    let by_program = args.positional.iter().any(|value| shows_itself(vm, value));
    let Some(to_stderr) = stream.filter(|_| !by_program) else {
        let values = Value::tuple(args.positional.to_vec());
        let file = match stream {
            Some(to_stderr) => Value::Bool(to_stderr),
            None => file.cloned().unwrap_or(Value::None),
        };
        let (separator, end) = (Value::from(separator), Value::from(end));
        return vm.prelude("print_to", vec![values, separator, end, file, Value::Bool(flush)]);
    };
    let mut text = String::new();
    for (at, value) in args.positional.iter().enumerate() {
        if at > 0 {
            text.push_str(separator);
        }
        match value {
            Value::Str(part) => text.push_str(part),
            other => text.push_str(&vm.str(other)?),
        }
    }
    text.push_str(end);
    crate::asyncio::tell_due_reports(vm);
    vm.write(to_stderr, &text);
    Ok(Value::None)
}

/// For the prelude: `write(text)` to stdout.
fn write(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [text] = args.exactly("write")?;
    match as_str(text) {
        Some(text) => vm.write_text(false, text, Value::None),
        None => Ok(Value::None),
    }
}

/// For the prelude: `write_error(text)` to stderr.
fn write_error(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [text] = args.exactly("write_error")?;
    match as_str(text) {
        Some(text) => vm.write_text(true, text, Value::None),
        None => Ok(Value::None),
    }
}

/// `input(prompt='')`.
fn input(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.between("input", 0, 1)?;
    let prompt = match args.first() {
        Some(prompt) => vm.str(prompt)?,
        None => crate::vm::intern(""),
    };
    vm.write(false, &prompt);
    match line(vm, &prompt)? {
        Value::None => vm.prelude("input_line", vec![Value::Str(prompt)]),
        line => Ok(line),
    }
}

/// A line from the console; None: not yet.
fn line(vm: &mut Vm, prompt: &str) -> NativeResult {
    let console = vm.console.clone();
    match console.read_line(prompt) {
        Reply::Line(line) => Ok(Value::from(line)),
        Reply::Typed(line) => {
            vm.write(false, &format!("{line}\n"));
            Ok(Value::from(line))
        }
        Reply::End => Err(error(ExcKind::EOFError, "EOF when reading a line")),
        Reply::Later => Ok(Value::None),
    }
}

/// For the prelude: `read_line(prompt)`.
fn read_line(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [prompt] = args.exactly("read_line")?;
    line(vm, prompt.as_str().unwrap_or_default())
}

/// For the prelude: blocks for a moment of the program's clock.
fn wait_for_input(vm: &mut Vm, _: Args<'_>) -> NativeResult {
    let again = vm.clock().now() + Span(50_000_000);
    vm.sleep_until(again)
}

fn open(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let Some(path) = args.get(0) else {
        return Err(type_error("open() missing required argument 'file' (pos 1)"));
    };
    let path = vm.repr(path)?;
    let message = format!("[Errno 2] No such file or directory: {path}");
    let advice = "Loopscope has no files: `io.StringIO()` is one in memory.";
    Err(vm.with_note(error(ExcKind::FileNotFoundError, message), advice))
}

fn refused(vm: &mut Vm, name: &str, advice: &str) -> NativeResult {
    let message = format!("{name}() is not available in Loopscope");
    Err(vm.with_note(error(ExcKind::NotImplementedError, message), advice))
}

const NO_CODE: &str = "Programs are compiled before they run: write the code itself in place of its text.";

fn refuse_exec(vm: &mut Vm, _args: Args<'_>) -> NativeResult {
    refused(vm, "exec", NO_CODE)
}

fn refuse_eval(vm: &mut Vm, _args: Args<'_>) -> NativeResult {
    refused(vm, "eval", NO_CODE)
}

fn refuse_compile(vm: &mut Vm, _args: Args<'_>) -> NativeResult {
    refused(vm, "compile", NO_CODE)
}

fn refuse_breakpoint(vm: &mut Vm, _args: Args<'_>) -> NativeResult {
    refused(vm, "breakpoint", "The page shows the variables of every task at each moment of the timeline.")
}

fn refuse_help(vm: &mut Vm, _args: Args<'_>) -> NativeResult {
    refused(vm, "help", "Texts of the program's own are in `__doc__`.")
}

fn refuse_import(_vm: &mut Vm, _args: Args<'_>) -> NativeResult {
    Err(error(ExcKind::ImportError, "__import__() is not available in Loopscope; use an import statement"))
}
