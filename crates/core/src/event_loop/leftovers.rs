//! What is left of a loop that is closed: tasks that nobody will ever go on with, errors that nobody will ever look at.
//!
//! An engine whose programs can tell when something goes away keeps them (`keep_leftovers`), tells of them at the end of
//! the program, as CPython's collector of cycles does, and drops them (`dispose`).

use super::LoopRef;
use crate::domain::{Domain, Report, Subject};
use crate::future::{Future, FutureState, WeakFuture};
use crate::instrument::{Location, Note};
use crate::task::Task;

/// At this many known failures those that are gone or seen are forgotten.
const PURGE_AT_LEAST: usize = 64;

impl<D: Domain> LoopRef<D> {
    /// From now on closing this loop leaves its pending tasks as they are: they go away when their last reference does,
    /// or with [`LoopRef::dispose`].
    pub fn keep_leftovers(&self) {
        self.0.keeps_leftovers.set(true);
    }

    /// A future failed, and nobody has looked at its error.
    pub(crate) fn note_failure(&self, future: WeakFuture<D>) {
        if !self.0.keeps_leftovers.get() {
            return;
        }
        let mut failures = self.0.failures.borrow_mut();
        if failures.len() >= PURGE_AT_LEAST && failures.len() == failures.capacity() {
            failures.retain(|failure| failure.upgrade().is_some_and(|future| future.is_unretrieved()));
        }
        failures.push(future);
    }

    /// Tasks are cancelled because the main one has ended: what cancels them may refer to its failure, and that to them.
    pub(crate) fn note_shut_down(&self, tasks: &[Task<D>]) {
        if self.0.keeps_leftovers.get() {
            self.0.shut_down.borrow_mut().extend(tasks.iter().map(|task| task.future().downgrade()));
            self.0.shutting_down.set(true);
        }
    }

    /// They have ended.
    pub(crate) fn end_shut_down(&self) {
        self.0.shutting_down.set(false);
    }

    /// The tasks that were cancelled because the main one has ended, as long as they are waited for. Mirrors `to_cancel`, a local
    /// variable below the frames of all that runs meanwhile.
    #[must_use]
    pub fn being_shut_down(&self) -> Vec<Future<D>> {
        if !self.0.shutting_down.get() {
            return Vec::new();
        }
        self.0.shut_down.borrow().iter().filter_map(WeakFuture::upgrade).collect()
    }

    /// Ends such circles: nobody will await those tasks any more.
    pub fn break_circles(&self) {
        for future in self.0.shut_down.take().iter().filter_map(WeakFuture::upgrade) {
            if future.cancelled() {
                drop(future.cancelled_error());
            }
        }
    }

    /// Pending tasks and unseen failures, in the order in which they were made.
    #[must_use]
    pub fn leftovers(&self) -> Vec<Future<D>> {
        let mut left: Vec<Future<D>> = self.all_tasks().into_iter().map(|task| task.0).collect();
        let failures = self.0.failures.borrow();
        left.extend(failures.iter().filter_map(WeakFuture::upgrade).filter(Future::is_unretrieved));
        left.sort_by_key(Future::id);
        left
    }

    /// Tells of one of the [`LoopRef::leftovers`] as if it had gone away; nothing is told of it again.
    pub fn report_leftover(&self, future: &Future<D>, cx: &mut D::Context) {
        let Some(message) = future.last_words() else { return };
        let pending = future.state() == FutureState::Pending;
        let error = future.failure();
        if error.is_some() {
            let note = Note::NeverRetrieved(future.id());
            self.instrument(|i, at| i.note(at, None, note, "", Location::default()));
        }
        future.as_task().inspect(|task| task.set_report_destruction(false));
        let subject = if pending { Subject::Task(future.clone()) } else { Subject::Future(future.clone()) };
        // A destructor cannot raise: an error that ought to stop the loop ends here.
        let _ = self.call_exception_handler(Report { message: message.to_owned(), error, subject }, cx);
    }

    /// Closes the loop and drops everything that it or its tasks hold. Nothing is told of.
    pub fn dispose(&self) {
        self.mute();
        self.close();
        for task in self.all_tasks() {
            task.abandon();
        }
        self.0.settings.clear();
        drop(self.0.engine.take());
    }
}
