//! Which lanes have a row, where the rows are, and what is folded away.
//!
//! A lane stands under the one that created it. A row is as high as the coroutines inside its task are deep, so
//! the tops of rows are sums; all are known at once, and a row is found by its place in logarithmic time.

use std::ops::Range;

use crate::timeline::{Lane, LaneId, Timeline};

/// Height of a row without nested coroutines, in CSS pixels, as all lengths here.
pub const ROW: f64 = 36.0;
/// Height of a bar.
pub const BAR: f64 = 20.0;
/// Distance of a bar from the top of its row.
pub const BAR_TOP: f64 = 8.0;
/// What a level of nested coroutines adds to a row.
pub const NESTED: f64 = 17.0;
/// So many levels of nested coroutines are drawn.
pub const NESTED_LEVELS: u32 = 4;

/// A lane's row.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Row {
    /// Whose row it is.
    pub lane: LaneId,
    /// Where it begins.
    pub top: f64,
    /// How high it is.
    pub height: f64,
    /// How many rows there are under it, or would be.
    pub inner: u32,
    /// Whether those are folded away.
    pub folded: bool,
}

/// All rows, from the top.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Rows {
    rows: Vec<Row>,
    lanes: Vec<LaneId>,
    /// For each lane, the index of its row, or of the row it is folded into.
    row_of: Vec<u32>,
}

/// What stands for no row.
const NOWHERE: u32 = u32::MAX;

impl Rows {
    /// The rows of a run, without those under the lanes that are folded: these are sorted.
    #[must_use]
    pub fn of(timeline: &Timeline, folded: &[LaneId]) -> Rows {
        let mut rows = Rows { row_of: vec![NOWHERE; timeline.lanes.len()], ..Rows::default() };
        let mut top = 0.0;
        // The folded lane that those which follow are under, and how deep it is.
        let mut under: Option<(u32, u32)> = None;
        let order = timeline.order(false);
        for id in order.iter().copied() {
            let Some(lane) = timeline.lane(id).filter(|lane| lane.is_shown()) else { continue };
            if under.is_some_and(|(_, depth)| lane.depth <= depth) {
                under = None;
            }
            if let Some((row, _)) = under {
                rows.row_of[id.index()] = row;
                continue;
            }
            let row = rows.rows.len() as u32;
            rows.row_of[id.index()] = row;
            let folded = folded.binary_search(&id).is_ok();
            if folded {
                under = Some((row, lane.depth));
            }
            let height = height(lane, timeline);
            rows.rows.push(Row { lane: id, top, height, inner: 0, folded });
            rows.lanes.push(id);
            top += height;
        }
        rows.count(timeline, &order);
        rows
    }

    /// Counts what is under each row: those that come last are under those before them.
    fn count(&mut self, timeline: &Timeline, order: &[LaneId]) {
        let mut inner = vec![0; timeline.lanes.len()];
        for id in order.iter().rev() {
            let Some(lane) = timeline.lane(*id) else { continue };
            if let Some(parent) = lane.parent {
                inner[parent.index()] += inner[id.index()] + u32::from(lane.is_shown());
            }
        }
        for row in &mut self.rows {
            row.inner = inner[row.lane.index()];
        }
    }

    /// The first rows, as many as `count`.
    #[must_use]
    pub fn first(&self, count: usize) -> Rows {
        let count = count.min(self.rows.len());
        let row_of = self.row_of.iter().map(|row| if (*row as usize) < count { *row } else { NOWHERE });
        Rows {
            rows: self.rows[..count].to_vec(),
            lanes: self.lanes[..count].to_vec(),
            row_of: row_of.collect(),
        }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How high all of them are.
    #[must_use]
    pub fn height(&self) -> f64 {
        self.rows.last().map_or(0.0, |row| row.top + row.height)
    }

    /// The row at an index.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<&Row> {
        self.rows.get(index)
    }

    /// The lanes of the rows, from the top.
    #[must_use]
    pub fn lanes(&self) -> &[LaneId] {
        &self.lanes
    }

    /// The index of the row at a height.
    #[must_use]
    pub fn at(&self, y: f64) -> Option<usize> {
        let index = self.rows.partition_point(|row| row.top <= y).checked_sub(1)?;
        self.rows.get(index).filter(|row| y < row.top + row.height).map(|_| index)
    }

    /// The indices of the rows between two heights.
    #[must_use]
    pub fn between(&self, from: f64, to: f64) -> Range<usize> {
        let first = self.rows.partition_point(|row| row.top + row.height <= from);
        first..self.rows.partition_point(|row| row.top < to).max(first)
    }

    /// The index of a lane's own row.
    #[must_use]
    pub fn of_lane(&self, lane: LaneId) -> Option<usize> {
        self.standing_for(lane).filter(|row| self.rows[*row].lane == lane)
    }

    /// The index of a lane's row, or of the row that it is folded into.
    #[must_use]
    pub fn standing_for(&self, lane: LaneId) -> Option<usize> {
        self.row_of.get(lane.index()).filter(|row| **row != NOWHERE).map(|row| *row as usize)
    }
}

fn height(lane: &Lane, timeline: &Timeline) -> f64 {
    ROW + f64::from(lane.nested_levels(timeline).min(NESTED_LEVELS)) * NESTED
}
