//! The log: what happened, in order, as small events.
//!
//! Append-only. An event's index is its sequence number, so that any stage can name a point of the run
//! by one number. Events lie packed (see `packed`), texts in one buffer, what is long and rare in side
//! tables.

use loopscope_core::ids::{CoroutineId, FutureId, TaskId, TimerId};
use loopscope_core::instrument::{Cause, Location, Note, Purpose, Stream};
use loopscope_core::time::Time;

use crate::locals::Locals;
use crate::packed::{self, Reader, Record};
use crate::strings::Strings;
pub use crate::strings::Symbol;

/// How many events a log keeps unless told otherwise.
pub const DEFAULT_EVENTS: usize = 1_000_000;

/// How many bytes of text (output, names, results) a log keeps.
const MAX_TEXT: usize = 64 << 20;

/// How many events lie between two marks.
const MARK: usize = 256;

/// A task, or the code outside any task. Four bytes, where `Option<TaskId>` takes eight.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct MaybeTask(pub(crate) u32);

impl MaybeTask {
    /// The task, if it is one.
    #[must_use]
    pub fn get(self) -> Option<TaskId> {
        (self.0 != 0).then_some(TaskId(self.0))
    }
}

impl From<Option<TaskId>> for MaybeTask {
    fn from(task: Option<TaskId>) -> MaybeTask {
        // Tasks count from 1.
        MaybeTask(task.map_or(0, |task| task.0))
    }
}

/// A [`Note`] of the run. Notes are no events: each stands between two of them.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Noted {
    /// How many events came before.
    pub seq: u32,
    /// When.
    pub at: Time,
    /// The task, if it is about one.
    pub task: MaybeTask,
    /// What.
    pub note: Note,
    /// The name of what was read or written.
    pub name: Symbol,
    /// Where in the source; line 0 if that is not known.
    pub location: Location,
}

/// Names a [`Purpose`] kept in the log.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct PurposeRef(pub(crate) u32);

/// One thing that happened.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Event {
    /// When, on the loop's clock. Never earlier than the event before.
    pub at: Time,
    /// What.
    pub kind: EventKind,
}

/// What can happen. Mirrors the hooks of `loopscope_core::instrument::Instrument` one to one.
#[derive(Clone, Copy, PartialEq, Debug)]
#[expect(missing_docs, reason = "the fields are those of the hooks")]
pub enum EventKind {
    TaskCreated {
        task: TaskId,
        future: FutureId,
        parent: MaybeTask,
        name: Symbol,
        coroutine: Symbol,
        housekeeping: bool,
    },
    WorkerCreated {
        task: TaskId,
        future: FutureId,
        parent: MaybeTask,
        name: Symbol,
        function: Symbol,
    },
    TaskRenamed {
        task: TaskId,
        name: Symbol,
    },
    TaskReady {
        task: TaskId,
        cause: Cause,
    },
    StepBegin {
        task: TaskId,
    },
    /// The step is over and the task waits for nothing: it ended, or runs again in the next iteration.
    StepEnd {
        task: TaskId,
    },
    /// The step is over and the task sleeps.
    StepSleeps {
        task: TaskId,
        future: FutureId,
        until: Time,
    },
    /// The step is over and the task waits for something else.
    StepWaits {
        task: TaskId,
        future: FutureId,
        purpose: PurposeRef,
    },
    CancelRequested {
        task: TaskId,
        cause: Cause,
    },
    TaskReturned {
        task: TaskId,
        value: Option<Symbol>,
    },
    TaskRaised {
        task: TaskId,
        error: Symbol,
    },
    TaskCancelled {
        task: TaskId,
    },
    FutureDone {
        future: FutureId,
        cause: Cause,
    },
    TimerSet {
        timer: TimerId,
        deadline: Time,
        by: MaybeTask,
    },
    TimerFired {
        timer: TimerId,
    },
    TimerCancelled {
        timer: TimerId,
    },
    Iteration {
        ready: u32,
    },
    LoopStarted,
    LoopStopped,
    Location {
        task: MaybeTask,
        location: Location,
    },
    FrameEnter {
        task: MaybeTask,
        coroutine: CoroutineId,
        name: Symbol,
        location: Location,
    },
    FrameLeave {
        task: MaybeTask,
        coroutine: CoroutineId,
    },
    CoroutineCreated {
        task: MaybeTask,
        coroutine: CoroutineId,
        name: Symbol,
        location: Location,
    },
    NeverAwaited {
        coroutine: CoroutineId,
        name: Symbol,
    },
    BlockBegin {
        task: MaybeTask,
        until: Time,
    },
    BlockEnd {
        task: MaybeTask,
    },
    Output {
        task: MaybeTask,
        stream: Stream,
        text: Symbol,
    },
}

const _: () = assert!(size_of::<Event>() <= 32);

/// Where the words of every so-manieth event begin.
#[derive(Clone, Copy, Debug)]
struct Mark {
    word: usize,
    /// The moment of the event before.
    at: Time,
}

/// What happened, in order.
#[derive(Debug)]
pub struct Log {
    words: Vec<u32>,
    marks: Vec<Mark>,
    /// How many events there are.
    count: usize,
    /// The moment of the last event.
    last: Time,
    strings: Strings,
    purposes: Vec<Purpose>,
    locals: Locals,
    notes: Vec<Noted>,
    cap: usize,
    overflowed: bool,
    /// At which points a watched line was reached.
    reached: Vec<u32>,
}

impl Default for Log {
    fn default() -> Self {
        Log::new(DEFAULT_EVENTS)
    }
}

impl Log {
    /// An empty log that keeps at most `cap` events.
    #[must_use]
    pub fn new(cap: usize) -> Log {
        Log {
            words: Vec::new(),
            marks: Vec::new(),
            count: 0,
            last: Time::ZERO,
            strings: Strings::default(),
            purposes: Vec::new(),
            locals: Locals::default(),
            notes: Vec::new(),
            // Sequence numbers are 32 bits wide.
            cap: cap.min(u32::MAX as usize - 1),
            overflowed: false,
            reached: Vec::new(),
        }
    }

    /// How many events there are: the sequence number of the next.
    #[must_use]
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether nothing has happened.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Whether something happened that was not kept, because the log was full.
    #[must_use]
    pub fn overflowed(&self) -> bool {
        self.overflowed
    }

    /// The events from sequence number `from` on; none if there are not so many.
    #[must_use]
    pub fn events(&self, from: usize) -> Events<'_> {
        let Some(mark) = self.marks.get(from / MARK).filter(|_| from < self.count) else {
            return Events { reader: Reader::new(&[]), at: self.last };
        };
        let mut events = Events { reader: Reader::new(&self.words[mark.word..]), at: mark.at };
        for _ in 0..from % MARK {
            events.next();
        }
        events
    }

    /// The event with a sequence number.
    #[must_use]
    pub fn event(&self, seq: usize) -> Option<Event> {
        self.events(seq).next()
    }

    /// The place told of last: where the running code is. Looks at no more than a few events.
    #[must_use]
    pub fn last_location(&self) -> Option<Location> {
        let recent = self.events(self.count.saturating_sub(MARK / 2));
        let told = recent.filter_map(|event| match event.kind {
            EventKind::Location { location, .. }
            | EventKind::FrameEnter { location, .. }
            | EventKind::CoroutineCreated { location, .. } => Some(location).filter(|at| at.line > 0),
            _ => None,
        });
        told.last()
    }

    /// A text of this log.
    #[must_use]
    pub fn text(&self, symbol: Symbol) -> &str {
        self.strings.get(symbol)
    }

    /// What a future stood for, as told when a task began to wait for it.
    #[must_use]
    pub fn purpose(&self, purpose: PurposeRef) -> &Purpose {
        self.purposes.get(purpose.0 as usize).unwrap_or(&Purpose::Plain)
    }

    /// The number of events at or before `moment`: the sequence number of the first one after it.
    #[must_use]
    pub fn seq_after(&self, moment: Time) -> usize {
        // Everything before the last mark that is not later.
        let mark = self.marks.partition_point(|mark| mark.at <= moment).saturating_sub(1);
        let from = mark * MARK;
        from + self.events(from).take_while(|event| event.at <= moment).count()
    }

    /// The points at which the watched line was reached, in order, each once.
    #[must_use]
    pub fn reached(&self) -> &[u32] {
        &self.reached
    }

    pub(crate) fn reach(&mut self) {
        let now = self.count as u32;
        if self.reached.last() != Some(&now) && !self.overflowed {
            self.reached.push(now);
        }
    }

    /// Forgets everything and gives its memory back.
    pub fn clear(&mut self) {
        *self = Log::new(self.cap);
    }

    // Inlined into each hook, where the kind of event is known.
    #[inline(always)]
    pub(crate) fn push(&mut self, at: Time, kind: EventKind) {
        if self.count >= self.cap {
            self.overflowed = true;
            return;
        }
        // The second test is for an event that was not kept: its mark is there already.
        if self.count.is_multiple_of(MARK) && self.count == self.marks.len() * MARK {
            self.mark();
        }
        // A second loop with a clock of its own must not make time run backwards.
        if at > self.last {
            self.pass(at);
        }
        if packed::write(&mut self.words, kind) {
            self.count += 1;
        } else {
            self.overflowed = true;
        }
    }

    #[cold]
    fn mark(&mut self) {
        self.marks.push(Mark { word: self.words.len(), at: self.last });
    }

    #[inline(never)]
    fn pass(&mut self, at: Time) {
        packed::write_time(&mut self.words, at);
        self.last = at;
    }

    /// Keeps a text that is not expected to come again. None, and overflowed, if there is no room.
    pub(crate) fn add_text(&mut self, text: &str) -> Option<Symbol> {
        let kept = self.has_room(text).then(|| self.strings.add(text)).flatten();
        self.overflowed |= kept.is_none();
        kept
    }

    /// Keeps a text that may come again. None, and overflowed, if there is no room.
    pub(crate) fn intern(&mut self, text: &str) -> Option<Symbol> {
        let kept = self.has_room(text).then(|| self.strings.intern(text)).flatten();
        self.overflowed |= kept.is_none();
        kept
    }

    pub(crate) fn add_purpose(&mut self, purpose: &Purpose) -> Option<PurposeRef> {
        if self.count >= self.cap {
            self.overflowed = true;
            return None;
        }
        let index = u32::try_from(self.purposes.len()).ok()?;
        self.purposes.push(match purpose {
            Purpose::Held(what, holder) => Purpose::Held(what, holder.snapshot()),
            purpose => purpose.clone(),
        });
        Some(PurposeRef(index))
    }

    /// The notes, in the order in which they came.
    #[must_use]
    pub fn notes(&self) -> &[Noted] {
        &self.notes
    }

    pub(crate) fn add_note(&mut self, at: Time, task: MaybeTask, note: Note, name: &str, location: Location) {
        if self.count < self.cap
            && self.notes.len() < self.cap
            && let Some(name) = self.intern(name)
        {
            let seq = self.count as u32;
            self.notes.push(Noted { seq, at: at.max(self.last), task, note, name, location });
        }
    }

    /// Keeps the local variables of a frame, or of no coroutine the program's globals. They are no event: what was kept is
    /// found by the number of events before.
    pub(crate) fn add_locals(&mut self, coroutine: Option<CoroutineId>, locals: &[(&str, &str)]) {
        if self.count < self.cap {
            self.locals.add(&mut self.strings, self.count as u32, coroutine, locals);
        }
    }

    /// The local variables that a coroutine's frame had when it was suspended last before event `seq`, with short pictures
    /// of their values; without a coroutine, the program's globals as a step left them. Empty where none were recorded.
    pub fn locals(
        &self,
        coroutine: Option<CoroutineId>,
        seq: usize,
    ) -> impl Iterator<Item = (&str, &str)> + use<'_> {
        let pairs = self.locals.at(coroutine, u32::try_from(seq).unwrap_or(u32::MAX));
        pairs.iter().map(|(name, value)| (self.text(*name), self.text(*value)))
    }

    fn has_room(&self, text: &str) -> bool {
        self.count < self.cap && self.strings.bytes() + text.len() <= MAX_TEXT
    }
}

/// The events of a log, in order.
#[derive(Clone, Debug)]
pub struct Events<'l> {
    reader: Reader<'l>,
    at: Time,
}

impl Iterator for Events<'_> {
    type Item = Event;

    fn next(&mut self) -> Option<Event> {
        loop {
            match self.reader.next()? {
                Record::Time(at) => self.at = at,
                Record::Event(kind) => return Some(Event { at: self.at, kind }),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use loopscope_core::ids::TaskId;

    use super::*;

    fn log(moments: &[u64]) -> Log {
        let mut log = Log::default();
        for (index, at) in moments.iter().enumerate() {
            log.push(Time(*at), EventKind::StepBegin { task: TaskId(index as u32) });
        }
        log
    }

    #[test]
    fn events_are_found_by_number_and_by_moment() {
        // Moments that repeat, across several marks.
        let moments: Vec<u64> = (0..1000).map(|index| index / 7 * 10).collect();
        let log = log(&moments);
        for (seq, at) in moments.iter().enumerate() {
            let event = log.event(seq).expect("an event");
            assert_eq!(
                event,
                Event { at: Time(*at), kind: EventKind::StepBegin { task: TaskId(seq as u32) } }
            );
        }
        for moment in 0..1500 {
            let expected = moments.iter().filter(|at| **at <= moment).count();
            assert_eq!(log.seq_after(Time(moment)), expected, "{moment}");
        }
        assert_eq!(log.events(990).count(), 10);
        assert_eq!((log.events(1000).count(), log.events(usize::MAX).count()), (0, 0));
    }

    #[test]
    fn time_never_runs_backwards() {
        let log = log(&[5, 3, 8]);
        let moments: Vec<u64> = log.events(0).map(|event| event.at.0).collect();
        assert_eq!(moments, [5, 5, 8]);
    }

    #[test]
    fn an_event_that_does_not_fit_leaves_the_rest_in_order() {
        let mut log = log(&[0; 256]);
        log.push(Time(1), EventKind::StepBegin { task: TaskId(u32::MAX) });
        log.push(Time(2), EventKind::StepBegin { task: TaskId(7) });
        assert!(log.overflowed());
        assert_eq!(
            log.event(256),
            Some(Event { at: Time(2), kind: EventKind::StepBegin { task: TaskId(7) } })
        );
    }
}
