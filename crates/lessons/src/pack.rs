//! The course as one text, as the page gets it: short to unpack, and nothing in it that a script could not hold.
//!
//! Each lesson begins with U+0001; its fields, and the items of those that are lists, are parted by U+0002 and U+0003.

use crate::{Change, Course, Lesson};

const LESSON: char = '\u{1}';
const FIELD: char = '\u{2}';
const ITEM: char = '\u{3}';

/// The course as a text. [`read`](mod@crate::read) makes sure that no text has a control character.
#[must_use]
pub fn pack(course: &Course) -> String {
    let nothing = Change::default();
    let mut packed = String::new();
    for lesson in &course.lessons {
        let change = lesson.change.as_ref().unwrap_or(&nothing);
        let (prose, checks) = (lesson.prose.join("\u{3}"), change.checks.join("\u{3}"));
        packed.push(LESSON);
        let fields: [&str; 11] = [
            &lesson.slug,
            &lesson.chapter,
            &lesson.title,
            &prose,
            &lesson.program,
            &lesson.predict,
            &lesson.beware,
            &change.task,
            &checks,
            &change.done,
            &change.solution,
        ];
        packed.push_str(&fields.join("\u{2}"));
    }
    packed
}

/// The course of a text that [`pack`] wrote. Of any other text what can be read is.
#[must_use]
pub fn unpack(packed: &str) -> Course {
    let lessons = packed.split(LESSON).skip(1).map(|lesson| {
        let mut fields = lesson.split(FIELD);
        let mut field = || fields.next().unwrap_or_default().to_owned();
        let (slug, chapter, title) = (field(), field(), field());
        let (prose, program, predict, beware) = (items(&field()), field(), field(), field());
        let change = Change { task: field(), checks: items(&field()), done: field(), solution: field() };
        let change = (!change.task.is_empty()).then_some(change);
        Lesson { slug, chapter, title, prose, program, predict, change, beware }
    });
    Course { lessons: lessons.collect() }
}

fn items(field: &str) -> Vec<String> {
    field.split(ITEM).filter(|item| !item.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_back() {
        let whole = Lesson {
            slug: "one".to_owned(),
            chapter: "First".to_owned(),
            title: "A title".to_owned(),
            prose: vec!["Some.".to_owned(), "More.".to_owned()],
            program: "print(1)\n\nprint(2)\n".to_owned(),
            predict: "Which first?".to_owned(),
            change: Some(Change {
                task: "Do it.".to_owned(),
                checks: vec!["tasks = 2".to_owned(), "seconds = 1".to_owned()],
                done: "Done.".to_owned(),
                solution: "print(3)\n".to_owned(),
            }),
            beware: "No.".to_owned(),
        };
        let bare = Lesson { slug: "two".to_owned(), ..Lesson::default() };
        let course = Course { lessons: vec![whole, bare] };
        assert_eq!(unpack(&pack(&course)), course);
    }

    #[test]
    fn any_text_is_unpacked_to_something() {
        assert_eq!(unpack(""), Course::default());
        assert_eq!(unpack("x\u{1}slug").lessons.len(), 1);
    }
}
