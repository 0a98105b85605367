//! "Did you mean": the closest of a set of names, by the costs and limits of CPython's tracebacks.
//!
//! Where the candidates come from (locals, attributes, a module) is the caller's business.

/// More candidates than this are not looked at.
const MAX_CANDIDATES: usize = 750;
/// Longer names are not compared, in bytes.
const MAX_NAME: usize = 40;
/// Inserting, deleting or replacing a letter.
const MOVE_COST: usize = 2;
/// Changing a letter's case.
const CASE_COST: usize = 1;

/// The candidate closest to `name`, if one is close enough; the first of equals.
pub fn suggest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if name.len() > MAX_NAME {
        return None;
    }
    let candidates: Vec<&str> = candidates.into_iter().take(MAX_CANDIDATES + 1).collect();
    if candidates.len() > MAX_CANDIDATES {
        return None;
    }
    let mut best: Option<(&str, usize)> = None;
    for candidate in candidates {
        if candidate == name {
            continue;
        }
        // At most a third of the letters of both may need a change.
        let mut limit = (name.len() + candidate.len() + 3) * MOVE_COST / 6;
        if let Some((_, distance)) = best {
            limit = limit.min(distance.saturating_sub(1));
        }
        if let Some(distance) = distance(name.as_bytes(), candidate.as_bytes(), limit) {
            best = Some((candidate, distance));
        }
    }
    best.map(|(candidate, _)| candidate)
}

/// The cost of turning one byte into another.
fn replace_cost(a: u8, b: u8) -> usize {
    if a == b {
        0
    } else if a.eq_ignore_ascii_case(&b) {
        CASE_COST
    } else {
        MOVE_COST
    }
}

/// The weighted edit distance of `a` and `b`, or `None` when it is above `limit`.
fn distance(a: &[u8], b: &[u8], limit: usize) -> Option<usize> {
    let prefix = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[prefix..], &b[prefix..]);
    let suffix = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[..a.len() - suffix], &b[..b.len() - suffix]);
    let within = |distance: usize| (distance <= limit).then_some(distance);
    if a.is_empty() || b.is_empty() {
        return within((a.len() + b.len()) * MOVE_COST);
    }
    if a.len() > MAX_NAME || b.len() > MAX_NAME {
        return None;
    }
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    if (long.len() - short.len()) * MOVE_COST > limit {
        return None;
    }
    // One row of the matrix: the cost of turning the first letters of `long` into each prefix of `short`.
    let mut row: Vec<usize> = (0..=short.len()).map(|count| count * MOVE_COST).collect();
    for (at, letter) in long.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = (at + 1) * MOVE_COST;
        for (column, other) in short.iter().enumerate() {
            let replaced = diagonal + replace_cost(*letter, *other);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(diagonal.min(row[column]) + MOVE_COST);
        }
        // Costs only grow from row to row.
        if row[1..].iter().all(|cost| *cost > limit) {
            return None;
        }
    }
    within(row[short.len()])
}
