//! From navigation to the first timeline, in cold loads of the page; and how long typing holds it (`typing.rs`).

use std::path::Path;
use std::time::Duration;

use loopscope_tests::browser::{Lab, Look, Result};
use serde_json::json;

use crate::{USAGE, typing};

/// Marks that the page sets while it loads, in their order.
const MARKS: [&str; 2] = ["loopscope:engine-start", "loopscope:first-timeline"];

/// A browser that has just started is busy with itself, on all cores; whoever opens the page has had theirs open for
/// longer.
const SETTLED: Duration = Duration::from_millis(1500);

/// Cold loads: each in a browser of its own, with nothing cached.
pub(crate) async fn command(dist: &Path, options: &[&str]) -> Result<()> {
    let (mut as_json, mut loads) = (false, 9);
    let mut options = options.iter();
    while let Some(option) = options.next() {
        match (*option, options.as_slice().first()) {
            ("--json", _) => as_json = true,
            ("--loads", Some(count)) => {
                loads = count.parse::<usize>().ok().filter(|&count| count > 0).ok_or(USAGE)?;
                options.next();
            }
            _ => return Err(USAGE.into()),
        }
    }
    let lab = Lab::start(dist)?;
    let mut times = vec![Vec::with_capacity(loads); MARKS.len()];
    for _ in 0..loads {
        let page = lab.start_browser(Look::DESK).await?;
        tokio::time::sleep(SETTLED).await;
        page.goto("").await?;
        // The last mark first: when it is set the others are.
        for (times, name) in times.iter_mut().zip(MARKS).rev() {
            times.push(page.mark(name).await?);
        }
        lab.close().await?;
    }
    if !as_json {
        println!("milliseconds from navigation, {loads} cold loads in browsers that have come to rest");
        println!("{:<28} {:>8} {:>8} {:>8}", "", "median", "min", "max");
    }
    let mut report = serde_json::Map::new();
    for (name, times) in MARKS.into_iter().zip(&mut times) {
        times.sort_by(f64::total_cmp);
        let (median, min, max) = (times[loads / 2], times[0], times[loads - 1]);
        if as_json {
            report
                .insert(name.to_owned(), json!({ "median": median, "min": min, "max": max, "loads": loads }));
        } else {
            println!("{name:<28} {median:>8.1} {min:>8.1} {max:>8.1}");
        }
    }
    let typing = typing::measure(&lab).await?;
    if as_json {
        report.insert("typing".to_owned(), typing);
        println!("{}", serde_json::Value::Object(report));
    } else {
        typing::print(&typing);
    }
    Ok(())
}
