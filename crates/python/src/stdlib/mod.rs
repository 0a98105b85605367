//! The modules of the standard library. Each is made at its first import and costs nothing before.
//!
//! A module that is all in Python is a file here and a line in [`MODULES`]:
//! `&ModuleDef::python("name", embedded!("stdlib/name.py"))`.

use crate::native::{ModuleDef, embedded};
use crate::value::Value;
use crate::vm::Vm;

pub mod collections;
pub mod contextlib;
pub mod contextvars;
pub mod dataclasses;
pub(crate) mod deque;
pub mod functools;
pub mod heapq;
pub mod json;
pub mod library;
pub mod logging;
pub mod math;
pub mod mersenne;
pub mod random;
pub mod re;
mod sizes;
pub mod sys;
pub mod thread;
pub mod time;
pub mod traceback;
pub mod types;
pub mod weakref;

/// The modules that `import` finds.
pub const MODULES: &[&ModuleDef] = &[
    &PRELUDE,
    &ModuleDef::python("abc", embedded!("stdlib/abc.py")),
    &ModuleDef::python("base64", embedded!("stdlib/base64.py")),
    &ModuleDef::python("_argparse_help", embedded!("stdlib/_argparse_help.py")),
    &ModuleDef::python("argparse", embedded!("stdlib/argparse.py")),
    &ModuleDef::python("bisect", embedded!("stdlib/bisect.py")),
    &crate::builtins::late::BYTES,
    &ModuleDef::python("atexit", embedded!("stdlib/atexit.py")),
    &ModuleDef::python("calendar", embedded!("stdlib/calendar.py")),
    &collections::MODULE,
    &ModuleDef::python("collections.abc", embedded!("stdlib/collections_abc.py")),
    &ModuleDef::python("_collections_more", embedded!("stdlib/collections_more.py")),
    &crate::builtins::late::COMPLEX,
    &contextlib::MODULE,
    &contextvars::MODULE,
    &ModuleDef::python("copy", embedded!("stdlib/copy.py")),
    &dataclasses::MODULE,
    &ModuleDef::python("datetime", embedded!("stdlib/datetime.py")),
    &ModuleDef::python("difflib", embedded!("stdlib/difflib.py")),
    &ModuleDef::python("_distributions", embedded!("stdlib/_distributions.py")),
    &ModuleDef::python("enum", embedded!("stdlib/enum.py")),
    &ModuleDef::python("errno", embedded!("stdlib/errno.py")),
    &ModuleDef::python("fractions", embedded!("stdlib/fractions.py")),
    &functools::MODULE,
    &ModuleDef::python("__future__", embedded!("stdlib/__future__.py")),
    &ModuleDef::python("gc", embedded!("stdlib/gc.py")),
    &crate::builtins::late::GENERICS,
    &ModuleDef::python("graphlib", embedded!("stdlib/graphlib.py")),
    &ModuleDef::python("hashlib", embedded!("stdlib/hashlib.py")),
    &heapq::MODULE,
    &ModuleDef::python("inspect", embedded!("stdlib/inspect.py")),
    &ModuleDef::python("io", embedded!("stdlib/io.py")),
    &ModuleDef::python("itertools", embedded!("stdlib/itertools.py")),
    &json::MODULE,
    &ModuleDef::python("linecache", embedded!("stdlib/linecache.py")),
    &ModuleDef::python("keyword", embedded!("stdlib/keyword.py")),
    &logging::MODULE,
    &ModuleDef::python("logging.config", embedded!("stdlib/logging_config.py")),
    &ModuleDef::python("logging.handlers", embedded!("stdlib/logging_handlers.py")),
    &math::MODULE,
    &ModuleDef::python("_math_more", embedded!("stdlib/math_more.py")),
    &ModuleDef::python("numbers", embedded!("stdlib/numbers.py")),
    &ModuleDef::python("operator", embedded!("stdlib/operator.py")),
    &ModuleDef::python("os", embedded!("stdlib/os.py")),
    &ModuleDef::python("os.path", embedded!("stdlib/posixpath.py")),
    &ModuleDef::python("platform", embedded!("stdlib/platform.py")),
    &ModuleDef::python("posixpath", embedded!("stdlib/posixpath.py")),
    &ModuleDef::python("pprint", embedded!("stdlib/pprint.py")),
    &ModuleDef::python("queue", embedded!("stdlib/queue.py")),
    &random::MODULE,
    &re::MODULE,
    &ModuleDef::python("_re_reader", embedded!("stdlib/_re_reader.py")),
    &ModuleDef::python("_re_writer", embedded!("stdlib/_re_writer.py")),
    &ModuleDef::python("sched", embedded!("stdlib/sched.py")),
    &ModuleDef::python("secrets", embedded!("stdlib/secrets.py")),
    &ModuleDef::python("signal", embedded!("stdlib/signal.py")),
    &ModuleDef::python("statistics", embedded!("stdlib/statistics.py")),
    &ModuleDef::python("string", embedded!("stdlib/string.py")),
    &ModuleDef::python("_isoformat", embedded!("stdlib/_isoformat.py")),
    &ModuleDef::python("_logging_formats", embedded!("stdlib/_logging_formats.py")),
    &ModuleDef::python("_strptime", embedded!("stdlib/_strptime.py")),
    &ModuleDef::python("_timedelta", embedded!("stdlib/_timedelta.py")),
    &sys::MODULE,
    &ModuleDef::python("textwrap", embedded!("stdlib/textwrap.py")),
    &thread::MODULE,
    &ModuleDef::python("threading", embedded!("stdlib/threading.py")),
    &time::MODULE,
    &ModuleDef::python("timeit", embedded!("stdlib/timeit.py")),
    &traceback::MODULE,
    &types::MODULE,
    &ModuleDef::python("typing", embedded!("stdlib/typing.py")),
    &ModuleDef::python("_typing_more", embedded!("stdlib/_typing_more.py")),
    &ModuleDef::python("unittest", embedded!("stdlib/unittest.py")),
    &ModuleDef::python("_unittest_case", embedded!("stdlib/_unittest_case.py")),
    &ModuleDef::python("_unittest_checks", embedded!("stdlib/_unittest_checks.py")),
    &ModuleDef::python("_unittest_result", embedded!("stdlib/_unittest_result.py")),
    &ModuleDef::python("unittest.mock", embedded!("stdlib/unittest_mock.py")),
    &ModuleDef::python("uuid", embedded!("stdlib/uuid.py")),
    &ModuleDef::python("warnings", embedded!("stdlib/warnings.py")),
    &weakref::MODULE,
];

/// What the prelude needs of the engine; its name is no secret, but nothing for programs either.
const PRELUDE: ModuleDef = ModuleDef {
    name: "_builtins",
    functions: crate::builtins::PRELUDE_FUNCTIONS,
    constants: no_constants,
    python: None,
};

/// For modules that only have functions.
fn no_constants(_vm: &mut Vm) -> Vec<(&'static str, Value)> {
    Vec::new()
}
