//! Why a task waits: the chain of causes, for a span that a pointer or a key chooses.

use loopscope_tests::browser::{Look, in_browser};

const DOWN: &str = "\u{e015}";
const RIGHT: &str = "\u{e014}";

const CHAIN: &str = "\
import asyncio


async def step():
    await asyncio.sleep(2)


async def main():
    task = asyncio.create_task(step())
    await asyncio.sleep(0.5)
    await task


asyncio.run(main())
";

#[test]
fn a_chosen_gap_tells_its_chain_of_causes() {
    in_browser("why", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source(CHAIN, "finished").await?;
        page.script("document.querySelector('.timeline-scroll').focus()").await?;
        page.press(DOWN).await?;
        // Ready, a step, asleep, ready, a step, waiting.
        page.press(&RIGHT.repeat(2)).await?;
        page.until(
            "its sleep is told",
            "document.querySelector('.tooltip-why').textContent === 'Why? Asleep until 0.5 s because of line 10.'",
        )
        .await?;
        page.press(&RIGHT.repeat(3)).await?;
        let told = "Waiting on line 11 for Task-2 (step), which sleeps until 2.0 s because of line 5";
        page.until_with(
            "its wait is told",
            "document.querySelector('.tooltip-why').textContent.includes(arguments[0])",
            vec![told.into()],
        )
        .await?;
        // Those who hear the page are told as well.
        page.until_with(
            "it is announced",
            "[...document.querySelectorAll('.pane-timeline [aria-live]')].some(e => e.textContent.includes(arguments[0]))",
            vec![told.into()],
        )
        .await
    });
}
