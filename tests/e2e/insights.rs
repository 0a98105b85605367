//! The Insights tab: what there is to know about a run, and the way from there to the moment, the lane and the line.

use loopscope_tests::browser::{Look, Page, Result, in_browser};

const BLOCKING: &str = "\
import asyncio
import time


async def slow():
    time.sleep(2)


async def tick():
    await asyncio.sleep(1)


async def main():
    await asyncio.gather(tick(), slow())


asyncio.run(main())
";

async fn open_tab(page: &Page) -> Result<()> {
    page.click("lower-insights").await?;
    page.until("the tab is shown", "$('insights')").await
}

#[test]
fn a_blocking_call_is_told_of_with_its_moment_lane_and_line() {
    in_browser("insights-blocking", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source(BLOCKING, "finished").await?;
        page.until("one insight is counted", "$('insights-count').textContent === '1'").await?;
        open_tab(&page).await?;
        page.until("it is the rule's", "$('insight').dataset.rule === 'blocking'").await?;
        let said = page.texts("insight").await?.join(" ");
        for part in ["line 6", "2.0 s", "Task-2 (tick)"] {
            assert!(said.contains(part), "{part:?} is told of in {said:?}");
        }
        page.click("insight-look").await?;
        page.until(
            "the lane of the call is marked",
            "$$('lane').find(lane => lane.classList.contains('chosen')).textContent.includes('slow')",
        )
        .await?;
        page.script("[...document.querySelectorAll('.insight-links .link')].at(1).click()").await?;
        page.until("the line is shown", "document.activeElement.closest('.cm-editor')").await
    });
}

#[test]
fn a_run_without_a_mistake_has_a_quiet_tab() {
    in_browser("insights-quiet", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source(super::TWO_TASKS, "finished").await?;
        open_tab(&page).await?;
        page.until("nothing is told", "$('insights').dataset.count === '0'").await?;
        page.until("and nothing is counted", "!$('insights-count')").await?;
        assert!(page.texts("insights").await?.join(" ").contains("Nothing stands out"));
        Ok(())
    });
}

#[test]
fn insights_follow_the_text() {
    in_browser("insights-follow", async |lab| {
        let page = lab.open(Look::PHONE, "").await?;
        page.set_source(BLOCKING, "finished").await?;
        page.click("tab-insights").await?;
        page.until("one is told", "$('insights').dataset.count === '1'").await?;
        page.set_source(&BLOCKING.replace("time.sleep(2)", "await asyncio.sleep(2)"), "finished").await?;
        page.until("none is told", "$('insights').dataset.count === '0'").await
    });
}
