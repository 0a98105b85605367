//! What was measured, as a table for people and as JSON for programs.
//!
//! The JSON is one object; times are nanoseconds of processor time:
//!
//! ```text
//! {"turns": 9,
//!  "rows": [{"group": "rust" | "python" | "language", "name": "yields", "figures":
//!    [{"name": "loopscope", "median": 1, "min": 1, "max": 1, "ratio": 1.0}, ...]}, ...],
//!  "scale": [{"name": "timers", "costs": [{"count": 1000, "per_operation": 1}, ...]}, ...],
//!  "memory": [{"name": "loopscope", "bytes_per_task": 1}, ...]}
//! ```
//!
//! A ratio is the time of that contender divided by the time of the row's first, turn by turn; the middle one.

use std::fmt::Write;
use std::time::Duration;

use serde_json::{Value, json};

use crate::measure::Figure;

/// One piece of work, and what it cost each who did it. The first is what the others are compared with.
pub(crate) struct Row {
    pub(crate) group: &'static str,
    pub(crate) name: &'static str,
    pub(crate) says: &'static str,
    pub(crate) figures: Vec<Figure>,
}

/// The cost of one operation for each number of things.
type Costs = Vec<(u32, Duration)>;

/// Everything that was measured.
#[derive(Default)]
pub(crate) struct Report {
    pub(crate) turns: usize,
    pub(crate) rows: Vec<Row>,
    pub(crate) crowds: Vec<(&'static str, &'static str, Costs)>,
    pub(crate) memory: Vec<(&'static str, u64)>,
}

const HEADINGS: [(&str, &str); 3] =
    [("rust", "Rust coroutines"), ("python", "Python, full of awaits"), ("language", "Python, the rest")];

impl Report {
    /// The tables.
    pub(crate) fn text(&self) -> String {
        let mut text = format!(
            "processor time, median of {} turns; (n x) is that time divided by the first column's\n",
            self.turns
        );
        // Writing to a string cannot fail.
        for (group, heading) in HEADINGS {
            let rows: Vec<&Row> = self.rows.iter().filter(|row| row.group == group).collect();
            let Some(first) = rows.first() else { continue };
            let _ = write!(text, "\n{heading:<32}");
            for figure in &first.figures {
                let _ = write!(text, " {:>18}", figure.name);
            }
            text.push('\n');
            for row in rows {
                let _ = write!(text, "{:<32}", row.says);
                for (index, figure) in row.figures.iter().enumerate() {
                    let time = milliseconds(figure.median);
                    let ratio = if index == 0 { String::new() } else { format!(" ({:.2}x)", figure.ratio) };
                    let _ = write!(text, " {:>18}", time + &ratio);
                }
                text.push('\n');
            }
        }
        if let Some((_, _, costs)) = self.crowds.first() {
            let _ = write!(text, "\n{:<38}", "Cost of one among");
            for (count, _) in costs {
                let _ = write!(text, " {count:>12}");
            }
            text.push('\n');
        }
        for (_, says, costs) in &self.crowds {
            let _ = write!(text, "{says:<38}");
            for (_, cost) in costs {
                let _ = write!(text, " {:>9} ns", cost.as_nanos());
            }
            text.push('\n');
        }
        if !self.memory.is_empty() {
            let _ = writeln!(text, "\nBytes of a task that has begun");
        }
        for (name, bytes) in &self.memory {
            let _ = writeln!(text, "{name:<38} {bytes:>12}");
        }
        text
    }

    /// The same for programs.
    pub(crate) fn json(&self) -> Value {
        let row = |row: &Row| {
            let figures: Vec<Value> = row.figures.iter().map(figure).collect();
            json!({ "group": row.group, "name": row.name, "figures": figures })
        };
        let crowd = |(name, _, costs): &(&str, &str, Costs)| {
            let costs: Vec<Value> = costs
                .iter()
                .map(|(count, cost)| json!({ "count": count, "per_operation": nanoseconds(*cost) }))
                .collect();
            json!({ "name": name, "costs": costs })
        };
        let memory = |(name, bytes): &(&str, u64)| json!({ "name": name, "bytes_per_task": bytes });
        json!({
            "turns": self.turns,
            "rows": self.rows.iter().map(row).collect::<Vec<_>>(),
            "scale": self.crowds.iter().map(crowd).collect::<Vec<_>>(),
            "memory": self.memory.iter().map(memory).collect::<Vec<_>>(),
        })
    }
}

fn figure(figure: &Figure) -> Value {
    json!({
        "name": figure.name,
        "median": nanoseconds(figure.median),
        "min": nanoseconds(figure.min),
        "max": nanoseconds(figure.max),
        "ratio": figure.ratio,
    })
}

fn nanoseconds(time: Duration) -> u64 {
    u64::try_from(time.as_nanos()).unwrap_or(u64::MAX)
}

fn milliseconds(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1e3)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report() -> Report {
        let figure = |name, millis, ratio| {
            let time = Duration::from_millis(millis);
            Figure { name, median: time, min: time, max: time, ratio }
        };
        Report {
            turns: 3,
            rows: vec![Row {
                group: "rust",
                name: "yields",
                says: "many yields",
                figures: vec![figure("loopscope", 2, 1.0), figure("tokio", 5, 2.5)],
            }],
            crowds: vec![("timers", "timers set", vec![(1_000, Duration::from_nanos(80))])],
            memory: vec![("loopscope", 500)],
        }
    }

    #[test]
    fn the_table_has_every_figure() {
        let text = report().text();
        for expected in ["many yields", "2.0 ms", "5.0 ms (2.50x)", "timers set", "80 ns", "500"] {
            assert!(text.contains(expected), "{expected} is not in\n{text}");
        }
    }

    #[test]
    fn the_json_has_the_documented_shape() {
        let json = report().json();
        assert_eq!(json["rows"][0]["figures"][1]["ratio"], 2.5);
        assert_eq!(json["rows"][0]["figures"][0]["median"], 2_000_000);
        assert_eq!(json["scale"][0]["costs"][0]["per_operation"], 80);
        assert_eq!(json["memory"][0]["bytes_per_task"], 500);
    }
}
