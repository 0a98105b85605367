//! A live run is held: time stands still, its past can be looked at, and it goes on or takes a single step.

use loopscope_tests::browser::{Look, in_browser};

/// Writes ten times a second, for longer than any test.
const TICKS: &str = "\
import asyncio

async def main():
    for tick in range(500):
        print('tick', tick)
        await asyncio.sleep(0.1)

asyncio.run(main())
";

/// How many events the playhead can stand at.
const EVENTS: &str = "Number($('playhead').getAttribute('aria-valuemax'))";

#[test]
fn a_live_run_is_held_looked_back_into_and_goes_on() {
    in_browser("pausing", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source(TICKS, "finished").await?;
        page.click("run").await?;
        page.until_state("running").await?;
        page.until("it has ticked", "$$('output-line').length >= 5").await?;
        page.click("pause").await?;
        page.until("it is held", "$('pause').textContent === 'Resume'").await?;
        page.is_alive().await?;
        let total = page.data("timeline", "total").await?;
        let lines = page.printed("stdout").await?.len();
        page.is_alive().await?;
        assert_eq!(page.data("timeline", "total").await?, total, "time stands still");
        assert_eq!(page.data("timeline", "state").await?, "running");

        // The past, while it is held.
        page.click("output-time").await?;
        page.until("the first line is written", "$('told').textContent.includes('prints “tick 0”')").await?;
        let later = page
            .script("return $$('output-line').filter(line => line.classList.contains('later')).length")
            .await?;
        assert_eq!(later.as_u64(), Some(lines as u64 - 1));
        page.click("next-step").await?;
        page.until(
            "it steps through the past",
            "$('told').textContent.includes('A step of Task-1 (main) begins')",
        )
        .await?;
        page.click("to-end").await?;
        page.until("the present", "!$('play-bar').dataset.seq").await?;

        // One iteration at a time: the program itself goes on.
        // It may be another one of the same moment: events are counted, not seconds.
        let events = page.script(&format!("return {EVENTS}")).await?;
        page.click("step").await?;
        page.until_with("another event was recorded", &format!("{EVENTS} > arguments[0]"), vec![events])
            .await?;
        page.until("it is still held", "$('pause').textContent === 'Resume'").await?;

        page.click("pause").await?;
        page.until_with("it goes on", "$$('output-line').length > arguments[0] + 3", vec![lines.into()])
            .await?;
        page.click("stop").await?;
        page.until_state("stopped").await
    });
}
