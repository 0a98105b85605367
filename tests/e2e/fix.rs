//! Repairs: a diff that is made with one click, the run before as a ghost, and one step of undo.

use loopscope_tests::browser::{Look, in_browser};

const UNDO: &str = "\u{e009}z\u{e000}";

const SLOW: &str = "\
import asyncio


async def fetch(name, delay):   # as it was typed
    await asyncio.sleep(delay)
    return name


async def main():
    first = await fetch('a', 1)
    second = await fetch('b', 2)
    print(first, second)


asyncio.run(main())
";

#[test]
fn awaits_in_sequence_are_put_side_by_side_with_one_click() {
    in_browser("fix", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source(SLOW, "finished").await?;
        page.until("three seconds in all", "$('timeline').dataset.total === '3.000'").await?;
        page.click("lower-insights").await?;
        page.until("the repair was tried", "$('insight-totals').textContent.includes('3.0 s → 2.0 s')")
            .await?;
        page.click("insight-fix").await?;
        page.until(
            "the change is shown",
            "$('insight-diff').querySelectorAll('.diff-line.old').length === 2
             && $('insight-diff').querySelectorAll('.diff-line.new').length === 1",
        )
        .await?;
        page.click("insight-apply").await?;
        page.until("two seconds in all", "$('timeline').dataset.total === '2.000'").await?;
        let repaired = SLOW.replace(
            "first = await fetch('a', 1)\n    second = await fetch('b', 2)",
            "first, second = await asyncio.gather(fetch('a', 1), fetch('b', 2))",
        );
        assert_eq!(page.source().await?, repaired);
        page.until("both totals are kept in sight", "$('ghost').textContent.includes('3.0 s → 2.0 s')")
            .await?;
        assert_eq!(page.printed("stdout").await?, ["a b"]);

        page.find(".cm-content").await?.click().await?;
        page.press(UNDO).await?;
        page.until("one step takes it back", "$('timeline').dataset.total === '3.000'").await?;
        assert_eq!(page.source().await?, SLOW);
        page.until("and the ghost with it", "!$('ghost')").await
    });
}

#[test]
fn a_forgotten_await_and_a_blocking_sleep_have_repairs() {
    in_browser("fix-others", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        let source = "\
import asyncio
import time


async def work():
    time.sleep(1)


async def main():
    asyncio.sleep(1)
    await asyncio.gather(work(), work())


asyncio.run(main())
";
        page.set_source(source, "finished").await?;
        page.click("lower-insights").await?;
        page.until("two repairs were tried", "$$('insight-fix').length === 2").await?;
        page.script(
            "$$('insight').find(one => one.dataset.rule === 'blocking').querySelector('.insight-fix').click()",
        )
        .await?;
        page.click("insight-apply").await?;
        page.until(
            "the sleep is awaited",
            "window.loopscope.getSource().includes('    await asyncio.sleep(1)\\n\\n\\nasync def main')",
        )
        .await?;
        page.until("the other is left", "$('insights').dataset.count === '1'").await?;
        page.click("insight-fix").await?;
        page.click("insight-apply").await?;
        page.until("none is left", "$('insights').dataset.count === '0'").await
    });
}
