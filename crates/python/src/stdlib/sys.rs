//! The module `sys`: what programs without files and processes use of it.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::builtins::convert::as_str;
use crate::code::Source;
use crate::native::{Args, ModuleDef, NativeDef, NativeResult, TypeDef, embedded};
use crate::objects::{
    Class, Exc, ExcKind, Exception, NativeData, NativeObject, Tuple, runtime_error, type_error, value_error,
};
use crate::value::Value;
use crate::vm::frame::OnReturn;
use crate::vm::types::native_class;
use crate::vm::{Request, Vm};

/// `sys`.
pub const MODULE: ModuleDef = ModuleDef {
    name: "sys",
    functions: &[
        NativeDef::function("_getframe", get_frame),
        NativeDef::function("_warn", warn),
        NativeDef::function("exc_info", exc_info),
        NativeDef::function("exception", exception),
        NativeDef::function("exit", exit),
        NativeDef::function("get_coroutine_origin_tracking_depth", origin_depth),
        NativeDef::function("getdefaultencoding", default_encoding),
        NativeDef::function("getfilesystemencoding", default_encoding),
        NativeDef::function("getrecursionlimit", recursion_limit),
        NativeDef::function("getsizeof", super::sizes::get_size),
        NativeDef::function("getswitchinterval", switch_interval),
        NativeDef::function("intern", intern),
        NativeDef::function("is_finalizing", is_finalizing),
        NativeDef::function("set_coroutine_origin_tracking_depth", set_origin_depth),
        NativeDef::function("setrecursionlimit", set_recursion_limit),
    ],
    constants,
    python: Some(embedded!("stdlib/sys.py")),
};

/// What `print` writes to where the program has put something else in the place of `sys.stdout`.
pub(crate) fn replaced_stdout(vm: &Vm) -> Option<Value> {
    let Some(Value::Module(sys)) = vm.modules.get_name(&crate::vm::intern("sys")) else { return None };
    sys.dict.get_name(&crate::vm::intern("stdout")).filter(|file| stream(file) != Some(false))
}

/// What the program has put in the place of `sys.excepthook`.
pub(crate) fn replaced_hook(vm: &Vm) -> Option<Value> {
    let Some(Value::Module(sys)) = vm.modules.get_name(&crate::vm::intern("sys")) else { return None };
    let own = sys.dict.get_name(&crate::vm::intern("__excepthook__"))?;
    sys.dict.get_name(&crate::vm::intern("excepthook")).filter(|hook| !hook.is(&own))
}

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

/// An object with these attributes.
fn namespace(vm: &mut Vm, entries: &[(&str, Value)]) -> Value {
    let dict = vm.new_dict();
    for (name, value) in entries {
        dict.set_name(&crate::vm::intern(name), value.clone());
    }
    let class = vm.types.rare("SimpleNamespace");
    crate::vm::types::object(&class, NativeData::Namespace(dict))
}

fn constants(vm: &mut Vm) -> Vec<(&'static str, Value)> {
    let file = |to_stderr| NativeObject::any(&file_class(), Stream { to_stderr });
    let version = NativeData::Struct {
        fields: &["major", "minor", "micro", "releaselevel", "serial"],
        values: Tuple::new(vec![Value::Int(3), Value::Int(13), Value::Int(0), "final".into(), Value::Int(0)]),
    };
    let (stderr, stdout) = (file(true), file(false));
    let program = Value::from(vm.filename());
    let argv = vm.new_list(vec![program]);
    let path = vm.new_list(Vec::new());
    let flags = namespace(
        vm,
        &[("debug", Value::Int(0)), ("optimize", Value::Int(0)), ("dev_mode", Value::Bool(false))],
    );
    let floats = namespace(
        vm,
        &[
            ("max", Value::Float(f64::MAX)),
            ("min", Value::Float(f64::MIN_POSITIVE)),
            ("epsilon", Value::Float(f64::EPSILON)),
            ("dig", Value::Int(15)),
            ("mant_dig", Value::Int(53)),
        ],
    );
    let version = Value::Object(Rc::new(NativeObject { class: version_class(), data: version }));
    let implementation = namespace(
        vm,
        &[("name", "cpython".into()), ("version", version.clone()), ("cache_tag", "cpython-313".into())],
    );
    let names = ["_io", "asyncio", "builtins", "math", "sys", "time"].map(Value::from).to_vec();
    vec![
        ("__stderr__", stderr.clone()),
        ("__stdout__", stdout.clone()),
        ("api_version", Value::Int(1013)),
        ("argv", argv),
        ("builtin_module_names", Value::tuple(names)),
        ("byteorder", "little".into()),
        ("copyright", "".into()),
        ("dont_write_bytecode", Value::Bool(false)),
        ("executable", "".into()),
        ("flags", flags),
        ("float_info", floats),
        ("hexversion", Value::Int(0x030d_00f0)),
        ("implementation", implementation),
        ("maxsize", Value::Int(i64::MAX)),
        ("maxunicode", Value::Int(0x10_ffff)),
        ("modules", Value::Dict(vm.modules.clone())),
        ("path", path),
        ("platform", "linux".into()),
        ("prefix", "".into()),
        ("stderr", stderr),
        ("stdout", stdout),
        ("version", "3.13.0 (Loopscope)".into()),
        ("version_info", version),
    ]
}

/// How many frames `f_back` leads through.
pub(crate) const FRAMES_SHOWN: usize = 50;

/// `sys._getframe(depth=0)`. The frames are those of the program.
fn get_frame(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.between("_getframe", 0, 1)?;
    let above = args.first().map_or(Ok(0), |depth| vm.index(depth))?;
    let then = OnReturn::Keep(Box::new((found_frame, Value::None)));
    vm.request =
        Some(Request::Frame { above: usize::try_from(above).unwrap_or(0), most: FRAMES_SHOWN, then });
    Ok(Value::Nothing)
}

fn found_frame(_: &mut Vm, args: Args<'_>) -> NativeResult {
    match args.get(1) {
        Some(frame) if !frame.is_none() => Ok(frame.clone()),
        _ => Err(value_error("call stack is not deep enough")),
    }
}

/// `_warn(message, category="DeprecationWarning")`: shows a warning about the line of the program that is running.
fn warn(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [message, category] = args.bind("_warn", ["message", "category"], 0, 1)?;
    let message = message.cloned().unwrap_or(Value::None);
    let category = category.cloned().unwrap_or("DeprecationWarning".into());
    let then = OnReturn::Keep(Box::new((warn_there, Value::tuple(vec![message, category]))));
    vm.request = Some(Request::Frame { above: 0, most: 1, then });
    Ok(Value::Nothing)
}

fn warn_there(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (Some(Value::Tuple(warning)), Some(frame)) = (args.get(0), args.get(1)) else {
        return Ok(Value::None);
    };
    let words: Vec<&str> = warning.iter().filter_map(Value::as_str).collect();
    let &[message, category] = &words[..] else { return Ok(Value::None) };
    let place = line_of(vm, frame)?;
    vm.warn_at(place, category, message)?;
    Ok(Value::None)
}

/// The line that a frame stands at.
pub(crate) fn line_of(vm: &mut Vm, frame: &Value) -> Result<Option<(Rc<Source>, u32)>, Exc> {
    if frame.is_none() {
        return Ok(None);
    }
    Ok(match (vm.get_attr(frame, "f_code")?, vm.get_attr(frame, "f_lineno")?) {
        (Value::Code(code), Value::Int(line)) => {
            Some((code.source.clone(), u32::try_from(line).unwrap_or(0)))
        }
        _ => None,
    })
}

fn exit(_vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.between("exit", 0, 1)?;
    // As where C raises with a value: None is no argument, a tuple is all of them.
    let arguments = match args.first() {
        None | Some(Value::None) => Vec::new(),
        Some(Value::Tuple(items)) => items.to_vec(),
        Some(code) => vec![code.clone()],
    };
    Err(Exception::new(ExcKind::SystemExit, arguments))
}

fn exc_info(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    args.exactly::<0>("sys.exc_info")?;
    let Some(exception) = vm.topmost().cloned() else {
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
    Ok(vm.topmost().cloned().map_or(Value::None, Value::Exception))
}

fn default_encoding(_vm: &mut Vm, args: Args<'_>) -> NativeResult {
    args.exactly::<0>("sys.getdefaultencoding")?;
    Ok(Value::from("utf-8"))
}

fn recursion_limit(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    args.exactly::<0>("sys.getrecursionlimit")?;
    Ok(Value::from(vm.recursion_limit))
}

/// More frames than this take too much memory, whatever the program says.
const DEEPEST: i64 = 100_000;

/// `sys.setrecursionlimit(limit)`.
fn origin_depth(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    args.exactly::<0>("get_coroutine_origin_tracking_depth")?;
    Ok(Value::from(vm.origin_depth))
}

fn set_origin_depth(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [depth] = args.bind("set_coroutine_origin_tracking_depth", ["depth"], 0, 1)?;
    match depth.and_then(Value::as_int) {
        Some(depth) if depth >= 0 => vm.origin_depth = usize::try_from(depth).unwrap_or(usize::MAX),
        Some(_) => return Err(value_error("depth must be >= 0")),
        None => return Err(type_error("an integer is required")),
    }
    Ok(Value::None)
}

fn set_recursion_limit(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [limit] = args.exactly("sys.setrecursionlimit")?;
    let limit = vm.index(limit)?;
    if limit < 1 {
        return Err(value_error("recursion limit must be greater or equal than 1"));
    }
    vm.recursion_limit = usize::try_from(limit.min(DEEPEST)).unwrap_or(crate::vm::RECURSION_LIMIT);
    Ok(Value::None)
}

fn switch_interval(_: &mut Vm, args: Args<'_>) -> NativeResult {
    args.exactly::<0>("sys.getswitchinterval")?;
    Ok(Value::Float(0.005))
}

fn is_finalizing(_: &mut Vm, args: Args<'_>) -> NativeResult {
    args.exactly::<0>("sys.is_finalizing")?;
    Ok(Value::Bool(false))
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

fn to_stderr(args: Args<'_>) -> Result<bool, Exc> {
    args.get(0).and_then(stream).ok_or_else(|| runtime_error("not a file"))
}

fn write(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let to_stderr = to_stderr(args)?;
    let [text] = args.skip(1).exactly("TextIOWrapper.write")?;
    let Some(text) = as_str(text) else {
        let found = vm.type_name(text);
        return Err(type_error(format!("write() argument must be str, not {found}")));
    };
    crate::asyncio::tell_due_reports(vm);
    vm.write_text(to_stderr, text, Value::from(text.char_len()))
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
