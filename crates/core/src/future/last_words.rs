//! What a future leaves behind when it goes away: a report of what nobody can see any more, and its
//! callbacks and result, dropped without recursion.

use super::callbacks::Listeners;
use super::{Body, Future, Kind, State};
use crate::domain::{Domain, Report, Subject};
use crate::instrument::{Location, Note, Purpose};
use crate::release::release;

/// Reports what nobody can see any more: an error that was never looked at, a task that never ended.
/// Mirrors `Future.__del__` and `Task.__del__`.
impl<D: Domain> Drop for Body<D> {
    fn drop(&mut self) {
        if let Kind::Task(part) = &self.kind {
            part.forget(&self.event_loop);
        }
        if let Some(message) = self.last_words() {
            self.report(message);
            return;
        }
        if let Kind::Task(part) = &self.kind {
            part.release_links();
        }
        let listeners = self.callbacks.replace(Listeners::None);
        let state = self.state.replace(State::Pending);
        // What holds no other future needs no care.
        match (&state, &listeners) {
            (State::Pending | State::Cancelled, Listeners::None) => {}
            (State::Returned(_), Listeners::None) if !std::mem::needs_drop::<D::Value>() => {}
            _ => release((state, listeners)),
        }
    }
}

impl<D: Domain> Body<D> {
    /// What is worth a report when the future goes away as it is.
    pub(super) fn last_words(&self) -> Option<&'static str> {
        let unretrieved = self.unretrieved.get();
        match &self.kind {
            Kind::Task(part) => {
                let pending = matches!(&*self.state.borrow(), State::Pending);
                if pending && part.reports_destruction() {
                    return Some("Task was destroyed but it is pending!");
                }
                unretrieved.then_some("Task exception was never retrieved")
            }
            Kind::Plain(_) => unretrieved.then_some("Future exception was never retrieved"),
            Kind::Gather(_) => unretrieved.then_some("_GatheringFuture exception was never retrieved"),
        }
    }

    /// Queues a report. It needs a future to show: one in the same state, with what this one had.
    fn report(&mut self, message: &str) {
        let kind = std::mem::replace(&mut self.kind, Kind::Plain(Purpose::Plain));
        if let Kind::Task(part) = &kind {
            part.silence();
        }
        let state = self.state.replace(State::Pending);
        let error = match &state {
            State::Raised(failure) => Some(failure.error.clone()),
            _ => None,
        };
        if error.is_some() {
            let note = Note::NeverRetrieved(self.id);
            self.event_loop.instrument(|i, at| i.note(at, None, note, "", Location::default()));
        }
        let remains = Future::new(self.id, self.event_loop.clone(), kind);
        *remains.0.state.borrow_mut() = state;
        remains.0.rare.set(self.rare.take());
        let subject = match error {
            None => Subject::Task(remains),
            Some(_) => Subject::Future(remains),
        };
        self.event_loop.queue_report(Report { message: message.to_owned(), error, subject });
    }
}
