//! A search on its way: the instructions of a program carried out on a text, and the stack of what is left to try.
//!
//! It knows nothing of the machine: it says when it has used up its steps.

use std::rc::Rc;

use super::characters::{is_word, lower, upper};
use super::{NONE, Program, op};
use crate::value::Value;

/// The most that a counter counts to: no bound.
const UNBOUNDED: u32 = u32::MAX;

/// What is tried if what was chosen fails, or put back on the way there.
pub(super) enum Back {
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
pub(super) struct Search {
    pub(super) program: Value,
    pub(super) text: Rc<[char]>,
    pub(super) end: usize,
    pub(super) start: usize,
    /// 0: at the start, 1: from there to the end, 2: anywhere after it.
    pub(super) mode: i64,
    /// Where a match must not be empty.
    pub(super) not_empty_at: usize,
    pub(super) at: usize,
    pub(super) pc: usize,
    pub(super) slots: Vec<usize>,
    pub(super) counters: Vec<(u32, usize)>,
    pub(super) stack: Vec<Back>,
}

pub(super) enum Status {
    Found,
    Failed,
    Unfinished,
}

impl Search {
    pub(super) fn run(&mut self, program: &Program, steps: &mut u32) -> Status {
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
