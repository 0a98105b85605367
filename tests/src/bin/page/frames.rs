//! How smoothly a large timeline moves: a run of 10,000 tasks and a million events, played live in the page, then zoomed,
//! panned and scrolled, one movement a frame.
//!
//! *Frame* is the time from one frame of the browser to the next; *work* what the page's own thread did for it.
//! Milliseconds of the page's clock.

use std::path::Path;
use std::time::Duration;

use loopscope_tests::browser::{Lab, Look, Page, Result};
use serde_json::{Map, Value, json};

use crate::USAGE;

/// As many tasks as this writes more events than a live run may: it is stopped at a million.
const PROGRAM: &str = "\
import asyncio
import random


async def fetch():
    await asyncio.sleep(random.random())


async def worker():
    for _ in range(40):
        await fetch()


async def main():
    tasks = [asyncio.create_task(worker()) for _ in range(10_000)]
    await asyncio.gather(*tasks)


asyncio.run(main())
";

/// How long the run may take.
const PATIENCE: Duration = Duration::from_secs(300);

/// `frames(kind, count)` moves the timeline once a frame; gives the times of the frames and of the work in them.
const SCRIPT: &str = "
    const scroller = document.querySelector('.timeline-scroll');
    const box = document.querySelector('.timeline-canvas').getBoundingClientRect();
    const wheel = options => scroller.dispatchEvent(new WheelEvent('wheel', {
        bubbles: true, cancelable: true, clientX: box.left + box.width * 0.4, clientY: box.top + 100, ...options,
    }));
    const moves = {
        zoom: (i, count) => wheel({ ctrlKey: true, deltaY: i < count / 2 ? -50 : 50 }),
        pan: i => wheel({ shiftKey: true, deltaY: i % 60 < 30 ? 37 : -37 }),
        scroll: i => { scroller.scrollTop = (i * 61) % (scroller.scrollHeight - scroller.clientHeight); },
        point: (i, count) => scroller.dispatchEvent(new PointerEvent('pointermove', {
            bubbles: true, clientX: box.left + box.width * i / count, clientY: box.top + 40 + i, pointerType: 'mouse',
        })),
    };
    const frame = () => new Promise(requestAnimationFrame);
    // After everything that follows from an event.
    const settled = () => new Promise(done => {
        const channel = new MessageChannel();
        channel.port1.onmessage = done;
        channel.port2.postMessage(0);
    });
    globalThis.frames = { done: false, times: [], work: [] };
    (async (kind, count) => {
        let last = await frame();
        for (let i = 0; i < count; i++) {
            const began = performance.now();
            moves[kind](i, count);
            await settled();
            frames.work.push(performance.now() - began);
            const now = await frame();
            frames.times.push(now - last);
            last = now;
        }
        frames.done = true;
    })(arguments[0], arguments[1]);
";

pub(crate) async fn command(dist: &Path, options: &[&str]) -> Result<()> {
    let (mut as_json, mut count) = (false, 240_usize);
    let mut options = options.iter();
    while let Some(&option) = options.next() {
        match option {
            "--json" => as_json = true,
            "--frames" => {
                let given = options.next().and_then(|count| count.parse().ok());
                count = given.filter(|&count| count > 1).ok_or(USAGE)?;
            }
            _ => return Err(USAGE.into()),
        }
    }
    let lab = Lab::start(dist)?;
    let page = lab.open(Look::DESK, "").await?;
    let (tasks, seconds) = play(&page).await?;
    if !as_json {
        println!(
            "{tasks} tasks, a million events, played in {seconds:.1} s; milliseconds, {count} frames each"
        );
        println!(
            "{:<10} {:>14} {:>14} {:>14} {:>14} {:>14}",
            "", "frame, median", "frame, worst", "work, median", "work, worst", "within 1/60 s"
        );
    }
    let mut report = Map::new();
    for kind in ["zoom", "pan", "scroll", "point"] {
        let [mut times, mut work] = moved(&page, kind, count).await?;
        // Frames come by the screen's clock: a millisecond late is not a frame left out.
        let smooth = times.iter().filter(|time| **time < 17.7).count() as f64 / times.len().max(1) as f64;
        let (frame, work) = (middle_and_worst(&mut times), middle_and_worst(&mut work));
        if !as_json {
            println!(
                "{kind:<10} {:>14.1} {:>14.1} {:>14.1} {:>14.1} {:>13.1}%",
                frame.0,
                frame.1,
                work.0,
                work.1,
                100.0 * smooth
            );
        }
        let figures = json!({
            "frame": { "median": frame.0, "worst": frame.1 },
            "work": { "median": work.0, "worst": work.1 },
            "smooth": smooth,
        });
        report.insert(kind.to_owned(), figures);
    }
    lab.close().await?;
    if as_json {
        println!("{}", Value::Object(report));
    }
    Ok(())
}

/// Plays the program live, as fast as the page can; how many lanes it has, and how long it took.
async fn play(page: &Page) -> Result<(usize, f64)> {
    page.set_source(PROGRAM, "unfinished").await?;
    page.script(
        "const speed = document.querySelector('select'); \
         speed.value = [...speed.options].at(-1).value; \
         speed.dispatchEvent(new Event('change', { bubbles: true }))",
    )
    .await?;
    page.click("run").await?;
    page.until("it runs", "$('timeline').dataset.state === 'running'").await?;
    let began = std::time::Instant::now();
    while page.data("timeline", "state").await? == "running" {
        if began.elapsed() > PATIENCE {
            return Err("the run does not end".into());
        }
        tokio::time::sleep(Duration::from_millis(250)).await;
    }
    Ok((page.data("timeline", "lanes").await?.parse()?, began.elapsed().as_secs_f64()))
}

async fn moved(page: &Page, kind: &str, count: usize) -> Result<[Vec<f64>; 2]> {
    page.script_with(SCRIPT, vec![kind.into(), count.into()]).await?;
    loop {
        tokio::time::sleep(Duration::from_millis(250)).await;
        if page.script("return frames.done").await? == Value::Bool(true) {
            break;
        }
    }
    let report = page.script("return frames").await?;
    Ok(["times", "work"]
        .map(|name| report[name].as_array().into_iter().flatten().filter_map(Value::as_f64).collect()))
}

fn middle_and_worst(values: &mut [f64]) -> (f64, f64) {
    values.sort_by(f64::total_cmp);
    let at = |index: usize| values.get(index).copied().unwrap_or(f64::NAN);
    (at(values.len() / 2), at(values.len().saturating_sub(1)))
}
