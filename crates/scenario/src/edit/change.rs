//! Changes of a text, and positions in it: lines, columns, UTF-16. Knows nothing of Python.

use std::ops::Range;

/// Replaces a part of a text. The parts of several changes do not overlap, are in order, and all count in the
/// text before the first of them: what CodeMirror calls a change set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextChange {
    /// What is replaced, in bytes; empty for an insertion.
    pub range: Range<usize>,
    /// What is put there.
    pub insert: String,
}

impl TextChange {
    pub(super) fn replace(range: Range<usize>, insert: impl Into<String>) -> Self {
        Self { range, insert: insert.into() }
    }

    pub(super) fn insert(at: usize, insert: impl Into<String>) -> Self {
        Self::replace(at..at, insert)
    }

    pub(super) fn delete(range: Range<usize>) -> Self {
        Self::replace(range, "")
    }
}

/// `text` with `changes` made. Changes that are out of order, overlap or do not fit the text are left out.
pub fn apply(text: &str, changes: &[TextChange]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for change in changes {
        let Some(kept) = text.get(done..change.range.start) else { continue };
        if !text.is_char_boundary(change.range.end) || change.range.end < change.range.start {
            continue;
        }
        out.push_str(kept);
        out.push_str(&change.insert);
        done = change.range.end;
    }
    out.push_str(&text[done..]);
    out
}

/// Puts changes in order and joins the ones that touch. Deletions may overlap; where anything else does, `None`.
pub(super) fn in_order(mut changes: Vec<TextChange>) -> Option<Vec<TextChange>> {
    changes.retain(|change| !change.range.is_empty() || !change.insert.is_empty());
    // Stable: insertions at one place stay in the order in which they were asked for.
    changes.sort_by_key(|change| change.range.start);
    let mut joined: Vec<TextChange> = Vec::with_capacity(changes.len());
    for change in changes {
        match joined.last_mut() {
            Some(last) if last.range.end > change.range.start => {
                if !last.insert.is_empty() || !change.insert.is_empty() {
                    return None;
                }
                last.range.end = last.range.end.max(change.range.end);
            }
            Some(last) if last.range.end == change.range.start => {
                last.range.end = change.range.end;
                last.insert.push_str(&change.insert);
            }
            _ => joined.push(change),
        }
    }
    Some(joined)
}

/// Where the lines of a text start.
pub(super) struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut starts = vec![0];
        let bytes = text.as_bytes();
        for (index, &byte) in bytes.iter().enumerate() {
            // `\n`, `\r\n` and, as Python has it, a lone `\r`.
            if byte == b'\n' || (byte == b'\r' && bytes.get(index + 1) != Some(&b'\n')) {
                starts.push(index + 1);
            }
        }
        Self { text, starts }
    }

    /// The line of a byte offset, from 1.
    pub(super) fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset)
    }

    /// The byte offset at which the line of `offset` starts.
    pub(super) fn start(&self, offset: usize) -> usize {
        self.line(offset).checked_sub(1).and_then(|line| self.starts.get(line)).copied().unwrap_or(0)
    }

    /// The byte offset of a line and a column in characters, both from 1; `None` where there is no such place.
    pub(super) fn offset(&self, line: usize, column: usize) -> Option<usize> {
        let start = *self.starts.get(line.checked_sub(1)?)?;
        let text = self.text_at(start);
        let within =
            text.char_indices().map(|(byte, _)| byte).chain([text.len()]).nth(column.checked_sub(1)?)?;
        Some(start + within)
    }

    /// The line of `offset`, without its line break.
    pub(super) fn text_at(&self, offset: usize) -> &'a str {
        let end = self.starts.get(self.line(offset)).copied().unwrap_or(self.text.len());
        self.text.get(self.start(offset)..end).unwrap_or("").trim_end_matches(['\r', '\n'])
    }

    /// Columns of offsets that are asked for in rising order: one pass over the text however long a line is.
    pub(super) fn columns(&self) -> Columns<'_, 'a> {
        Columns { lines: self, line_start: 0, counted: 0, characters: 0 }
    }
}

/// See [`Lines::columns`].
pub(super) struct Columns<'l, 'a> {
    lines: &'l Lines<'a>,
    line_start: usize,
    counted: usize,
    characters: usize,
}

impl Columns<'_, '_> {
    /// The column of `offset` in characters, from 1.
    pub(super) fn column(&mut self, offset: usize) -> usize {
        let start = self.lines.start(offset);
        if start != self.line_start || offset < self.counted {
            (self.line_start, self.counted, self.characters) = (start, start, 0);
        }
        self.characters += self.lines.text.get(self.counted..offset).map_or(0, |part| part.chars().count());
        self.counted = offset;
        self.characters + 1
    }
}

/// Translates between byte offsets and the UTF-16 code units that CodeMirror and JavaScript count in.
///
/// Only characters outside ASCII take room, so that the usual program costs nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Utf16Map {
    /// The end of every character outside ASCII: in bytes and in UTF-16 units.
    wide: Vec<Wide>,
    bytes: usize,
    units: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Wide {
    end_byte: usize,
    end_unit: usize,
    bytes: usize,
    units: usize,
}

impl Utf16Map {
    /// A map for `text`.
    pub fn new(text: &str) -> Self {
        let mut wide = Vec::new();
        let (mut previous_byte, mut units) = (0, 0);
        for (start, character) in text.char_indices().filter(|(_, character)| !character.is_ascii()) {
            units += start - previous_byte + character.len_utf16();
            previous_byte = start + character.len_utf8();
            wide.push(Wide {
                end_byte: previous_byte,
                end_unit: units,
                bytes: character.len_utf8(),
                units: character.len_utf16(),
            });
        }
        Self { wide, bytes: text.len(), units: units + text.len() - previous_byte }
    }

    /// The UTF-16 position of a byte offset. Inside a character it is the character's start, behind the text its end.
    pub fn to_utf16(&self, byte: usize) -> usize {
        let after = self.wide.partition_point(|wide| wide.end_byte <= byte);
        let (base_byte, base_unit) = self.before(after);
        let straight = base_unit + (byte - base_byte);
        self.wide.get(after).map_or(straight, |next| straight.min(next.end_unit - next.units)).min(self.units)
    }

    /// The byte offset of a UTF-16 position. Inside a character it is the character's start, behind the text its end.
    pub fn to_byte(&self, unit: usize) -> usize {
        let after = self.wide.partition_point(|wide| wide.end_unit <= unit);
        let (base_byte, base_unit) = self.before(after);
        let straight = base_byte + (unit - base_unit);
        self.wide.get(after).map_or(straight, |next| straight.min(next.end_byte - next.bytes)).min(self.bytes)
    }

    /// A byte range in UTF-16 units.
    pub fn range_to_utf16(&self, range: &Range<usize>) -> Range<usize> {
        self.to_utf16(range.start)..self.to_utf16(range.end)
    }

    fn before(&self, index: usize) -> (usize, usize) {
        index
            .checked_sub(1)
            .and_then(|index| self.wide.get(index))
            .map_or((0, 0), |wide| (wide.end_byte, wide.end_unit))
    }
}
