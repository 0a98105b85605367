//! Keeps what a program writes.

use std::cell::{Cell, RefCell};

use loopscope_core::ids::TaskId;
use loopscope_core::instrument::{Instrument, Stream};
use loopscope_core::time::Time;

/// How many bytes of each stream are kept: far more than any recorded program writes.
pub const MAX_KEPT: usize = 16 << 20;

/// Keeps what a program writes.
#[derive(Default)]
pub struct Written {
    stdout: RefCell<String>,
    stderr: RefCell<String>,
    bytes: Cell<usize>,
}

impl Written {
    /// What it has written to stdout, up to [`MAX_KEPT`]; nothing is kept of it any more.
    #[must_use]
    pub fn take_stdout(&self) -> String {
        self.stdout.take()
    }

    /// What it has written to stderr, up to [`MAX_KEPT`]; nothing is kept of it any more.
    #[must_use]
    pub fn take_stderr(&self) -> String {
        self.stderr.take()
    }

    /// How many bytes it has written in all.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.bytes.get()
    }
}

impl Instrument for Written {
    fn wants_events(&self) -> bool {
        false
    }

    fn output(&self, _at: Time, _task: Option<TaskId>, stream: Stream, text: &str) {
        let target = match stream {
            Stream::Stdout => &self.stdout,
            Stream::Stderr => &self.stderr,
        };
        self.bytes.set(self.bytes.get() + text.len());
        if target.borrow().len() < MAX_KEPT {
            target.borrow_mut().push_str(text);
        }
    }
}
