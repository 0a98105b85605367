//! What the compiler hands to the machine: the code of a module, function, class body or comprehension.

use std::cell::Cell;
use std::rc::Rc;

use loopscope_core::instrument::Location;

use crate::objects::Str;
use crate::op::Op;
use crate::value::Value;

/// A source text and where its lines begin.
#[derive(Debug)]
pub struct Source {
    /// The name shown in tracebacks.
    pub filename: String,
    /// The text.
    pub text: String,
    /// Byte offset of the beginning of each line.
    lines: Vec<u32>,
    /// Whether a byte is a column.
    ascii: bool,
    /// Whether it is part of the engine: its frames are left out of tracebacks and traces.
    pub hidden: bool,
    /// Whether it was made while the program ran: nobody can be shown its lines.
    pub generated: bool,
    /// The line whose statements tell that they begin.
    pub(crate) watched: Option<u32>,
}

impl Source {
    /// The same, with an eye on a line.
    pub(crate) fn watching(mut self, line: Option<u32>) -> Source {
        self.watched = line;
        self
    }

    /// A program's text.
    #[must_use]
    pub fn new(filename: impl Into<String>, text: impl Into<String>) -> Source {
        let text = text.into();
        let bytes = text.as_bytes();
        let mut lines = vec![0];
        for (index, byte) in bytes.iter().enumerate() {
            if *byte == b'\n' || (*byte == b'\r' && bytes.get(index + 1) != Some(&b'\n')) {
                lines.push(index as u32 + 1);
            }
        }
        Source {
            filename: filename.into(),
            ascii: text.is_ascii(),
            text,
            watched: None,
            lines,
            hidden: false,
            generated: false,
        }
    }

    /// A text of the engine's own.
    #[must_use]
    pub fn hidden(filename: impl Into<String>, text: impl Into<String>) -> Source {
        Source { hidden: true, ..Source::new(filename, text) }
    }

    /// A text that was made while the program ran. Mirrors what `exec` is given.
    #[must_use]
    pub fn generated(text: impl Into<String>) -> Source {
        Source { generated: true, ..Source::new("<string>", text) }
    }

    /// The line of a byte offset, from 1.
    #[must_use]
    pub fn line(&self, offset: u32) -> u32 {
        self.lines.partition_point(|start| *start <= offset) as u32
    }

    /// The column of a byte offset in characters, from 1.
    #[must_use]
    pub fn column(&self, offset: u32) -> u32 {
        self.column_in(self.line(offset), offset)
    }

    /// The line and the column of a byte offset.
    #[must_use]
    pub fn place(&self, offset: u32) -> Location {
        let line = self.line(offset);
        Location { line, column: self.column_in(line, offset) }
    }

    fn column_in(&self, line: u32, offset: u32) -> u32 {
        let start = self.lines[line.max(1) as usize - 1] as usize;
        let end = (offset as usize).min(self.text.len());
        if self.ascii && start <= end {
            return (end - start) as u32 + 1;
        }
        self.text.get(start..end).map_or(1, |text| text.chars().count() as u32 + 1)
    }

    /// The byte offset at which a line (from 1) begins.
    #[must_use]
    pub fn line_start(&self, line: u32) -> u32 {
        self.lines.get((line as usize).saturating_sub(1)).copied().unwrap_or(self.text.len() as u32)
    }

    /// The text of a line (from 1) without its end; empty if there is no such line.
    #[must_use]
    pub fn line_text(&self, line: u32) -> &str {
        if self.generated {
            return "";
        }
        let start = self.line_start(line) as usize;
        let end = self.line_start(line + 1) as usize;
        self.text.get(start..end).unwrap_or("").trim_end_matches(['\r', '\n'])
    }
}

/// Where the instructions in `start..end` go when they raise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handler {
    /// First instruction covered.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// The handler's first instruction.
    pub target: u32,
    /// How many operands stay on the stack (locals not counted); the exception is pushed on them.
    pub depth: u32,
}

/// What calling a code's function gives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CodeKind {
    /// The result.
    Plain,
    /// A generator.
    Generator,
    /// A coroutine.
    Coroutine,
    /// An async generator.
    AsyncGenerator,
}

/// The parameters of a function. They fill the first slots in this order: positional-only, positional or
/// keyword, keyword-only, `*args`, `**kwargs`.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Parameters {
    /// Before `/`.
    pub positional_only: u16,
    /// All that can be given by position, the positional-only ones included.
    pub positional: u16,
    /// After `*`.
    pub keyword_only: u16,
    /// `*args` is there.
    pub var_args: bool,
    /// `**kwargs` is there.
    pub var_kwargs: bool,
}

impl Parameters {
    /// The number of slots that they fill.
    #[must_use]
    pub fn slots(&self) -> usize {
        usize::from(self.positional)
            + usize::from(self.keyword_only)
            + usize::from(self.var_args)
            + usize::from(self.var_kwargs)
    }
}

/// Compiled code.
#[derive(Debug)]
pub struct Code {
    /// `<module>`, the function's or class's name, `<lambda>`, `<listcomp>`, ...
    pub name: Rc<Str>,
    /// With the names of the enclosing scopes: `outer.<locals>.inner`.
    pub qualname: Rc<Str>,
    /// The text it comes from.
    pub source: Rc<Source>,
    /// The line of its `def` or first decorator, from 1.
    pub first_line: u32,
    /// The instructions. The last one executed is always `Return`, `Raise` or `Reraise`.
    pub ops: Vec<Op>,
    /// For each instruction the byte range of the expression or statement it comes from, as CPython's
    /// `co_positions`: an attribute load covers the whole `a.b`, a call the whole `f(x)`, a binary operator both operands.
    pub ranges: Vec<(u32, u32)>,
    /// Constants. Inner code is `Value::Code`.
    pub consts: Vec<Value>,
    /// Names of globals, attributes and imports; interned.
    pub names: Vec<Rc<Str>>,
    /// Names of the slots: parameters, other locals, own cell variables that are no parameters, then
    /// free variables.
    pub local_names: Vec<Rc<Str>>,
    /// How many of the last slots are free variables: `MakeFunction`'s closure tuple fills them in order.
    pub free_count: u32,
    /// The slots of own variables that `MakeCell` wraps (parameters included).
    pub cells: Vec<u32>,
    /// The parameters.
    pub parameters: Parameters,
    /// Where raising goes; the innermost handler comes first.
    pub handlers: Vec<Handler>,
    /// The deepest its operand stack gets (an upper bound is fine: it only reserves room).
    pub stack_size: u32,
    /// What calling it gives.
    pub kind: CodeKind,
    /// It is a class body: it has a namespace of its own.
    pub class_body: bool,
    /// `types.coroutine` was given its function: its generators may `yield from` coroutines.
    pub(crate) iterable_coroutine: Cell<bool>,
    /// Its docstring.
    pub docstring: Option<Rc<Str>>,
    /// For the machine's own use: where the names were found last, one for each of `names`. The compiler
    /// makes it with [`Code::hints_for`].
    pub hints: Vec<Hint>,
    /// For the machine's own use: where enough plain instructions begin for the loop that does only these, and how often going
    /// there may still come to nothing; else 0. Empty until the machine has it.
    pub(crate) runs: Vec<Cell<u8>>,
}

/// Where a name was found last: the next time it is looked for there first.
#[derive(Debug, Default)]
pub struct Hint {
    /// Its position in the globals or builtins, or in the dict of an instance.
    pub(crate) position: Cell<u32>,
    /// The generation of the globals in which the name is none of theirs, and `position` is one in the builtins.
    pub(crate) globals: Cell<u32>,
    /// The version of the class that `place` is about; see `vm::attributes::hinted`.
    pub(crate) version: Cell<u32>,
    /// Where that class or one of its ancestors has it.
    pub(crate) place: Cell<u32>,
    /// The version of the class whose instances take the name as an attribute without any ceremony.
    pub(crate) stores: Cell<u32>,
}

impl Code {
    /// Whether it is a function with positional parameters only.
    #[must_use]
    #[cfg_attr(page, optimize(speed))]
    pub fn is_simple(&self) -> bool {
        let parameters = &self.parameters;
        parameters.keyword_only == 0 && !parameters.var_args && !parameters.var_kwargs && !self.class_body
    }

    /// Fresh hints for that many names.
    #[must_use]
    pub fn hints_for(names: usize) -> Vec<Hint> {
        (0..names).map(|_| Hint::default()).collect()
    }

    /// The line of an instruction, from 1.
    #[must_use]
    pub fn line(&self, op: usize) -> u32 {
        self.ranges.get(op).map_or(self.first_line, |range| self.source.line(range.0))
    }
}
