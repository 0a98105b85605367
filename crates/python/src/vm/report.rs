//! What is told about exceptions and forgotten coroutines: on stderr, and to the instrument.

use std::rc::Rc;

use crate::code::{Code, Source};
use crate::objects::{
    Exc, ExcClass, ExcKind, Exception, Generator, GeneratorKind, NativeData, Str, TraceEntry,
};
use crate::traceback::FrameSummary;
use crate::value::Value;
use crate::vm::frame::{Fiber, Input, OnReturn, Stop};
use crate::vm::{Hints, Request, Vm, intern};

impl Vm {
    pub(crate) fn exception_class_name(&mut self, error: &Exc) -> String {
        match &error.class {
            ExcClass::Builtin(kind) if kind.module() == "builtins" => kind.name().to_owned(),
            ExcClass::Builtin(kind) => format!("{}.{}", kind.module(), kind.name()),
            ExcClass::User(class) => {
                let name = self.full_name(class);
                name.strip_prefix("__main__.").map_or(name.clone(), str::to_owned)
            }
        }
    }

    /// `str(exception)` with its suggestion; None if that fails.
    pub(crate) fn exception_message(&mut self, error: &Exc) -> Option<String> {
        let mut text = self.str(&Value::Exception(error.clone())).ok()?.to_string();
        if let Some(hint) = self.suggestion(error) {
            text.push_str(&hint);
        }
        Some(text)
    }

    pub(crate) fn notes(&mut self, error: &Exc) -> Vec<String> {
        let Some(Value::List(notes)) = error.dict.get_name(&self.names.notes) else { return Vec::new() };
        let notes = notes.items.borrow().clone();
        notes.iter().filter_map(|note| self.str(note).ok()).map(|note| note.to_string()).collect()
    }

    /// "Did you mean" of names and attributes.
    fn suggestion(&mut self, error: &Exc) -> Option<String> {
        let name = error.dict.get_name(&self.names.name_attribute);
        let Some(Value::Str(name)) = name else { return None };
        if error.is(ExcKind::NameError) && !error.is(ExcKind::UnboundLocalError) {
            let entry = error.trace.borrow().first().cloned()?;
            let own = entry.code.local_names.iter().position(|local| local.as_str() == "self");
            let own = own.and_then(|slot| entry.remains.as_ref()?.local(slot));
            if let Some(own @ Value::Instance(_)) = own
                && self.attribute_names(&own).iter().any(|known| **known == *name)
            {
                return Some(crate::traceback::name_error_hint(Some(&format!("self.{name}")), &name));
            }
            let names = self.names_in_scope(&entry.code);
            let names: Vec<&str> = names.iter().map(|name| name.as_str()).collect();
            let close = crate::traceback::closest(&names, &name);
            let hint = crate::traceback::name_error_hint(close, &name);
            return Some(hint).filter(|hint| !hint.is_empty());
        }
        if error.is(ExcKind::AttributeError) {
            let object = error.dict.get_name(&intern("obj"))?;
            let names = self.attribute_names(&object);
            let names: Vec<&str> = names.iter().map(|name| name.as_str()).collect();
            let hint = crate::traceback::did_you_mean(&names, &name);
            return Some(hint).filter(|hint| !hint.is_empty());
        }
        if error.is(ExcKind::ImportError) {
            let Value::Str(wrong) = error.dict.get_name(&intern("name_from"))? else {
                return None;
            };
            let module = self.modules.get_name(&name)?;
            let names = self.attribute_names(&module);
            let names: Vec<&str> = names.iter().map(|name| name.as_str()).collect();
            let hint = crate::traceback::did_you_mean(&names, &wrong);
            return Some(hint).filter(|hint| !hint.is_empty());
        }
        None
    }

    fn names_in_scope(&self, code: &Code) -> Vec<Rc<Str>> {
        let mut names = code.local_names.clone();
        let globals = self.main.dict.entries().into_iter().chain(self.builtins.entries());
        names.extend(globals.filter_map(|(key, _)| match key {
            Value::Str(name) => Some(name),
            _ => None,
        }));
        names
    }

    /// The names of an object's attributes: `dir(object)` without order.
    pub fn attribute_names(&mut self, object: &Value) -> Vec<Rc<Str>> {
        let mut names = Vec::new();
        let mut take = |dict: &crate::objects::Dict| {
            names.extend(dict.entries().into_iter().filter_map(|(key, _)| match key {
                Value::Str(name) => Some(name),
                _ => None,
            }));
        };
        match object {
            Value::Instance(instance) => take(&instance.dict),
            Value::Exception(exception) => take(&exception.dict),
            Value::Module(module) => take(&module.dict),
            Value::Object(native) => {
                if let NativeData::Namespace(dict) = &native.data {
                    take(dict);
                }
            }
            _ => {}
        }
        let class = match object {
            Value::Class(class) => class.clone(),
            Value::Module(_) => return names,
            other => self.class_of(other),
        };
        take(&class.dict);
        for ancestor in class.ancestors.borrow().iter() {
            take(&ancestor.dict);
        }
        names
    }

    /// An exception in one line.
    pub(crate) fn exception_summary(&mut self, error: &Exc) -> String {
        let class = self.exception_class_name(error);
        // No code of the program runs for the trace.
        let message = match &error.class {
            ExcClass::Builtin(_) => self.exception_text(error).ok().map(|text| text.to_string()),
            ExcClass::User(_) => error.args.borrow().first().and_then(Value::as_str).map(str::to_owned),
        };
        crate::traceback::exception_line(&class, Some(message.as_deref().unwrap_or("")))
    }

    /// A short picture of a plain value, for the trace.
    pub(crate) fn picture(&mut self, value: &Value) -> Option<String> {
        if value.is_none() || !is_plain(value, 0) {
            return None;
        }
        let text = self.repr(value).ok()?;
        if text.chars().count() <= 80 {
            return Some(text.to_string());
        }
        Some(text.chars().take(79).chain(['…']).collect())
    }

    /// The warning about a coroutine that went away before it was awaited.
    /// Mirrors `_warn_unawaited_coroutine`.
    pub(crate) fn warn_never_awaited(&mut self, qualname: &str, id: u32) {
        let mut message = format!("coroutine '{qualname}' was never awaited");
        let origin = self.origins.borrow_mut().remove(&id);
        // At the end of the program CPython has nothing left to format it with.
        if let Some(origin) = origin.filter(|_| !self.ended) {
            message.push_str("\nCoroutine created at (most recent call last)\n");
            message.push_str(&super::origins::format(&origin));
            // Without a frame the header is the last line.
            message.truncate(message.trim_end().len());
        }
        if let Err(error) = self.warn("RuntimeWarning", &message) {
            let gone = Generator::gone(GeneratorKind::Coroutine, Str::new(qualname), id);
            self.report_unraisable(&error, &Value::Generator(Rc::new(gone)));
        }
    }

    /// The line of the program that is running, as `file:line`.
    pub(crate) fn place_here(&self) -> Option<String> {
        let (code, op) = self.here.as_ref()?;
        Some(format!("{}:{}", code.source.filename, code.line(*op)))
    }

    /// Shows a warning about the line that is running. Mirrors `warnings.showwarning`.
    ///
    /// # Errors
    /// As those of `warn_at`.
    pub(crate) fn warn(&mut self, category: &str, message: &str) -> Result<(), Exc> {
        self.warn_at(self.line_here(), category, message)
    }

    /// The line that is running, if it is the program's.
    pub(crate) fn line_here(&self) -> Option<(Rc<Source>, u32)> {
        match &self.here {
            Some((code, op)) if !code.source.hidden => Some((code.source.clone(), code.line(*op))),
            _ => None,
        }
    }

    /// Shows a warning about a line, or about none if no frame is running, or one of the library. Once the program has
    /// loaded `warnings`, its filters come first, and what it has put in the place of `showwarning`.
    ///
    /// # Errors
    /// The warning itself where a filter makes it one, and what the program's code raises.
    pub(crate) fn warn_at(
        &mut self,
        place: Option<(Rc<Source>, u32)>,
        category: &str,
        message: &str,
    ) -> Result<(), Exc> {
        let (file, line, text) = match place {
            Some((source, line)) => (source.filename.clone(), line, source.line_text(line).trim().to_owned()),
            None => ("<sys>".to_owned(), 0, String::new()),
        };
        let unawaited =
            message.contains(" was never awaited") && (!self.ended || self.hints == Hints::AtTheEnd);
        match self.modules.get_name(&intern("warnings")) {
            // While it is being imported there is nothing yet.
            Some(Value::Module(module)) if module.dict.get_name(&intern("deprecated")).is_some() => {
                let judge = module.dict.get_name(&intern("_by_machine")).unwrap_or(Value::None);
                let arguments = [
                    category.into(),
                    message.into(),
                    Value::str(file.as_str()),
                    Value::Int(i64::from(line)),
                    Value::Bool(unawaited),
                    Value::Bool(self.ended),
                ];
                if !matches!(self.call_nested(&judge, &arguments)?, Value::Bool(true)) {
                    return Ok(());
                }
            }
            // The same warning of the same place is shown once.
            _ => {
                if !self.warned.insert((line, message.to_owned())) {
                    return Ok(());
                }
            }
        }
        let mut shown = format!("{file}:{line}: {category}: {message}\n");
        if !text.is_empty() {
            shown.push_str("  ");
            shown.push_str(&text);
            shown.push('\n');
        }
        if unawaited {
            self.hints = self.hints.max(Hints::Given);
            shown.push_str("RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n");
        }
        self.write(true, &shown);
        Ok(())
    }

    /// An exception where nobody can catch it. Mirrors `write_unraisable_exc_file`, which shows that one only: lines without
    /// marks, no notes, no suggestion and no group.
    pub(crate) fn report_unraisable(&mut self, error: &Exc, source: &Value) {
        self.report_ignored(error, ":", source);
    }

    /// The same with these words before what it comes from; only a colon, or words after which the colon comes last.
    pub(crate) fn report_ignored(&mut self, error: &Exc, words: &str, source: &Value) {
        let shown = self.repr(source);
        let shown = shown.map_or_else(|_| "?".to_owned(), |text| text.to_string());
        let end = if words == ":" { "" } else { ":" };
        let mut text = format!("Exception ignored in{words} {shown}{end}\n");
        let mut trace = error.trace.borrow().clone();
        if let (true, Some((code, op))) = (trace.is_empty(), &self.here) {
            trace.push(TraceEntry { code: code.clone(), op: *op as u32, remains: None });
        }
        let frames = trace.iter().rev().filter(|entry| !entry.code.source.hidden).map(|entry| {
            let frame = frame_summary(entry);
            FrameSummary { range: (frame.range.0, frame.range.0), ..frame }
        });
        let frames: Vec<_> = frames.collect();
        if !frames.is_empty() {
            text.push_str("Traceback (most recent call last):\n");
            let mut shown = String::new();
            crate::traceback::render_frames(&mut shown, &frames);
            let lines =
                shown.split_inclusive('\n').filter(|line| !self.unreadable || !line.starts_with("    "));
            text.extend(lines);
        }
        let class = self.exception_class_name(error);
        let message = self.str(&Value::Exception(error.clone()));
        let message = message.as_ref().map_or("<exception str() failed>", |message| message.as_str());
        text.push_str(&format!("{class}: {message}\n"));
        self.write(true, &text);
    }

    /// The name of the program's file.
    pub(crate) fn filename(&self) -> String {
        match self.main.dict.get_name(&self.names.file) {
            Some(Value::Str(name)) => name.to_string(),
            _ => "main.py".to_owned(),
        }
    }

    /// A repr of a future begins, inside at most so many others.
    pub(crate) fn enter_repr(&mut self) -> Option<()> {
        if self.repr_depth >= 20 {
            return None;
        }
        self.repr_depth += 1;
        Some(())
    }

    /// It ends.
    pub(crate) fn leave_repr(&mut self) {
        self.repr_depth -= 1;
    }

    /// Whether this is inside a nested run.
    pub(crate) fn is_nested(&self) -> bool {
        self.nested > 0
    }

    /// Calls a function in a fiber of its own.
    pub(crate) fn run_call(&mut self, fiber: &mut Fiber, callable: Value, positional: Vec<Value>) -> Stop {
        self.run_call_with(fiber, callable, positional, Vec::new())
    }

    /// The same with keyword arguments.
    pub(crate) fn run_call_with(
        &mut self,
        fiber: &mut Fiber,
        callable: Value,
        positional: Vec<Value>,
        keywords: Vec<(Value, Value)>,
    ) -> Stop {
        self.request = Some(Request::Call { callable, positional, keywords, then: OnReturn::Push });
        match self.carry_out(fiber, OnReturn::Push) {
            Ok(Some(stop)) => stop,
            Ok(None) => self.run(fiber, Input::Continue),
            Err(error) => {
                self.chain(&error);
                match self.unwind(fiber, error, false) {
                    Ok(Some(stop)) => stop,
                    Ok(None) => self.run(fiber, Input::Continue),
                    Err(error) => Stop::Raise(error),
                }
            }
        }
    }
}

/// Whether showing a value runs no code of the program and is not much work.
fn is_plain(value: &Value, depth: u32) -> bool {
    match value {
        Value::None | Value::Bool(_) | Value::Int(_) | Value::Float(_) | Value::Ellipsis => true,
        Value::Str(text) => text.len() <= 400,
        Value::Tuple(items) => {
            depth < 3 && items.len() <= 20 && items.iter().all(|item| is_plain(item, depth + 1))
        }
        Value::List(list) => {
            let items = list.items.borrow();
            depth < 3 && items.len() <= 20 && items.iter().all(|item| is_plain(item, depth + 1))
        }
        Value::Dict(dict) => {
            depth < 3
                && dict.len() <= 20
                && dict.entries().iter().all(|(k, v)| is_plain(k, depth + 1) && is_plain(v, depth + 1))
        }
        _ => false,
    }
}

pub(crate) fn frame_summary(entry: &TraceEntry) -> FrameSummary<'_> {
    // A frame that never began stands at its definition.
    let definition = entry.code.source.line_start(entry.code.first_line);
    let range = entry.code.ranges.get(entry.op as usize).copied().unwrap_or((definition, definition));
    FrameSummary { source: &entry.code.source, name: entry.code.name.as_str(), range }
}

/// The place at which an exception was raised: its innermost frame in the program.
#[must_use]
pub fn raised_at(error: &Exception) -> Option<(Rc<Code>, (u32, u32))> {
    let trace = error.trace.borrow();
    let entry = trace.iter().find(|entry| !entry.code.source.hidden)?;
    let range = entry.code.ranges.get(entry.op as usize).copied()?;
    Some((entry.code.clone(), range))
}
