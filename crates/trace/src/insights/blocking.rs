//! Synchronous calls that hold up the loop: only where another task was ready or due meanwhile. And the timeouts
//! that came late because of them.

use loopscope_core::instrument::Location;
use loopscope_core::time::{Span as Duration, Time};

use super::run::{Run, on_line};
use super::{Insight, Repair, Rule, Severity};
use crate::format;
use crate::timeline::{LaneId, Phase};

/// A stretch of time in which a lane of the loop blocks it.
struct Block {
    lane: LaneId,
    location: Location,
    start: Time,
    end: Time,
    seq: u32,
}

fn blocks(run: &Run<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (id, lane) in (0_u32..).map(LaneId).zip(&run.timeline.lanes) {
        if lane.worker || lane.is_module() {
            continue;
        }
        for span in lane.spans.iter().filter(|span| span.phase == Phase::Blocked) {
            let (start, end) = (span.start, run.timeline.span_end(span));
            if end > start {
                blocks.push(Block { lane: id, location: span.location, start, end, seq: span.first_seq + 1 });
            }
        }
    }
    blocks.sort_by_key(|block| block.seq);
    blocks
}

/// Who was ready or due during a block, and since when.
fn held_up(run: &Run<'_>, block: &Block) -> Vec<(Time, LaneId)> {
    let mut held: Vec<(Time, LaneId)> = Vec::new();
    for (id, lane) in run.tasks().filter(|(id, _)| *id != block.lane) {
        let from = lane.spans.partition_point(|span| run.timeline.span_end(span) <= block.start);
        let during = lane.spans[from..].iter().take_while(|span| span.start < block.end);
        let mut ready = during.filter(|span| span.phase == Phase::Ready && span.end > span.start);
        if let Some(span) = ready.next() {
            held.push((span.start.max(block.start), id));
        }
    }
    held.sort_unstable();
    held
}

pub(super) fn blocking(run: &Run<'_>) -> Vec<Insight> {
    let mut found: Vec<(Insight, usize, u64)> = Vec::new();
    for block in blocks(run) {
        let length = block.end.since(block.start);
        if let Some((_, times, total)) = found.iter_mut().find(|(known, ..)| known.location == block.location)
        {
            (*times, *total) = (*times + 1, total.saturating_add(length.0));
            continue;
        }
        let held = held_up(run, &block);
        let Some((since, first)) = held.first().copied() else { continue };
        let others = match held.len() - 1 {
            0 => String::new(),
            more => format!(", and {} meanwhile", format::counted(more, "other task")),
        };
        let sentence = format!(
            "The call{} blocks the whole loop for {}: {} was ready at {}{others}, but could not run.",
            on_line(block.location),
            format::span(length),
            run.title(first),
            format::moment(since),
        );
        let lanes = [block.lane].into_iter().chain(held.iter().map(|(_, lane)| *lane)).collect();
        let insight = run.insight(
            Rule::Blocking,
            Severity::Mistake,
            block.seq,
            block.start,
            block.location,
            lanes,
            sentence,
        );
        found.push((Insight { repair: Some(Repair::Unblock(block.location)), ..insight }, 1, length.0));
    }
    let told = found.into_iter().map(|(mut insight, times, total)| {
        if times > 1 {
            let total = format::span(Duration(total));
            insight.sentence += &format!(" It blocks {times} times, for {total} in all.");
        }
        insight
    });
    told.collect()
}

pub(super) fn late_timeout(run: &Run<'_>) -> Vec<Insight> {
    let late = run.cancels.iter().filter(|cancel| cancel.due.is_some());
    let Some(_) = late.clone().next() else { return Vec::new() };
    let blocks = blocks(run);
    let mut found: Vec<(Insight, usize)> = Vec::new();
    for (cancel, due) in late.filter_map(|cancel| Some((cancel, cancel.due?))) {
        let Some(block) = blocks.iter().rfind(|block| block.start < cancel.at && block.end > due) else {
            continue;
        };
        if let Some((_, more)) = found.iter_mut().find(|(known, _)| known.location == block.location) {
            *more += 1;
            continue;
        }
        let sentence = format!(
            "The timeout of {} was due at {} and came only at {}: the call{} of {} blocked the loop.",
            run.title(cancel.lane),
            format::moment(due),
            format::moment(cancel.at),
            on_line(block.location),
            run.title(block.lane),
        );
        let lanes = vec![cancel.lane, block.lane];
        let (seq, at) = (cancel.seq, cancel.at);
        let insight =
            run.insight(Rule::LateTimeout, Severity::Mistake, seq, at, block.location, lanes, sentence);
        found.push((insight, 0));
    }
    let told = found.into_iter().map(|(mut insight, more)| {
        if more > 0 {
            insight.sentence += &format!(" It makes {} late.", format::counted(more, "more timeout"));
        }
        insight
    });
    told.collect()
}
