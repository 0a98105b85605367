//! Exceptions: the builtin classes and what an exception object holds.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use compact_str::CompactString;

use crate::code::Code;
use crate::objects::{Class, Dict, Remains};
use crate::value::Value;

/// An exception on its way.
pub type Exc = Rc<Exception>;

/// One frame of a traceback.
#[derive(Clone, Debug)]
pub struct TraceEntry {
    /// The frame's code.
    pub code: Rc<Code>,
    /// The instruction it was at.
    pub op: u32,
    /// What it leaves behind, if it has anything.
    pub remains: Option<Rc<Remains>>,
}

/// The class of an exception object.
#[derive(Clone, Debug)]
pub enum ExcClass {
    /// A builtin one.
    Builtin(ExcKind),
    /// One written in Python.
    User(Rc<Class>),
}

/// What an exception group has beyond an exception.
#[derive(Debug)]
pub struct Group {
    /// Its message: a string.
    pub message: Value,
    /// A tuple of its exceptions: one at least.
    pub exceptions: Value,
}

/// An instance of an exception class.
#[derive(Debug)]
pub struct Exception {
    /// Its class.
    pub class: ExcClass,
    /// `args`.
    pub args: RefCell<Vec<Value>>,
    /// For groups.
    pub group: RefCell<Option<Box<Group>>>,
    /// `__cause__`.
    pub cause: RefCell<Option<Exc>>,
    /// `__context__`.
    pub context: RefCell<Option<Exc>>,
    /// `__suppress_context__`.
    pub suppress_context: Cell<bool>,
    /// The frames it went through, innermost first. Mirrors `__traceback__`, whose order is the reverse.
    pub trace: RefCell<Vec<TraceEntry>>,
    /// `__notes__` and attributes set by the program.
    pub dict: Rc<Dict>,
    /// What the frames it went through hold, where that has something to say when it goes away.
    pub held: RefCell<Option<Value>>,
    /// The names of an OSError's files: a tuple of two. They are beside its arguments.
    pub files: RefCell<Option<Value>>,
}

impl Drop for Exception {
    fn drop(&mut self) {
        if let Some(group) = self.group.take() {
            crate::heap::drop_value(group.exceptions);
        }
        crate::heap::drop_backwards(self.args.take());
        drop(self.trace.take());
        // A chain of exceptions may be as long as the run.
        if let Some(cause) = self.cause.take() {
            loopscope_core::release::release(cause);
        }
        if let Some(context) = self.context.take() {
            loopscope_core::release::release(context);
        }
    }
}

macro_rules! exceptions {
    ($($name:ident: $base:ident, $module:literal;)*) => {
        /// The builtin exception classes.
        #[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
        pub enum ExcKind {
            $(#[doc = concat!("`", stringify!($name), "`")] $name,)*
        }

        impl ExcKind {
            /// All of them, bases before those that derive from them.
            pub const ALL: &[ExcKind] = &[$(ExcKind::$name),*];

            /// The class's name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(ExcKind::$name => stringify!($name)),* }
            }

            /// The class it derives from; itself for BaseException.
            #[must_use]
            pub const fn base(self) -> ExcKind {
                match self { $(ExcKind::$name => ExcKind::$base),* }
            }

            /// Whether its instances hold more than those of the class it derives from.
            #[must_use]
            pub const fn has_fields(self) -> bool {
                matches!(
                    self,
                    ExcKind::BaseException
                        | ExcKind::BaseExceptionGroup
                        | ExcKind::StopIteration
                        | ExcKind::SystemExit
                        | ExcKind::ImportError
                        | ExcKind::OSError
                        | ExcKind::NameError
                        | ExcKind::AttributeError
                )
            }

            /// The module it belongs to.
            #[must_use]
            pub const fn module(self) -> &'static str {
                match self { $(ExcKind::$name => $module),* }
            }
        }
    };
}

exceptions! {
    BaseException: BaseException, "builtins";
    Exception: BaseException, "builtins";
    KeyboardInterrupt: BaseException, "builtins";
    SystemExit: BaseException, "builtins";
    GeneratorExit: BaseException, "builtins";
    BaseExceptionGroup: BaseException, "builtins";
    ExceptionGroup: BaseExceptionGroup, "builtins";
    StopIteration: Exception, "builtins";
    StopAsyncIteration: Exception, "builtins";
    ArithmeticError: Exception, "builtins";
    FloatingPointError: ArithmeticError, "builtins";
    OverflowError: ArithmeticError, "builtins";
    ZeroDivisionError: ArithmeticError, "builtins";
    AssertionError: Exception, "builtins";
    AttributeError: Exception, "builtins";
    BufferError: Exception, "builtins";
    EOFError: Exception, "builtins";
    ImportError: Exception, "builtins";
    ModuleNotFoundError: ImportError, "builtins";
    LookupError: Exception, "builtins";
    IndexError: LookupError, "builtins";
    KeyError: LookupError, "builtins";
    MemoryError: Exception, "builtins";
    NameError: Exception, "builtins";
    UnboundLocalError: NameError, "builtins";
    OSError: Exception, "builtins";
    BlockingIOError: OSError, "builtins";
    ChildProcessError: OSError, "builtins";
    ConnectionError: OSError, "builtins";
    BrokenPipeError: ConnectionError, "builtins";
    ConnectionAbortedError: ConnectionError, "builtins";
    ConnectionRefusedError: ConnectionError, "builtins";
    ConnectionResetError: ConnectionError, "builtins";
    FileExistsError: OSError, "builtins";
    FileNotFoundError: OSError, "builtins";
    InterruptedError: OSError, "builtins";
    IsADirectoryError: OSError, "builtins";
    NotADirectoryError: OSError, "builtins";
    PermissionError: OSError, "builtins";
    ProcessLookupError: OSError, "builtins";
    TimeoutError: OSError, "builtins";
    ReferenceError: Exception, "builtins";
    RuntimeError: Exception, "builtins";
    NotImplementedError: RuntimeError, "builtins";
    RecursionError: RuntimeError, "builtins";
    PythonFinalizationError: RuntimeError, "builtins";
    SyntaxError: Exception, "builtins";
    IndentationError: SyntaxError, "builtins";
    TabError: IndentationError, "builtins";
    SystemError: Exception, "builtins";
    TypeError: Exception, "builtins";
    ValueError: Exception, "builtins";
    UnicodeError: ValueError, "builtins";
    UnicodeDecodeError: UnicodeError, "builtins";
    UnicodeEncodeError: UnicodeError, "builtins";
    UnicodeTranslateError: UnicodeError, "builtins";
    Warning: Exception, "builtins";
    DeprecationWarning: Warning, "builtins";
    RuntimeWarning: Warning, "builtins";
    UserWarning: Warning, "builtins";
    SyntaxWarning: Warning, "builtins";
    FutureWarning: Warning, "builtins";
    ResourceWarning: Warning, "builtins";
    PendingDeprecationWarning: Warning, "builtins";
    ImportWarning: Warning, "builtins";
    UnicodeWarning: Warning, "builtins";
    BytesWarning: Warning, "builtins";
    EncodingWarning: Warning, "builtins";
    CancelledError: BaseException, "asyncio.exceptions";
    InvalidStateError: Exception, "asyncio.exceptions";
    QueueEmpty: Exception, "asyncio.queues";
    QueueFull: Exception, "asyncio.queues";
    QueueShutDown: Exception, "asyncio.queues";
    BrokenBarrierError: RuntimeError, "asyncio.exceptions";
    IncompleteReadError: EOFError, "asyncio.exceptions";
    LimitOverrunError: Exception, "asyncio.exceptions";
}

impl ExcKind {
    /// Whether it is `other` or derives from it.
    #[must_use]
    pub fn is(self, other: ExcKind) -> bool {
        // The one class with two bases.
        if self == ExcKind::ExceptionGroup && other == ExcKind::Exception {
            return true;
        }
        let mut kind = self;
        while kind != other {
            if kind.base() == kind {
                return false;
            }
            kind = kind.base();
        }
        true
    }
}

impl Exception {
    /// An exception of any class.
    #[must_use]
    #[cfg_attr(page, optimize(speed))]
    pub fn with_class(class: ExcClass, args: Vec<Value>) -> Exc {
        Rc::new(Exception {
            class,
            args: RefCell::new(args),
            group: RefCell::new(None),
            cause: RefCell::new(None),
            context: RefCell::new(None),
            suppress_context: Cell::new(false),
            trace: RefCell::new(Vec::new()),
            dict: Rc::new(Dict::new()),
            held: RefCell::new(None),
            files: RefCell::new(None),
        })
    }

    /// A builtin exception.
    #[must_use]
    pub fn new(kind: ExcKind, args: Vec<Value>) -> Exc {
        Exception::with_class(ExcClass::Builtin(kind), args)
    }

    /// The builtin class it is of or derives from most closely.
    #[must_use]
    pub fn kind(&self) -> ExcKind {
        match &self.class {
            ExcClass::Builtin(kind) => *kind,
            ExcClass::User(class) => match class.kind {
                crate::objects::ClassKind::Exception(kind) => kind,
                _ => ExcKind::BaseException,
            },
        }
    }

    /// Whether it is an instance of that builtin class.
    #[must_use]
    pub fn is(&self, kind: ExcKind) -> bool {
        self.kind().is(kind)
    }
}

/// A builtin exception with a message.
#[must_use]
pub fn error(kind: ExcKind, message: impl Into<CompactString>) -> Exc {
    Exception::new(kind, vec![Value::str(message)])
}

/// A TypeError.
#[must_use]
pub fn type_error(message: impl Into<CompactString>) -> Exc {
    error(ExcKind::TypeError, message)
}

/// A ValueError.
#[must_use]
pub fn value_error(message: impl Into<CompactString>) -> Exc {
    error(ExcKind::ValueError, message)
}

/// An IndexError.
#[must_use]
pub fn index_error(message: impl Into<CompactString>) -> Exc {
    error(ExcKind::IndexError, message)
}

/// An AttributeError.
#[must_use]
pub fn attribute_error(message: impl Into<CompactString>) -> Exc {
    error(ExcKind::AttributeError, message)
}

/// An OverflowError.
#[must_use]
pub fn overflow_error(message: impl Into<CompactString>) -> Exc {
    error(ExcKind::OverflowError, message)
}

/// A ZeroDivisionError.
#[must_use]
pub fn zero_division_error(message: impl Into<CompactString>) -> Exc {
    error(ExcKind::ZeroDivisionError, message)
}

/// A RuntimeError.
#[must_use]
pub fn runtime_error(message: impl Into<CompactString>) -> Exc {
    error(ExcKind::RuntimeError, message)
}
