//! Where a program's output goes: stdout and stderr, in the order in which it wrote them.

use std::cell::RefCell;
use std::io::{self, BufWriter, IsTerminal, Stdout, Write};

use loopscope_core::ids::TaskId;
use loopscope_core::instrument::{Instrument, Stream};
use loopscope_core::time::Time;
use loopscope_python::{Console, Reply};

/// The two streams. As in CPython, stdout is written line by line to a terminal and in blocks to
/// anything else.
pub(crate) struct Terminal {
    stdout: RefCell<BufWriter<Stdout>>,
    line_by_line: bool,
}

impl Terminal {
    /// The streams of this process.
    pub(crate) fn new() -> Terminal {
        let stdout = io::stdout();
        let line_by_line = stdout.is_terminal();
        Terminal { stdout: RefCell::new(BufWriter::new(stdout)), line_by_line }
    }

    /// Writes what is still held back.
    pub(crate) fn flush(&self) {
        // A reader that is gone wants no more.
        let _ = self.stdout.borrow_mut().flush();
    }
}

impl Console for Terminal {
    fn read_line(&self, _prompt: &str) -> Reply {
        self.flush();
        let mut line = String::new();
        match io::stdin().read_line(&mut line) {
            Ok(0) | Err(_) => Reply::End,
            Ok(_) => Reply::Line(line.strip_suffix('\n').unwrap_or(&line).to_owned()),
        }
    }
}

impl Instrument for Terminal {
    fn wants_events(&self) -> bool {
        false
    }

    fn output(&self, _: Time, _: Option<TaskId>, stream: Stream, text: &str) {
        match stream {
            Stream::Stdout => {
                let _ = self.stdout.borrow_mut().write_all(text.as_bytes());
                if self.line_by_line && text.contains('\n') {
                    self.flush();
                }
            }
            Stream::Stderr => {
                self.flush();
                let _ = io::stderr().write_all(text.as_bytes());
            }
        }
    }
}
