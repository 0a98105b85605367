//! An update that was lost: a task read something, was suspended, another task wrote it, and then the first one wrote
//! what it had made of the old value. The run tells who read and wrote when; the text, whether what is written comes
//! from what was read.

use loopscope_core::ids::TaskId;
use loopscope_core::instrument::Note;
use rustc_hash::FxHashMap;

use super::run::Run;
use super::{Insight, Rule, Severity};
use crate::format;
use crate::log::Noted;

/// What is known of one thing that tasks share.
#[derive(Default)]
struct Shared<'r> {
    /// The last read of each task, until it writes.
    reads: FxHashMap<TaskId, Vec<&'r Noted>>,
    /// The last two writes by different tasks, the last one first.
    writes: Vec<(TaskId, &'r Noted)>,
}

/// How many reads of one task are remembered between two of its writes.
const READS: usize = 16;

pub(super) fn lost_update(run: &Run<'_>) -> Vec<Insight> {
    let mut shared: FxHashMap<u32, Shared<'_>> = FxHashMap::default();
    let mut found: Vec<(Insight, usize)> = Vec::new();
    for noted in run.log.notes() {
        let Some(task) = noted.task.get() else { continue };
        match noted.note {
            Note::Reads(thing) => {
                let reads = shared.entry(thing).or_default().reads.entry(task).or_default();
                if reads.len() < READS {
                    reads.push(noted);
                }
            }
            Note::Writes(thing) => {
                let thing = shared.entry(thing).or_default();
                let reads = thing.reads.remove(&task).unwrap_or_default();
                let other = thing.writes.iter().find(|(by, _)| *by != task).copied();
                thing.writes.retain(|(by, _)| *by != task);
                thing.writes.insert(0, (task, noted));
                thing.writes.truncate(2);
                let Some((by, between)) = other else { continue };
                let stale = reads.into_iter().rfind(|read| {
                    read.seq < between.seq
                        && between.seq < noted.seq
                        && run.source.carried(read.location, noted.location)
                });
                let Some(read) = stale else { continue };
                if let Some((_, times)) = found.iter_mut().find(|(known, _)| known.location == noted.location)
                {
                    *times += 1;
                    continue;
                }
                found.extend(told(run, read, by, noted, task).map(|insight| (insight, 1)));
            }
            _ => {}
        }
    }
    let told = found.into_iter().map(|(mut insight, times)| {
        if times > 1 {
            insight.sentence += &format!(" It happens {times} times.");
        }
        insight
    });
    told.collect()
}

fn told(run: &Run<'_>, read: &Noted, by: TaskId, write: &Noted, task: TaskId) -> Option<Insight> {
    let (lane, other) = (run.timeline.lane_of(task)?, run.timeline.lane_of(by)?);
    let lines = if read.location.line == write.location.line {
        format!("read {{}} and wrote it after an await, both on line {}", write.location.line)
    } else {
        format!(
            "read {{}} on line {}, awaited, and wrote it on line {}",
            read.location.line, write.location.line
        )
    };
    let sentence = format!(
        "{} {}. In between, {} wrote it too: that update is lost.",
        run.title(lane),
        lines.replace("{}", &["`", &format::line(run.log.text(write.name), 40), "`"].concat()),
        run.title(other),
    );
    let lanes = vec![lane, other];
    Some(run.insight(
        Rule::LostUpdate,
        Severity::Mistake,
        write.seq,
        write.at,
        write.location,
        lanes,
        sentence,
    ))
}
