//! Where `input()` reads from. The host of a program answers, at once or later.

/// What a host says when a program asks for a line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reply {
    /// A line without its end, from a file or a terminal that has shown it.
    Line(String),
    /// A line that a person typed where only the host saw it: the output shows it, as a terminal does.
    Typed(String),
    /// There are no more lines: `EOFError`.
    End,
    /// There is none yet. The program's thread blocks and asks again: some time of its clock passes meanwhile, as it does
    /// while a person thinks.
    Later,
}

/// The host's side of `input()`.
pub trait Console {
    /// The program waits for a line; `prompt` has been written already.
    fn read_line(&self, prompt: &str) -> Reply;
}

/// No keyboard and no file: every read is at the end.
pub struct Closed;

impl Console for Closed {
    fn read_line(&self, _prompt: &str) -> Reply {
        Reply::End
    }
}
