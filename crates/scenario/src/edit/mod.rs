//! What can be edited in a program without typing: its delays and its task lists.
//!
//! ```text
//! source ─ guard ─> ruff's syntax tree ─ walk ─> Facts (scopes, definitions, calls)
//!                                          ├─ flow, results ─> Delay    (which numbers reach a sleep)
//!                                          └─ tasks ─────────> TaskList (which calls start tasks)
//! Delay, TaskList ─ edits, rows, switch ─> TextChange list ─ apply ─> source
//! what a run tells of one sleep ─ cause ─> Delay
//! ```
//!
//! [`analyse`] reads a source and gives an [`Outline`]; the functions beside it turn a wish ("this number
//! shall be 5", "one more row") into the smallest change of the text. Nothing is kept in between: an edit
//! reads the source again, refuses an item that is not in it any more, and checks that the changed source still
//! parses before it hands out the change. Everything that is not edited stays as it was typed, comments included.
//!
//! It is a reading of the text, not of a run: flow-insensitive, whole-file, with bounded work.
//! All positions are byte offsets into the source; [`Utf16Map`] translates them for an editor that counts UTF-16.

mod aliases;
mod cause;
mod change;
mod edits;
mod facts;
mod flow;
mod group;
mod guard;
mod label;
mod layout;
mod number;
mod results;
mod rows;
mod started;
mod steps;
mod switch;
mod tasks;
mod uses;
mod walk;

use std::fmt;
use std::ops::Range;

pub use cause::{Place, Slept, Unexplained, cause};
pub use change::{TextChange, Utf16Map, apply};
pub(crate) use edits::checked;
pub use edits::{EditError, set_argument, set_number};
pub use guard::Refusal;
pub(crate) use guard::parse;
pub use rows::{Direction, add_row, duplicate_row, move_row, remove_row};
pub use steps::{snapped, stepped};
pub use switch::switch;

/// What can be edited in a source, in the order of the text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outline {
    /// The numbers that reach a sleep, a timeout or a timer.
    pub delays: Vec<Delay>,
    /// The places where tasks are started side by side.
    pub lists: Vec<TaskList>,
    /// Whether the whole source was looked into; a very large one may be cut off.
    pub complete: bool,
}

/// What a delay is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DelayKind {
    /// `asyncio.sleep`: the task waits, the loop goes on.
    Sleep,
    /// `time.sleep`: the thread waits, and with it the loop, unless it is a thread of its own.
    Blocking,
    /// The limit of `wait_for`, `timeout`, `timeout_at`, `wait` or `as_completed`.
    Timeout,
    /// `call_later` or `call_at`.
    Timer,
}

/// Where the number of a delay stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Origin {
    /// In the sleeping call itself: `asyncio.sleep(2)`.
    Direct,
    /// In a call whose parameter goes on to a sleep: `go(2, 'hello')`.
    Argument,
    /// The default of a parameter: `def go(delay=1)`.
    Default,
    /// Assigned to a name, an attribute or an item: `DELAY = 2`, `for delay in [1, 2]`.
    Assigned,
    /// Returned by a function.
    Returned,
}

/// A number in the source that reaches a sleep, a timeout or a timer.
#[derive(Debug, Clone, PartialEq)]
pub struct Delay {
    /// What it is for.
    pub kind: DelayKind,
    /// Where it stands.
    pub origin: Origin,
    /// Its value as written; seconds when `exact`.
    pub value: f64,
    /// Whether the delay is this number, and not the result of a computation in which it takes part
    /// (`delay * 2`, `random.uniform(1, 3)`).
    pub exact: bool,
    /// The number, with its minus sign.
    pub range: Range<usize>,
    /// Line of the number, from 1.
    pub line: usize,
    /// Column of the number in characters, from 1.
    pub column: usize,
    /// What to call it: `go · delay`, `asyncio.sleep`, `DELAY`.
    pub label: String,
    /// The call or the line it stands in, on one line, cut when long.
    pub context: String,
}

/// How the tasks of a list are started.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ListKind {
    /// The arguments of `gather`.
    Gather,
    /// Statements one below the other that call `create_task` or `ensure_future`.
    CreateTask,
    /// The same on a `TaskGroup`.
    TaskGroup,
    /// The items of a list or tuple.
    List,
    /// Awaits of coroutine functions, one after another: statements, or the items of a list.
    Sequential,
}

/// Calls that start tasks side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct TaskList {
    /// How they are started.
    pub kind: ListKind,
    /// Line of the list's beginning, from 1.
    pub line: usize,
    /// The call, the list or the statements.
    pub range: Range<usize>,
    /// One for each task; never empty.
    pub rows: Vec<TaskRow>,
}

/// One task of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct TaskRow {
    /// What is called: `go`; for something that is no call, its text.
    pub callee: String,
    /// The name that the task is assigned to, if it is.
    pub variable: Option<String>,
    /// The arguments of the call.
    pub args: Vec<Arg>,
    /// The row: an argument, an item or a statement.
    pub range: Range<usize>,
    /// Line of the row, from 1.
    pub line: usize,
}

/// One argument of a row.
#[derive(Debug, Clone, PartialEq)]
pub struct Arg {
    /// The parameter it goes to, where that is known: written as a keyword, or found in the function's definition.
    pub name: Option<String>,
    /// The value's text.
    pub text: String,
    /// The value's place, without `name=`.
    pub range: Range<usize>,
    /// What the value is.
    pub kind: ArgKind,
}

/// What kind of value an argument is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ArgKind {
    /// A number literal and its value.
    Number(f64),
    /// A string literal.
    String,
    /// Any other expression.
    Other,
}

impl DelayKind {
    /// Its name in a word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sleep => "sleep",
            Self::Blocking => "blocking",
            Self::Timeout => "timeout",
            Self::Timer => "timer",
        }
    }
}

impl ListKind {
    /// Its name as in the source.
    pub fn name(self) -> &'static str {
        match self {
            Self::Gather => "gather",
            Self::CreateTask => "create_task",
            Self::TaskGroup => "TaskGroup",
            Self::List => "list",
            Self::Sequential => "one after another",
        }
    }
}

impl fmt::Display for DelayKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Display for ListKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Finds the editable parts of `source`.
///
/// # Errors
///
/// [`Refusal`] when the source does not parse, is too large or nested too deeply. A page keeps the last good
/// outline then, disabled: its positions do not fit any more.
pub fn analyse(source: &str) -> Result<Outline, Refusal> {
    let parsed = parse(source)?;
    let facts = facts::Facts::collect(parsed.suite());
    let lines = change::Lines::new(source);
    let (delays, all_delays) = flow::delays(&facts, source, &lines);
    let (found, all_lists) = tasks::find(&facts, source, &lines);
    Ok(Outline {
        delays,
        lists: found.into_iter().map(|found| found.list).collect(),
        complete: all_delays && all_lists,
    })
}
