//! Rust programs as a whole: a `main` that is run to its end.

use std::cell::RefCell;
use std::future::Future as StdFuture;
use std::rc::Rc;
use std::sync::Arc;

use super::{Adapter, Error, Native};
use crate::clock::{Clock, VirtualClock};
use crate::coroutine::{Coroutine, Pause};
use crate::domain::ErrorKind;
use crate::driver::virtual_time::Limits;
use crate::driver::{self, Advance, Machine, Mailbox};
use crate::event_loop::{Environment, EventLoop, LoopRef};
use crate::runners::{RunTurn, Runner};
use crate::time::Time;

/// Runs `main` on a fresh loop in real time. Mirrors `asyncio.run`.
///
/// # Errors
/// What `main` failed with.
#[cfg(not(target_arch = "wasm32"))]
pub fn run<T: 'static, F>(main: impl FnOnce(LoopRef<Native>) -> F) -> Result<T, Error>
where
    F: StdFuture<Output = Result<T, Error>> + 'static,
{
    let clock = Rc::new(driver::system::SystemClock::new());
    let mut program = Program::new(clock.clone(), main)?;
    driver::system::run(&mut program, &*clock);
    program.result()
}

/// Runs `main` on a fresh loop on a virtual clock: waiting takes no time at all.
///
/// # Errors
/// What `main` failed with; a `RuntimeError` if every task waits for what can never come.
pub fn run_virtual<T: 'static, F>(main: impl FnOnce(LoopRef<Native>) -> F) -> Result<T, Error>
where
    F: StdFuture<Output = Result<T, Error>> + 'static,
{
    let clock = Rc::new(VirtualClock::new());
    let mut program = Program::new(clock.clone(), main)?;
    driver::virtual_time::run(&mut program, &clock, Limits::NONE);
    program.result()
}

/// A Rust `main` with its loop, for a driver to run.
pub struct Program<T> {
    turning: Turning,
    result: Rc<RefCell<Option<T>>>,
}

impl<T: 'static> Program<T> {
    /// `main` is called with the loop it will run on.
    ///
    /// # Errors
    /// None in practice: see [`Runner::new`].
    pub fn new<F>(clock: Rc<dyn Clock>, main: impl FnOnce(LoopRef<Native>) -> F) -> Result<Program<T>, Error>
    where
        F: StdFuture<Output = Result<T, Error>> + 'static,
    {
        Program::with_environment(Environment::new(clock, None), main)
    }

    /// The same, with an instrument for example.
    ///
    /// # Errors
    /// None in practice: see [`Runner::new`].
    pub fn with_environment<F>(
        environment: Rc<Environment>,
        main: impl FnOnce(LoopRef<Native>) -> F,
    ) -> Result<Program<T>, Error>
    where
        F: StdFuture<Output = Result<T, Error>> + 'static,
    {
        let event_loop = EventLoop::new(environment);
        let (coroutine, result) = keeping(main(event_loop.handle()));
        let runner = Runner::new(event_loop, coroutine)?;
        Ok(Program { turning: Turning { runner, outcome: None, spent: 0 }, result })
    }

    /// What `main` came to.
    ///
    /// # Errors
    /// Its error; a `RuntimeError` if it has not ended.
    pub fn result(self) -> Result<T, Error> {
        self.turning.outcome.ok_or_else(unfinished)??;
        self.result.take().ok_or_else(unfinished)
    }
}

impl<T> Machine for Program<T> {
    fn advance(&mut self, fuel: u32) -> Advance {
        self.turning.advance(fuel)
    }

    fn spent(&self) -> u64 {
        self.turning.spent()
    }

    fn mailbox(&self) -> Option<Arc<Mailbox>> {
        self.turning.mailbox()
    }
}

fn unfinished() -> Error {
    Error::Rule(ErrorKind::Runtime, "the program has not ended".to_owned())
}

/// Where a Rust future leaves its result.
type Slot<T> = Rc<RefCell<Option<T>>>;

/// A coroutine that runs a Rust future and keeps its result.
fn keeping<T: 'static>(
    future: impl StdFuture<Output = Result<T, Error>> + 'static,
) -> (Box<dyn Coroutine<Native>>, Slot<T>) {
    let result = Rc::new(RefCell::new(None));
    let slot = Rc::clone(&result);
    let coroutine = Adapter::new(async move {
        *slot.borrow_mut() = Some(future.await?);
        Ok(())
    });
    (Box::new(coroutine), result)
}

/// A runner that is turned until what it runs has ended.
struct Turning {
    runner: Runner<Native>,
    outcome: Option<Result<(), Error>>,
    /// How many handles the last slice ran.
    spent: u64,
}

impl Machine for Turning {
    fn advance(&mut self, fuel: u32) -> Advance {
        self.spent = 0;
        while self.outcome.is_none() {
            match self.runner.turn(&mut ()) {
                RunTurn::Ran(handles) => {
                    self.spent += handles as u64;
                    if self.spent >= u64::from(fuel) {
                        return Advance::OutOfFuel;
                    }
                }
                RunTurn::Idle(Some(deadline)) => return Advance::Idle(deadline),
                RunTurn::Idle(None) => return Advance::Deadlock,
                RunTurn::Paused(Pause::Park(Time::MAX)) => return Advance::Deadlock,
                RunTurn::Paused(Pause::Sleep(until) | Pause::Park(until)) => return Advance::Blocked(until),
                RunTurn::Paused(Pause::OutOfFuel) => return Advance::OutOfFuel,
                RunTurn::Done(outcome) => self.outcome = Some(outcome),
            }
        }
        Advance::Finished
    }

    fn spent(&self) -> u64 {
        self.spent
    }

    fn mailbox(&self) -> Option<Arc<Mailbox>> {
        let remote = self.runner.event_loop().remote();
        remote.is_waiting().then(|| Arc::clone(remote.mailbox()))
    }
}

/// Which clock a [`BlockingRunner`] waits by.
enum Waiting {
    Virtual(Rc<VirtualClock>),
    #[cfg(not(target_arch = "wasm32"))]
    System(Rc<driver::system::SystemClock>),
}

/// Runs one Rust `main` after the other on the same loop, and waits for each. Mirrors `asyncio.Runner`.
///
/// What a `main` leaves running goes on with the next one. Dropping the runner drops what is left;
/// [`BlockingRunner::close`] lets it end first, as `asyncio.run` does.
///
/// ```
/// use loopscope_core::native::{BlockingRunner, sleep, spawn};
///
/// let mut runner = BlockingRunner::with_virtual_clock();
/// let task = runner.run(|event_loop| async move {
///     let inner = event_loop.clone();
///     Ok(spawn(&event_loop, async move { sleep(&inner, 2.0).await }))
/// });
/// let task = task.unwrap();
/// let ended = runner.run(|event_loop| async move {
///     task.await?;
///     Ok(event_loop.time())
/// });
/// assert_eq!(ended.unwrap().as_secs_f64(), 2.0);
/// runner.close().unwrap();
/// assert!(runner.run(|_| async { Ok(()) }).is_err());
/// ```
pub struct BlockingRunner {
    turning: Turning,
    waiting: Waiting,
}

impl BlockingRunner {
    /// On a clock of its own: waiting takes no time at all.
    #[must_use]
    pub fn with_virtual_clock() -> BlockingRunner {
        let clock = Rc::new(VirtualClock::new());
        BlockingRunner::open(clock.clone(), Waiting::Virtual(clock))
    }

    /// In real time.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn with_system_clock() -> BlockingRunner {
        let clock = Rc::new(driver::system::SystemClock::new());
        BlockingRunner::open(clock.clone(), Waiting::System(clock))
    }

    fn open(clock: Rc<dyn Clock>, waiting: Waiting) -> BlockingRunner {
        let runner = Runner::open(EventLoop::new(Environment::new(clock, None)));
        BlockingRunner { turning: Turning { runner, outcome: None, spent: 0 }, waiting }
    }

    /// The loop. Mirrors `Runner.get_loop`.
    #[must_use]
    pub fn event_loop(&self) -> &LoopRef<Native> {
        self.turning.runner.event_loop()
    }

    /// Runs `main` until it ends.
    ///
    /// # Errors
    /// What `main` failed with; a `RuntimeError` if the runner is closed, or if every task waits for what can
    /// never come: nothing more can be run then.
    pub fn run<T: 'static, F>(&mut self, main: impl FnOnce(LoopRef<Native>) -> F) -> Result<T, Error>
    where
        F: StdFuture<Output = Result<T, Error>> + 'static,
    {
        let (coroutine, result) = keeping(main(self.event_loop().clone()));
        self.turning.runner.run(coroutine)?;
        self.turn()?;
        result.take().ok_or_else(unfinished)
    }

    /// Cancels what is left, waits for its end and closes the loop. Nothing happens the second time. Mirrors
    /// `Runner.close`.
    ///
    /// # Errors
    /// A `RuntimeError` if what is left refuses to end.
    pub fn close(&mut self) -> Result<(), Error> {
        if self.event_loop().is_closed() {
            return Ok(());
        }
        self.turning.runner.close();
        self.turn()
    }

    fn turn(&mut self) -> Result<(), Error> {
        self.turning.outcome = None;
        match &self.waiting {
            Waiting::Virtual(clock) => {
                driver::virtual_time::run(&mut self.turning, clock, Limits::NONE);
            }
            #[cfg(not(target_arch = "wasm32"))]
            Waiting::System(clock) => {
                driver::system::run(&mut self.turning, &**clock);
            }
        }
        self.turning.outcome.take().ok_or_else(unfinished)?
    }
}
