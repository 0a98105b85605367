//! What the loop of Rust coroutines knows of their world: errors are Rust's, futures carry no value.

use std::fmt;
use std::rc::Rc;

use super::Adapter;
#[cfg(doc)]
use super::JoinHandle;
use crate::coroutine::Coroutine;
use crate::domain::{Domain, ErrorKind, Report, Slow};
use crate::future::Future;
use crate::time::Span;

/// The world of Rust coroutines: results travel in [`JoinHandle`]s, futures carry no value.
#[derive(Debug)]
pub struct Native;

/// What a Rust coroutine fails with.
#[derive(Clone, Debug)]
pub enum Error {
    /// The task was cancelled.
    Cancelled,
    /// One of asyncio's own rules was broken.
    Rule(ErrorKind, String),
    /// Several errors in one, with a message: what a task group fails with.
    Group(Rc<str>, Rc<[Error]>),
    /// Any other error.
    Other(Rc<dyn std::error::Error>),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Cancelled => f.write_str("cancelled"),
            // Some of asyncio's errors have no message: the name has to do.
            Error::Rule(kind, message) if message.is_empty() => write!(f, "{kind:?}"),
            Error::Rule(_, message) => f.write_str(message),
            Error::Group(message, errors) => {
                write!(f, "{message} ({} in all)", errors.len())?;
                errors.iter().try_for_each(|error| write!(f, "; {error}"))
            }
            Error::Other(error) => error.fmt(f),
        }
    }
}

impl<E: std::error::Error + 'static> From<E> for Error {
    fn from(error: E) -> Error {
        Error::Other(Rc::new(error))
    }
}

impl Domain for Native {
    type Value = ();
    type Error = Error;
    type Trace = ();
    type Context = ();

    fn unit() {}

    fn error(kind: ErrorKind, message: &str) -> Error {
        Error::Rule(kind, message.to_owned())
    }

    fn cancelled(_: Option<()>) -> Error {
        Error::Cancelled
    }

    fn is_cancelled(error: &Error) -> bool {
        matches!(error, Error::Cancelled)
    }

    fn trace_of(_: &Error) {}

    fn retrace(_: &Error, (): ()) {}

    fn is_fatal(_: &Error) -> bool {
        false
    }

    fn list(_: Vec<()>) {}

    fn group(message: &str, errors: Vec<Error>) -> Error {
        Error::Group(message.into(), errors.into())
    }

    fn error_value(_: Error) {}

    fn report(_: &mut (), report: Report<Native>) {
        let error = report.error.map(|error| format!(": {error}")).unwrap_or_default();
        eprintln!("{}{error}", report.message);
    }

    fn slow(_: &mut (), what: Slow<'_, Native>, took: Span) {
        let what = match what {
            Slow::Task(task) => Native::describe(&mut (), task.future()),
            Slow::Callback(callback) => callback.name().to_owned(),
        };
        eprintln!("Executing {what} took {:.3} seconds", took.as_secs_f64());
    }

    fn call(_: &(), _: &Future<Native>) -> Box<dyn Coroutine<Native>> {
        Box::new(Adapter::new(async { Ok(()) }))
    }

    fn describe(_: &mut (), future: &Future<Native>) -> String {
        match future.as_task() {
            Some(task) => format!("<Task {:?} name='{}'>", future.state(), task.name()),
            None => format!("<Future {:?}>", future.state()),
        }
    }

    fn picture(_: &mut (), _: &()) -> Option<String> {
        None
    }

    fn picture_error(_: &mut (), error: &Error) -> String {
        error.to_string()
    }
}
