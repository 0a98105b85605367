//! `re`: the matcher. `re.py` reads patterns and turns them into the instructions that are carried out here.
//!
//! It backtracks as CPython's does, so that the same of several matches is found, on a stack of its own. A search that
//! takes long stops now and then and is gone on with from Python, where the machine can suspend: an exponential pattern
//! is like any endless loop.

use std::rc::Rc;

use super::no_constants;
use crate::native::{Args, ModuleDef, NativeDef, NativeResult, TypeDef, embedded};
use crate::objects::{Exc, NativeObject, type_error};
use crate::text::unicode;
use crate::value::Value;
use crate::vm::Vm;

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
/// The most that a counter counts to: no bound.
const UNBOUNDED: u32 = u32::MAX;
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

struct CharSet {
    negated: bool,
    ascii: bool,
    fold: u32,
    ranges: Vec<(u32, u32)>,
    /// `\d`, `\D`, `\w`, `\W`, `\s`, `\S` as bits.
    classes: u32,
    /// The answers for ASCII.
    known: u128,
}

impl CharSet {
    fn new(negated: bool, ascii: bool, fold: u32, ranges: Vec<(u32, u32)>, classes: u32) -> CharSet {
        let mut set = CharSet { negated, ascii, fold, ranges, classes, known: 0 };
        for code in 0..128_u8 {
            set.known |= u128::from(set.asks(char::from(code))) << code;
        }
        set
    }

    fn holds(&self, c: char) -> bool {
        if c.is_ascii() { self.known >> (c as u32) & 1 == 1 } else { self.asks(c) }
    }

    fn asks(&self, c: char) -> bool {
        let within = |c: char| {
            let code = c as u32;
            self.ranges.iter().any(|(low, high)| (*low..=*high).contains(&code))
        };
        let mut found = within(c);
        if !found && self.fold != 0 {
            let lower = lower(c, self.fold);
            found = within(lower) || within(upper(c, self.fold)) || within(upper(lower, self.fold));
        }
        if !found && self.classes != 0 {
            let is = |bit: u32, holds: bool| {
                self.classes & 1 << bit != 0 && holds || self.classes & 2 << bit != 0 && !holds
            };
            found = is(0, is_digit(c, self.ascii))
                || is(2, is_word(c, self.ascii))
                || is(4, is_space(c, self.ascii));
        }
        found != self.negated
    }
}

fn single(mut mapped: impl Iterator<Item = char>, c: char) -> char {
    match (mapped.next(), mapped.next()) {
        (Some(only), None) => only,
        _ => c,
    }
}

fn lower(c: char, fold: u32) -> char {
    if c.is_ascii() || fold != 1 { c.to_ascii_lowercase() } else { single(c.to_lowercase(), c) }
}

fn upper(c: char, fold: u32) -> char {
    if c.is_ascii() || fold != 1 { c.to_ascii_uppercase() } else { single(c.to_uppercase(), c) }
}

fn is_digit(c: char, ascii: bool) -> bool {
    c.is_ascii_digit() || !ascii && !c.is_ascii() && unicode::is_decimal(c)
}

fn is_word(c: char, ascii: bool) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || !ascii && !c.is_ascii() && unicode::is_alnum(c)
}

fn is_space(c: char, ascii: bool) -> bool {
    matches!(c, ' ' | '\t'..='\r') || !ascii && unicode::is_space(c)
}

/// What is tried if what was chosen fails, or put back on the way there.
enum Back {
    Branch(u32, usize),
    Slot(usize, usize),
    Counter(usize, (u32, usize)),
    /// A greedy run that may end earlier: where to go on, the least and the present position.
    Run(u32, usize, usize),
    /// A lazy run that may take one more: its instruction, the position, how many more.
    More(u32, usize, u32),
    /// A lazy loop that may go round again.
    Again(u32, usize),
    /// The begin of an inside: its instruction and the position.
    Inside(u32, usize),
}

/// A search on its way.
struct Search {
    program: Value,
    text: Rc<[char]>,
    end: usize,
    start: usize,
    /// 0: at the start, 1: from there to the end, 2: anywhere after it.
    mode: i64,
    /// Where a match must not be empty.
    not_empty_at: usize,
    at: usize,
    pc: usize,
    slots: Vec<usize>,
    counters: Vec<(u32, usize)>,
    stack: Vec<Back>,
}

enum Status {
    Found,
    Failed,
    Unfinished,
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

impl Search {
    fn run(&mut self, program: &Program, steps: &mut u32) -> Status {
        loop {
            if self.pc == 0
                && self.mode == 2
                && let Some(first) = program.first
            {
                // Every start that cannot match is passed over.
                match self.text[self.start..self.end].iter().position(|c| *c == first) {
                    Some(offset) => self.start += offset,
                    None => return Status::Failed,
                }
                self.at = self.start;
            }
            match self.attempt(program, steps) {
                Status::Failed if self.mode == 2 && self.start < self.end => {
                    self.start += 1;
                    self.at = self.start;
                    self.pc = 0;
                }
                status => return status,
            }
        }
    }

    fn attempt(&mut self, program: &Program, steps: &mut u32) -> Status {
        loop {
            if *steps == 0 {
                return Status::Unfinished;
            }
            *steps -= 1;
            let Some(instruction) = program.code.get(self.pc) else { return Status::Failed };
            let next = self.pc + 1;
            let ok = match *instruction {
                [op::MATCH, ..] => {
                    let whole = self.mode != 1 || self.at == self.end;
                    if whole && self.at != self.not_empty_at {
                        return self.found();
                    }
                    false
                }
                [op::CHAR | op::ANY | op::ALL | op::SET, ..] => {
                    let taken = self.takes(program, self.pc, self.at);
                    self.at += usize::from(taken);
                    self.pc = next;
                    taken
                }
                [op::SPLIT, a, b, _] => {
                    self.stack.push(Back::Branch(b, self.at));
                    self.pc = a as usize;
                    true
                }
                [op::JUMP, a, ..] => {
                    self.pc = a as usize;
                    true
                }
                [op::SAVE, slot, ..] => {
                    self.save(slot as usize, self.at);
                    // The end of a group makes it the last one.
                    if slot % 2 == 1 {
                        let last = self.slots.len() - 1;
                        self.save(last, slot as usize / 2);
                    }
                    self.pc = next;
                    true
                }
                [op::AT, kind, ascii, _] => {
                    self.pc = next;
                    self.is_at(kind, ascii != 0)
                }
                [op::BACKREF, group, fold, _] => {
                    self.pc = next;
                    self.repeats(group as usize, fold)
                }
                [op::LOOK, negative, before, end] => {
                    if before as usize > self.at {
                        self.pc = end as usize;
                        negative == 1
                    } else {
                        self.stack.push(Back::Inside(self.pc as u32, self.at));
                        self.at -= before as usize;
                        self.pc = next;
                        true
                    }
                }
                [op::ATOMIC, ..] => {
                    self.stack.push(Back::Inside(self.pc as u32, self.at));
                    self.pc = next;
                    true
                }
                [op::INSIDE, begin, ..] => self.leave_inside(program, begin),
                [op::BEGIN, counter, ..] => {
                    self.count(counter as usize, (0, NONE));
                    self.pc = next;
                    true
                }
                [op::LOOP, counter, exit, lazy] => {
                    let [_, least, most, _] = program.code.get(next).copied().unwrap_or_default();
                    let (count, last) = self.counters[counter as usize];
                    if count < least {
                        self.go_round(self.pc, counter);
                    } else if count < most && last != self.at {
                        if lazy == 1 {
                            self.stack.push(Back::Again(self.pc as u32, self.at));
                            self.pc = exit as usize;
                        } else {
                            self.stack.push(Back::Branch(exit, self.at));
                            self.go_round(self.pc, counter);
                        }
                    } else {
                        self.pc = exit as usize;
                    }
                    true
                }
                [op::RUN, kind, ..] => self.run_of_one(program, kind, steps),
                [op::UNLESS, group, missing, _] => {
                    let matched = self.slots.get(group as usize * 2 + 1).is_some_and(|slot| *slot != NONE);
                    self.pc = if matched { next } else { missing as usize };
                    true
                }
                _ => false,
            };
            if !ok && !self.back(program, steps) {
                return Status::Failed;
            }
        }
    }

    fn found(&mut self) -> Status {
        self.slots[0] = self.start;
        self.slots[1] = self.at;
        Status::Found
    }

    /// Whether one character at a position is what an instruction wants.
    fn takes(&self, program: &Program, pc: usize, at: usize) -> bool {
        let Some(c) = self.text.get(at).copied().filter(|_| at < self.end) else { return false };
        match program.code.get(pc) {
            Some([op::CHAR, wanted, 0, _]) => c as u32 == *wanted,
            Some([op::CHAR, wanted, fold, _]) => {
                lower(c, *fold) as u32 == *wanted || lower(upper(c, *fold), *fold) as u32 == *wanted
            }
            Some([op::ANY, ..]) => c != '\n',
            Some([op::ALL, ..]) => true,
            Some([op::SET, set, ..]) => program.sets.get(*set as usize).is_some_and(|set| set.holds(c)),
            _ => false,
        }
    }

    fn save(&mut self, slot: usize, value: usize) {
        if let Some(place) = self.slots.get_mut(slot) {
            let old = std::mem::replace(place, value);
            self.stack.push(Back::Slot(slot, old));
        }
    }

    fn count(&mut self, counter: usize, value: (u32, usize)) {
        let old = std::mem::replace(&mut self.counters[counter], value);
        self.stack.push(Back::Counter(counter, old));
    }

    /// Begins another round of a loop.
    fn go_round(&mut self, pc: usize, counter: u32) {
        let (count, _) = self.counters[counter as usize];
        self.count(counter as usize, (count.saturating_add(1), self.at));
        self.pc = pc + 2;
    }

    fn is_at(&self, kind: u32, ascii: bool) -> bool {
        let before = self.at.checked_sub(1).and_then(|at| self.text.get(at)).copied();
        let after = self.text.get(self.at).copied().filter(|_| self.at < self.end);
        let word = |c: Option<char>| c.is_some_and(|c| is_word(c, ascii));
        match kind {
            0 => self.at == 0,
            1 => before.is_none_or(|c| c == '\n'),
            2 => after.is_none() || after == Some('\n') && self.at + 1 == self.end,
            3 => after.is_none_or(|c| c == '\n'),
            4 => after.is_none(),
            5 => self.end > 0 && word(before) != word(after),
            _ => self.end > 0 && word(before) == word(after),
        }
    }

    fn repeats(&mut self, group: usize, fold: u32) -> bool {
        let (Some(&from), Some(&to)) = (self.slots.get(group * 2), self.slots.get(group * 2 + 1)) else {
            return false;
        };
        if from == NONE || to == NONE || to < from || self.at + (to - from) > self.end {
            return false;
        }
        let same = |a: &char, b: &char| a == b || fold != 0 && lower(*a, fold) == lower(*b, fold);
        let there = &self.text[self.at..self.at + (to - from)];
        let equal = self.text[from..to].iter().zip(there).all(|(a, b)| same(a, b));
        self.at += to - from;
        equal
    }

    /// An inside has matched: its other ways are forgotten.
    fn leave_inside(&mut self, program: &Program, begin: u32) -> bool {
        let mark = self.stack.iter().rposition(|back| matches!(back, Back::Inside(pc, _) if *pc == begin));
        let (Some(mark), Some(instruction)) = (mark, program.code.get(begin as usize)) else { return false };
        let at = match &self.stack[mark] {
            Back::Inside(_, at) => *at,
            _ => return false,
        };
        match *instruction {
            [op::LOOK, 1, ..] => {
                while self.stack.len() > mark {
                    self.put_back();
                }
                return false;
            }
            [op::LOOK, _, _, end] => {
                self.at = at;
                self.pc = end as usize;
            }
            _ => self.pc += 1,
        }
        let kept: Vec<Back> = self
            .stack
            .drain(mark..)
            .filter(|back| matches!(back, Back::Slot(..) | Back::Counter(..)))
            .collect();
        self.stack.extend(kept);
        true
    }

    /// Takes the top of the stack, putting back what it says.
    fn put_back(&mut self) -> Option<Back> {
        let back = self.stack.pop()?;
        match back {
            Back::Slot(slot, old) => self.slots[slot] = old,
            Back::Counter(counter, old) => self.counters[counter] = old,
            _ => {}
        }
        Some(back)
    }

    fn run_of_one(&mut self, program: &Program, kind: u32, steps: &mut u32) -> bool {
        let [_, least, most, _] = program.code.get(self.pc + 1).copied().unwrap_or_default();
        let (one, exit) = (self.pc + 2, self.pc + 3);
        let wanted = if kind == 1 { least } else { most };
        let mut count = 0;
        while count < wanted && self.takes(program, one, self.at + count as usize) {
            count += 1;
        }
        *steps = steps.saturating_sub(count / 8);
        if count < least {
            return false;
        }
        let from = self.at;
        self.at += count as usize;
        match kind {
            0 if count > least => {
                self.stack.push(Back::Run(exit as u32, from + least as usize, self.at));
            }
            1 if most > least => {
                let left = if most == UNBOUNDED { UNBOUNDED } else { most - least };
                self.stack.push(Back::More(self.pc as u32, self.at, left));
            }
            _ => {}
        }
        self.pc = exit;
        true
    }

    /// Goes back to the last choice; false if there is none left.
    fn back(&mut self, program: &Program, steps: &mut u32) -> bool {
        while let Some(back) = self.put_back() {
            *steps = steps.saturating_sub(1);
            match back {
                Back::Slot(..) | Back::Counter(..) => {}
                Back::Branch(pc, at) => {
                    self.pc = pc as usize;
                    self.at = at;
                    return true;
                }
                Back::Run(pc, least, at) => {
                    let mut at = at - 1;
                    // Only where what comes next can match.
                    if let Some([op::CHAR, ..]) = program.code.get(pc as usize) {
                        while at > least && !self.takes(program, pc as usize, at) {
                            at -= 1;
                        }
                    }
                    if at > least {
                        self.stack.push(Back::Run(pc, least, at));
                    }
                    self.pc = pc as usize;
                    self.at = at;
                    return true;
                }
                Back::More(pc, at, left) => {
                    if !self.takes(program, pc as usize + 2, at) {
                        continue;
                    }
                    let left = if left == UNBOUNDED { left } else { left - 1 };
                    if left > 0 {
                        self.stack.push(Back::More(pc, at + 1, left));
                    }
                    self.pc = pc as usize + 3;
                    self.at = at + 1;
                    return true;
                }
                Back::Again(pc, at) => {
                    self.at = at;
                    let counter = program.code.get(pc as usize).map_or(0, |instruction| instruction[1]);
                    self.go_round(pc as usize, counter);
                    return true;
                }
                Back::Inside(pc, at) => {
                    if let Some([op::LOOK, 1, _, end]) = program.code.get(pc as usize) {
                        self.pc = *end as usize;
                        self.at = at;
                        return true;
                    }
                }
            }
        }
        false
    }
}
