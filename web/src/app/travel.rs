//! The playhead: which moment of the run is looked at.

use loopscope_core::time::Time;

use super::App;
use crate::run::Picture;

impl App {
    /// The moment that the address asks to see first, in a run that has just been drawn.
    pub(super) fn asked_moment(&mut self, picture: &Picture) -> Option<usize> {
        let asked = self.options.t.filter(|_| self.drawn.is_none())?;
        Some(picture.seq_at(Time::from_secs_f64(asked)))
    }

    /// Looks at another moment; whether it is another one.
    pub(super) fn seek(&mut self, playhead: Option<usize>) -> bool {
        let end = self.drawn.as_ref().map_or(0, Picture::events);
        let playhead = playhead.filter(|seq| *seq < end);
        if self.playhead == playhead {
            return false;
        }
        self.playhead = playhead;
        self.mark_lines();
        true
    }

    /// Marks the line of the running task at the playhead.
    pub(super) fn mark_lines(&self) {
        let running = match (&self.drawn, self.playhead, &self.live) {
            (Some(picture), Some(seq), _) => picture.line_at(seq),
            (Some(picture), None, Some(_)) => picture.last_line(),
            _ => 0,
        };
        let marks = (running, self.pointed);
        if self.marked.replace(marks) != marks {
            self.editor.mark(running, self.pointed);
        }
    }
}
