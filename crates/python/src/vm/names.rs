//! Globals, builtins, imports, the prelude.

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::code::{Code, Source};
use crate::native::NativeResult;
use crate::objects::{Dict, Exc, ExcKind, Function, Module, Native, Str, error, type_error};
use crate::stdlib::library;
use crate::value::Value;
use crate::vm::frame::OnReturn;
use crate::vm::{Request, Vm, intern};

impl Vm {
    /// Puts the builtin functions, types and exceptions into their namespace.
    pub(crate) fn fill_builtins(&mut self) {
        for definition in crate::builtins::FUNCTIONS
            .iter()
            .chain(super::own_types::FUNCTIONS)
            .chain(super::async_types::FUNCTIONS)
        {
            let value = super::types::native(definition.name, definition.body, Some("builtins"));
            self.builtins.set_name(&intern(definition.name), value);
        }
        for name in [
            "object",
            "type",
            "int",
            "bool",
            "float",
            "str",
            "bytes",
            "tuple",
            "list",
            "dict",
            "set",
            "frozenset",
            "range",
            "slice",
            "property",
            "staticmethod",
            "classmethod",
            "super",
        ] {
            if let Some(class) = self.types.by_name(name) {
                self.builtins.set_name(&intern(name), Value::Class(class));
            }
        }
        for name in ["enumerate", "zip", "map", "filter", "reversed"] {
            let class = self.types.rare(name);
            if class.constructor.get().is_some() {
                self.builtins.set_name(&intern(name), Value::Class(class));
            }
        }
        for &kind in ExcKind::ALL {
            if kind.module() == "builtins" {
                let class = self.types.exception(kind).clone();
                self.builtins.set_name(&intern(kind.name()), Value::Class(class));
            }
        }
        for name in ["IOError", "EnvironmentError"] {
            let class = self.types.exception(ExcKind::OSError).clone();
            self.builtins.set_name(&intern(name), Value::Class(class));
        }
        for (name, value) in [
            ("NotImplemented", Value::NotImplemented),
            ("Ellipsis", Value::Ellipsis),
            ("__debug__", Value::Bool(true)),
        ] {
            self.builtins.set_name(&intern(name), value);
        }
        let main = self.main.clone();
        main.dict.set_name(&self.names.name, Value::str("__main__"));
        let builtins = Module { name: intern("builtins"), dict: self.builtins.clone() };
        let builtins = Value::Module(Rc::new(builtins));
        main.dict.set_name(&intern("__builtins__"), builtins.clone());
        self.modules.set_name(&intern("__main__"), Value::Module(main));
        self.modules.set_name(&intern("builtins"), builtins);
    }

    /// A builtin by its name; those written in Python are loaded when they are named.
    pub(crate) fn builtin(&mut self, name: &Rc<Str>) -> NativeResult {
        if let Some(value) = self.builtins.get_name(name) {
            return Ok(value);
        }
        match crate::builtins::late::builtin(self, name)? {
            Some(value) => Ok(value),
            None => Err(self.name_error(name)),
        }
    }

    /// The NameError of a name that is neither global nor builtin.
    #[cold]
    pub(crate) fn name_error(&mut self, name: &Rc<Str>) -> Exc {
        let exception = error(ExcKind::NameError, format!("name '{name}' is not defined"));
        exception.dict.set_name(&self.names.name_attribute, Value::Str(name.clone()));
        exception
    }

    /// A function without parameters of a code: a module's body.
    pub(crate) fn module_function(&mut self, code: Rc<Code>, globals: Rc<Dict>) -> Rc<Function> {
        let function = Rc::new(Function {
            name: code.name.clone().into(),
            qualname: code.qualname.clone().into(),
            code,
            globals,
            closure: Vec::new().into(),
            defaults: Vec::new().into(),
            kw_defaults: None.into(),
            dict: None.into(),
            described: None.into(),
        });
        self.heap.function(&function);
        function
    }

    /// The code of a module of the engine's own, which is compiled once: code does not change, and a page runs the
    /// program again with each keystroke.
    fn hidden_code(&mut self, name: &str, text: &'static str) -> Result<Rc<Code>, Exc> {
        thread_local! {
            // By where the text is: there is one of each.
            static COMPILED: RefCell<FxHashMap<*const u8, Rc<Code>>> = RefCell::default();
        }
        if let Some(code) = COMPILED.with_borrow(|compiled| compiled.get(&text.as_ptr()).cloned()) {
            return Ok(code);
        }
        let code = compile_hidden(name, text)?;
        COMPILED.with_borrow_mut(|compiled| compiled.insert(text.as_ptr(), code.clone()));
        Ok(code)
    }

    /// Runs definitions that the engine has written for the program (the parameters of a named tuple), in a namespace.
    pub(crate) fn run_definitions(&mut self, text: &str, globals: &Rc<Dict>) -> Result<(), Exc> {
        self.charge(text.len() * 16)?;
        let code = compile_hidden("definitions", text)?;
        self.run_body(code, globals)
    }

    /// The namespace of the prelude.
    fn prelude_globals(&mut self) -> Result<Rc<Dict>, Exc> {
        if let Some(globals) = &self.prelude {
            return Ok(globals.clone());
        }
        let globals = self.new_dict();
        globals.set_name(&self.names.name.clone(), Value::str("builtins"));
        self.prelude = Some(globals.clone());
        let code = self.hidden_code("prelude", crate::builtins::PRELUDE)?;
        self.run_body(code, &globals)?;
        Ok(globals)
    }

    /// Runs a text of the engine's own, which only defines things, in a namespace.
    pub(crate) fn run_hidden(
        &mut self,
        name: &str,
        text: &'static str,
        globals: &Rc<Dict>,
    ) -> Result<(), Exc> {
        let code = self.hidden_code(name, text)?;
        self.run_body(code, globals)
    }

    /// Runs a body of the engine's own, which only defines things, at once.
    fn run_body(&mut self, code: Rc<Code>, globals: &Rc<Dict>) -> Result<(), Exc> {
        let function = self.module_function(code, globals.clone());
        let request = Request::Call {
            callable: Value::Function(function),
            positional: Vec::new(),
            keywords: Vec::new(),
            then: OnReturn::Push,
        };
        // A native may have left its own request already.
        let outer = self.request.replace(request);
        let result = self.finish_nested(Value::Nothing);
        self.request = outer;
        result.map(drop)
    }

    /// A function of the prelude.
    pub fn prelude_function(&mut self, name: &'static str) -> NativeResult {
        let globals = self.prelude_globals()?;
        globals
            .get_name(&intern(name))
            .ok_or_else(|| error(ExcKind::SystemError, format!("the prelude has no function {name}")))
    }

    /// Ends a native by a call: its result is the native's. Nothing is nested, the call may suspend.
    pub fn tail_call(&mut self, callable: &Value, positional: Vec<Value>) -> NativeResult {
        self.request_call(callable.clone(), Value::Nothing, positional, Vec::new())
    }

    /// The same with keyword arguments.
    pub(crate) fn tail_call_with(
        &mut self,
        callable: &Value,
        positional: Vec<Value>,
        keywords: Vec<(Value, Value)>,
    ) -> NativeResult {
        self.request_call(callable.clone(), Value::Nothing, positional, keywords)
    }

    /// Ends a native by a call of a function written in Python in the prelude (`builtins/prelude.py`): for everything
    /// that has to call back into the program (keys, `__iter__` of its classes, ...).
    pub fn prelude(&mut self, function: &'static str, positional: Vec<Value>) -> NativeResult {
        let callable = self.prelude_function(function)?;
        self.tail_call(&callable, positional)
    }

    /// `import name`: a module of the engine's, made at its first import.
    pub fn import_module(&mut self, name: &str) -> Result<Option<Rc<Module>>, Exc> {
        if let Some(Value::Module(module)) = self.modules.get_name(&intern(name)) {
            return Ok(Some(module));
        }
        if let Some(part) = name.strip_prefix("asyncio.")
            && crate::asyncio::PARTS.contains(&part)
        {
            return self.import_module("asyncio");
        }
        if matches!(
            name,
            "concurrent.futures._base" | "concurrent.futures.process" | "concurrent.futures.thread"
        ) {
            return self.import_module("concurrent.futures");
        }
        let definitions = crate::stdlib::MODULES.iter().chain(crate::asyncio::MODULES);
        let Some(definition) = definitions.copied().find(|definition| definition.name == name) else {
            return Ok(None);
        };
        let dict = self.new_dict();
        let module = Rc::new(Module { name: intern(name), dict: dict.clone() });
        dict.set_name(&self.names.name.clone(), Value::str(name));
        self.modules.set_name(&intern(name), Value::Module(module.clone()));
        if let Some((parent, child)) = name.rsplit_once('.')
            && let Some(parent) = self.import_module(parent)?
        {
            parent.dict.set_name(&intern(child), Value::Module(module.clone()));
        }
        for function in definition.functions {
            let native = Native {
                name: function.name,
                binding: function.binding,
                body: function.body,
                module: Some(definition.name),
                owner: std::rc::Weak::new().into(),
            };
            dict.set_name(&intern(function.name), Value::Native(Rc::new(native)));
        }
        for (name, value) in (definition.constants)(self) {
            dict.set_name(&intern(name), value);
        }
        if name == "asyncio" {
            for part in crate::asyncio::PARTS {
                dict.set_name(&intern(part), Value::Module(module.clone()));
            }
        }
        if let Some(embedded) = definition.python
            && let Err(error) = self.run_embedded(definition.name, embedded, &dict)
        {
            // As after any import that failed, the next one begins anew.
            self.dict_remove(&self.modules.clone(), &Value::str(name))?;
            return Err(error);
        }
        Ok(Some(module))
    }

    fn run_embedded(&mut self, name: &str, embedded: &'static str, dict: &Rc<Dict>) -> Result<(), Exc> {
        match library::text(embedded) {
            Some(text) => self.run_hidden(name, text, dict),
            None => {
                self.lacks_library |= !library::is_provided();
                let message = format!("the text of '{name}' has not been loaded yet");
                Err(error(ExcKind::ImportError, message))
            }
        }
    }

    /// `import a.b.c`: the first module, or with a from list the last.
    pub(crate) fn import_name(&mut self, name: &Rc<Str>, fromlist: &Value, level: &Value) -> NativeResult {
        if level.as_int().unwrap_or(0) > 0 {
            return Err(error(
                ExcKind::ImportError,
                "attempted relative import with no known parent package",
            ));
        }
        let mut path = String::new();
        let mut last = None;
        let mut first = None;
        for part in name.split('.') {
            let parent = path.clone();
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(part);
            let Some(module) = self.import_module(&path)? else {
                return Err(self.no_module(&path, &parent));
            };
            first.get_or_insert_with(|| module.clone());
            last = Some(module);
        }
        let module = if fromlist.is_none() { first } else { last };
        module.map(Value::Module).ok_or_else(|| error(ExcKind::ValueError, "Empty module name"))
    }

    fn no_module(&mut self, path: &str, parent: &str) -> Exc {
        let message = match parent {
            "" => format!("No module named '{path}'"),
            parent => format!("No module named '{path}'; '{parent}' is not a package"),
        };
        let exception = error(ExcKind::ModuleNotFoundError, message);
        exception.dict.set_name(&intern("name"), Value::str(path));
        self.with_note(exception, super::missing::advice(path))
    }

    /// An exception with a sentence about the playground.
    pub(crate) fn with_note(&mut self, exception: Exc, note: &str) -> Exc {
        let notes = self.new_list(vec![Value::str(note)]);
        exception.dict.set_name(&self.names.notes, notes);
        exception
    }

    /// `from module import name`.
    pub(crate) fn import_from(&mut self, module: &Value, name: &Rc<Str>) -> NativeResult {
        if let Value::Module(module) = module {
            if let Some(value) = module.dict.get_name(name) {
                return Ok(value);
            }
            if let Some(value) = crate::asyncio::late::attribute(self, module, name)? {
                return Ok(value);
            }
            if let Some(submodule) = self.import_module(&format!("{}.{name}", module.name))? {
                return Ok(Value::Module(submodule));
            }
            if let Some(answer) = self.ask_module(module, name) {
                return answer;
            }
            let exception = error(
                ExcKind::ImportError,
                format!("cannot import name '{name}' from '{}' ({})", module.name, location(&module.name)),
            );
            exception.dict.set_name(&intern("name"), Value::Str(module.name.clone()));
            exception.dict.set_name(&intern("name_from"), Value::Str(name.clone()));
            return Err(exception);
        }
        self.get_attr(module, name)
    }

    /// `from module import *`.
    pub(crate) fn import_star(&mut self, module: &Value, globals: &Rc<Dict>) -> Result<(), Exc> {
        let Value::Module(module) = module else { return Err(type_error("not a module")) };
        crate::asyncio::late::all(self, module)?;
        let all = module.dict.get_name(&intern("__all__"));
        let listed = match &all {
            Some(all) => self.collect(all)?,
            None => None,
        };
        for (key, value) in module.dict.entries() {
            let Value::Str(name) = &key else { continue };
            let public = match &listed {
                Some(listed) => listed.iter().any(|item| item.as_str() == Some(name.as_str())),
                None => !name.starts_with('_'),
            };
            if public {
                globals.set_name(name, value);
            }
        }
        Ok(())
    }
}

fn compile_hidden(name: &str, text: &str) -> Result<Rc<Code>, Exc> {
    let source = Rc::new(Source::hidden(format!("<{name}>"), text));
    let mut code = crate::compile::compile(&source).map_err(|problems| {
        let problem = problems.first().map(|problem| problem.message.clone()).unwrap_or_default();
        error(ExcKind::SystemError, format!("the engine's own module {name} does not compile: {problem}"))
    })?;
    super::fuse_code(&mut code);
    Ok(code)
}

/// Where CPython has a module of its library, as errors show it.
fn location(module: &str) -> String {
    const LIBRARY: &str = "/usr/lib/python3.13/";
    match module {
        "builtins" | "itertools" | "sys" | "time" => "unknown location".to_owned(),
        "math" => format!("{LIBRARY}lib-dynload/math.cpython-313-x86_64-linux-gnu.so"),
        "asyncio" | "collections" | "concurrent" | "concurrent.futures" | "json" | "logging" | "re"
        | "unittest" => format!("{LIBRARY}{}/__init__.py", module.replace('.', "/")),
        other => format!("{LIBRARY}{}.py", other.replace('.', "/")),
    }
}
