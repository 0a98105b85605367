//! How long a keystroke holds the page: typing in tutorial programs, which run anew with each key.

use std::time::Duration;

use loopscope_tests::browser::{Lab, Look, Page, Result};
use loopscope_tests::programs;
use serde_json::{Map, Value, json};

/// What is typed at the end of a program: statements that are not whole for most of the time, as it is.
const TYPED: &str = "\ntotal = sum([1, 2, 3])  # of all\nprint('total', total)\n";
/// Control and End.
const END: &str = "\u{e009}\u{e010}\u{e000}";
/// The page and the browser have come to rest.
const SETTLED: Duration = Duration::from_millis(1500);

/// Measures what the keys do. A page that is not busy gets the messages that it sends itself at once: the longest
/// time between two is how long something held its thread. (The browser itself tells only of tasks over 50 ms.)
const PROBE: &str = "
    window.__typing = { hold: 0, holds: [], long: [] };
    new PerformanceObserver(list => __typing.long.push(...list.getEntries().map(it => it.duration))).observe({ type: 'longtask' });
    const { port1, port2 } = new MessageChannel();
    let last = performance.now();
    port1.onmessage = () => {
        const now = performance.now();
        __typing.hold = Math.max(__typing.hold, now - last);
        last = now;
        port2.postMessage(0);
    };
    port2.postMessage(0);
";

/// Types into some programs: for each the keys, the median and the longest hold in milliseconds, and the tasks over 50 ms.
pub(crate) async fn measure(lab: &Lab) -> Result<Value> {
    let mut examples: Vec<_> =
        programs::programs().iter().filter(|program| program.folder() == "examples").collect();
    // The shortest and the longest, and one between.
    examples.sort_by_key(|program| program.source.len());
    let chosen = [0, examples.len() / 2, examples.len() - 1].map(|index| examples[index]);
    let mut report = Map::new();
    for program in chosen {
        let page = lab.open(Look::DESK, "").await?;
        page.find(".cm-content").await?;
        page.until("the page is there", "window.loopscope?.setSource").await?;
        page.script_with("loopscope.setSource(arguments[0])", vec![program.source.into()]).await?;
        settled(&page).await?;
        tokio::time::sleep(SETTLED).await;
        page.find(".cm-content").await?.click().await?;
        page.press(END).await?;
        page.script(PROBE).await?;
        for key in TYPED.chars() {
            page.script("__typing.hold = 0").await?;
            page.press(&key.to_string()).await?;
            settled(&page).await?;
            page.script("__typing.holds.push(__typing.hold)").await?;
        }
        let measured = page.script("return __typing").await?;
        let numbers = |name: &str| -> Vec<f64> {
            measured[name].as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
        };
        let (mut holds, long) = (numbers("holds"), numbers("long"));
        holds.sort_by(f64::total_cmp);
        report.insert(
            program.name.to_owned(),
            json!({
                "keys": holds.len(),
                "median": holds[holds.len() / 2],
                "worst": holds[holds.len() - 1],
                "over_50_ms": long.len(),
            }),
        );
        lab.close().await?;
    }
    Ok(Value::Object(report))
}

/// What was typed has been run and drawn.
async fn settled(page: &Page) -> Result<()> {
    page.until("it has run", "$('timeline') && !$('timeline').closest('.stale')").await
}

/// The table.
pub(crate) fn print(report: &Value) {
    println!(
        "\nmilliseconds for which a keystroke holds the page, while a program is typed that runs with each"
    );
    println!("{:<28} {:>8} {:>8} {:>8} {:>10}", "", "keys", "median", "worst", "over 50 ms");
    for (name, figures) in report.as_object().into_iter().flatten() {
        let number = |key: &str| figures[key].as_f64().unwrap_or(f64::NAN);
        println!(
            "{name:<28} {:>8} {:>8.1} {:>8.1} {:>10}",
            number("keys"),
            number("median"),
            number("worst"),
            number("over_50_ms")
        );
    }
}
