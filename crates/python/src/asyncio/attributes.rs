//! What programs give to futures, tasks and loops: attributes of their own, and classes that derive from Future or Task.
//!
//! It lies beside core's object, made when it is needed, and lives as long as that: a task that only its loop knows keeps its
//! class and its attributes. The objects that programs hold are wrappers, and come and go.

use std::cell::{OnceCell, RefCell};
use std::rc::{Rc, Weak};

use loopscope_core::event_loop::LoopRef;
use loopscope_core::future::Future;

use super::{Py, as_future, future_object, loops};
use crate::objects::{Class, Dict, Instance, NativeData, NativeObject};
use crate::value::Value;
use crate::vm::Vm;

/// What this binding keeps with a future of core's.
struct Extra {
    /// The attributes. They may lead back to the future, so the heap knows them.
    dict: Rc<Dict>,
    /// The class of the program's, and the object of it that programs have.
    derived: Option<(Rc<Class>, RefCell<Weak<Instance>>)>,
}

fn extra(future: &Future<Py>) -> Option<Rc<Extra>> {
    future.engine()?.downcast().ok()
}

/// The object of a class of the program's that a future was made as.
pub(crate) fn derived(vm: &Vm, future: &Future<Py>) -> Option<Value> {
    let extra = extra(future)?;
    let (class, known) = extra.derived.as_ref()?;
    if let Some(instance) = known.borrow().upgrade() {
        return Some(Value::Instance(instance));
    }
    let on_drop = match class.finalizes.get() {
        true => OnceCell::from(vm.dropped.clone()),
        false => OnceCell::new(),
    };
    let base = Some(future_object(&vm.types, future));
    let instance = Rc::new(Instance { class: class.clone().into(), dict: extra.dict.clone(), base, on_drop });
    known.replace(Rc::downgrade(&instance));
    Some(Value::Instance(instance))
}

/// Remembers an object of a class that derives from Future or Task.
pub(crate) fn note_derived(instance: &Rc<Instance>) {
    if let Some(future) = instance.base.as_ref().and_then(as_future) {
        let derived = (instance.class.borrow().clone(), Rc::downgrade(instance).into());
        future.set_engine(Rc::new(Extra { dict: instance.dict.clone(), derived: Some(derived) }));
    }
}

/// The attributes of a future or loop; None if it has none.
#[inline]
pub(crate) fn own(object: &NativeObject) -> Option<Rc<Dict>> {
    match &object.data {
        NativeData::Future(future) => Some(extra(future)?.dict.clone()),
        NativeData::Any(_) => loops::extra(&as_loop(object)?).attributes.borrow().clone(),
        _ => None,
    }
}

/// The same, to put some in; None: it takes none.
pub(crate) fn own_or_new(vm: &mut Vm, object: &NativeObject) -> Option<Rc<Dict>> {
    if let Some(known) = own(object) {
        return Some(known);
    }
    match &object.data {
        NativeData::Future(future) => {
            let dict = vm.new_dict();
            future.set_engine(Rc::new(Extra { dict: dict.clone(), derived: None }));
            Some(dict)
        }
        _ => {
            let extra = loops::extra(&as_loop(object)?);
            Some(extra.attributes.borrow_mut().get_or_insert_with(|| vm.new_dict()).clone())
        }
    }
}

/// Whether it is a future or loop.
pub(crate) fn takes_any(object: &NativeObject) -> bool {
    matches!(object.data, NativeData::Future(_)) || as_loop(object).is_some()
}

fn as_loop(object: &NativeObject) -> Option<LoopRef<Py>> {
    object.with(|event_loop: &mut LoopRef<Py>| event_loop.clone())
}
