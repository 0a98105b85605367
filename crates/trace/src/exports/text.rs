//! The timeline as characters: for terminals, and for tests that a person can read.
//!
//! ```text
//!                0.0         0.5         1.0 s
//! Task-1 (main)  |------------------------|o
//!   Task-2 (go)  |~~~~~~~~~~~~~~~~~~~~~~~~o
//! ```

use crate::axis::{Axis, axis};
use crate::format;
use crate::layout::{EndKind, Shape, layout};
use crate::timeline::{Lane, LaneId, Phase, Timeline};
use crate::view::{Projection, View};

/// What the characters mean, in one line.
pub const LEGEND: &str =
    "| step  # running  . ready  ~ sleeping  - waiting  X blocked  o done  ! failed  x cancelled  > cut off";

/// No name takes more columns than this.
const NAME_COLUMNS: usize = 32;

/// How a timeline is rendered as text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Options {
    /// How many columns stand for the whole run.
    pub columns: usize,
    /// How many lanes are shown at most.
    pub lanes: usize,
    /// Whether asyncio's own tasks are shown.
    pub housekeeping: bool,
}

impl Default for Options {
    fn default() -> Self {
        Options { columns: 60, lanes: 200, housekeeping: false }
    }
}

/// The lanes, one line each, under a time axis.
#[must_use]
pub fn lanes(timeline: &Timeline, options: Options) -> String {
    let order = timeline.order(options.housekeeping);
    let shown = &order[..order.len().min(options.lanes)];
    let names: Vec<String> = shown.iter().filter_map(|id| timeline.lane(*id)).map(name).collect();
    let indent = names.iter().map(|name| name.chars().count()).max().unwrap_or(0).max(4) + 2;
    // A column stands for the moments nearest to it, so the last moment has a column of its own.
    let width = options.columns.max(10) as f64;
    let shown_time = Projection::plain(View::fit(timeline), width);
    let mut text = axis_line(&axis(&shown_time, 10.0), indent);
    let mut rows: Vec<Vec<char>> = vec![vec![' '; width as usize + 2]; shown.len()];
    for item in layout(timeline, shown, &shown_time) {
        let (from, to) = ((item.x + 0.5).max(0.0) as usize, (item.x + item.width + 0.5).max(0.0) as usize);
        let row = &mut rows[item.row as usize];
        let fill = |row: &mut Vec<char>, c: char| {
            let last = row.len() - 1;
            row[from.min(last)..to.max(from + 1).min(last)].fill(c);
        };
        match item.shape {
            Shape::Merged { blocked: true, .. } => fill(row, 'X'),
            Shape::Span { phase, .. } | Shape::Merged { phase, .. } => fill(row, character(phase)),
            Shape::Steps { .. } => fill(row, '|'),
            Shape::End(kind) => {
                // After the step that was its last, if that is in the same column.
                let place = from + usize::from(row.get(from) == Some(&'|'));
                if let Some(place) = row.get_mut(place) {
                    *place = mark(kind);
                }
            }
            Shape::Frame { .. } => {}
        }
    }
    for (name, row) in names.iter().zip(rows) {
        let line = format!("{name:indent$}{}", row.into_iter().collect::<String>());
        text += line.trim_end();
        text.push('\n');
    }
    if shown.len() < order.len() {
        text += &format!("… and {} more\n", format::counted(order.len() - shown.len(), "lane"));
    }
    text
}

fn name(lane: &Lane) -> String {
    let indent = "  ".repeat((lane.depth as usize).min(8));
    format!("{indent}{}", format::line(&lane.title(), NAME_COLUMNS))
}

fn axis_line(axis: &Axis, indent: usize) -> String {
    let mut line = String::new();
    let mut columns = 0;
    for tick in &axis.ticks {
        let place = indent + tick.x.round().max(0.0) as usize;
        // A label that would touch the one before it is left out.
        if place > columns || columns == 0 {
            line.extend(std::iter::repeat_n(' ', place - columns.min(place)));
            line += &tick.label;
            columns = place.max(columns) + tick.label.chars().count();
        }
    }
    format!("{line} {}\n", axis.unit)
}

fn character(phase: Phase) -> char {
    match phase {
        Phase::Running => '#',
        Phase::Ready => '.',
        Phase::Sleeping => '~',
        Phase::Waiting => '-',
        Phase::Blocked => 'X',
    }
}

fn mark(kind: EndKind) -> char {
    match kind {
        EndKind::Done => 'o',
        EndKind::Failed => '!',
        EndKind::Cancelled => 'x',
        EndKind::CutOff => '>',
    }
}

/// What happens at each step of each lane, exactly: `Task-2 (go): 0.0 s ready, 0.0 s running:5, ...`.
/// A number after a colon is a source line.
#[must_use]
pub fn spans(timeline: &Timeline, lane: LaneId) -> String {
    let Some(lane) = timeline.lane(lane) else { return String::new() };
    let mut text = format!("{}:", lane.title());
    for span in &lane.spans {
        text += &format!(" {} {}", format::moment(span.start), span.phase.name());
        if span.location.line > 0 {
            text += &format!(":{}", span.location.line);
        }
        text.push(',');
    }
    match lane.ended {
        Some(end) => text += &format!(" {} end", format::moment(end)),
        None => text += " goes on",
    }
    text
}
