//! Output: pieces as the program wrote them, joined and split into lines.

use loopscope_core::instrument::{Location, Stream};
use loopscope_core::time::Time;

use crate::timeline::{LaneId, OutputLine};

/// Who writes, when and where.
#[derive(Clone, Copy)]
pub(crate) struct Origin {
    pub(crate) at: Time,
    pub(crate) seq: u32,
    pub(crate) lane: Option<LaneId>,
    pub(crate) location: Location,
}

/// The lines that have no newline yet: their indices, one for each stream.
#[derive(Debug, Default)]
pub(crate) struct OpenLines {
    stdout: Option<usize>,
    stderr: Option<usize>,
}

impl OpenLines {
    fn of(&mut self, stream: Stream) -> &mut Option<usize> {
        match stream {
            Stream::Stdout => &mut self.stdout,
            Stream::Stderr => &mut self.stderr,
        }
    }

    /// Appends a piece of text to the lines.
    pub(crate) fn write(&mut self, lines: &mut Vec<OutputLine>, stream: Stream, text: &str, origin: Origin) {
        let open = self.of(stream);
        for piece in text.split_inclusive('\n') {
            let (piece, complete) = piece.strip_suffix('\n').map_or((piece, false), |piece| (piece, true));
            match open.and_then(|index| lines.get_mut(index)) {
                Some(line) => line.append(piece, complete, origin.seq),
                None => {
                    *open = Some(lines.len());
                    lines.push(OutputLine {
                        at: origin.at,
                        seq: origin.seq,
                        lane: origin.lane,
                        stream,
                        location: origin.location,
                        text: piece.to_owned(),
                        complete,
                        pieces: Vec::new(),
                    });
                }
            }
            if complete {
                *open = None;
            }
        }
    }
}

impl OutputLine {
    fn append(&mut self, piece: &str, complete: bool, seq: u32) {
        // A line written at once, as nearly all are, needs no list of pieces.
        self.pieces.push((seq, self.text.len()));
        self.text.push_str(piece);
        self.complete = complete;
    }

    /// The part of the line that was written when the event `seq` had happened.
    #[must_use]
    pub fn text_at(&self, seq: u32) -> &str {
        let written = self.pieces.partition_point(|(piece, _)| *piece <= seq);
        let end = self.pieces.get(written).map_or(self.text.len(), |(_, end)| *end);
        if seq < self.seq { "" } else { self.text.get(..end).unwrap_or("") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(pieces: &[(Stream, &str)]) -> Vec<OutputLine> {
        let (mut open, mut lines) = (OpenLines::default(), Vec::new());
        for (seq, (stream, text)) in pieces.iter().enumerate() {
            let origin =
                Origin { at: Time(seq as u64), seq: seq as u32, lane: None, location: Location::default() };
            open.write(&mut lines, *stream, text, origin);
        }
        lines
    }

    #[test]
    fn pieces_join_and_newlines_split() {
        let lines = lines(&[
            (Stream::Stdout, "a\nb"),
            (Stream::Stderr, "warning\n"),
            (Stream::Stdout, "c"),
            (Stream::Stdout, "\n\nd"),
        ]);
        let seen: Vec<_> = lines.iter().map(|line| (line.text.as_str(), line.seq, line.complete)).collect();
        assert_eq!(
            seen,
            [("a", 0, true), ("bc", 0, true), ("warning", 1, true), ("", 3, true), ("d", 3, false)]
        );
    }

    #[test]
    fn a_line_grows_with_time() {
        let lines = lines(&[(Stream::Stdout, "x"), (Stream::Stdout, "y"), (Stream::Stdout, "z\n")]);
        let seen: Vec<_> = (0..3).map(|seq| lines[0].text_at(seq)).collect();
        assert_eq!(seen, ["x", "xy", "xyz"]);
    }
}
