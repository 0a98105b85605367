//! `re`: the matcher. `re.py` reads patterns and turns them into the instructions that are carried out here.
//!
//! It backtracks as CPython's does, so that the same of several matches is found, on a stack of its own. A search that
//! takes long stops now and then and is gone on with from Python, where the machine can suspend: an exponential pattern
//! is like any endless loop.
//!
//! ```text
//! mod         compiled patterns, and what Python calls
//! search      the matcher
//! characters  sets and classes of characters, case
//! ```

mod characters;
mod search;

use std::rc::Rc;

use super::no_constants;
use crate::native::{Args, ModuleDef, NativeDef, NativeResult, TypeDef, embedded};
use crate::objects::{Exc, NativeObject, type_error};
use crate::value::Value;
use crate::vm::Vm;
use characters::CharSet;
use search::{Back, Search, Status};

/// `re`.
pub const MODULE: ModuleDef = ModuleDef {
    name: "re",
    functions: &[NativeDef::function("_program", new_program)],
    constants: no_constants,
    python: Some(embedded!("stdlib/re.py")),
};

static PROGRAM: TypeDef =
    TypeDef { name: "_Program", constructor: None, methods: &[NativeDef::method("run", run)] };

static SEARCH: TypeDef =
    TypeDef { name: "_Search", constructor: None, methods: &[NativeDef::method("go_on", go_on)] };

/// What an instruction does: the first of its four numbers. `_re_writer.py` has the same list.
mod op {
    pub(super) const MATCH: u32 = 0;
    /// A character; whether case is ignored (1: all of Unicode, 2: ASCII).
    pub(super) const CHAR: u32 = 1;
    /// Any character but a new line.
    pub(super) const ANY: u32 = 2;
    /// Any character.
    pub(super) const ALL: u32 = 3;
    /// One of a set.
    pub(super) const SET: u32 = 4;
    /// Goes on at the first place, and if that fails at the second.
    pub(super) const SPLIT: u32 = 5;
    pub(super) const JUMP: u32 = 6;
    /// Remembers the position in a slot.
    pub(super) const SAVE: u32 = 7;
    /// A place in the text; whether only ASCII makes words.
    pub(super) const AT: u32 = 8;
    /// What a group matched; case as for `CHAR`.
    pub(super) const BACKREF: u32 = 9;
    /// What follows must (not, if 1) match here, or so many characters before; where to go on then. Its end is `INSIDE`.
    pub(super) const LOOK: u32 = 10;
    /// What follows matches in its first way only. Its end is `INSIDE`.
    pub(super) const ATOMIC: u32 = 11;
    pub(super) const INSIDE: u32 = 12;
    /// Begins a loop: its counter is 0.
    pub(super) const BEGIN: u32 = 13;
    /// Counter, exit, whether lazy; the next instruction has the least and the most. The body follows and jumps back.
    pub(super) const LOOP: u32 = 14;
    /// A loop over one character: 0 greedy, 1 lazy, 2 possessive; then as `LOOP`, and the character.
    pub(super) const RUN: u32 = 15;
    /// A group; where to go on if it has not matched.
    pub(super) const UNLESS: u32 = 16;
}

/// A position that is none.
const NONE: usize = usize::MAX;
/// The instructions carried out before the machine may suspend.
const STEPS: u32 = 200_000;

/// A compiled pattern.
struct Program {
    code: Vec<[u32; 4]>,
    sets: Vec<CharSet>,
    slots: usize,
    counters: usize,
    /// What every match begins with.
    first: Option<char>,
    /// The text that was searched last, if it is long, and its characters.
    last: Option<(Value, Rc<[char]>)>,
}

fn numbers(vm: &mut Vm, value: &Value) -> Result<Vec<u32>, Exc> {
    let items = vm.collect(value)?.unwrap_or_default();
    let number = |item: &Value| item.as_int().and_then(|number| u32::try_from(number).ok());
    items.iter().map(|item| number(item).ok_or_else(|| type_error("a number is needed"))).collect()
}

/// `_program(code, sets, slots, counters)`.
fn new_program(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [code, sets, slots, counters] = args.exactly("_program")?;
    let code: Vec<[u32; 4]> = numbers(vm, code)?.as_chunks().0.to_vec();
    vm.charge(code.len() * 16)?;
    let mut read = Vec::new();
    for set in vm.collect(sets)?.unwrap_or_default() {
        if let [negated, ascii, fold, classes, ranges @ ..] = &numbers(vm, &set)?[..] {
            let ranges = ranges.as_chunks().0.iter().map(|[low, high]| (*low, *high)).collect();
            read.push(CharSet::new(*negated != 0, *ascii != 0, *fold, ranges, *classes));
        }
    }
    let first =
        code.iter().find(|instruction| instruction[0] != op::SAVE).and_then(
            |instruction| match instruction {
                [op::CHAR, c, 0, _] => char::from_u32(*c),
                _ => None,
            },
        );
    let (slots, counters) = (vm.index(slots)?.max(0) as usize, vm.index(counters)?.max(0) as usize);
    let program = Program { code, sets: read, slots, counters, first, last: None };
    Ok(NativeObject::any(&vm.native_class(&PROGRAM, "re"), program))
}

fn characters(vm: &mut Vm, text: &Value) -> Result<Rc<[char]>, Exc> {
    match crate::builtins::convert::plain(text) {
        Value::Str(text) => {
            vm.charge_text(text.len() * 4)?;
            Ok(text.chars().collect())
        }
        Value::Bytes(data) => {
            vm.charge_text(data.len() * 4)?;
            Ok(data.iter().map(|byte| char::from(*byte)).collect())
        }
        other => {
            let name = vm.type_name(other);
            Err(type_error(format!("expected string or bytes-like object, got '{name}'")))
        }
    }
}

/// `program.run(text, pos, endpos, mode, must_advance)`: None, the slots of a match, or a search to be gone on with.
fn run(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [text, start, end, mode, advance] = args.skip(1).exactly("run")?;
    let Some(Value::Object(object)) = args.get(0) else { return Err(type_error("a program is needed")) };
    let known = object.with(|program: &mut Program| match &program.last {
        Some((last, characters)) if last.is(text) => Some(characters.clone()),
        _ => None,
    });
    let characters = match known.flatten() {
        Some(characters) => characters,
        None => {
            let characters = characters(vm, text)?;
            let last = (characters.len() > 64).then(|| (text.clone(), characters.clone()));
            object.with(|program: &mut Program| program.last = last);
            characters
        }
    };
    let clamp = |value: i64| usize::try_from(value.max(0)).unwrap_or(NONE).min(characters.len());
    let (start, end, mode) = (clamp(vm.index(start)?), clamp(vm.index(end)?), vm.index(mode)?);
    if start > end {
        return Ok(Value::None);
    }
    let sizes = object.with(|program: &mut Program| (program.slots, program.counters));
    let (slots, counters) = sizes.ok_or_else(|| type_error("a program is needed"))?;
    let search = Search {
        program: args.positional[0].clone(),
        text: characters,
        end,
        start,
        mode,
        not_empty_at: if vm.truth(advance)? { start } else { NONE },
        at: start,
        pc: 0,
        slots: vec![NONE; slots],
        counters: vec![(0, NONE); counters],
        stack: Vec::new(),
    };
    proceed(vm, search)
}

/// `search.go_on()`.
fn go_on(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let search = match args.get(0) {
        Some(Value::Object(object)) => object.with(|search: &mut Option<Search>| search.take()).flatten(),
        _ => None,
    };
    proceed(vm, search.ok_or_else(|| type_error("a search is needed"))?)
}

fn proceed(vm: &mut Vm, mut search: Search) -> NativeResult {
    let Value::Object(object) = search.program.clone() else { return Ok(Value::None) };
    let (mut steps, before) = (STEPS, search.stack.capacity());
    let status = object.with(|program: &mut Program| search.run(program, &mut steps));
    vm.fuel -= i64::from((STEPS - steps) / 4);
    let grown = search.stack.capacity().saturating_sub(before);
    vm.charge(grown * size_of::<Back>())?;
    match status {
        Some(Status::Found) => {
            let slot = |slot: &usize| Value::Int(if *slot == NONE { -1 } else { *slot as i64 });
            Ok(Value::tuple(search.slots.iter().map(slot).collect()))
        }
        Some(Status::Unfinished) => Ok(NativeObject::any(&vm.native_class(&SEARCH, "re"), Some(search))),
        _ => Ok(Value::None),
    }
}
