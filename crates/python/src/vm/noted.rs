//! What the instrument is told of locks, and of what tasks share: see `Note` of core's hooks. Nothing here costs a run that
//! nobody listens to.

use std::rc::Rc;

use loopscope_core::instrument::Note;
use rustc_hash::FxHashMap;

use super::Vm;
use super::frame::Frame;
use crate::objects::Function;
use crate::op::Op;
use crate::value::Value;

/// How many things are told apart; more are not told of.
const MAX_THINGS: usize = 10_000;

/// Numbers for things, in the order in which they are met: an address would differ from run to run.
#[derive(Default)]
pub(crate) struct Numbers(FxHashMap<(usize, usize), u32>);

impl Numbers {
    fn of(&mut self, owner: usize, name: usize) -> Option<u32> {
        let next = u32::try_from(self.0.len()).ok()?;
        if self.0.len() >= MAX_THINGS {
            return self.0.get(&(owner, name)).copied();
        }
        Some(*self.0.entry((owner, name)).or_insert(next))
    }
}

impl Vm {
    /// The instruction after [`Op::Watch`] reads or writes a name, an attribute or an item.
    pub(crate) fn tell_shared(
        &mut self,
        frame: &Frame,
        function: &Rc<Function>,
        name: u32,
        next: Option<Op>,
    ) {
        let (Some(instrument), Some(next)) = (self.instrument.clone(), next) else { return };
        let address = |value: Option<&Value>| value.and_then(Value::address);
        let owner = match next {
            Op::LoadAttr(_) | Op::StoreAttr(_) => address(frame.values.last()),
            Op::LoadItem | Op::StoreItem => address(frame.values.iter().nth_back(1)),
            Op::LoadDeref(slot) | Op::StoreDeref(slot) => address(frame.values.get(slot as usize)),
            _ => Some(0),
        };
        let code = &function.code;
        let (Some(owner), Some(name), Some((start, _))) =
            (owner, code.names.get(name as usize), code.ranges.get(frame.pc))
        else {
            return;
        };
        let Some(number) = self.numbers.of(owner, Rc::as_ptr(name).cast::<u8>() as usize) else { return };
        let note = match next {
            Op::StoreAttr(_) | Op::StoreItem | Op::StoreDeref(_) | Op::StoreGlobal(_) => Note::Writes(number),
            _ => Note::Reads(number),
        };
        let location = code.source.place(*start);
        instrument.note(self.clock.now(), self.current_task_id(), note, name.as_str(), location);
    }

    /// An `async with` of the program asks for this lock.
    pub(crate) fn tell_lock(&mut self, lock: &Value) {
        let (Some(instrument), Some(owner)) = (self.instrument.clone(), lock.address()) else { return };
        let hidden = self.here.as_ref().is_none_or(|(code, _)| code.source.hidden);
        if let (false, Some(number)) = (hidden, self.numbers.of(owner, 0)) {
            let task = self.current_task_id();
            instrument.note(self.clock.now(), task, Note::LockEntered(number), "", self.location());
        }
    }
}
