//! `shield`: keeps a cancellation of whoever waits from what is waited for.
//!
//! Mirrors `asyncio.shield`.

use crate::domain::Domain;
use crate::event_loop::LoopRef;
use crate::future::{DoneCallback, Future, Operation};
use crate::instrument::Purpose;

/// A future that ends as `inner` does, and can be cancelled without it. If `inner` is done, it is `inner`.
///
/// ```
/// use loopscope_core::native::{run_virtual, sleep, spawn};
/// use loopscope_core::shield::shield;
///
/// run_virtual(|event_loop| async move {
///     let inner = event_loop.clone();
///     let saving = spawn(&event_loop, async move { sleep(&inner, 2.0).await });
///     let shielded = shield(saving.task().future());
///     let waiting = spawn(&event_loop, async move { shielded.await });
///     sleep(&event_loop, 1.0).await?;
///     waiting.cancel();
///     assert!(waiting.await.is_err());
///     saving.await?;
///     assert_eq!(event_loop.time().as_secs_f64(), 2.0);
///     Ok(())
/// })
/// .unwrap();
/// ```
#[must_use = "awaiting the inner future itself is not shielded"]
pub fn shield<D: Domain>(inner: &Future<D>) -> Future<D> {
    if inner.done() {
        return inner.clone();
    }
    let outer = inner.event_loop().create_future_for(Purpose::Group("shield", vec![inner.id()]));
    let shown = outer.clone();
    let inner_done = inner.add_done_callback(DoneCallback::Operation(
        Operation::ShieldInner,
        Box::new(move |inner: &Future<D>, _: &LoopRef<D>, _: &mut D::Context| end_as(&shown, inner)),
    ));
    let inner = inner.clone();
    outer.add_done_callback(DoneCallback::Operation(
        Operation::ShieldOuter,
        Box::new(move |_: &Future<D>, _: &LoopRef<D>, _: &mut D::Context| {
            if !inner.done() {
                inner.remove_callback(inner_done);
            }
        }),
    ));
    outer
}

/// Mirrors `_inner_done_callback` in `shield`.
fn end_as<D: Domain>(outer: &Future<D>, inner: &Future<D>) {
    if outer.cancelled() {
        // Nobody else will look at its error.
        if !inner.cancelled() {
            inner.mark_retrieved();
        }
    } else if inner.cancelled() {
        outer.cancel(None);
    } else if !outer.done() {
        outer.finish(inner.outcome());
    }
}
