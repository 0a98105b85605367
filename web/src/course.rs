//! The course in the page: its lessons, which come when somebody wants to learn, and how far the reader is.

use std::rc::Rc;

use loopscope_lessons::{Course, pack};

use crate::page;
use crate::script;

const PROGRESS: &str = "loopscope.lessons";

/// The reader has put the lines in an order and has run the program.
pub(crate) const PREDICTED: u8 = 1;
/// What there was to change is changed.
pub(crate) const CHANGED: u8 = 2;
/// The reader went on from it.
pub(crate) const PASSED: u8 = 4;

/// The course, if it has come.
pub(crate) fn course() -> Option<Rc<Course>> {
    let packed = script::LESSONS.value()?.as_string()?;
    Some(Rc::new(pack::unpack(&packed))).filter(|course| !course.lessons.is_empty())
}

/// What was done of each lesson, as it was kept: bits of [`PREDICTED`], [`CHANGED`] and [`PASSED`].
pub(crate) fn progress(course: &Course) -> Vec<u8> {
    let mut progress = vec![0; course.lessons.len()];
    for entry in page::load(PROGRESS).unwrap_or_default().split(' ') {
        if let Some((slug, done)) = entry.split_once(':')
            && let (Some(at), Ok(done)) = (course.find(slug), done.parse())
        {
            progress[at] = done;
        }
    }
    progress
}

/// Keeps what was done.
pub(crate) fn keep(course: &Course, progress: &[u8]) {
    let done = course.lessons.iter().zip(progress).filter(|(_, done)| **done > 0);
    let entries: Vec<String> =
        done.map(|(lesson, done)| [&lesson.slug, ":", &done.to_string()].concat()).collect();
    page::store(PROGRESS, &entries.join(" "));
}

/// Whether nothing of a lesson is left to do.
pub(crate) fn is_done(course: &Course, progress: &[u8], at: usize) -> bool {
    let wanted =
        course.lessons.get(at).map_or(0, |lesson| if lesson.change.is_some() { CHANGED } else { PASSED });
    progress.get(at).is_some_and(|done| done & wanted != 0)
}

/// Where to begin: after the last lesson of which something was done, if that is done.
pub(crate) fn next(course: &Course, progress: &[u8]) -> usize {
    let last = progress.iter().rposition(|done| *done > 0);
    match last {
        None => 0,
        Some(last) if progress[last] & (CHANGED | PASSED) == 0 => last,
        Some(last) if last + 1 < course.lessons.len() => last + 1,
        // All is done: what was left out, or from the first one on.
        Some(_) => (0..progress.len()).find(|at| !is_done(course, progress, *at)).unwrap_or(0),
    }
}
