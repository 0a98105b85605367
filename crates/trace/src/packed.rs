//! How events lie in memory: as words, most of them one or two for each event.
//!
//! The recorder runs inside the loop, and what it costs there is the memory it touches: a `Vec` of whole
//! [`EventKind`]s would take 32 bytes an event. The first word of an event is its tag and one id; the tag
//! tells how many words follow. A moment is written only when it differs from the one before.

use loopscope_core::ids::{CoroutineId, FutureId, TaskId, TimerId};
use loopscope_core::instrument::{Cause, Location, Stream};
use loopscope_core::time::Time;

use crate::log::{EventKind, MaybeTask, PurposeRef};
use crate::strings::Symbol;

const TAG_BITS: u32 = 5;

/// Ids in a first word are smaller than this; an event with a larger one is not kept.
const ID_LIMIT: u32 = 1 << (32 - TAG_BITS);

/// Ids in a cause are smaller than this.
const CAUSE_LIMIT: u32 = 1 << 30;

const COLUMN_BITS: u32 = 12;

macro_rules! tags {
    ($($tag:ident)*) => {
        #[derive(Clone, Copy)]
        enum Tag { $($tag),* }

        const TAGS: &[Tag] = &[$(Tag::$tag),*];
    };
}

tags! {
    Time TaskCreated TaskRenamed TaskReady ReadyByItself StepBegin StepEnd StepSleeps StepWaits CancelRequested
    TaskReturned TaskReturnedValue TaskRaised TaskCancelled FutureDone TimerSet TimerFired TimerCancelled Iteration
    LoopStarted LoopStopped Location FarLocation FrameEnter FrameLeave CoroutineCreated NeverAwaited BlockBegin
    BlockEnd Stdout Stderr WorkerCreated
}

const _: () = assert!(TAGS.len() <= 1 << TAG_BITS);

/// Appends a moment.
pub(crate) fn write_time(words: &mut Vec<u32>, at: Time) {
    words.extend([Tag::Time as u32, low(at), high(at)]);
}

/// Appends an event; false, and nothing, if an id in it is too large.
// Inlined into each hook, where the kind is known and only one arm is left.
#[inline(always)]
pub(crate) fn write(words: &mut Vec<u32>, kind: EventKind) -> bool {
    use EventKind as E;
    match kind {
        E::TaskCreated { task, future, parent, name, coroutine, housekeeping } => {
            let coroutine = coroutine.0 << 1 | u32::from(housekeeping);
            put(words, Tag::TaskCreated, task.0, [future.0, parent.0, name.0, coroutine])
        }
        E::WorkerCreated { task, future, parent, name, function } => {
            put(words, Tag::WorkerCreated, task.0, [future.0, parent.0, name.0, function.0])
        }
        E::TaskRenamed { task, name } => put(words, Tag::TaskRenamed, task.0, [name.0]),
        E::TaskReady { task, cause } if cause == Cause::Task(task) => {
            put(words, Tag::ReadyByItself, task.0, [])
        }
        E::TaskReady { task, cause } => put_cause(words, Tag::TaskReady, task.0, cause),
        E::StepBegin { task } => put(words, Tag::StepBegin, task.0, []),
        E::StepEnd { task } => put(words, Tag::StepEnd, task.0, []),
        E::StepSleeps { task, future, until } => {
            put(words, Tag::StepSleeps, task.0, [future.0, low(until), high(until)])
        }
        E::StepWaits { task, future, purpose } => put(words, Tag::StepWaits, task.0, [future.0, purpose.0]),
        E::CancelRequested { task, cause } => put_cause(words, Tag::CancelRequested, task.0, cause),
        E::TaskReturned { task, value: None } => put(words, Tag::TaskReturned, task.0, []),
        E::TaskReturned { task, value: Some(value) } => put(words, Tag::TaskReturnedValue, task.0, [value.0]),
        E::TaskRaised { task, error } => put(words, Tag::TaskRaised, task.0, [error.0]),
        E::TaskCancelled { task } => put(words, Tag::TaskCancelled, task.0, []),
        E::FutureDone { future, cause } => put_cause(words, Tag::FutureDone, future.0, cause),
        E::TimerSet { timer, deadline, by } => {
            put(words, Tag::TimerSet, timer.0, [low(deadline), high(deadline), by.0])
        }
        E::TimerFired { timer } => put(words, Tag::TimerFired, timer.0, []),
        E::TimerCancelled { timer } => put(words, Tag::TimerCancelled, timer.0, []),
        E::Iteration { ready } => put(words, Tag::Iteration, ready.min(ID_LIMIT - 1), []),
        E::LoopStarted => put(words, Tag::LoopStarted, 0, []),
        E::LoopStopped => put(words, Tag::LoopStopped, 0, []),
        E::Location { task, location: Location { line, column } } => {
            if line < 1 << (32 - COLUMN_BITS) && column < 1 << COLUMN_BITS {
                put(words, Tag::Location, task.0, [line << COLUMN_BITS | column])
            } else {
                put(words, Tag::FarLocation, task.0, [line, column])
            }
        }
        E::FrameEnter { task, coroutine, name, location } => {
            put(words, Tag::FrameEnter, task.0, [coroutine.0, name.0, location.line, location.column])
        }
        E::FrameLeave { task, coroutine } => put(words, Tag::FrameLeave, task.0, [coroutine.0]),
        E::CoroutineCreated { task, coroutine, name, location } => {
            put(words, Tag::CoroutineCreated, task.0, [coroutine.0, name.0, location.line, location.column])
        }
        E::NeverAwaited { coroutine, name } => put(words, Tag::NeverAwaited, coroutine.0, [name.0]),
        E::BlockBegin { task, until } => put(words, Tag::BlockBegin, task.0, [low(until), high(until)]),
        E::BlockEnd { task } => put(words, Tag::BlockEnd, task.0, []),
        E::Output { task, stream: Stream::Stdout, text } => put(words, Tag::Stdout, task.0, [text.0]),
        E::Output { task, stream: Stream::Stderr, text } => put(words, Tag::Stderr, task.0, [text.0]),
    }
}

#[inline(always)]
fn put<const N: usize>(words: &mut Vec<u32>, tag: Tag, id: u32, rest: [u32; N]) -> bool {
    if id >= ID_LIMIT {
        return false;
    }
    words.reserve(N + 1);
    words.push(tag as u32 | id << TAG_BITS);
    words.extend(rest);
    true
}

#[inline(always)]
fn put_cause(words: &mut Vec<u32>, tag: Tag, id: u32, cause: Cause) -> bool {
    let (kind, of) = match cause {
        Cause::Outside => (0, 0),
        Cause::Callback => (1, 0),
        Cause::Task(task) => (2, task.0),
        Cause::Timer(timer) => (3, timer.0),
    };
    of < CAUSE_LIMIT && put(words, tag, id, [of << 2 | kind])
}

fn low(time: Time) -> u32 {
    time.0 as u32
}

fn high(time: Time) -> u32 {
    (time.0 >> 32) as u32
}

/// What the next words say.
pub(crate) enum Record {
    /// The events that follow happen at this moment.
    Time(Time),
    /// An event.
    Event(EventKind),
}

/// Reads words from a place on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'l> {
    words: &'l [u32],
}

impl<'l> Reader<'l> {
    pub(crate) fn new(words: &'l [u32]) -> Reader<'l> {
        Reader { words }
    }

    /// The next record; None at the end.
    pub(crate) fn next(&mut self) -> Option<Record> {
        use EventKind as E;
        let first = self.word()?;
        let id = first >> TAG_BITS;
        let (task, maybe) = (TaskId(id), MaybeTask(id));
        let kind = match TAGS.get((first & ((1 << TAG_BITS) - 1)) as usize)? {
            Tag::Time => return Some(Record::Time(self.time()?)),
            Tag::TaskCreated => {
                let (future, parent, name, coroutine) =
                    (FutureId(self.word()?), MaybeTask(self.word()?), Symbol(self.word()?), self.word()?);
                let (coroutine, housekeeping) = (Symbol(coroutine >> 1), coroutine & 1 == 1);
                E::TaskCreated { task, future, parent, name, coroutine, housekeeping }
            }
            Tag::WorkerCreated => E::WorkerCreated {
                task,
                future: FutureId(self.word()?),
                parent: MaybeTask(self.word()?),
                name: self.symbol()?,
                function: self.symbol()?,
            },
            Tag::TaskRenamed => E::TaskRenamed { task, name: self.symbol()? },
            Tag::TaskReady => E::TaskReady { task, cause: self.cause()? },
            Tag::ReadyByItself => E::TaskReady { task, cause: Cause::Task(task) },
            Tag::StepBegin => E::StepBegin { task },
            Tag::StepEnd => E::StepEnd { task },
            Tag::StepSleeps => E::StepSleeps { task, future: FutureId(self.word()?), until: self.time()? },
            Tag::StepWaits => {
                E::StepWaits { task, future: FutureId(self.word()?), purpose: PurposeRef(self.word()?) }
            }
            Tag::CancelRequested => E::CancelRequested { task, cause: self.cause()? },
            Tag::TaskReturned => E::TaskReturned { task, value: None },
            Tag::TaskReturnedValue => E::TaskReturned { task, value: Some(self.symbol()?) },
            Tag::TaskRaised => E::TaskRaised { task, error: self.symbol()? },
            Tag::TaskCancelled => E::TaskCancelled { task },
            Tag::FutureDone => E::FutureDone { future: FutureId(id), cause: self.cause()? },
            Tag::TimerSet => {
                E::TimerSet { timer: TimerId(id), deadline: self.time()?, by: MaybeTask(self.word()?) }
            }
            Tag::TimerFired => E::TimerFired { timer: TimerId(id) },
            Tag::TimerCancelled => E::TimerCancelled { timer: TimerId(id) },
            Tag::Iteration => E::Iteration { ready: id },
            Tag::LoopStarted => E::LoopStarted,
            Tag::LoopStopped => E::LoopStopped,
            Tag::Location => {
                let packed = self.word()?;
                let location =
                    Location { line: packed >> COLUMN_BITS, column: packed & ((1 << COLUMN_BITS) - 1) };
                E::Location { task: maybe, location }
            }
            Tag::FarLocation => E::Location { task: maybe, location: self.location()? },
            Tag::FrameEnter => {
                let (coroutine, name) = (CoroutineId(self.word()?), self.symbol()?);
                E::FrameEnter { task: maybe, coroutine, name, location: self.location()? }
            }
            Tag::FrameLeave => E::FrameLeave { task: maybe, coroutine: CoroutineId(self.word()?) },
            Tag::CoroutineCreated => {
                let (coroutine, name) = (CoroutineId(self.word()?), self.symbol()?);
                E::CoroutineCreated { task: maybe, coroutine, name, location: self.location()? }
            }
            Tag::NeverAwaited => E::NeverAwaited { coroutine: CoroutineId(id), name: self.symbol()? },
            Tag::BlockBegin => E::BlockBegin { task: maybe, until: self.time()? },
            Tag::BlockEnd => E::BlockEnd { task: maybe },
            Tag::Stdout => E::Output { task: maybe, stream: Stream::Stdout, text: self.symbol()? },
            Tag::Stderr => E::Output { task: maybe, stream: Stream::Stderr, text: self.symbol()? },
        };
        Some(Record::Event(kind))
    }

    fn word(&mut self) -> Option<u32> {
        let (first, rest) = self.words.split_first()?;
        self.words = rest;
        Some(*first)
    }

    fn symbol(&mut self) -> Option<Symbol> {
        self.word().map(Symbol)
    }

    fn time(&mut self) -> Option<Time> {
        let (low, high) = (self.word()?, self.word()?);
        Some(Time(u64::from(high) << 32 | u64::from(low)))
    }

    fn location(&mut self) -> Option<Location> {
        Some(Location { line: self.word()?, column: self.word()? })
    }

    fn cause(&mut self) -> Option<Cause> {
        let word = self.word()?;
        let of = word >> 2;
        Some(match word & 3 {
            0 => Cause::Outside,
            1 => Cause::Callback,
            2 => Cause::Task(TaskId(of)),
            _ => Cause::Timer(TimerId(of)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_comes_back() {
        use EventKind as E;
        let (task, future, timer) = (TaskId(ID_LIMIT - 1), FutureId(u32::MAX), TimerId(7));
        let (maybe, text, coroutine) = (MaybeTask(3), Symbol(9), CoroutineId(u32::MAX));
        let location = Location { line: u32::MAX, column: 2 };
        let kinds = [
            E::TaskCreated { task, future, parent: maybe, name: text, coroutine: text, housekeeping: true },
            E::WorkerCreated { task, future, parent: maybe, name: text, function: text },
            E::TaskRenamed { task, name: text },
            E::TaskReady { task, cause: Cause::Task(task) },
            E::TaskReady { task, cause: Cause::Task(TaskId(1)) },
            E::TaskReady { task, cause: Cause::Outside },
            E::StepBegin { task },
            E::StepEnd { task },
            E::StepSleeps { task, future, until: Time::MAX },
            E::StepWaits { task, future, purpose: PurposeRef(5) },
            E::CancelRequested { task, cause: Cause::Callback },
            E::TaskReturned { task, value: None },
            E::TaskReturned { task, value: Some(text) },
            E::TaskRaised { task, error: text },
            E::TaskCancelled { task },
            E::FutureDone { future: FutureId(4), cause: Cause::Timer(timer) },
            E::TimerSet { timer, deadline: Time(1 << 40), by: maybe },
            E::TimerFired { timer },
            E::TimerCancelled { timer },
            E::Iteration { ready: 12 },
            E::LoopStarted,
            E::LoopStopped,
            E::Location { task: maybe, location: Location { line: 17, column: 4 } },
            E::Location { task: maybe, location },
            E::FrameEnter { task: maybe, coroutine, name: text, location },
            E::FrameLeave { task: maybe, coroutine },
            E::CoroutineCreated { task: MaybeTask(0), coroutine, name: text, location },
            E::NeverAwaited { coroutine: CoroutineId(1), name: text },
            E::BlockBegin { task: maybe, until: Time(3) },
            E::BlockEnd { task: maybe },
            E::Output { task: maybe, stream: Stream::Stdout, text },
            E::Output { task: maybe, stream: Stream::Stderr, text },
        ];
        let mut words = Vec::new();
        for kind in kinds {
            assert!(write(&mut words, kind));
        }
        let mut reader = Reader::new(&words);
        for kind in kinds {
            match reader.next() {
                Some(Record::Event(read)) => assert_eq!(read, kind),
                _ => panic!("no event where {kind:?} was written"),
            }
        }
        assert!(reader.next().is_none());
    }

    #[test]
    fn what_does_not_fit_is_not_written() {
        let mut words = Vec::new();
        assert!(!write(&mut words, EventKind::StepBegin { task: TaskId(ID_LIMIT) }));
        let cause = Cause::Timer(TimerId(CAUSE_LIMIT));
        assert!(!write(&mut words, EventKind::TaskReady { task: TaskId(1), cause }));
        assert_eq!(words, []);
    }
}
