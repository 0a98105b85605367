//! How functions of the engine are declared, receive their arguments and answer.

use std::rc::Rc;

use crate::objects::{Exc, Str, type_error};
use crate::value::Value;
use crate::vm::Vm;

/// What a native function gives: a value, or an exception to raise.
///
/// To have the machine go on with a call (a Python function, a prelude function), return what
/// [`Vm::tail_call`] or [`Vm::prelude`] give: the result of that call is then the result of the native.
pub type NativeResult = Result<Value, Exc>;

/// The body of a native function.
pub type NativeBody = fn(&mut Vm, Args<'_>) -> NativeResult;

/// The arguments of a native call: they are on the caller's stack, nothing is allocated. For a method
/// the first positional argument is `self`.
#[derive(Clone, Copy)]
pub struct Args<'a> {
    /// The positional arguments.
    pub positional: &'a [Value],
    /// The values of the keyword arguments.
    pub keywords: &'a [Value],
    /// Their names: a constant tuple of strings, as long as `keywords`.
    pub names: &'a [Value],
}

impl<'a> Args<'a> {
    /// Positional arguments only.
    #[must_use]
    pub fn positional(positional: &'a [Value]) -> Args<'a> {
        Args { positional, keywords: &[], names: &[] }
    }

    /// The number of positional arguments.
    #[must_use]
    pub fn len(&self) -> usize {
        self.positional.len()
    }

    /// Whether there is no argument at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.positional.is_empty() && self.keywords.is_empty()
    }

    /// The positional argument at `index`.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<&'a Value> {
        self.positional.get(index)
    }

    /// The keyword argument of that name.
    #[must_use]
    pub fn keyword(&self, name: &str) -> Option<&'a Value> {
        self.names.iter().position(|n| n.as_str() == Some(name)).and_then(|i| self.keywords.get(i))
    }

    /// The names and values of the keyword arguments.
    pub fn iter_keywords(&self) -> impl Iterator<Item = (&'a str, &'a Value)> + use<'a> {
        self.names.iter().map(|name| name.as_str().unwrap_or("")).zip(self.keywords)
    }

    /// A TypeError in CPython's words if there are keyword arguments.
    pub fn no_keywords(&self, function: &str) -> Result<(), Exc> {
        if self.keywords.is_empty() {
            return Ok(());
        }
        Err(type_error(format!("{function}() takes no keyword arguments")))
    }

    /// Binds parameters as CPython's own C functions do. `names` are all parameters in order; the first
    /// `positional_only` cannot be given by keyword; the first `required` must be there. `self`, if
    /// any, must be cut off with [`Args::skip`] first.
    #[cfg_attr(page, optimize(speed))]
    pub fn bind<const N: usize>(
        &self,
        function: &str,
        names: [&str; N],
        positional_only: usize,
        required: usize,
    ) -> Result<[Option<&'a Value>; N], Exc> {
        let mut bound = [None; N];
        if self.positional.len() > N {
            let plural = if N == 1 { "" } else { "s" };
            let given = self.positional.len() + self.keywords.len();
            let most = if required == N { "exactly" } else { "at most" };
            return Err(type_error(format!(
                "{function}() takes {most} {N} argument{plural} ({given} given)"
            )));
        }
        for (place, value) in bound.iter_mut().zip(self.positional) {
            *place = Some(value);
        }
        for (name, value) in self.iter_keywords() {
            match names.iter().position(|n| *n == name) {
                Some(index) if index >= positional_only => {
                    if bound[index].is_some() {
                        return Err(type_error(format!(
                            "argument for {function}() given by name ('{name}') and position ({})",
                            index + 1
                        )));
                    }
                    bound[index] = Some(value);
                }
                _ => {
                    return Err(unexpected_keyword(function, name, &names[positional_only.min(N)..]));
                }
            }
        }
        for (index, name) in names.iter().enumerate().take(required) {
            if bound[index].is_none() {
                return Err(type_error(format!(
                    "{function}() missing required argument '{name}' (pos {})",
                    index + 1
                )));
            }
        }
        Ok(bound)
    }

    /// The same arguments without the first `count` positional ones.
    #[must_use]
    pub fn skip(&self, count: usize) -> Args<'a> {
        Args { positional: self.positional.get(count..).unwrap_or(&[]), ..*self }
    }

    /// Exactly `N` positional arguments and no keywords, `self` not counted: call it on `args.skip(1)` in a method.
    pub fn exactly<const N: usize>(&self, function: &str) -> Result<&'a [Value; N], Exc> {
        self.no_keywords(function)?;
        self.positional.try_into().map_err(|_| {
            let given = self.positional.len();
            type_error(match N {
                0 => format!("{function}() takes no arguments ({given} given)"),
                1 => format!("{function}() takes exactly one argument ({given} given)"),
                _ => format!("{function} expected {N} arguments, got {given}"),
            })
        })
    }

    /// Refuses keywords other than these, as a Python function of that name does.
    pub fn only_keywords(&self, function: &str, names: &[&str]) -> Result<(), Exc> {
        match self.iter_keywords().find(|(name, _)| !names.contains(name)) {
            Some((name, _)) => Err(unexpected_keyword(function, name, names)),
            None => Ok(()),
        }
    }

    /// Exactly these, for what is written in Python in CPython: each may be given by its name instead. A method has
    /// a dot in its name, and its `self` was cut off.
    pub fn named<const N: usize>(&self, function: &str, names: [&str; N]) -> Result<[&'a Value; N], Exc> {
        let own = usize::from(function.contains('.'));
        let given = self.positional.len();
        if given > N {
            let plural = if N + own == 1 { "" } else { "s" };
            let were = if given + own == 1 { "was" } else { "were" };
            let (takes, given) = (N + own, given + own);
            return Err(type_error(format!(
                "{function}() takes {takes} positional argument{plural} but {given} {were} given"
            )));
        }
        self.only_keywords(function, &names)?;
        let by_name = |index: usize| self.get(index).or_else(|| self.keyword(names[index]));
        let missing: Vec<&str> =
            (0..N).filter(|index| by_name(*index).is_none()).map(|index| names[index]).collect();
        if !missing.is_empty() {
            return Err(missing_arguments(function, "positional", &missing));
        }
        Ok(std::array::from_fn(|index| by_name(index).unwrap_or(&Value::None)))
    }

    /// Between `least` and `most` positional arguments and no keywords, `self` not counted.
    pub fn between(&self, function: &str, least: usize, most: usize) -> Result<&'a [Value], Exc> {
        self.no_keywords(function)?;
        let given = self.positional.len();
        if given < least {
            let plural = if least == 1 { "" } else { "s" };
            return Err(type_error(format!(
                "{function} expected at least {least} argument{plural}, got {given}"
            )));
        }
        if given > most {
            let plural = if most == 1 { "" } else { "s" };
            return Err(type_error(format!(
                "{function} expected at most {most} argument{plural}, got {given}"
            )));
        }
        Ok(self.positional)
    }
}

/// The TypeError of a call of a Python function that lacks arguments.
#[cold]
pub(crate) fn missing_arguments(function: &str, kind: &str, names: &[&str]) -> Exc {
    let list = match names {
        [one] => format!("'{one}'"),
        [one, two] => format!("'{one}' and '{two}'"),
        [rest @ .., last] => {
            let rest: Vec<String> = rest.iter().map(|name| format!("'{name}'")).collect();
            format!("{}, and '{last}'", rest.join(", "))
        }
        [] => String::new(),
    };
    let plural = if names.len() == 1 { "" } else { "s" };
    type_error(format!("{function}() missing {} required {kind} argument{plural}: {list}", names.len()))
}

/// The TypeError of a keyword that a function does not have, and the one of its own that is much like it.
#[cold]
pub(crate) fn unexpected_keyword(function: &str, name: &str, names: &[&str]) -> Exc {
    let close = crate::text::suggest::suggest(name, names.iter().copied());
    let hint = close.map_or_else(String::new, |close| format!(". Did you mean '{close}'?"));
    type_error(format!("{function}() got an unexpected keyword argument '{name}'{hint}"))
}

/// How a native function binds as an attribute of a class.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Binding {
    /// A plain function: builtins and functions of modules.
    Function,
    /// A method: `self` comes first.
    Method,
    /// A class method: the class comes first.
    ClassMethod,
    /// A static method.
    StaticMethod,
    /// A read-only attribute: called with `self` when it is read.
    Property,
}

/// One row of a table of native functions, for a module, the builtins or a type.
#[derive(Clone, Copy)]
pub struct NativeDef {
    /// Its name.
    pub name: &'static str,
    /// How it binds.
    pub binding: Binding,
    /// What it does.
    pub body: NativeBody,
}

impl NativeDef {
    /// A function of a module or of the builtins.
    #[must_use]
    pub const fn function(name: &'static str, body: NativeBody) -> NativeDef {
        NativeDef { name, binding: Binding::Function, body }
    }

    /// A method.
    #[must_use]
    pub const fn method(name: &'static str, body: NativeBody) -> NativeDef {
        NativeDef { name, binding: Binding::Method, body }
    }

    /// A class method.
    #[must_use]
    pub const fn class_method(name: &'static str, body: NativeBody) -> NativeDef {
        NativeDef { name, binding: Binding::ClassMethod, body }
    }

    /// A static method.
    #[must_use]
    pub const fn static_method(name: &'static str, body: NativeBody) -> NativeDef {
        NativeDef { name, binding: Binding::StaticMethod, body }
    }

    /// A read-only attribute.
    #[must_use]
    pub const fn property(name: &'static str, body: NativeBody) -> NativeDef {
        NativeDef { name, binding: Binding::Property, body }
    }
}

/// A builtin type: `builtins::TYPES` holds one for each. The machine makes the classes, once per thread, and puts
/// the methods into their namespaces.
pub struct TypeDef {
    /// Its name.
    pub name: &'static str,
    /// What calling the class does: the class comes first, as for `__new__`. None: it cannot be called.
    pub constructor: Option<NativeBody>,
    /// Its methods, properties and class methods. Special methods too, where programs call them by name
    /// (`__len__`, `__getitem__`); operators need none, they are in the machine.
    pub methods: &'static [NativeDef],
}

/// A module of the engine: what `import` finds.
pub struct ModuleDef {
    /// Its full name.
    pub name: &'static str,
    /// Its functions.
    pub functions: &'static [NativeDef],
    /// Constants and classes: `(name, value)`, asked for once per run at the first import.
    pub constants: fn(&mut Vm) -> Vec<(&'static str, Value)>,
    /// More of it in Python: run in the module's namespace at the first import, hidden from tracebacks.
    pub python: Option<&'static str>,
}

impl ModuleDef {
    /// A module that is all in Python.
    #[must_use]
    pub const fn python(name: &'static str, text: &'static str) -> ModuleDef {
        ModuleDef { name, functions: &[], constants: |_| Vec::new(), python: Some(text) }
    }
}

/// The text of a file of the engine's own Python, by its path from `src`, without what only its readers need
/// (`build.rs`).
macro_rules! embedded {
    ($path:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $path))
    };
}
pub(crate) use embedded;

/// A name for lookups that happens to be in hand as an interned string.
pub type Name = Rc<Str>;
