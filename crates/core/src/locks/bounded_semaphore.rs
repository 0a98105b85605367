//! `BoundedSemaphore`: a semaphore that counts what it gets back.
//!
//! Mirrors `asyncio.BoundedSemaphore`.

use std::ops::Deref;

use super::Semaphore;
use crate::domain::{Domain, ErrorKind};

/// A semaphore that notices when more is given back than was taken. Everything but `release` is a
/// [`Semaphore`]'s.
///
/// ```
/// use loopscope_core::locks::BoundedSemaphore;
/// use loopscope_core::native::Native;
///
/// let semaphore = BoundedSemaphore::<Native>::new(1);
/// assert_eq!(semaphore.release().unwrap_err().to_string(), "BoundedSemaphore released too many times");
/// ```
pub struct BoundedSemaphore<D: Domain> {
    semaphore: Semaphore<D>,
    bound: usize,
}

impl<D: Domain> Clone for BoundedSemaphore<D> {
    fn clone(&self) -> Self {
        BoundedSemaphore { semaphore: self.semaphore.clone(), bound: self.bound }
    }
}

impl<D: Domain> BoundedSemaphore<D> {
    /// A semaphore of `value` permits, never more.
    #[must_use]
    pub fn new(value: usize) -> BoundedSemaphore<D> {
        BoundedSemaphore { semaphore: Semaphore::new(value), bound: value }
    }

    /// Gives a permit back, and wakes the next who waits. Mirrors `BoundedSemaphore.release`.
    ///
    /// # Errors
    /// `ValueError` if none was taken.
    pub fn release(&self) -> Result<(), D::Error> {
        if self.semaphore.value() >= self.bound {
            return Err(D::error(ErrorKind::Value, "BoundedSemaphore released too many times"));
        }
        self.semaphore.release();
        Ok(())
    }
}

impl<D: Domain> Deref for BoundedSemaphore<D> {
    type Target = Semaphore<D>;
    fn deref(&self) -> &Semaphore<D> {
        &self.semaphore
    }
}
