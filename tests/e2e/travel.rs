//! The playhead: what the page shows of a moment, and the ways there.

use loopscope_tests::browser::{Look, Page, Result, in_browser};

use crate::TWO_TASKS;

/// Presses on the time axis at a share of its length, and lets go.
async fn scrub(page: &Page, share: f64) -> Result<()> {
    page.until(
        "the canvas has its size",
        "document.querySelector('.timeline-canvas').getBoundingClientRect().width > 200",
    )
    .await?;
    page.script_with(
        "const scroller = document.querySelector('.timeline-scroll'), \
         box = document.querySelector('.timeline-canvas').getBoundingClientRect(), \
         at = {bubbles: true, clientX: box.left + 14 + (box.width - 28) * arguments[0], clientY: box.top + 8, \
               button: 0, buttons: 1, pointerId: 1, isPrimary: true, pointerType: 'mouse'}; \
         scroller.dispatchEvent(new PointerEvent('pointerdown', at)); \
         scroller.dispatchEvent(new PointerEvent('pointerup', at))",
        vec![share.into()],
    )
    .await
    .map(drop)
}

#[test]
fn a_moment_shows_tasks_stacks_variables_queue_timers_and_output() {
    in_browser("travel", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source(TWO_TASKS, "finished").await?;
        page.click("lower-loop").await?;
        page.until(
            "all tasks are done",
            "$$('task').every(task => task.dataset.state === 'done') && $$('task').length === 3",
        )
        .await?;

        scrub(&page, 0.75).await?;
        page.until(
            "one task sleeps",
            "$$('task').filter(task => task.dataset.state === 'sleeping').length === 1",
        )
        .await?;
        let states = page.script("return $$('task').map(task => task.dataset.state)").await?;
        assert_eq!(states, serde_json::json!(["waiting", "done", "sleeping"]));
        let tasks = page.texts("task").await?;
        assert!(tasks[0].contains("waiting for all of"), "{tasks:?}");
        assert!(tasks[1].contains("returned"), "{tasks:?}");
        assert!(tasks[2].contains("sleeping until 2.0 s") && tasks[2].contains("line 5"), "{tasks:?}");
        assert!(
            tasks[2].contains("what = 'coffee'") && tasks[2].contains("seconds = 2"),
            "its variables: {tasks:?}"
        );
        let timers = page.texts("timers").await?.concat();
        assert!(timers.contains("2.0 s") && timers.contains("Task-3 (brew)"), "{timers}");

        // A frame leads to its line.
        page.script("$$('task')[2].querySelector('[data-testid=frame-line]').click()").await?;
        page.until(
            "the cursor is there",
            "document.querySelector('.cm-activeLine')?.textContent.includes('asyncio.sleep(seconds)')",
        )
        .await?;

        // What was not written yet is shown as that.
        page.click("lower-output").await?;
        let lines =
            page.script("return $$('output-line').map(line => line.classList.contains('later'))").await?;
        assert_eq!(lines, serde_json::json!([false, true]));
        page.until("the place is told", "$('output-now')").await
    });
}

#[test]
fn an_output_line_leads_to_the_moment_it_was_written() {
    in_browser("travel-output", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source(TWO_TASKS, "finished").await?;
        page.find(".cm-content").await?;
        page.click("output-time").await?;
        page.until(
            "it is told",
            "$('told').textContent.includes(\"1.0 s Task-2 (brew) prints “tea is ready”\")",
        )
        .await?;
        page.until(
            "its line is marked",
            "document.querySelector('.cm-mark-running')?.textContent.includes('print(what')",
        )
        .await?;
        // An edit is another run: the playhead goes.
        page.set_source("print('other')\n", "finished").await?;
        page.until("the whole run is shown", "!$('play-bar').dataset.seq").await
    });
}

#[test]
fn a_source_line_leads_to_the_moments_it_was_reached() {
    in_browser("travel-line", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source(TWO_TASKS, "finished").await?;
        page.find(".cm-content").await?;
        let number = "[...document.querySelectorAll('.cm-lineNumbers .cm-gutterElement')].find(e => e.textContent === '6')";
        page.until("the numbers are there", number).await?;
        let click = format!(
            "const box = {number}.getBoundingClientRect(); \
            {number}.dispatchEvent(new MouseEvent('click', {{bubbles: true, clientX: box.left + 4, clientY: box.top + 4}}))"
        );
        page.script(&click).await?;
        page.until("it is the first of two", "$('visits')?.textContent === 'Line 6: moment 1 of 2'").await?;
        page.until("at one second", "$('told').textContent.startsWith('1.0 s Task-2 (brew)')").await?;
        page.click("next-visit").await?;
        page.until("the second", "$('visits').textContent === 'Line 6: moment 2 of 2'").await?;
        page.until("at two seconds", "$('told').textContent.startsWith('2.0 s Task-3 (brew)')").await?;
        page.click("previous-visit").await?;
        page.until("the first", "$('visits').textContent === 'Line 6: moment 1 of 2'").await?;

        // A line that the recording does not tell of, and one that never runs.
        let quiet = "import asyncio\n\nasync def main():\n    x = 1\n    await asyncio.sleep(x)\n    x = 2\n    if x == 1:\n        x = 3\n    return x\n\nasyncio.run(main())\n";
        page.set_source(quiet, "finished").await?;
        page.script(&click).await?;
        page.until("it was reached once", "$('visits')?.textContent === 'Line 6: moment 1 of 1'").await?;
        page.until("after the wait", "$('told').textContent.startsWith('1.0 s')").await?;
        page.until(
            "it is marked",
            "document.querySelector('.cm-mark-running')?.textContent.trim() === 'x = 2'",
        )
        .await?;
        page.script(&click.replace("'6'", "'8'")).await?;
        page.until("it never was", "$('visits')?.textContent === 'Line 8 was never reached'").await?;
        Ok(())
    });
}

#[test]
fn what_was_recorded_is_played_back_from_the_playhead() {
    in_browser("travel-play", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source(TWO_TASKS, "finished").await?;
        scrub(&page, 0.25).await?;
        page.until("the playhead is held", "parseFloat($('told').textContent) >= 0.4").await?;
        page.click("play").await?;
        // Time passes between events too.
        page.until("it is under way", "parseFloat($('told').textContent) > 0.7").await?;
        page.click("play").await?;
        page.until("it is held", "$('play').getAttribute('aria-label') === 'Play back'").await?;
        let held = page.texts("told").await?;
        page.is_alive().await?;
        assert_eq!(page.texts("told").await?, held);
        // Nothing was run again: the state is that of the whole run.
        assert_eq!(page.data("timeline", "state").await?, "finished");
        // Faster, to the end.
        page.script(
            "const s = $('speed'); s.value = '25'; s.dispatchEvent(new Event('change', {bubbles: true}))",
        )
        .await?;
        page.click("play").await?;
        page.until("it is over", "!$('play-bar').dataset.seq").await
    });
}

#[test]
fn a_phone_has_the_loop_as_a_tab() {
    in_browser("travel-phone", async |lab| {
        let page = lab.open(Look::PHONE, "").await?;
        page.until_state("finished").await?;
        page.click("tab-loop").await?;
        page.until("the loop is shown", "$('inspector')?.getBoundingClientRect().height > 100").await?;
        page.click("next-step").await?;
        page.until("it steps", "$('told').textContent.includes('begins')").await?;
        let fits = page.script("return document.documentElement.scrollWidth <= innerWidth").await?;
        assert_eq!(fits, true, "nothing is wider than the screen");
        Ok(())
    });
}
