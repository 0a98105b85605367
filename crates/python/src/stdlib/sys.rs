//! The module `sys`: what programs without files and processes use of it.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::builtins::convert::as_str;
use crate::native::{Args, ModuleDef, NativeDef, NativeResult, TypeDef};
use crate::objects::{Class, ExcKind, Exception, NativeData, NativeObject, Tuple, runtime_error, type_error};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::types::native_class;

/// `sys`.
pub const MODULE: ModuleDef = ModuleDef {
    name: "sys",
    functions: &[
        NativeDef::function("exc_info", exc_info),
        NativeDef::function("exception", exception),
        NativeDef::function("exit", exit),
        NativeDef::function("getdefaultencoding", default_encoding),
        NativeDef::function("getrecursionlimit", recursion_limit),
        NativeDef::function("intern", intern),
    ],
    constants,
    python: None,
};

/// Which stream a file object writes to.
struct Stream {
    to_stderr: bool,
}

thread_local! {
    static FILE: OnceCell<Rc<Class>> = const { OnceCell::new() };
    static VERSION: OnceCell<Rc<Class>> = const { OnceCell::new() };
}

fn file_class() -> Rc<Class> {
    const DEFINITION: TypeDef = TypeDef {
        name: "TextIOWrapper",
        constructor: None,
        methods: &[
            NativeDef::method("fileno", fileno),
            NativeDef::method("flush", flush),
            NativeDef::method("isatty", is_a_tty),
            NativeDef::method("readable", is_a_tty),
            NativeDef::method("writable", writable),
            NativeDef::method("write", write),
            NativeDef::method("writelines", write_lines),
            NativeDef::property("encoding", encoding),
            NativeDef::property("name", name),
        ],
    };
    FILE.with(|class| class.get_or_init(|| native_class(&DEFINITION, "_io", None)).clone())
}

fn version_class() -> Rc<Class> {
    const DEFINITION: TypeDef = TypeDef { name: "version_info", constructor: None, methods: &[] };
    VERSION.with(|class| class.get_or_init(|| native_class(&DEFINITION, "sys", None)).clone())
}

fn constants(vm: &mut Vm) -> Vec<(&'static str, Value)> {
    let file = |to_stderr| NativeObject::any(&file_class(), Stream { to_stderr });
    let version = NativeData::Struct {
        fields: &["major", "minor", "micro", "releaselevel", "serial"],
        values: Tuple::new(vec![Value::Int(3), Value::Int(13), Value::Int(0), "final".into(), Value::Int(0)]),
    };
    let argv = vm.new_list(vec![Value::from("main.py")]);
    let path = vm.new_list(Vec::new());
    vec![
        ("__stderr__", file(true)),
        ("__stdout__", file(false)),
        ("argv", argv),
        ("byteorder", "little".into()),
        ("executable", "".into()),
        ("maxsize", Value::Int(i64::MAX)),
        ("maxunicode", Value::Int(0x10_ffff)),
        ("modules", Value::Dict(vm.modules.clone())),
        ("path", path),
        ("platform", "linux".into()),
        ("stderr", file(true)),
        ("stdout", file(false)),
        ("version", "3.13.0 (Loopscope)".into()),
        ("version_info", Value::Object(Rc::new(NativeObject { class: version_class(), data: version }))),
    ]
}

fn exit(_vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.between("exit", 0, 1)?;
    Err(Exception::new(ExcKind::SystemExit, args.to_vec()))
}

fn exc_info(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    args.exactly::<0>("sys.exc_info")?;
    let Some(exception) = vm.handled.clone() else {
        return Ok(Value::tuple(vec![Value::None, Value::None, Value::None]));
    };
    let value = Value::Exception(exception);
    let class = Value::Class(vm.class_of(&value));
    let traceback = vm.get_attr(&value, "__traceback__")?;
    Ok(Value::tuple(vec![class, value, traceback]))
}

/// `sys.exception()`: the exception being handled.
fn exception(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    args.exactly::<0>("sys.exception")?;
    Ok(vm.handled.clone().map_or(Value::None, Value::Exception))
}

fn default_encoding(_vm: &mut Vm, args: Args<'_>) -> NativeResult {
    args.exactly::<0>("sys.getdefaultencoding")?;
    Ok(Value::from("utf-8"))
}

fn recursion_limit(_vm: &mut Vm, args: Args<'_>) -> NativeResult {
    args.exactly::<0>("sys.getrecursionlimit")?;
    Ok(Value::Int(1000))
}

fn intern(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [text] = args.exactly("sys.intern")?;
    match as_str(text) {
        Some(text) => Ok(Value::Str(vm.intern(text))),
        None => {
            let found = vm.type_name(text);
            Err(type_error(format!("intern() argument must be str, not {found}")))
        }
    }
}

/// Whether a file object is stderr, if it is one of the run's own streams.
pub(crate) fn stream(file: &Value) -> Option<bool> {
    match file {
        Value::Object(object) => object.with(|stream: &mut Stream| stream.to_stderr),
        _ => None,
    }
}

fn to_stderr(args: Args<'_>) -> Result<bool, crate::objects::Exc> {
    args.get(0).and_then(stream).ok_or_else(|| runtime_error("not a file"))
}

fn write(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let to_stderr = to_stderr(args)?;
    let [text] = args.skip(1).exactly("TextIOWrapper.write")?;
    let Some(text) = as_str(text) else {
        let found = vm.type_name(text);
        return Err(type_error(format!("write() argument must be str, not {found}")));
    };
    vm.write(to_stderr, text);
    Ok(Value::from(text.char_len()))
}

fn write_lines(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let to_stderr = to_stderr(args)?;
    let [lines] = args.skip(1).exactly("_IOBase.writelines")?;
    let Some(lines) = vm.collect(lines)? else {
        return Err(type_error("writelines() takes a list of strings in Loopscope"));
    };
    for line in &lines {
        let Some(text) = as_str(line) else {
            let found = vm.type_name(line);
            return Err(type_error(format!("write() argument must be str, not {found}")));
        };
        vm.write(to_stderr, text);
    }
    Ok(Value::None)
}

fn flush(_vm: &mut Vm, args: Args<'_>) -> NativeResult {
    to_stderr(args).map(|_| Value::None)
}

fn is_a_tty(_vm: &mut Vm, args: Args<'_>) -> NativeResult {
    to_stderr(args).map(|_| Value::Bool(false))
}

fn writable(_vm: &mut Vm, args: Args<'_>) -> NativeResult {
    to_stderr(args).map(|_| Value::Bool(true))
}

fn fileno(_vm: &mut Vm, args: Args<'_>) -> NativeResult {
    to_stderr(args).map(|to_stderr| Value::Int(if to_stderr { 2 } else { 1 }))
}

fn encoding(_vm: &mut Vm, args: Args<'_>) -> NativeResult {
    to_stderr(args).map(|_| Value::from("utf-8"))
}

fn name(_vm: &mut Vm, args: Args<'_>) -> NativeResult {
    to_stderr(args).map(|to_stderr| Value::from(if to_stderr { "<stderr>" } else { "<stdout>" }))
}
