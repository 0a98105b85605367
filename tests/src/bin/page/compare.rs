//! Programs in two engines in one page, in turns (`benches/browser/compare.js`): a table, or JSON.
//!
//! Times are milliseconds of the page's clock. A ratio is the other engine's time divided by ours, turn by turn;
//! the middle one.

use std::path::{Path, PathBuf};
use std::time::Duration;

use loopscope_tests::browser::{Lab, Look, Page, Result};
use serde_json::{Map, Value, json};

use crate::USAGE;

/// How often the page is asked whether it is done. It computes meanwhile, and each question costs it time.
const PAUSE: Duration = Duration::from_millis(500);

/// A program keeps the page from answering for as long as it takes.
const LONGEST: Duration = Duration::from_secs(600);

pub(crate) async fn command(site: &Path, programs: &Path, options: &[&str]) -> Result<()> {
    let (mut as_json, mut turns, mut filter) = (false, 5_usize, "");
    let mut options = options.iter();
    while let Some(&option) = options.next() {
        match option {
            "--json" => as_json = true,
            "--turns" => {
                let count = options.next().and_then(|count| count.parse().ok());
                turns = count.filter(|&count| count > 0).ok_or(USAGE)?;
            }
            name if !name.starts_with('-') && filter.is_empty() => filter = name,
            _ => return Err(USAGE.into()),
        }
    }
    let programs = read(programs, filter)?;
    let lab = Lab::start(site)?;
    let page = lab.open(Look::DESK, "").await?;
    let report = measure(&page, &programs, turns).await?;
    let closed = lab.close().await;
    let report = summary(&report, turns)?;
    if as_json {
        println!("{report}");
    } else {
        print(&report);
    }
    // An engine that failed has told the page, too.
    closed
}

/// The programs whose name contains `filter`, in the order of their names.
fn read(folder: &Path, filter: &str) -> Result<Vec<(String, String)>> {
    let files = folder.read_dir()?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<PathBuf>>>()?;
    let mut programs = Vec::new();
    for file in files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "py")) {
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if name.contains(filter) {
            programs.push((name, std::fs::read_to_string(file)?));
        }
    }
    programs.sort();
    if programs.is_empty() { Err(format!("no program in {}", folder.display()).into()) } else { Ok(programs) }
}

/// Lets the page run them all.
async fn measure(page: &Page, programs: &[(String, String)], turns: usize) -> Result<Value> {
    page.set_script_timeout(LONGEST).await?;
    page.until("the page is ready", "globalThis.begin").await?;
    page.script_with("begin(arguments[0], arguments[1])", vec![json!(programs), json!(turns)]).await?;
    let mut done = 0;
    loop {
        tokio::time::sleep(PAUSE).await;
        let state = page.script("return globalThis.comparison").await?;
        if let Some(error) = state["error"].as_str() {
            return Err(error.into());
        }
        if !state["report"].is_null() {
            return Ok(state["report"].clone());
        }
        for (name, _) in programs.iter().take(state["done"].as_u64().unwrap_or(0) as usize).skip(done) {
            eprintln!("    {name}");
            done += 1;
        }
    }
}

/// Medians and ratios of what the page measured.
fn summary(report: &Value, turns: usize) -> Result<Value> {
    let mut rows = Map::new();
    for row in report["rows"].as_array().ok_or("the page has no report")? {
        let times = |engine: &str| -> Vec<f64> {
            row["times"][engine].as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
        };
        let (ours, theirs) = (times("loopscope"), times("pyodide"));
        let ratios = theirs.iter().zip(&ours).map(|(theirs, ours)| theirs / ours).collect();
        let mut figures =
            json!({ "loopscope": median(ours), "pyodide": median(theirs), "ratio": median(ratios) });
        if let Some(reason) = row["failed"].as_str() {
            figures["failed"] = json!(reason);
        }
        rows.insert(row["name"].as_str().unwrap_or_default().to_owned(), figures);
    }
    Ok(json!({ "turns": turns, "start": report["start"], "programs": rows }))
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

fn print(report: &Value) {
    let line = |name: &str, figures: &Value| {
        let time = |engine: &str| figures[engine].as_f64().unwrap_or(f64::NAN);
        let (ours, theirs) = (time("loopscope"), time("pyodide"));
        let ratio = figures["ratio"].as_f64().unwrap_or(theirs / ours);
        match figures["failed"].as_str().and_then(|reason| reason.lines().next()) {
            Some(reason) => println!("{name:<28} {reason}"),
            None => println!("{name:<28} {ours:>12.1} {theirs:>12.1} {ratio:>8.1}x"),
        }
    };
    println!(
        "milliseconds in Chromium, median of {} turns; (x) is Pyodide's time divided by ours",
        report["turns"]
    );
    println!("{:<28} {:>12} {:>12}", "", "loopscope", "Pyodide");
    line("start of the engine", &report["start"]);
    for (name, figures) in report["programs"].as_object().into_iter().flatten() {
        line(name, figures);
    }
}
