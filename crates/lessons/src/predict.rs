//! Predict first: a reader arranges the lines that a program will print, and sees where the run differs.
//!
//! Nothing here is kept in a lesson: the right order is what the run printed.

/// How long a prediction may be: comparing costs the square of it.
pub const MAX_LINES: usize = 12;

/// Whether lines can be arranged at all: not too many, and not all the same.
#[must_use]
pub fn can_be_arranged(lines: &[&str]) -> bool {
    (2..=MAX_LINES).contains(&lines.len()) && lines.iter().any(|line| *line != lines[0])
}

/// An order to begin with: the places of the lines, mixed up so that it is never the right one. The same lines
/// give the same order.
#[must_use]
pub fn scrambled(lines: &[&str]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..lines.len()).collect();
    order.sort_by_key(|place| hash(lines[*place], *place));
    if is_right(lines, &order) && can_be_arranged(lines) {
        // Some neighbours differ, or all would be the same.
        let differ = (1..order.len()).find(|place| lines[order[*place]] != lines[order[place - 1]]);
        if let Some(place) = differ {
            order.swap(place - 1, place);
        }
    }
    order
}

/// FNV-1a.
fn hash(line: &str, place: usize) -> u32 {
    let bytes = line.bytes().chain([u8::try_from(place % 256).unwrap_or_default()]);
    bytes.fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Whether an order prints what was printed: lines of the same text stand for each other.
#[must_use]
pub fn is_right(lines: &[&str], order: &[usize]) -> bool {
    order.iter().map(|place| lines.get(*place)).eq(lines.iter().map(Some))
}

/// What became of a printed line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Placed {
    /// It came where it was expected, beside the lines that came elsewhere.
    InOrder,
    /// It was expected at another place: at this one, from 0.
    Expected(usize),
}

/// For each printed line, whether it came as an order has it. As few lines as can be are out of order: to expect one line
/// too early is one mistake, though all after it are moved by one.
#[must_use]
pub fn compare(lines: &[&str], order: &[usize]) -> Vec<Placed> {
    let expected: Vec<&str> = order.iter().filter_map(|place| lines.get(*place).copied()).collect();
    // The longest run of lines that both have in the same order, counted from each pair of places to the end.
    let width = expected.len() + 1;
    let mut longest = vec![0_u32; width * (lines.len() + 1)];
    for (place, line) in lines.iter().enumerate().rev() {
        for (other, text) in expected.iter().enumerate().rev() {
            longest[place * width + other] = if line == text {
                longest[(place + 1) * width + other + 1] + 1
            } else {
                longest[(place + 1) * width + other].max(longest[place * width + other + 1])
            };
        }
    }
    let mut placed = vec![None; lines.len()];
    // The predicted lines that stand in another order, and where.
    let mut left: Vec<(&str, usize)> = Vec::new();
    let (mut place, mut other) = (0, 0);
    while let Some(text) = expected.get(other) {
        if lines.get(place) == Some(text) {
            placed[place] = Some(Placed::InOrder);
            (place, other) = (place + 1, other + 1);
        } else if place < lines.len()
            && longest[(place + 1) * width + other] >= longest[place * width + other + 1]
        {
            place += 1;
        } else {
            left.push((*text, other));
            other += 1;
        }
    }
    let rest = placed.into_iter().zip(lines).map(|(placed, line)| {
        // A prediction has each line, so there is one left for each that was not met.
        let mut taken = || {
            let first = left.iter().position(|(text, _)| text == line)?;
            Some(Placed::Expected(left.remove(first).1))
        };
        placed.or_else(&mut taken).unwrap_or(Placed::InOrder)
    });
    rest.collect()
}

/// Where a line stands after it is moved from one place to another; the others close up.
#[must_use]
pub fn moved(order: &[usize], from: usize, to: usize) -> Vec<usize> {
    let mut order = order.to_vec();
    if from < order.len() {
        let line = order.remove(from);
        order.insert(to.min(order.len()), line);
    }
    order
}

#[cfg(test)]
mod tests {
    use super::Placed::{Expected, InOrder};
    use super::*;

    #[test]
    fn a_scrambled_order_has_every_line_and_is_never_right() {
        for lines in [vec!["a", "b"], vec!["b", "a"], vec!["a", "a", "b"], vec!["x", "y", "z", "x"]] {
            let order = scrambled(&lines);
            let mut sorted = order.clone();
            sorted.sort_unstable();
            assert_eq!(sorted, (0..lines.len()).collect::<Vec<_>>());
            assert!(!is_right(&lines, &order), "{lines:?}");
            assert_eq!(order, scrambled(&lines));
        }
    }

    #[test]
    fn what_cannot_differ_is_not_arranged() {
        assert!(!can_be_arranged(&[]));
        assert!(!can_be_arranged(&["a"]));
        assert!(!can_be_arranged(&["a", "a"]));
        assert!(can_be_arranged(&["a", "b"]));
        assert!(!can_be_arranged(&["a", "b"].repeat(7)));
    }

    #[test]
    fn lines_of_the_same_text_stand_for_each_other() {
        let lines = ["tick", "tock", "tick"];
        assert!(is_right(&lines, &[2, 1, 0]));
        assert_eq!(compare(&lines, &[2, 1, 0]), [InOrder; 3]);
        assert!(!is_right(&lines, &[0, 2, 1]));
        assert_eq!(compare(&lines, &[0, 2, 1]), [InOrder, Expected(2), InOrder]);
    }

    #[test]
    fn one_line_too_early_is_one_mistake() {
        let lines = ["a", "b", "c", "d"];
        assert_eq!(compare(&lines, &[3, 0, 1, 2]), [InOrder, InOrder, InOrder, Expected(0)]);
        assert_eq!(compare(&lines, &[1, 2, 3, 0]), [Expected(3), InOrder, InOrder, InOrder]);
        assert_eq!(compare(&lines, &[0, 1, 2, 3]), [InOrder; 4]);
        let turned = compare(&lines, &[3, 2, 1, 0]);
        assert_eq!(turned.iter().filter(|placed| **placed == InOrder).count(), 1);
    }

    #[test]
    fn moving_keeps_every_line() {
        assert_eq!(moved(&[0, 1, 2], 0, 2), [1, 2, 0]);
        assert_eq!(moved(&[0, 1, 2], 2, 0), [2, 0, 1]);
        assert_eq!(moved(&[0, 1, 2], 1, 9), [0, 2, 1]);
        assert_eq!(moved(&[0, 1, 2], 7, 0), [0, 1, 2]);
    }
}
