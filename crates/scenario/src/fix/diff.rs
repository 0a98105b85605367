//! A change as lines: which go, which come, and a little of what is around them.

use crate::edit::{TextChange, apply};

/// One line of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// It stays.
    Same(String),
    /// It goes.
    Old(String),
    /// It comes.
    New(String),
    /// Lines in between that stay and are not shown.
    Gap,
}

/// How many lines around a change are shown.
const AROUND: usize = 1;

/// The lines of `source` that `changes` touch, before and after, with a line around each.
#[must_use]
pub fn lines(source: &str, changes: &[TextChange]) -> Vec<Line> {
    let changed = apply(source, changes);
    let (old, new): (Vec<&str>, Vec<&str>) = (source.lines().collect(), changed.lines().collect());
    // Which old lines are touched; and for each stretch of untouched ones, how far the new ones are shifted.
    let line_of = |at: usize| source[..at].matches('\n').count();
    let mut touched = vec![false; old.len() + 1];
    for change in changes {
        // What ends right after a line break does not touch the line that begins there.
        let end =
            change.range.end.saturating_sub(usize::from(!change.range.is_empty())).max(change.range.start);
        for line in line_of(change.range.start)..=line_of(end) {
            if let Some(touched) = touched.get_mut(line) {
                *touched = true;
            }
        }
    }
    let mut out: Vec<Line> = Vec::new();
    let (mut at_old, mut at_new) = (0, 0);
    while at_old < old.len() {
        if !touched[at_old] {
            let near = (at_old.saturating_sub(AROUND)..=at_old + AROUND)
                .any(|line| touched.get(line).copied().unwrap_or(false));
            match near {
                true => out.push(Line::Same(old[at_old].to_owned())),
                false if out.last() != Some(&Line::Gap) => out.push(Line::Gap),
                false => {}
            }
            (at_old, at_new) = (at_old + 1, at_new + 1);
            continue;
        }
        let end = (at_old..old.len()).find(|line| !touched[*line]).unwrap_or(old.len());
        // As many lines follow it in both texts, up to the next change: the rest of this stretch is what is new.
        let until = match old.get(end) {
            None => new.len(),
            Some(_) => {
                let stretch = (end..old.len()).take_while(|line| !touched[*line]).count();
                let same = &old[end..end + stretch];
                let last = new.len().saturating_sub(stretch);
                (at_new..=last).find(|start| new[*start..*start + stretch] == *same).unwrap_or(at_new)
            }
        };
        let (gone, come) = (&old[at_old..end], new.get(at_new..until).unwrap_or(&[]));
        // A line that only others were put before stays.
        let kept = gone.iter().rev().zip(come.iter().rev()).take_while(|(gone, come)| gone == come).count();
        out.extend(gone[..gone.len() - kept].iter().map(|line| Line::Old((*line).to_owned())));
        out.extend(come[..come.len() - kept].iter().map(|line| Line::New((*line).to_owned())));
        out.extend(gone[gone.len() - kept..].iter().map(|line| Line::Same((*line).to_owned())));
        (at_old, at_new) = (end, until);
    }
    while out.first() == Some(&Line::Gap) {
        out.remove(0);
    }
    while out.last() == Some(&Line::Gap) {
        out.pop();
    }
    out
}
