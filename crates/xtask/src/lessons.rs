//! `cargo xtask lessons`: the lessons as a script of the page, which loads it when somebody wants to learn.

use loopscope_lessons::{pack, read};

use crate::{Result, library, workspace};

/// Writes web/generated/lessons.js.
///
/// # Errors
/// The mistakes in the files, each with its file and line.
pub(crate) fn write() -> Result<()> {
    let course = read::folder(&workspace::root().join("lessons"))?;
    library::write_script("lessons.js", "loopscopeLessons", &pack::pack(&course))
}
