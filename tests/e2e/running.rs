//! Run plays the program live: on real timers, in the page's own thread, which it must never hold.

use loopscope_tests::browser::{Look, in_browser};

/// Prints, then waits longer than any test, and not beyond the minute that a preview shows.
const LONG: &str = "\
import asyncio

async def main():
    print('started')
    await asyncio.sleep(50)

asyncio.run(main())
";

#[test]
fn a_run_goes_live_and_stops() {
    in_browser("run-stop", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source(LONG, "finished").await?;
        page.click("run").await?;
        page.until_state("running").await?;
        page.until("it has printed", "$('output').textContent.includes('started')").await?;
        page.click("stop").await?;
        page.until_state("stopped").await?;
        page.is_alive().await
    });
}

#[test]
fn a_live_run_ends_as_the_preview_did() {
    in_browser("run-ends", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source("import asyncio\nasyncio.run(asyncio.sleep(0.2))\nprint('over')\n", "finished")
            .await?;
        let lanes = page.data("timeline", "lanes").await?;
        page.click("run").await?;
        page.until("it runs or is over", "['running', 'finished'].includes($('timeline').dataset.state)")
            .await?;
        page.until_state("finished").await?;
        assert_eq!(page.printed("stdout").await?, ["over"]);
        assert_eq!(page.data("timeline", "lanes").await?, lanes);
        Ok(())
    });
}

#[test]
fn what_never_ends_leaves_the_page_alive_and_can_be_stopped() {
    const FIB: &str =
        "print('hot')\ndef fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)\nfib(200)\n";
    in_browser("endless", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        for source in ["print('hot')\nwhile True:\n    pass\n", FIB] {
            page.set_source(source, "unfinished").await?;
            page.is_alive().await?;

            page.click("run").await?;
            page.until_state("running").await?;
            page.is_alive().await?;
            assert_eq!(page.data("timeline", "state").await?, "running", "it did not end by itself");
            page.click("stop").await?;
            page.until_state("stopped").await?;
        }

        page.set_source("print('calm')\n", "finished").await?;
        assert_eq!(page.printed("stdout").await?, ["calm"]);
        Ok(())
    });
}

#[test]
fn a_blocking_sleep_does_not_freeze_the_page() {
    in_browser("blocking", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source("import time\nprint('before')\ntime.sleep(50)\nprint('after')\n", "finished").await?;
        assert_eq!(page.printed("stdout").await?, ["before", "after"]);
        page.click("run").await?;
        page.until_state("running").await?;
        page.until("it has printed", "$('output').textContent.includes('before')").await?;
        page.is_alive().await?;
        assert_eq!(page.printed("stdout").await?, ["before"]);
        page.click("stop").await?;
        page.until_state("stopped").await
    });
}

#[test]
fn a_program_that_never_ends_is_shown_unfinished() {
    in_browser("unfinished", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        let forever = "\
import asyncio

async def main():
    while True:
        await asyncio.sleep(1)

asyncio.run(main())
";
        page.set_source(forever, "unfinished").await?;
        page.until("a minute is shown", "parseFloat($('timeline').dataset.total) === 60").await?;
        Ok(())
    });
}

#[test]
fn an_edit_during_a_run_ends_it() {
    in_browser("edit-while-running", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source(LONG, "finished").await?;
        page.click("run").await?;
        page.until_state("running").await?;
        page.set_source("print('new')\n", "finished").await?;
        assert_eq!(page.printed("stdout").await?, ["new"]);
        Ok(())
    });
}
