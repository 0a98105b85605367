//! Reading the lessons' files, with the file and the line of each mistake.
//!
//! A file is read line by line: its head between `---`, the prose, the program, and parts under `##` headings. What the
//! format is, and why, is told in `lessons/README.md`.

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::io;
use std::path::Path;

use crate::inline::{self, Inline, inlines};
use crate::{Change, Check, Course, Lesson};

/// The widest line of a program: the editor is narrow beside a lesson.
pub const PROGRAM_COLUMNS: usize = 56;

/// Something that a writer has to mend.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mistake {
    /// The name of the file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, and what is wanted.
    pub message: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

/// Reads the lessons of a folder: `NN-name.md`, in the order of their names.
///
/// # Errors
/// If a file cannot be read, or holds a mistake: then all mistakes of all files, one a line.
pub fn folder(folder: &Path) -> io::Result<Course> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with(".md") && name != "README.md" {
            paths.push((name, path));
        }
    }
    paths.sort();
    let mut texts = Vec::new();
    for (name, path) in paths {
        let text = fs::read_to_string(&path)
            .map_err(|error| io::Error::new(error.kind(), format!("{name}: {error}")))?;
        texts.push((format!("lessons/{name}"), text));
    }
    course(&texts).map_err(|mistakes| {
        let lines: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
        io::Error::new(io::ErrorKind::InvalidData, lines.join("\n"))
    })
}

/// Reads files, each its name and its text, in the order of the course.
///
/// # Errors
/// All mistakes.
pub fn course(files: &[(String, String)]) -> Result<Course, Vec<Mistake>> {
    let (mut course, mut mistakes) = (Course::default(), Vec::new());
    let (mut slugs, mut chapters) = (BTreeSet::new(), BTreeSet::new());
    for (file, text) in files {
        let mut reader = Reader::new(file);
        reader.read(text);
        let Reader { lesson, at, .. } = &reader;
        if !slugs.insert(lesson.slug.clone()) {
            let message = format!("another lesson has the slug {:?} already", lesson.slug);
            reader.mistakes.push(Mistake { file: file.clone(), line: at.slug, message });
        } else if course.lessons.last().map(|last: &Lesson| &last.chapter) != Some(&lesson.chapter)
            && !chapters.insert(lesson.chapter.clone())
        {
            let message = format!("chapter {:?} was left by the lesson before this one", lesson.chapter);
            reader.mistakes.push(Mistake { file: file.clone(), line: at.chapter, message });
        }
        mistakes.append(&mut reader.mistakes);
        course.lessons.push(reader.lesson);
    }
    if mistakes.is_empty() { Ok(course) } else { Err(mistakes) }
}

/// Where in a file the reader is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Before the first `---`.
    Top,
    /// Between the two.
    Head,
    /// The prose, and the program under it.
    Prose,
    Predict,
    Change,
    Beware,
    /// Under a heading that is none of these.
    Unknown,
}

impl Part {
    fn name(self) -> &'static str {
        match self {
            Part::Top | Part::Head => "the head",
            Part::Prose => "the prose",
            Part::Predict => "\"## Predict\"",
            Part::Change => "\"## Change\"",
            Part::Beware => "\"## Beware\"",
            Part::Unknown => "this part",
        }
    }
}

/// The lines where things were found that are looked at again later.
#[derive(Clone, Copy, Default)]
struct Places {
    slug: usize,
    chapter: usize,
    change: usize,
}

struct Reader<'f> {
    file: &'f str,
    line: usize,
    part: Part,
    lesson: Lesson,
    change: Change,
    /// The paragraph so far, and the line it begins on.
    paragraph: String,
    begins: usize,
    /// The program so far, while in one, and the line of its fence.
    program: Option<(usize, String)>,
    seen: Vec<Part>,
    at: Places,
    /// Texts with links to lines: they can be looked at once the program is known.
    texts: Vec<(usize, String)>,
    mistakes: Vec<Mistake>,
}

impl<'f> Reader<'f> {
    fn new(file: &'f str) -> Reader<'f> {
        Reader {
            file,
            line: 0,
            part: Part::Top,
            lesson: Lesson::default(),
            change: Change::default(),
            paragraph: String::new(),
            begins: 0,
            program: None,
            seen: Vec::new(),
            at: Places::default(),
            texts: Vec::new(),
            mistakes: Vec::new(),
        }
    }

    fn wrong(&mut self, line: usize, message: impl Into<String>) {
        self.mistakes.push(Mistake { file: self.file.to_owned(), line, message: message.into() });
    }

    fn read(&mut self, text: &str) {
        for line in text.lines() {
            self.line += 1;
            let line = line.trim_end();
            if let Some(control) = line.chars().find(|c| c.is_control()) {
                self.wrong(self.line, format!("{control:?} has no place here; indent with blanks"));
            }
            match self.part {
                _ if self.program.is_some() => self.program_line(line),
                Part::Top if line == "---" => self.part = Part::Head,
                Part::Top => {
                    self.wrong(self.line, "a lesson begins with `---`, its head, and `---`");
                    self.part = Part::Prose;
                }
                Part::Head if line == "---" => self.part = Part::Prose,
                Part::Head => self.head_line(line),
                _ => self.body_line(line),
            }
        }
        if let Some((fence, _)) = self.program.take() {
            self.wrong(fence, "this program has no closing ```");
        }
        self.end_paragraph();
        self.end();
    }

    fn head_line(&mut self, line: &str) {
        let Some((key, value)) = line.split_once(':') else {
            return self.wrong(self.line, "the head has lines such as `title: A few words`");
        };
        let value = value.trim().to_owned();
        let number = self.line;
        let field = match key.trim() {
            "title" => &mut self.lesson.title,
            "slug" => {
                self.at.slug = number;
                &mut self.lesson.slug
            }
            "chapter" => {
                self.at.chapter = number;
                &mut self.lesson.chapter
            }
            other => {
                return self.wrong(number, format!("the head has slug, title and chapter, not {other:?}"));
            }
        };
        let again = !field.is_empty();
        *field = value;
        if again {
            self.wrong(number, format!("{} was given before", key.trim()));
        }
    }

    fn program_line(&mut self, line: &str) {
        let Some((fence, program)) = self.program.as_mut() else { return };
        if line != "```" {
            program.push_str(line);
            program.push('\n');
            if line.chars().count() > PROGRAM_COLUMNS {
                self.wrong(self.line, format!("a line of a program has at most {PROGRAM_COLUMNS} columns"));
            }
            return;
        }
        let (fence, program) = (*fence, std::mem::take(program));
        self.program = None;
        let (slot, what) = match self.part {
            Part::Prose => (&mut self.lesson.program, "the program"),
            Part::Change => (&mut self.change.solution, "the solution"),
            part => return self.wrong(fence, format!("{} has no program", part.name())),
        };
        let again = !slot.is_empty();
        let empty = program.trim().is_empty();
        *slot = program;
        if again {
            self.wrong(fence, format!("{what} was given before"));
        }
        if empty {
            self.wrong(fence, format!("{what} is empty"));
        }
    }

    fn body_line(&mut self, line: &str) {
        if let Some(heading) = line.strip_prefix("## ") {
            self.end_paragraph();
            self.part = match heading.trim() {
                "Predict" => Part::Predict,
                "Change" => Part::Change,
                "Beware" => Part::Beware,
                other => {
                    let wanted = "the parts are \"## Predict\", \"## Change\" and \"## Beware\"";
                    self.wrong(self.line, format!("{wanted}, not {other:?}"));
                    Part::Unknown
                }
            };
            if self.part == Part::Change {
                self.at.change = self.line;
            }
            if self.seen.contains(&self.part) {
                self.wrong(self.line, format!("{} was given before", self.part.name()));
            }
            self.seen.push(self.part);
        } else if let Some(language) = line.strip_prefix("```") {
            self.end_paragraph();
            if language != "python" {
                self.wrong(self.line, "a program begins with ```python");
            }
            self.program = Some((self.line, String::new()));
        } else if line.starts_with('#') {
            self.end_paragraph();
            self.wrong(self.line, "headings are those of parts, with two #");
        } else if let Some(item) = line.strip_prefix("- ") {
            self.end_paragraph();
            self.item(item);
        } else if line.is_empty() {
            self.end_paragraph();
        } else {
            if self.paragraph.is_empty() {
                self.begins = self.line;
            } else {
                self.paragraph.push(' ');
            }
            self.paragraph.push_str(line.trim_start());
        }
    }

    /// `- check: ...` and `- done: ...`
    fn item(&mut self, item: &str) {
        let (key, value) = item.split_once(':').unwrap_or(("", item));
        let value = value.trim();
        match key {
            _ if self.part != Part::Change => {
                self.wrong(self.line, format!("{} has no list", self.part.name()));
            }
            "check" if Check::parse(value).is_some() => self.change.checks.push(value.to_owned()),
            "check" => self.wrong(self.line, format!("no such check: {value}; README.md lists them")),
            // It may go on over several lines, as a paragraph.
            "done" => {
                self.begins = self.line;
                self.paragraph = format!("\u{0}{value}");
            }
            _ => self.wrong(self.line, "the list of \"## Change\" has `- check:` and `- done:`"),
        }
    }

    fn end_paragraph(&mut self) {
        let text = std::mem::take(&mut self.paragraph);
        if text.is_empty() {
            return;
        }
        let (done, text) = match text.strip_prefix('\u{0}') {
            Some(text) => (true, text.to_owned()),
            None => (false, text),
        };
        if let Some(mistake) = inline::mistake(&text) {
            self.wrong(self.begins, mistake);
        }
        self.texts.push((self.begins, text.clone()));
        let slot = match self.part {
            Part::Prose if self.lesson.program.is_empty() => return self.lesson.prose.push(text),
            Part::Prose => {
                return self.wrong(self.begins, "what follows the program belongs under a heading");
            }
            Part::Predict => &mut self.lesson.predict,
            Part::Change if done => &mut self.change.done,
            Part::Change => &mut self.change.task,
            Part::Beware => &mut self.lesson.beware,
            Part::Top | Part::Head | Part::Unknown => return,
        };
        let again = !slot.is_empty();
        *slot = text;
        if again {
            self.wrong(self.begins, format!("{} has one paragraph", self.part.name()));
        }
    }

    /// What is missing, and what can be told only now.
    fn end(&mut self) {
        if matches!(self.part, Part::Top | Part::Head) {
            self.wrong(self.line.max(1), "the head is not closed with `---`");
        }
        for (field, name) in [(0, "slug"), (1, "title"), (2, "chapter")] {
            let value = [&self.lesson.slug, &self.lesson.title, &self.lesson.chapter][field];
            if value.is_empty() {
                self.wrong(1, format!("the head has no {name}"));
            }
        }
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if !self.lesson.slug.chars().all(plain) {
            self.wrong(self.at.slug, "a slug has small letters, digits and -");
        }
        if self.lesson.prose.is_empty() {
            self.wrong(self.line.max(1), "the lesson has no prose before its program");
        }
        if self.lesson.program.is_empty() {
            self.wrong(self.line.max(1), "the lesson has no ```python program under its prose");
        }
        if self.seen.contains(&Part::Predict) && self.lesson.predict.is_empty() {
            self.wrong(self.line.max(1), "\"## Predict\" has no sentence: say what to think about");
        }
        if self.seen.contains(&Part::Change) {
            let Change { task, checks, done, solution } = &self.change;
            let missing = [
                (task.is_empty(), "a paragraph that says what to do"),
                (checks.is_empty(), "a `- check:`, or nobody notices that it is done"),
                (done.is_empty(), "a `- done:` with what can be seen then"),
                (solution.is_empty(), "a ```python program that does it"),
            ];
            for (_, what) in missing.iter().filter(|(missing, _)| *missing) {
                self.wrong(self.at.change, format!("this part lacks {what}"));
            }
            self.lesson.change = Some(std::mem::take(&mut self.change));
        }
        let lines = self.lesson.program.lines().count();
        for (begins, text) in std::mem::take(&mut self.texts) {
            for piece in inlines(&text) {
                if let Inline::Line(_, line) = piece
                    && !(1..=lines).contains(&(line as usize))
                {
                    self.wrong(begins, format!("the program has {lines} lines, and no line {line}"));
                }
            }
        }
    }
}
