//! `wait_for`: one future with a deadline, which is cancelled when the time is over.
//!
//! Mirrors `asyncio.wait_for`.

use crate::domain::{Domain, ErrorKind};
use crate::event_loop::LoopRef;
use crate::future::{CallbackId, DoneCallback, Future};
use crate::timeouts::timeout;
use crate::wait::release;

/// The result of `future` if it is there within `seconds` of the loop's clock; without a number, however long
/// it takes. When the time is over, the future is cancelled, and its end is waited for.
///
/// ```
/// use loopscope_core::native::{run_virtual, sleep, spawn};
/// use loopscope_core::wait_for::wait_for;
///
/// run_virtual(|event_loop| async move {
///     let inner = event_loop.clone();
///     let slow = spawn(&event_loop, async move { sleep(&inner, 10.0).await });
///     assert!(wait_for(&event_loop, slow.task().future(), Some(1.0)).await.is_err());
///     assert!(slow.task().future().cancelled());
///     assert_eq!(event_loop.time().as_secs_f64(), 1.0);
///     Ok(())
/// })
/// .unwrap();
/// ```
///
/// # Errors
/// What the future failed with; a `TimeoutError` when the time was over; a cancellation that came meanwhile.
pub async fn wait_for<D: Domain>(
    event_loop: &LoopRef<D>,
    future: &Future<D>,
    seconds: Option<f64>,
) -> Result<D::Value, D::Error> {
    if seconds.is_some_and(|seconds| seconds <= 0.0) {
        if future.done() {
            return future.result();
        }
        cancel_and_wait(event_loop, future).await?;
        return future.result().map_err(|error| match D::is_cancelled(&error) {
            true => D::error(ErrorKind::Timeout, ""),
            false => error,
        });
    }
    timeout(event_loop, seconds, future.clone()).await
}

/// Cancels a future and waits for its end; a cancellation of the wait itself is not lost. Mirrors
/// `_cancel_and_wait`.
async fn cancel_and_wait<D: Domain>(event_loop: &LoopRef<D>, future: &Future<D>) -> Result<(), D::Error> {
    struct Watching<'a, D: Domain>(&'a Future<D>, CallbackId);
    impl<D: Domain> Drop for Watching<'_, D> {
        fn drop(&mut self) {
            self.0.remove_callback(self.1);
        }
    }
    let waiter = event_loop.create_future_for(future.purpose().into_owned());
    let released = waiter.clone();
    let callback = DoneCallback::native(Box::new(move |_, _| release(&released)));
    let _watching = Watching(future, future.add_done_callback(callback));
    future.cancel(None);
    waiter.await.map(drop)
}
