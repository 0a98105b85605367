//! Contexts: variables whose values belong to the task, not to the thread.
//!
//! Mirrors `contextvars`. A task runs in a copy of the context in which it was made; so does a callback, unless
//! it is given another. Copying a context shares its values until one of the two is changed, and where no
//! variable was ever set there is nothing to copy.
//!
//! The current context belongs to the program: its [`Environment`] holds it, the loop exchanges it around each
//! step.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::fmt;
use std::marker::PhantomData;
use std::rc::{Rc, Weak};
use std::sync::atomic::{AtomicU64, Ordering};

use crate::coroutine::{Coroutine, Resume, Resumed};
use crate::domain::Domain;
use crate::event_loop::{Environment, LoopRef};

/// The values of variables, in the order of their identities.
type Values = Vec<(u64, Rc<dyn Any>)>;

/// The values of context variables. A cheap reference: clones are the same context, [`Context::copy`] makes
/// another. Mirrors `contextvars.Context`.
#[derive(Clone, Default)]
pub struct Context(Rc<Body>);

#[derive(Default)]
struct Body {
    values: RefCell<Rc<Values>>,
    /// The context from which this one was entered by [`Context::enter`].
    outer: Cell<Option<Context>>,
    entered: Cell<bool>,
    /// The engine's own object of it.
    engine: RefCell<Option<Weak<dyn Any>>>,
}

impl fmt::Debug for Context {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Context")
    }
}

/// A reference that does not keep a context alive.
#[derive(Clone)]
pub struct WeakContext(Weak<Body>);

impl WeakContext {
    /// The context, if it is still there.
    #[must_use]
    pub fn upgrade(&self) -> Option<Context> {
        self.0.upgrade().map(Context)
    }
}

impl Context {
    /// A context without values.
    #[must_use]
    pub fn new() -> Context {
        Context::default()
    }

    /// Another context with the same values. Mirrors `Context.copy`.
    #[must_use]
    pub fn copy(&self) -> Context {
        let values = RefCell::new(Rc::clone(&self.0.values.borrow()));
        Context(Rc::new(Body { values, ..Body::default() }))
    }

    /// Whether both are the same context.
    #[must_use]
    pub fn ptr_eq(&self, other: &Context) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// What tells it from every other context that exists now.
    #[must_use]
    pub fn address(&self) -> usize {
        Rc::as_ptr(&self.0) as usize
    }

    /// A reference that does not keep it alive.
    #[must_use]
    pub fn downgrade(&self) -> WeakContext {
        WeakContext(Rc::downgrade(&self.0))
    }

    /// The engine's own object of this context, if it is still there.
    #[must_use]
    pub fn engine(&self) -> Option<Rc<dyn Any>> {
        self.0.engine.borrow().as_ref()?.upgrade()
    }

    /// Remembers the engine's own object of this context.
    pub fn set_engine(&self, object: Weak<dyn Any>) {
        *self.0.engine.borrow_mut() = Some(object);
    }

    /// How many variables have a value in it.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.values.borrow().len()
    }

    /// Whether no variable has a value in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The value of a variable in it; its default does not count. Mirrors `Context.get`.
    #[must_use]
    pub fn get<T: Clone + 'static>(&self, variable: &ContextVar<T>) -> Option<T> {
        self.find(variable.0.id)?.downcast_ref().cloned()
    }

    fn find(&self, id: u64) -> Option<Rc<dyn Any>> {
        let values = self.0.values.borrow();
        let at = values.binary_search_by_key(&id, |(known, _)| *known).ok()?;
        Some(Rc::clone(&values[at].1))
    }

    /// Sets or removes the value of a variable; gives the one it had.
    fn replace(&self, id: u64, value: Option<Rc<dyn Any>>) -> Option<Rc<dyn Any>> {
        let mut values = self.0.values.borrow_mut();
        let place = values.binary_search_by_key(&id, |(known, _)| *known);
        let values = Rc::make_mut(&mut values);
        match (place, value) {
            (Ok(at), Some(value)) => Some(std::mem::replace(&mut values[at].1, value)),
            (Ok(at), None) => Some(values.remove(at).1),
            (Err(at), Some(value)) => {
                values.insert(at, (id, value));
                None
            }
            (Err(_), None) => None,
        }
    }

    /// All values of variables of the type `T`, the variable that was made first at the front.
    #[must_use]
    pub fn values<T: Clone + 'static>(&self) -> Vec<T> {
        self.0.values.borrow().iter().filter_map(|(_, value)| value.downcast_ref().cloned()).collect()
    }

    /// Drops all values: for an engine that clears what may refer to itself.
    pub fn clear(&self) {
        drop(self.0.values.take());
    }

    /// Makes it the current one until [`Context::leave`]; false if it is in use already. Mirrors the head of
    /// `Context.run`.
    #[must_use]
    pub fn enter(&self, environment: &Environment) -> bool {
        if self.0.entered.get() || environment.outermost_context().ptr_eq(self) {
            return false;
        }
        self.0.entered.set(true);
        self.0.outer.set(environment.context_cell().replace(Some(self.clone())));
        true
    }

    /// Makes the one current again from which this was entered.
    pub fn leave(&self, environment: &Environment) {
        if self.0.entered.replace(false) {
            environment.context_cell().set(self.0.outer.take());
        }
    }

    /// Runs `function` in this context: what it sets is set here. Mirrors `Context.run`.
    ///
    /// ```
    /// use loopscope_core::context::{Context, ContextVar};
    /// use loopscope_core::native::run_virtual;
    ///
    /// run_virtual(|event_loop| async move {
    ///     let level = ContextVar::with_default("level", 0);
    ///     let environment = event_loop.environment();
    ///     let context = Context::new();
    ///     context.run(environment, || level.set(environment, 7)).unwrap();
    ///     assert_eq!(level.get(environment), Some(0));
    ///     assert_eq!(context.get(&level), Some(7));
    ///     Ok(())
    /// })
    /// .unwrap();
    /// ```
    ///
    /// # Errors
    /// [`InUse`] if it is current already, here or further out.
    pub fn run<R>(&self, environment: &Environment, function: impl FnOnce() -> R) -> Result<R, InUse> {
        if !self.enter(environment) {
            return Err(InUse);
        }
        let _leave = Leave(self, environment);
        Ok(function())
    }
}

/// Leaves a context, also when what runs in it panics.
struct Leave<'a>(&'a Context, &'a Environment);

impl Drop for Leave<'_> {
    fn drop(&mut self) {
        self.0.leave(self.1);
    }
}

/// A context cannot be entered twice.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct InUse;

impl fmt::Display for InUse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("cannot enter context: it is already entered")
    }
}

impl std::error::Error for InUse {}

impl Environment {
    /// The current context. Mirrors what `copy_context` copies.
    #[must_use]
    pub fn context(&self) -> Context {
        let cell = self.context_cell();
        let context = cell.take().unwrap_or_default();
        cell.set(Some(context.clone()));
        context
    }

    /// The context of the running task, however many others were entered in it.
    pub(crate) fn outermost_context(&self) -> Context {
        let mut context = self.context();
        while context.0.entered.get() {
            let outer = context.0.outer.take().unwrap_or_default();
            context.0.outer.set(Some(outer.clone()));
            context = outer;
        }
        context
    }

    /// A copy of the current context; None if nothing was ever set in it.
    #[must_use]
    pub fn copy_context(&self) -> Option<Context> {
        let cell = self.context_cell();
        let context = cell.take()?;
        let copy = (!context.is_empty()).then(|| context.copy());
        cell.set(Some(context));
        copy
    }
}

/// The number of the next variable.
static NEXT: AtomicU64 = AtomicU64::new(0);

/// A variable that has a value of its own in each context. A cheap reference: clones are the same variable.
/// Mirrors `contextvars.ContextVar`.
///
/// ```
/// use loopscope_core::context::ContextVar;
/// use loopscope_core::native::{run_virtual, spawn, yield_now};
///
/// run_virtual(|event_loop| async move {
///     let user = ContextVar::new("user");
///     user.set(event_loop.environment(), "ada");
///     let (inner, variable) = (event_loop.clone(), user.clone());
///     let task = spawn(&event_loop, async move {
///         let inherited = variable.get(inner.environment());
///         variable.set(inner.environment(), "grace");
///         yield_now(&inner).await?;
///         Ok((inherited, variable.get(inner.environment())))
///     });
///     assert_eq!(task.await?, (Some("ada"), Some("grace")));
///     assert_eq!(user.get(event_loop.environment()), Some("ada"));
///     Ok(())
/// })
/// .unwrap();
/// ```
pub struct ContextVar<T>(Rc<Variable<T>>);

struct Variable<T> {
    id: u64,
    name: Box<str>,
    default: Option<T>,
}

impl<T> Clone for ContextVar<T> {
    fn clone(&self) -> Self {
        ContextVar(Rc::clone(&self.0))
    }
}

impl<T: Clone + 'static> ContextVar<T> {
    /// A variable without a default. The name is for people.
    #[must_use]
    pub fn new(name: &str) -> ContextVar<T> {
        ContextVar::make(name, None)
    }

    /// A variable that is `default` where it is not set.
    #[must_use]
    pub fn with_default(name: &str, default: T) -> ContextVar<T> {
        ContextVar::make(name, Some(default))
    }

    fn make(name: &str, default: Option<T>) -> ContextVar<T> {
        let id = NEXT.fetch_add(1, Ordering::Relaxed);
        ContextVar(Rc::new(Variable { id, name: name.into(), default }))
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// What it is where it is not set.
    #[must_use]
    pub fn default(&self) -> Option<T> {
        self.0.default.clone()
    }

    /// Whether both are the same variable.
    #[must_use]
    pub fn ptr_eq(&self, other: &ContextVar<T>) -> bool {
        self.0.id == other.0.id
    }

    /// Its value in the current context, or its default.
    #[must_use]
    pub fn get(&self, environment: &Environment) -> Option<T> {
        self.lookup(environment).or_else(|| self.default())
    }

    /// Its value in the current context; a default does not count.
    #[must_use]
    pub fn lookup(&self, environment: &Environment) -> Option<T> {
        let cell = environment.context_cell();
        let context = cell.take();
        let value = context.as_ref().and_then(|context| context.get(self));
        cell.set(context);
        value
    }

    /// Gives it a value in the current context; the token takes that back.
    pub fn set(&self, environment: &Environment, value: T) -> Token<T> {
        let context = environment.context();
        let before = context.replace(self.0.id, Some(Rc::new(value)));
        Token { variable: self.clone(), context, before, used: Cell::new(false), value: PhantomData }
    }

    /// Makes it what it was before the `set` that gave this token. Mirrors `ContextVar.reset`.
    ///
    /// # Errors
    /// [`TokenError`] if the token has been used, or is of another variable or another context.
    pub fn reset(&self, environment: &Environment, token: &Token<T>) -> Result<(), TokenError> {
        if token.used.get() {
            return Err(TokenError::Used);
        }
        if !self.ptr_eq(&token.variable) {
            return Err(TokenError::OtherVariable);
        }
        let context = environment.context();
        if !context.ptr_eq(&token.context) {
            return Err(TokenError::OtherContext);
        }
        token.used.set(true);
        drop(context.replace(self.0.id, token.before.clone()));
        Ok(())
    }
}

/// What takes a `set` back. Mirrors `contextvars.Token`.
pub struct Token<T> {
    variable: ContextVar<T>,
    context: Context,
    before: Option<Rc<dyn Any>>,
    used: Cell<bool>,
    value: PhantomData<T>,
}

impl<T: Clone + 'static> Token<T> {
    /// The variable.
    #[must_use]
    pub fn variable(&self) -> &ContextVar<T> {
        &self.variable
    }

    /// The value that it had; None if it was not set. Mirrors `Token.old_value`.
    #[must_use]
    pub fn old_value(&self) -> Option<T> {
        self.before.as_ref()?.downcast_ref().cloned()
    }

    /// Whether it has been used.
    #[must_use]
    pub fn used(&self) -> bool {
        self.used.get()
    }
}

/// Why a token cannot be used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TokenError {
    /// It has been used.
    Used,
    /// It is of another variable.
    OtherVariable,
    /// It was made in another context.
    OtherContext,
}

impl fmt::Display for TokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            TokenError::Used => "the token has already been used once",
            TokenError::OtherVariable => "the token was created by a different ContextVar",
            TokenError::OtherContext => "the token was created in a different Context",
        })
    }
}

impl std::error::Error for TokenError {}

/// A coroutine that runs in a context: a callback that was given one.
pub struct InContext<D: Domain> {
    /// Empty while it runs.
    context: Cell<Option<Context>>,
    inner: Box<dyn Coroutine<D>>,
}

impl<D: Domain> InContext<D> {
    /// `inner`, in `context`; as it is where there is none.
    #[must_use]
    pub fn wrap(context: Option<Context>, inner: Box<dyn Coroutine<D>>) -> Box<dyn Coroutine<D>> {
        match context {
            Some(context) => Box::new(InContext { context: Cell::new(Some(context)), inner }),
            None => inner,
        }
    }
}

impl<D: Domain> Coroutine<D> for InContext<D> {
    fn resume(&mut self, input: Resume<D>, event_loop: &LoopRef<D>, cx: &mut D::Context) -> Resumed<D> {
        let current = event_loop.environment().context_cell();
        current.swap(&self.context);
        let resumed = self.inner.resume(input, event_loop, cx);
        event_loop.environment().context_cell().swap(&self.context);
        resumed
    }

    fn name(&self) -> &str {
        self.inner.name()
    }

    fn object(&self) -> Option<D::Value> {
        self.inner.object()
    }
}
