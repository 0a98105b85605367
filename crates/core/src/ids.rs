//! Names for the things a loop makes: small, copyable, never reused within one loop.

use std::fmt;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $letter:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub struct $name(pub u32);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($letter, "{}"), self.0)
            }
        }
    };
}

id! {
    /// A task, counted from 1 in the order of creation.
    TaskId, "t"
}
id! {
    /// A future. A task is a future too: it has both ids.
    FutureId, "f"
}
id! {
    /// A timer, in the order of creation: the tie-break between equal deadlines.
    TimerId, "d"
}
id! {
    /// A coroutine object, as the engine that makes it counts them.
    CoroutineId, "c"
}
