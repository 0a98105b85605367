//! The module `contextvars`: core's contexts for programs. Variables and tokens are here, the class `Context`, a
//! mapping, is in `contextvars.py`.

use std::cell::OnceCell;
use std::rc::Rc;

use loopscope_core::context::{Context, ContextVar, Token, TokenError};

use crate::asyncio::as_task;
use crate::native::{Args, ModuleDef, NativeDef, NativeResult, TypeDef, embedded};
use crate::objects::{Class, Exc, ExcKind, Exception, NativeObject, runtime_error, type_error, value_error};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::types::native_class;

/// `contextvars`.
pub const MODULE: ModuleDef = ModuleDef {
    name: "contextvars",
    functions: &[
        NativeDef::function("_new", new_context),
        NativeDef::function("_copy", copy_current),
        NativeDef::function("_of_task", of_task),
    ],
    constants,
    python: Some(embedded!("stdlib/contextvars.py")),
};

/// What a variable has in a context: the variable as an object, and its value.
type Entry = (Value, Value);
type Variable = ContextVar<Entry>;

/// A token as an object: with its variable.
struct TokenData {
    token: Token<Entry>,
    variable: Value,
}

/// `Token.MISSING`.
struct Missing;

thread_local! {
    static CLASSES: OnceCell<[Rc<Class>; 3]> = const { OnceCell::new() };
}

/// `ContextVar`, `Token` and what stands behind a `Context`.
fn classes() -> [Rc<Class>; 3] {
    const VARIABLE: TypeDef = TypeDef {
        name: "ContextVar",
        constructor: Some(new_variable),
        methods: &[
            NativeDef::method("get", get),
            NativeDef::method("set", set),
            NativeDef::method("reset", reset),
            NativeDef::property("name", name),
        ],
    };
    const TOKEN: TypeDef = TypeDef {
        name: "Token",
        constructor: Some(new_token),
        methods: &[
            NativeDef::property("var", token_variable),
            NativeDef::property("old_value", token_old_value),
        ],
    };
    const CONTEXT: TypeDef = TypeDef {
        name: "_Context",
        constructor: None,
        methods: &[
            NativeDef::method("object", context_object),
            NativeDef::method("set_object", context_set_object),
            NativeDef::method("get", context_get),
            NativeDef::method("items", context_items),
            NativeDef::method("copy", context_copy),
            NativeDef::method("enter", context_enter),
            NativeDef::method("leave", context_leave),
        ],
    };
    CLASSES.with(|classes| {
        let make = || {
            let classes =
                [&VARIABLE, &TOKEN, &CONTEXT].map(|class| native_class(class, "_contextvars", None));
            for (class, shown) in
                [(&classes[0], "_contextvars.ContextVar"), (&classes[1], "_contextvars.Token")]
            {
                class.dict.set_name(&crate::vm::intern("__tp_name__"), Value::str(shown));
            }
            let missing = NativeObject::any(&classes[1], Missing);
            classes[1].dict.set_name(&crate::vm::intern("MISSING"), missing);
            classes
        };
        classes.get_or_init(make).clone()
    })
}

fn constants(_: &mut Vm) -> Vec<(&'static str, Value)> {
    let [variable, token, _] = classes();
    vec![("ContextVar", Value::Class(variable)), ("Token", Value::Class(token))]
}

/// The repr of an object of this module; None for others.
pub(crate) fn repr(vm: &mut Vm, value: &Value) -> Result<Option<String>, Exc> {
    let Value::Object(object) = value else { return Ok(None) };
    let address = value.address().unwrap_or(0);
    if object.with(|_: &mut Missing| ()).is_some() {
        return Ok(Some("<Token.MISSING>".to_owned()));
    }
    if let Some((used, variable)) =
        object.with(|data: &mut TokenData| (data.token.used(), data.variable.clone()))
    {
        let variable = vm.repr(&variable)?;
        let used = if used { " used" } else { "" };
        return Ok(Some(format!("<Token{used} var={variable} at {address:#x}>")));
    }
    let Some((name, default)) =
        object.with(|variable: &mut Variable| (variable.name().to_owned(), variable.default()))
    else {
        return Ok(None);
    };
    let name = crate::text::repr::str_repr(&name);
    let default = match default {
        Some((_, default)) => format!(" default={}", vm.repr(&default)?),
        None => String::new(),
    };
    Ok(Some(format!("<ContextVar name={name}{default} at {address:#x}>")))
}

// Variables.

fn as_variable(value: &Value) -> Option<Variable> {
    match value {
        Value::Object(object) => object.with(|variable: &mut Variable| variable.clone()),
        _ => None,
    }
}

fn this(args: &Args<'_>) -> Result<Variable, Exc> {
    args.get(0).and_then(as_variable).ok_or_else(|| type_error("a ContextVar is needed"))
}

fn new_variable(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.skip(1);
    if let Some((wrong, _)) = args.iter_keywords().find(|(name, _)| !["name", "default"].contains(name)) {
        return Err(type_error(format!("ContextVar() got an unexpected keyword argument '{wrong}'")));
    }
    let name = match (args.positional, args.keyword("name")) {
        ([name], None) => name,
        ([], Some(name)) => name,
        ([], None) => {
            return Err(type_error("ContextVar() takes exactly 1 positional argument (0 given)"));
        }
        (more, _) => {
            let given = more.len() + usize::from(args.keyword("name").is_some());
            return Err(type_error(format!(
                "ContextVar() takes at most 1 positional argument ({given} given)"
            )));
        }
    };
    let Some(name) = name.as_str() else { return Err(type_error("context variable name must be a str")) };
    let variable = match args.keyword("default") {
        Some(default) => Variable::with_default(name, (Value::None, default.clone())),
        None => Variable::new(name),
    };
    Ok(NativeObject::any(&classes()[0], variable))
}

fn name(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::str(this(&args)?.name()))
}

fn get(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let default = args.skip(1).between("get", 0, 1)?.first();
    let variable = this(&args)?;
    let environment = &vm.asyncio.environment;
    let value = match default {
        Some(default) => Some(variable.lookup(environment).map_or_else(|| default.clone(), |entry| entry.1)),
        None => variable.get(environment).map(|entry| entry.1),
    };
    let variable = args.positional.first().cloned();
    value.ok_or_else(|| Exception::new(ExcKind::LookupError, variable.into_iter().collect()))
}

fn set(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    args.no_keywords("ContextVar.set")?;
    let [object, value] = args.positional else {
        let given = args.positional.len().saturating_sub(1);
        return Err(type_error(format!("ContextVar.set() takes exactly one argument ({given} given)")));
    };
    let variable = this(&args)?;
    if matches!(value, Value::Object(_)) {
        // It may refer to what has this context: see `State::contexts`.
        vm.asyncio.remember_context();
    }
    let token = variable.set(&vm.asyncio.environment, (object.clone(), value.clone()));
    Ok(NativeObject::any(&classes()[1], TokenData { token, variable: object.clone() }))
}

fn reset(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [value] = args.skip(1).exactly("ContextVar.reset")?;
    let variable = this(&args)?;
    let environment = vm.asyncio.environment.clone();
    let outcome = match value {
        Value::Object(object) => {
            object.with(|data: &mut TokenData| variable.reset(&environment, &data.token))
        }
        _ => None,
    };
    let shown = match outcome {
        Some(Ok(())) => return Ok(Value::None),
        _ => vm.repr(value)?,
    };
    Err(match outcome {
        Some(Err(TokenError::Used)) => runtime_error(format!("{shown} has already been used once")),
        Some(Err(TokenError::OtherVariable)) => {
            value_error(format!("{shown} was created by a different ContextVar"))
        }
        Some(Err(TokenError::OtherContext)) => {
            value_error(format!("{shown} was created in a different Context"))
        }
        _ => type_error(format!("expected an instance of Token, got {shown}")),
    })
}

// Tokens.

fn new_token(_: &mut Vm, _: Args<'_>) -> NativeResult {
    Err(runtime_error("Tokens can only be created by ContextVars"))
}

fn token_variable(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let found = match args.get(0) {
        Some(Value::Object(object)) => object.with(|data: &mut TokenData| data.variable.clone()),
        _ => None,
    };
    found.ok_or_else(|| type_error("a Token is needed"))
}

fn token_old_value(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let found = match args.get(0) {
        Some(Value::Object(object)) => object.with(|data: &mut TokenData| data.token.old_value()),
        _ => None,
    };
    match found {
        Some(Some((_, value))) => Ok(value),
        _ => vm.get_attr(&Value::Class(classes()[1].clone()), "MISSING"),
    }
}

// Contexts.

/// The context that a value is: an instance of the class in `contextvars.py`, or what stands behind one.
pub(crate) fn as_context(vm: &mut Vm, value: &Value) -> Result<Context, Exc> {
    let core = match value {
        Value::Instance(_) => vm.find_attr(value, "_core")?,
        value => Some(value.clone()),
    };
    let found = match &core {
        Some(Value::Object(object)) => object.with(|context: &mut Context| context.clone()),
        _ => None,
    };
    found.ok_or_else(|| type_error("a contextvars.Context is needed"))
}

/// The context that an argument asks for, or a copy of the current one if there is anything in it.
pub(crate) fn context_or_copy(vm: &mut Vm, value: Option<&Value>) -> Result<Option<Context>, Exc> {
    match value {
        None | Some(Value::None) => Ok(vm.asyncio.environment.copy_context()),
        Some(value) => as_context(vm, value).map(Some),
    }
}

fn object_of(context: Context) -> Value {
    NativeObject::any(&classes()[2], context)
}

fn this_context(vm: &mut Vm, args: &Args<'_>) -> Result<Context, Exc> {
    let value = args.get(0).cloned().unwrap_or(Value::None);
    as_context(vm, &value)
}

fn new_context(_: &mut Vm, _: Args<'_>) -> NativeResult {
    Ok(object_of(Context::new()))
}

fn copy_current(vm: &mut Vm, _: Args<'_>) -> NativeResult {
    Ok(object_of(vm.asyncio.environment.copy_context().unwrap_or_default()))
}

/// The context of a task: what stands behind it.
fn of_task(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let [task] = args.exactly("_of_task")?;
    as_task(task).map(|task| object_of(task.context())).ok_or_else(|| type_error("a task is needed"))
}

/// The instance of `Context` that stands for it, if the program still has it.
fn context_object(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let known = this_context(vm, &args)?.engine();
    let instance = known.and_then(|known| known.downcast::<crate::objects::Instance>().ok());
    Ok(instance.map_or(Value::None, Value::Instance))
}

fn context_set_object(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let context = this_context(vm, &args)?;
    if let Some(Value::Instance(instance)) = args.get(1) {
        let weak = Rc::downgrade(instance);
        context.set_engine(weak);
    }
    Ok(Value::None)
}

fn context_get(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let context = this_context(vm, &args)?;
    let [key, default] = args.skip(1).exactly("get")?;
    let Some(variable) = as_variable(key) else {
        let shown = vm.repr(key)?;
        return Err(type_error(format!("a ContextVar key was expected, got {shown}")));
    };
    Ok(context.get(&variable).map_or_else(|| default.clone(), |entry| entry.1))
}

/// All variables with their values: a list of pairs.
fn context_items(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let entries = this_context(vm, &args)?.values::<Entry>();
    let pairs = entries.into_iter().map(|(variable, value)| Value::tuple(vec![variable, value])).collect();
    Ok(vm.new_list(pairs))
}

fn context_copy(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(object_of(this_context(vm, &args)?.copy()))
}

/// Makes it current; false if it is in use.
fn context_enter(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let context = this_context(vm, &args)?;
    Ok(Value::Bool(context.enter(&vm.asyncio.environment)))
}

fn context_leave(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let context = this_context(vm, &args)?;
    context.leave(&vm.asyncio.environment);
    Ok(Value::None)
}
