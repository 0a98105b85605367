//! A program with more tasks than there is room for: what acts is in sight, and a task can be found.

use loopscope_tests::browser::{Look, Page, Result, in_browser};

const WORKERS: &str = "\
import asyncio
import logging

log = logging.getLogger('shop')


async def work(number):
    await asyncio.sleep(number)
    if number == 29:
        log.info('the last one')
        raise ValueError('enough')


async def main():
    logging.basicConfig(level='INFO')
    async with asyncio.timeout(60):
        await asyncio.gather(*(
            asyncio.create_task(work(number), name=f'worker-{number}') for number in range(30)
        ))


asyncio.run(main())
";

/// Whether a lane's name is inside what is seen of the timeline.
async fn sees(page: &Page, task: &str) -> Result<()> {
    page.until_with(
        &format!("{task} is in sight"),
        "[...document.querySelectorAll('.lane')].some((lane) => { \
             const frame = $('timeline').getBoundingClientRect(); \
             const box = lane.getBoundingClientRect(); \
             return lane.dataset.task === arguments[0] && box.top >= frame.top && box.bottom <= frame.bottom + 1; })",
        vec![task.into()],
    )
    .await
}

#[test]
fn what_acts_comes_into_sight() {
    in_browser("many_tasks", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source(WORKERS, "failed").await?;
        page.click("lower-loop").await?;

        // The last task's line is the last but one; its step is marked in both places.
        page.click("lower-output").await?;
        page.script("[...document.querySelectorAll('[data-testid=output-time]')][0].click()").await?;
        page.click("lower-loop").await?;
        page.until("its step runs", "document.querySelector('.lane.acting')?.dataset.task === 'worker-29'")
            .await?;
        sees(&page, "worker-29").await?;
        page.until(
            "and is in sight in the list",
            "(() => { const task = document.querySelector('.inspector-task[aria-current]'); \
              if (task?.dataset.task !== 'worker-29') return false; \
              const box = task.getBoundingClientRect(); const frame = $('inspector').getBoundingClientRect(); \
              return box.top >= frame.top && box.top < frame.bottom; })()",
        )
        .await?;

        // Before that its sleep is a timer, and so is the timeout.
        for _ in 0..4 {
            page.click("previous-iteration").await?;
        }
        page.until(
            "timers are told apart",
            "(() => { const timers = $('timers')?.textContent ?? ''; \
              return timers.includes('29.0 s worker-29') && timers.includes('60.0 s set by Task-1 (main)'); })()",
        )
        .await?;

        // From the list into the timeline; zoomed in, the playhead comes along.
        page.script("document.querySelector('.inspector-task[data-task=worker-3] .inspector-name').click()")
            .await?;
        sees(&page, "worker-3").await?;
        page.click("to-start").await?;
        page.script("for (let i = 0; i < 4; i++) document.querySelector('[aria-label=\"Zoom in\"]').click()")
            .await?;
        for _ in 0..3 {
            page.click("next-iteration").await?;
        }
        page.until("the handle is in sight", "!$('playhead').classList.contains('out')").await
    });
}

#[test]
fn a_report_is_told_of_once_and_leads_to_its_lines() {
    in_browser("reports", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source(WORKERS, "failed").await?;
        let rows = page
            .script(
                "return [...document.querySelectorAll('[data-testid=output-line]')].map((row) => [ \
                     row.querySelector('.output-text').textContent.trim(), \
                     row.querySelector('.output-time') !== null, \
                     row.querySelector('.line-link')?.textContent ?? '', \
                     row.classList.contains('error')])",
            )
            .await?;
        let rows = rows.as_array().cloned().unwrap_or_default();
        let row = |text: &str| rows.iter().find(|row| row[0].as_str().is_some_and(|is| is.starts_with(text)));
        // What logging says is of the line that logs, and no error by itself.
        assert_eq!(row("INFO:shop").map(|row| (&row[2], &row[3])), Some((&"line 10".into(), &false.into())));
        assert_eq!(row("Traceback").map(|row| (&row[1], &row[3])), Some((&true.into(), &true.into())));
        let raised = "File \"scenario.py\", line 11, in work";
        assert_eq!(row(raised).map(|row| (&row[1], &row[2])), Some((&false.into(), &"line 11".into())));
        assert_eq!(row("raise ValueError").map(|row| &row[2]), Some(&"".into()));

        // A run that failed is not called a good one.
        page.click("lower-insights").await?;
        page.until("the insights", "$('insights')").await?;
        let said = page.texts("insights").await?.concat();
        assert!(said.contains("ended with an error"), "{said}");
        Ok(())
    });
}
