//! `heapq`: what works on the heap itself, in the order of core's queues; the rest is in `heapq.py`.

use loopscope_core::queues::{heap_pop, heap_push, heap_replace, heapify as order};

use super::no_constants;
use crate::builtins::convert::plain;
use crate::builtins::list::ITEM;
use crate::native::{Args, ModuleDef, NativeDef, NativeResult, embedded};
use crate::objects::{Exc, List, index_error, runtime_error, type_error};
use crate::value::Value;
use crate::vm::Vm;

/// `heapq`.
pub const MODULE: ModuleDef = ModuleDef {
    name: "heapq",
    functions: &[
        NativeDef::function("heapify", heapify),
        NativeDef::function("heappop", heappop),
        NativeDef::function("heappush", heappush),
        NativeDef::function("heappushpop", heappushpop),
        NativeDef::function("heapreplace", heapreplace),
    ],
    constants: no_constants,
    python: Some(embedded!("stdlib/heapq.py")),
};

/// The list that is to be a heap.
fn list<'a>(vm: &Vm, value: &'a Value, complaint: &str) -> Result<&'a List, Exc> {
    match plain(value) {
        Value::List(list) => Ok(list),
        _ => Err(type_error(format!("{complaint} must be list, not {}", vm.type_name(value)))),
    }
}

/// Works on the items of a list. `<` may run the program's code, so nothing is borrowed meanwhile; what that code adds
/// to the list stays at its end.
pub(crate) fn on_items<T>(
    list: &List,
    work: impl FnOnce(&mut Vec<Value>) -> Result<T, Exc>,
) -> Result<T, Exc> {
    let mut heap = list.items.take();
    let outcome = work(&mut heap);
    let added = list.items.replace(heap);
    if added.is_empty() {
        return outcome;
    }
    list.items.borrow_mut().extend(added);
    Err(runtime_error("list changed size during iteration"))
}

fn heapify(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [heap] = args.exactly("_heapq.heapify")?;
    let heap = list(vm, heap, "heapify() argument")?;
    on_items(heap, |heap| order(heap, &mut |a, b| vm.less(a, b)))?;
    Ok(Value::None)
}

/// `heappush(heap, item)`.
pub(crate) fn heappush(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [heap, item] = args.exactly("heappush")?;
    let heap = list(vm, heap, "heappush() argument 1")?;
    vm.charge(ITEM)?;
    on_items(heap, |heap| heap_push(heap, item.clone(), &mut |a, b| vm.less(a, b)))?;
    Ok(Value::None)
}

/// `heappop(heap)`.
pub(crate) fn heappop(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [heap] = args.exactly("_heapq.heappop")?;
    let heap = list(vm, heap, "heappop() argument")?;
    let popped = on_items(heap, |heap| heap_pop(heap, &mut |a, b| vm.less(a, b)))?;
    popped.ok_or_else(|| index_error("index out of range"))
}

fn heapreplace(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [heap, item] = args.exactly("heapreplace")?;
    let heap = list(vm, heap, "heapreplace() argument 1")?;
    let replaced = on_items(heap, |heap| heap_replace(heap, item.clone(), &mut |a, b| vm.less(a, b)))?;
    replaced.ok_or_else(|| index_error("index out of range"))
}

fn heappushpop(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [heap, item] = args.exactly("heappushpop")?;
    let heap = list(vm, heap, "heappushpop() argument 1")?;
    let first = heap.items.borrow().first().cloned();
    match first {
        Some(first) if vm.less(&first, item)? => {}
        _ => return Ok(item.clone()),
    }
    let replaced = on_items(heap, |heap| heap_replace(heap, item.clone(), &mut |a, b| vm.less(a, b)))?;
    replaced.ok_or_else(|| index_error("index out of range"))
}
