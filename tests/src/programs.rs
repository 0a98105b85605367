//! The conformance programs with what CPython 3.13 does with them, embedded by `build.rs`.
//!
//! Knows no engine: both the native test and the one in the browser take their programs from here.

/// A Python program and what it ought to do.
#[derive(Clone, Copy, Debug)]
pub struct Program {
    /// Folder and name, such as `asyncio-order/gather_ticks`.
    pub name: &'static str,
    /// The source text.
    pub source: &'static str,
    /// What was recorded; `None` if `record.py` has not been run since the program was added.
    pub expected: Option<Expected>,
}

/// What a program writes and how it ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Expected {
    /// All of stdout.
    pub stdout: &'static str,
    /// All of stderr.
    pub stderr: &'static str,
    /// The exit status, as a shell would report it.
    pub status: u8,
}

impl Program {
    /// The name of its file, as tracebacks show it.
    #[must_use]
    pub fn filename(&self) -> String {
        format!("{}.py", self.name.rsplit('/').next().unwrap_or(self.name))
    }

    /// The folder it is in: what it is about.
    #[must_use]
    pub fn folder(&self) -> &'static str {
        self.name.split('/').next().unwrap_or(self.name)
    }

    /// Why the engine does not run it as recorded yet, if `pending.txt` lists it.
    #[must_use]
    pub fn pending(&self) -> Option<&'static str> {
        pending().find_map(|(name, reason)| (name == self.name).then_some(reason))
    }
}

/// Every recorded program, ordered by folder.
#[must_use]
pub fn programs() -> &'static [Program] {
    PROGRAMS
}

/// Programs that CPython would run and the engine refuses; what is expected of them is written by hand.
#[must_use]
pub fn refusals() -> &'static [Program] {
    REFUSALS
}

/// The lines of `pending.txt`: names and reasons.
pub fn pending() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = include_str!("../pending.txt").lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split_once(char::is_whitespace).unwrap_or((line, "")))
        .map(|(name, reason)| (name, reason.trim()))
}

include!(concat!(env!("OUT_DIR"), "/programs.rs"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_program_is_recorded() {
        let missing: Vec<_> = programs()
            .iter()
            .chain(refusals())
            .filter(|program| program.expected.is_none())
            .map(|program| program.name)
            .collect();
        assert!(missing.is_empty(), "run `python3.13 tests/record.py` for {missing:?}");
    }

    #[test]
    fn names_are_unique() {
        let mut names: Vec<_> = programs().iter().chain(refusals()).map(|program| program.name).collect();
        names.sort_unstable();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count);
        assert!(count >= 150, "only {count} programs were embedded");
    }

    #[test]
    fn pending_programs_exist_and_have_a_reason() {
        for (name, reason) in pending() {
            assert!(programs().iter().chain(refusals()).any(|program| program.name == name), "{name}");
            assert!(!reason.is_empty(), "{name} has no reason");
        }
    }
}
