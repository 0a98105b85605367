//! The parts of `asyncio` (and of `collections` and `math`) in Python, which are loaded when something of theirs is named for the first time: a program uses
//! few of them, and in a page the first run begins the sooner.

use crate::native::embedded;
use crate::objects::{Exc, Module};
use crate::value::Value;
use crate::vm::{Vm, intern};

/// Where a part comes from.
enum Origin {
    /// A text that runs in the module's own namespace.
    Text(&'static str),
    /// A module whose names it takes over.
    Module(&'static str),
}

/// A part, and the names that are found in it.
struct Part {
    origin: Origin,
    names: &'static [&'static str],
}

/// A part knows nothing of another one's names.
static PARTS: &[Part] = &[
    Part {
        origin: Origin::Text(embedded!("asyncio/runners.py")),
        names: &["Runner", "_run_in_runner", "_cancel_all_tasks"],
    },
    Part {
        origin: Origin::Text(embedded!("asyncio/tasks.py")),
        names: &[
            "eager_task_factory",
            "create_eager_task_factory",
            "_close_generators",
            "_create_by_factory",
            "_gather_by_factory",
            "_get_stack",
            "_print_stack",
            "_sleep",
            "_start_eagerly",
            "_submitted",
        ],
    },
    Part {
        origin: Origin::Text(embedded!("asyncio/timeouts.py")),
        names: &["wait_for", "timeout", "timeout_at", "Timeout", "_shut_down_within"],
    },
    Part { origin: Origin::Text(embedded!("asyncio/taskgroups.py")), names: &["TaskGroup"] },
    Part {
        origin: Origin::Text(embedded!("asyncio/policies.py")),
        names: &[
            "AbstractEventLoopPolicy",
            "BaseDefaultEventLoopPolicy",
            "DefaultEventLoopPolicy",
            "get_event_loop_policy",
            "set_event_loop_policy",
        ],
    },
    Part {
        origin: Origin::Text(embedded!("asyncio/outside.py")),
        names: &[
            "AbstractChildWatcher",
            "AbstractServer",
            "BaseProtocol",
            "BaseTransport",
            "BufferedProtocol",
            "DEVNULL",
            "DatagramProtocol",
            "DatagramTransport",
            "PIPE",
            "PidfdChildWatcher",
            "Process",
            "Protocol",
            "ReadTransport",
            "STDOUT",
            "SafeChildWatcher",
            "Server",
            "StreamReader",
            "StreamReaderProtocol",
            "StreamWriter",
            "SubprocessProtocol",
            "SubprocessTransport",
            "ThreadedChildWatcher",
            "Transport",
            "WriteTransport",
            "create_subprocess_exec",
            "create_subprocess_shell",
            "get_child_watcher",
            "open_connection",
            "open_unix_connection",
            "set_child_watcher",
            "start_server",
            "start_unix_server",
        ],
    },
    Part {
        origin: Origin::Text(embedded!("asyncio/combinators.py")),
        names: &["wait", "as_completed", "shield"],
    },
    Part {
        origin: Origin::Module("asyncio.locks"),
        names: &["Lock", "Event", "Condition", "Semaphore", "BoundedSemaphore", "Barrier"],
    },
    Part {
        origin: Origin::Module("asyncio.queues"),
        names: &["Queue", "LifoQueue", "PriorityQueue", "QueueEmpty", "QueueFull", "QueueShutDown"],
    },
];

/// The parts of `collections`.
static COLLECTIONS: &[Part] = &[
    Part { origin: Origin::Module("collections.abc"), names: &[] },
    Part {
        origin: Origin::Module("_collections_more"),
        names: &["ChainMap", "UserDict", "UserList", "UserString"],
    },
];

/// The parts of `typing`.
static TYPING: &[Part] = &[Part {
    origin: Origin::Module("_typing_more"),
    names: &[
        "BinaryIO",
        "IO",
        "NamedTuple",
        "Protocol",
        "SupportsAbs",
        "SupportsBytes",
        "SupportsComplex",
        "SupportsFloat",
        "SupportsIndex",
        "SupportsInt",
        "SupportsRound",
        "TextIO",
        "TypedDict",
        "clear_overloads",
        "get_overloads",
        "get_protocol_members",
        "is_protocol",
        "is_typeddict",
        "no_type_check_decorator",
        "runtime_checkable",
    ],
}];

/// The parts of `math`.
static MATH: &[Part] = &[Part {
    origin: Origin::Module("_math_more"),
    names: &[
        "acosh",
        "asinh",
        "atanh",
        "cbrt",
        "erf",
        "erfc",
        "exp2",
        "fma",
        "frexp",
        "gamma",
        "ldexp",
        "lgamma",
        "nextafter",
        "remainder",
        "sumprod",
        "ulp",
    ],
}];

/// The parts of a module that may be missing.
fn parts_of(module: &Module) -> &'static [Part] {
    match module.name.as_str() {
        "asyncio" => PARTS,
        "collections" => COLLECTIONS,
        "typing" => TYPING,
        "math" => MATH,
        _ => &[],
    }
}

/// Something of the module that its namespace did not have, if a part has it.
pub(crate) fn attribute(vm: &mut Vm, module: &Module, name: &str) -> Result<Option<Value>, Exc> {
    for part in parts_of(module) {
        let own = Some((module.name.as_str(), name));
        let is_module = matches!(part.origin, Origin::Module(path) if path.rsplit_once('.') == own);
        if is_module || part.names.contains(&name) {
            load(vm, module, part)?;
            return Ok(module.dict.get_name(&intern(name)));
        }
    }
    // It will be missed, perhaps by a name that is much like one of a part.
    all(vm, module)?;
    Ok(None)
}

/// Loads all parts: for `dir` and `import *`.
pub(crate) fn all(vm: &mut Vm, module: &Module) -> Result<(), Exc> {
    parts_of(module).iter().try_for_each(|part| load(vm, module, part))
}

fn load(vm: &mut Vm, module: &Module, part: &Part) -> Result<(), Exc> {
    // What a program has put in the place of a name stays.
    let missing = |name: &&&str| module.dict.get_name(&intern(name)).is_none();
    match part.origin {
        Origin::Text(text) if part.names.iter().all(|name| missing(&name)) => {
            vm.run_hidden("asyncio", text, &module.dict)
        }
        Origin::Text(_) => Ok(()),
        Origin::Module(path) => {
            let Some(origin) = vm.import_module(path)? else { return Ok(()) };
            for name in part.names.iter().filter(missing) {
                if let Some(value) = origin.dict.get_name(&intern(name)) {
                    module.dict.set_name(&intern(name), value);
                }
            }
            Ok(())
        }
    }
}
