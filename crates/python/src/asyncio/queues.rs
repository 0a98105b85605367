//! `asyncio.queues`: core's queues as programs see them.
//!
//! The items are kept here, except those of a program's class that has its own `_init`, `_put` or `_get`: it keeps
//! them in Python, and `queues.py` asks the gate around each step.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use loopscope_core::queues::{Gate, heap_pop, heap_push};

use super::Py;
use super::locks::{count, no_arguments, owner, start, this};
use super::operation::Op;
use crate::heap::Store;
use crate::native::{Args, ModuleDef, NativeDef, NativeResult, TypeDef, embedded};
use crate::objects::{Exc, ExcKind, NativeObject, index_error, runtime_error, type_error};
use crate::stdlib::heapq;
use crate::value::Value;
use crate::vm::Vm;

/// `asyncio.queues`.
pub(crate) static MODULE: ModuleDef = ModuleDef {
    name: "asyncio.queues",
    functions: &[
        NativeDef::function("_heappush", heapq::heappush),
        NativeDef::function("_heappop", heapq::heappop),
        NativeDef::function("_generic", class_getitem),
    ],
    constants,
    python: Some(embedded!("asyncio/queues.py")),
};

static QUEUE: TypeDef = TypeDef {
    name: "_Queue",
    constructor: Some(new_queue),
    methods: &[
        NativeDef::method("_start", queue_start),
        NativeDef::method("_state", state),
        NativeDef::method("_items", items),
        NativeDef::method("_may_put", may_put),
        NativeDef::method("_was_put", was_put),
        NativeDef::method("_may_take", may_take),
        NativeDef::method("_was_taken", was_taken),
        NativeDef::method("_set_size", set_size),
        NativeDef::method("_room", room),
        NativeDef::method("_item", item),
        NativeDef::method("qsize", qsize),
        NativeDef::method("empty", empty),
        NativeDef::method("full", full),
        NativeDef::method("put", put),
        NativeDef::method("put_nowait", put_nowait),
        NativeDef::method("get", get),
        NativeDef::method("get_nowait", get_nowait),
        NativeDef::method("task_done", task_done),
        NativeDef::method("join", join),
        NativeDef::method("shutdown", shutdown),
        NativeDef::property("_unfinished_tasks", unfinished),
    ],
};

fn constants(vm: &mut Vm) -> Vec<(&'static str, Value)> {
    let mut constants = vec![(QUEUE.name, Value::Class(vm.native_class(&QUEUE, "asyncio.queues")))];
    for kind in [ExcKind::QueueEmpty, ExcKind::QueueFull, ExcKind::QueueShutDown] {
        constants.push((kind.name(), Value::Class(vm.types.exception(kind).clone())));
    }
    constants
}

/// The items of a plain queue.
#[derive(Default)]
struct Items(RefCell<VecDeque<Value>>);

impl Items {
    /// Works on the items as a heap. `<` may run the program's code, so nothing is borrowed meanwhile; what that code
    /// puts stays at the end.
    fn as_heap<T>(&self, work: impl FnOnce(&mut Vec<Value>) -> Result<T, Exc>) -> Result<T, Exc> {
        // Neither way copies anything: a heap begins where its memory does.
        let mut heap = Vec::from(self.0.take());
        let outcome = work(&mut heap);
        let added = self.0.replace(heap.into());
        if added.is_empty() {
            return outcome;
        }
        self.0.borrow_mut().extend(added);
        Err(runtime_error("list changed size during iteration"))
    }
}

impl Store for Items {
    fn size(&self) -> usize {
        self.0.borrow().capacity() * size_of::<Value>()
    }

    fn each(&self, visit: &mut dyn FnMut(&Value)) {
        self.0.borrow().iter().for_each(visit);
    }

    fn clear(&self) {
        drop(self.0.take());
    }
}

impl Drop for Items {
    fn drop(&mut self) {
        crate::heap::drop_backwards(self.0.take().into());
    }
}

/// In which order a queue gives its items.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    Fifo,
    Lifo,
    Smallest,
}

/// A queue.
#[derive(Clone)]
pub(super) struct PyQueue {
    pub(super) gate: Gate<Py>,
    /// None: the class keeps them in Python.
    items: Option<Rc<Items>>,
    order: Order,
}

impl PyQueue {
    pub(super) fn put_nowait(&self, vm: &mut Vm, item: Value) -> NativeResult {
        self.gate.may_put()?;
        if let Some(items) = &self.items {
            match self.order {
                Order::Smallest => {
                    let pushed = items.as_heap(|heap| heap_push(heap, item, &mut |a, b| vm.less(a, b)));
                    // An item that cannot be compared is in the queue all the same, uncounted.
                    self.gate.set_len(items.0.borrow().len() - usize::from(pushed.is_ok()));
                    pushed?;
                }
                _ => items.0.borrow_mut().push_back(item),
            }
        }
        self.gate.was_put();
        Ok(Value::None)
    }

    pub(super) fn get_nowait(&self, vm: &mut Vm) -> NativeResult {
        self.gate.may_take()?;
        let Some(items) = &self.items else { return Ok(Value::None) };
        let taken = match self.order {
            Order::Fifo => Ok(items.0.borrow_mut().pop_front()),
            Order::Lifo => Ok(items.0.borrow_mut().pop_back()),
            Order::Smallest => items.as_heap(|heap| heap_pop(heap, &mut |a, b| vm.less(a, b))),
        };
        self.gate.set_len(items.0.borrow().len() + usize::from(matches!(taken, Ok(Some(_)))));
        let taken = taken?.ok_or_else(|| index_error("index out of range"))?;
        self.gate.was_taken();
        Ok(taken)
    }
}

fn queue(args: &Args<'_>) -> Result<PyQueue, Exc> {
    this::<PyQueue>(args)
}

fn gate(args: &Args<'_>) -> Result<Gate<Py>, Exc> {
    Ok(queue(args)?.gate)
}

fn new_queue(vm: &mut Vm, _: Args<'_>) -> NativeResult {
    let queue = PyQueue { gate: Gate::new(0), items: None, order: Order::Fifo };
    Ok(NativeObject::any(&vm.native_class(&QUEUE, "asyncio.queues"), queue))
}

/// `_start(maxsize, order)`: what `__init__` asks for; without an order the class keeps the items in Python.
fn queue_start(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [max_size, order] = args.skip(1).exactly("_start")?;
    let gate = Gate::new(count(vm, max_size)?);
    let (items, order) = match order {
        Value::None => (None, Order::Fifo),
        order => {
            let items = Rc::new(Items::default());
            vm.heap.store(items.clone());
            let order = match order.as_int() {
                Some(1) => Order::Lifo,
                Some(2) => Order::Smallest,
                _ => Order::Fifo,
            };
            (Some(items), order)
        }
    };
    start(&args, PyQueue { gate, items, order })
}

/// A function of `queues.py`, for a queue that keeps its items in Python.
fn in_python(vm: &mut Vm, args: &Args<'_>, function: &str, more: &[&Value]) -> NativeResult {
    let function = vm.module_attribute("asyncio.queues", function)?;
    let mut arguments = vec![owner(args).clone()];
    arguments.extend(more.iter().copied().cloned());
    vm.tail_call(&function, arguments)
}

fn state(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::str(gate(&args)?.state()))
}

/// `_items()`: those of a plain queue as a list; None for others.
fn items(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let Some(items) = queue(&args)?.items else { return Ok(Value::None) };
    let items: Vec<Value> = items.0.borrow().iter().cloned().collect();
    vm.charge(items.len() * size_of::<Value>())?;
    Ok(vm.new_list(items))
}

/// The first items of a plain queue, as many as are looked at; None for other objects.
pub(crate) fn queued(object: &NativeObject) -> Option<Vec<Value>> {
    let items = object.with(|queue: &mut PyQueue| queue.items.clone())??;
    let items = items.0.borrow();
    Some(items.iter().take(GLIMPSE).cloned().collect())
}

/// More than are shown anywhere of a queue at a glance.
const GLIMPSE: usize = 20;

fn may_put(_: &mut Vm, args: Args<'_>) -> NativeResult {
    gate(&args)?.may_put()?;
    Ok(Value::None)
}

fn may_take(_: &mut Vm, args: Args<'_>) -> NativeResult {
    gate(&args)?.may_take()?;
    Ok(Value::None)
}

fn was_put(_: &mut Vm, args: Args<'_>) -> NativeResult {
    gate(&args)?.was_put();
    Ok(Value::None)
}

fn was_taken(_: &mut Vm, args: Args<'_>) -> NativeResult {
    gate(&args)?.was_taken();
    Ok(Value::None)
}

/// `_set_size(size)`: how many items a queue that keeps them in Python has.
fn set_size(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [size] = args.skip(1).exactly("_set_size")?;
    gate(&args)?.set_len(count(vm, size)?);
    Ok(Value::None)
}

fn room(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let gate = gate(&args)?;
    vm.operation("Queue.put", owner(&args), Op::Room(gate))
}

fn item(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let gate = gate(&args)?;
    vm.operation("Queue.get", owner(&args), Op::Item(gate))
}

fn qsize(_: &mut Vm, args: Args<'_>) -> NativeResult {
    no_arguments(&args, "Queue.qsize")?;
    Ok(Value::from(gate(&args)?.len()))
}

fn empty(_: &mut Vm, args: Args<'_>) -> NativeResult {
    no_arguments(&args, "Queue.empty")?;
    Ok(Value::Bool(gate(&args)?.is_empty()))
}

fn full(_: &mut Vm, args: Args<'_>) -> NativeResult {
    no_arguments(&args, "Queue.full")?;
    Ok(Value::Bool(gate(&args)?.full()))
}

fn unfinished(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::from(gate(&args)?.unfinished()))
}

/// The one argument of `put` and `put_nowait`.
fn to_put<'a>(args: &Args<'a>, method: &str) -> Result<&'a Value, Exc> {
    match (args.skip(1).positional, args.names) {
        ([item], []) => Ok(item),
        ([], [_]) if args.keyword("item").is_some() => args.keyword("item").ok_or_else(|| type_error("item")),
        ([], []) => Err(type_error(format!("{method}() missing 1 required positional argument: 'item'"))),
        ([_, rest @ ..], []) => Err(type_error(format!(
            "{method}() takes 2 positional arguments but {} were given",
            rest.len() + 2
        ))),
        (_, [name, ..]) => {
            let name = name.as_str().unwrap_or("");
            Err(type_error(format!("{method}() got an unexpected keyword argument '{name}'")))
        }
    }
}

fn put(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let item = to_put(&args, "Queue.put")?;
    let queue = queue(&args)?;
    if queue.items.is_none() {
        return in_python(vm, &args, "_put", &[item]);
    }
    vm.charge(size_of::<Value>())?;
    vm.operation("Queue.put", owner(&args), Op::Put(queue, item.clone()))
}

fn put_nowait(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let item = to_put(&args, "Queue.put_nowait")?;
    let queue = queue(&args)?;
    if queue.items.is_none() {
        return in_python(vm, &args, "_put_nowait", &[item]);
    }
    vm.charge(size_of::<Value>())?;
    queue.put_nowait(vm, item.clone())
}

fn get(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    no_arguments(&args, "Queue.get")?;
    let queue = queue(&args)?;
    if queue.items.is_none() {
        return in_python(vm, &args, "_get", &[]);
    }
    vm.operation("Queue.get", owner(&args), Op::Get(queue))
}

fn get_nowait(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    no_arguments(&args, "Queue.get_nowait")?;
    let queue = queue(&args)?;
    if queue.items.is_none() {
        return in_python(vm, &args, "_get_nowait", &[]);
    }
    queue.get_nowait(vm)
}

fn task_done(_: &mut Vm, args: Args<'_>) -> NativeResult {
    no_arguments(&args, "Queue.task_done")?;
    gate(&args)?.task_done()?;
    Ok(Value::None)
}

fn join(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    no_arguments(&args, "Queue.join")?;
    let gate = gate(&args)?;
    vm.operation("Queue.join", owner(&args), Op::Join(gate))
}

fn shutdown(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [immediate] = args.skip(1).bind("Queue.shutdown", ["immediate"], 0, 0)?;
    let immediate = match immediate {
        Some(immediate) => vm.truth(immediate)?,
        None => false,
    };
    let queue = queue(&args)?;
    queue.gate.shutdown(immediate);
    match &queue.items {
        _ if !immediate => Ok(Value::None),
        Some(items) => {
            drop(items.0.take());
            Ok(Value::None)
        }
        None => in_python(vm, &args, "_clear", &[]),
    }
}

/// `Queue[int]`: the class and the argument.
fn class_getitem(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let (Some(Value::Class(class)), Some(key)) = (args.get(0), args.get(1)) else {
        return Err(type_error("__class_getitem__() takes exactly one argument"));
    };
    Ok(crate::builtins::alias::generic_of(class, key))
}
