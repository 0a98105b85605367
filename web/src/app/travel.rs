//! The playhead: which moment of the run is looked at, and all that moves it.
//!
//! A recorded run is played back from what was recorded: nothing is run again.

use std::rc::Rc;

use loopscope_core::time::{Span, Time};
use yew::prelude::*;

use super::{App, Msg};
use crate::components::play_bar::{Travel, Visits};
use crate::components::tabs::Tab;
use crate::page::{self, EachFrame};
use crate::run::{self, Picture};

/// No frame of a playback passes more than this, in milliseconds: a page that was hidden goes on where it was.
const LONGEST_FRAME_MS: f64 = 100.0;

/// A recorded run that is played back.
pub(super) struct Replay {
    /// The page's clock at the last frame, in milliseconds.
    last: f64,
    _frames: EachFrame,
}

/// The line whose moments are walked through.
pub(super) struct Visited {
    line: u32,
    points: Vec<usize>,
}

impl App {
    /// Another run is drawn: the playhead is at its end, or where the address asks the first time.
    pub(super) fn begin_travel(&mut self, picture: &Picture) {
        self.replay = None;
        self.visited = None;
        self.playhead = None;
        if let Some(asked) = self.options.t.filter(|_| self.drawn.is_none()) {
            self.now = Time::from_secs_f64(asked);
            self.playhead = Some(picture.seq_at(self.now)).filter(|_| self.now < picture.timeline().end);
        }
    }

    /// Looks at another moment: the one at which so many events have just happened.
    pub(super) fn seek(&mut self, playhead: Option<usize>) -> bool {
        self.replay = None;
        self.go_to(playhead)
    }

    /// Looks at the state at a moment of time, events or not.
    pub(super) fn scrub(&mut self, now: Time) -> bool {
        self.replay = None;
        self.pass_to(now)
    }

    fn go_to(&mut self, playhead: Option<usize>) -> bool {
        let Some(picture) = &self.drawn else { return false };
        let playhead = playhead.filter(|seq| *seq < picture.events());
        let now = playhead.map_or(self.now, |seq| picture.time_at(seq));
        self.put(playhead, now)
    }

    fn pass_to(&mut self, now: Time) -> bool {
        let Some(picture) = &self.drawn else { return false };
        if now >= picture.timeline().end {
            return self.put(None, now);
        }
        let now = now.max(picture.timeline().start);
        let seq = picture.seq_at(now);
        self.put(Some(seq), now)
    }

    fn put(&mut self, playhead: Option<usize>, now: Time) -> bool {
        if self.playhead == playhead && (self.now == now || playhead.is_none()) {
            return false;
        }
        (self.playhead, self.now) = (playhead, now);
        self.mark_lines();
        true
    }

    /// When the playhead is, if somebody has put it somewhere.
    pub(super) fn held_at(&self) -> Option<Time> {
        self.playhead.map(|_| self.now)
    }

    /// A key, a button or a click sends the playhead somewhere.
    pub(super) fn travel(&mut self, ctx: &Context<Self>, travel: Travel) -> bool {
        let Some(picture) = self.drawn.clone() else { return false };
        if travel == Travel::Play {
            return self.toggle_replay(ctx);
        }
        self.replay = None;
        match travel {
            Travel::Play => {}
            Travel::Start => {
                self.go_to(Some(0));
            }
            Travel::End => {
                self.go_to(None);
            }
            Travel::Next(stride) | Travel::Ahead(stride) => {
                let from = match (self.playhead, &self.live) {
                    (Some(seq), _) => seq,
                    (None, _) if matches!(travel, Travel::Ahead(_)) => return false,
                    // The present: only the program itself can go further.
                    (None, Some(_)) => return self.step_live(ctx),
                    (None, None) => 0,
                };
                let next = picture.timeline().next_point(&picture.log(), from, stride);
                self.go_to(next);
            }
            Travel::Previous(stride) => {
                let from = self.playhead.unwrap_or(picture.events());
                let previous = picture.timeline().previous_point(&picture.log(), from, stride);
                self.go_to(Some(previous.unwrap_or(0)));
            }
            Travel::Visit { line, back } => self.visit(&picture, line, back),
            Travel::NextVisit { back } => {
                if let Some(line) = self.visited.as_ref().map(|visited| visited.line) {
                    self.visit(&picture, line, back);
                }
            }
            Travel::Forget => self.visited = None,
        }
        true
    }

    /// Goes to the next moment at which a line was reached, or the one before; round at the ends.
    fn visit(&mut self, picture: &Picture, line: u32, back: bool) {
        let mut points = picture.timeline().visits(&picture.log(), line);
        if points.is_empty() && !self.stale {
            points = run::reached(&self.source, &self.settings, &self.answers, line, picture.events());
        }
        let from = self.playhead;
        let found = if back {
            let before = from.and_then(|from| points.iter().rfind(|point| **point < from));
            before.or(points.last())
        } else {
            let after = from.and_then(|from| points.iter().find(|point| **point > from));
            after.or(points.first())
        };
        let found = found.copied();
        self.visited = Some(Visited { line, points });
        if let Some(point) = found {
            self.go_to(Some(point));
        }
        self.mark_lines();
    }

    /// The line whose moments are walked through, as it is shown.
    pub(super) fn visits(&self) -> Option<Visits> {
        let visited = self.visited.as_ref()?;
        let at = self.playhead.and_then(|seq| visited.points.iter().position(|point| *point == seq));
        Some(Visits { line: visited.line, at, count: visited.points.len() })
    }

    /// Plays what was recorded from the playhead on, or holds it.
    fn toggle_replay(&mut self, ctx: &Context<Self>) -> bool {
        if self.replay.take().is_some() {
            return true;
        }
        if self.playhead.is_none() {
            // The present of a live run is its pause.
            if self.live.is_some() {
                return self.pause_live();
            }
            self.go_to(Some(0));
        }
        let frame = ctx.link().callback(|()| Msg::ReplayFrame);
        let _frames = EachFrame::start(move || frame.emit(()));
        self.replay = Some(Replay { last: page::now(), _frames });
        true
    }

    /// A frame of the playback.
    pub(super) fn replay_frame(&mut self) -> bool {
        let Some(replay) = &mut self.replay else { return false };
        let now = page::now();
        let passed = (now - replay.last).clamp(0.0, LONGEST_FRAME_MS) / 1000.0 * self.settings.speed;
        replay.last = now;
        let moment = self.now + Span::from_secs_f64(passed);
        let changed = self.pass_to(moment);
        if self.playhead.is_none() {
            self.replay = None;
        }
        changed || self.replay.is_none()
    }

    /// Holds the live run, or lets it go on from the present.
    pub(super) fn pause_live(&mut self) -> bool {
        let Some(playing) = &mut self.live else { return false };
        playing.paused = !playing.paused;
        playing.run.set_paused(playing.paused);
        if !playing.paused {
            self.replay = None;
            self.playhead = None;
        }
        self.mark_lines();
        true
    }

    /// The header's step: of a live run one iteration further, else to the next step of a task, with the loop in sight.
    pub(super) fn step(&mut self, ctx: &Context<Self>) -> bool {
        if self.playhead.is_none() {
            self.lower = Tab::Loop;
        }
        self.travel(ctx, Travel::Next(loopscope_trace::Stride::Step))
    }

    fn step_live(&mut self, _: &Context<Self>) -> bool {
        let Some(playing) = &mut self.live else { return false };
        if !playing.paused {
            playing.paused = true;
            playing.run.set_paused(true);
        } else {
            playing.run.step();
        }
        true
    }

    /// Marks the line of what runs at the playhead, those of the other tasks, and the one that is pointed at.
    pub(super) fn mark_lines(&self) {
        let mut lines = match (&self.drawn, self.playhead, &self.live) {
            (Some(picture), None, None) if picture.is_asking() => picture.lines_at(picture.events()),
            (_, None, None) | (None, ..) => Default::default(),
            (Some(picture), Some(seq), _) => picture.lines_at(seq),
            (Some(picture), None, Some(_)) => picture.lines_at(picture.events()),
        };
        // The text is another one than that of the run.
        if self.stale {
            lines = Default::default();
        }
        // The line that was asked for is where it runs, though nothing was told of it.
        if let (Some(seq), Some(visited)) = (self.playhead, &self.visited)
            && visited.points.contains(&seq)
        {
            lines.running = visited.line;
            lines.others.retain(|line| *line != visited.line);
        }
        // What is looked at comes into sight; a live run does not move the text under the reader.
        let shown = if self.playhead.is_some() { lines.running } else { 0 };
        let marks = (Rc::from(lines.others), lines.running, self.pointed);
        if self.marked.replace(marks.clone()) != marks {
            self.editor.mark(&marks.0, marks.1, marks.2, shown);
        }
    }
}
