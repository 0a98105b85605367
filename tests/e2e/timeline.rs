//! The timeline under a person's hands: fold, shorten, zoom, pan, pinch, the playhead, the words.

use loopscope_tests::browser::{Look, Page, Result, in_browser};

/// A tree of tasks, coroutines inside a task, a long sleep and a task that is cancelled.
const TREE: &str = "\
import asyncio


async def leaf(n):
    await asyncio.sleep(n / 10)


async def branch():
    await asyncio.gather(leaf(1), leaf(2))


async def main():
    watcher = asyncio.create_task(asyncio.Event().wait(), name='watcher')
    await asyncio.gather(branch(), branch())
    await asyncio.sleep(60)
    watcher.cancel()
    await asyncio.sleep(0.1)


asyncio.run(main())
";

/// Sends pointer events to a place of the plot: shares of its width, and CSS pixels below its top.
const POINTER: &str = "
    const scroller = document.querySelector('.timeline-scroll');
    const box = document.querySelector('.timeline-canvas').getBoundingClientRect();
    const send = (type, x, y, options = {}) => scroller.dispatchEvent(new PointerEvent(type, {
        bubbles: true, cancelable: true, pointerId: 1, clientX: box.left + x * box.width, clientY: box.top + y,
        pointerType: 'mouse', ...options,
    }));
";

/// A picture of the canvas, to see whether it changed.
const DRAWN: &str = "document.querySelector('.timeline-canvas').toDataURL()";

async fn names(page: &Page) -> Result<Vec<String>> {
    page.texts("lane").await
}

/// Does something with the pointer, and waits until the canvas shows something else.
async fn changes(page: &Page, what: &str, script: &str) -> Result<()> {
    page.script(&format!("globalThis.before = {DRAWN}; {POINTER} {script}")).await?;
    page.until(what, &format!("{DRAWN} !== before")).await
}

#[test]
fn tasks_fold_under_the_one_that_created_them() {
    in_browser("fold", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source(TREE, "finished").await?;
        page.until("there are eight lanes", "$$('lane').length === 8").await?;
        // The button of the first branch: main's is the first.
        page.script("$$('fold')[1].click()").await?;
        page.until("its leaves are away", "$$('lane').length === 6").await?;
        assert!(names(&page).await?.iter().any(|name| name.contains("2 inside")));
        page.script("$$('fold')[0].click()").await?;
        page.until("only main is left", "$$('lane').length === 1").await?;
        let state = page.script("return $('fold').getAttribute('aria-expanded')").await?;
        assert_eq!(state, "false");
        // Not with the mouse: that would choose the row that it rests on.
        page.script("$('fold').click()").await?;
        page.until("what was folded inside stays folded", "$$('lane').length === 6").await?;
        // With keys: the third row is that of the folded branch, and C unfolds it.
        page.script("document.querySelector('.timeline-scroll').focus()").await?;
        page.press("\u{E015}\u{E015}\u{E015}c").await?;
        page.until("all are there", "$$('lane').length === 8").await
    });
}

#[test]
fn idle_time_can_be_drawn_short() {
    in_browser("shorten", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source(super::TWO_TASKS, "finished").await?;
        assert_eq!(page.script("return $$('shorten').length").await?, 0, "nothing is idle for long here");
        page.set_source(TREE, "finished").await?;
        page.until("it is offered", "$$('shorten').length === 1").await?;
        changes(&page, "the idle minute is short", "$('shorten').click()").await?;
        // The playhead follows the same axis: the middle of the picture is no half minute any more.
        page.script(&format!("{POINTER} send('pointerdown', 0.3, 10); send('pointerup', 0.3, 10)")).await?;
        page.until("the playhead is early", "parseFloat($('playhead').getAttribute('aria-valuetext')) < 1")
            .await
    });
}

#[test]
fn the_playhead_is_a_slider() {
    in_browser("slider", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source(super::TWO_TASKS, "finished").await?;
        let slider = "document.querySelector('[role=slider][data-testid=playhead]')";
        assert_eq!(
            page.script(&format!("return {slider}.getAttribute('aria-valuetext')")).await?,
            "2 seconds, no task"
        );
        page.script(&format!("{slider}.focus()")).await?;
        page.press("\u{E011}").await?;
        page.until("it is at the beginning", &format!("{slider}.getAttribute('aria-valuenow') === '0'"))
            .await?;
        page.press("\u{E014}\u{E014}\u{E014}\u{E014}\u{E014}\u{E014}\u{E014}\u{E014}").await?;
        page.until(
            "it tells what runs, and where",
            &format!("/^0 seconds, .+ running on line \\d+$/.test({slider}.getAttribute('aria-valuetext'))"),
        )
        .await?;
        // Dragged: half of two seconds.
        page.script(&format!(
            "{POINTER} send('pointerdown', 0.2, 10); send('pointermove', 0.5, 10); send('pointerup', 0.5, 10)"
        ))
        .await?;
        page.until(
            "it is in the middle",
            &format!("Math.abs(parseFloat({slider}.getAttribute('aria-valuetext')) - 1) < 0.2"),
        )
        .await?;
        page.press("\u{E010}").await?;
        page.until(
            "it is at the end",
            &format!("{slider}.getAttribute('aria-valuetext').startsWith('2 seconds')"),
        )
        .await
    });
}

#[test]
fn the_wheel_the_mouse_and_fingers_zoom_and_pan() {
    in_browser("zoom", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source(TREE, "finished").await?;
        page.until("it is drawn", "document.querySelector('.timeline-canvas').width > 100").await?;
        changes(
            &page,
            "the wheel zooms",
            "scroller.dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, ctrlKey: true, \
             deltaY: -500, clientX: box.left + box.width / 2, clientY: box.top + 50 }))",
        )
        .await?;
        changes(
            &page,
            "a drag pans",
            "send('pointerdown', 0.5, 60); send('pointermove', 0.6, 60); send('pointermove', 0.7, 60); \
             send('pointerup', 0.7, 60)",
        )
        .await?;
        changes(
            &page,
            "two fingers pinch",
            "const finger = (id, type, x) => send(type, x, 60, { pointerId: id, pointerType: 'touch' }); \
             finger(7, 'pointerdown', 0.4); finger(8, 'pointerdown', 0.6); \
             finger(7, 'pointermove', 0.2); finger(8, 'pointermove', 0.8); \
             finger(7, 'pointerup', 0.2); finger(8, 'pointerup', 0.8)",
        )
        .await
    });
}

#[test]
fn pointing_at_a_wait_tells_of_it_and_draws_its_arrows() {
    in_browser("point", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source(super::TWO_TASKS, "finished").await?;
        changes(&page, "it is told of", "send('pointermove', 0.4, 46)").await?;
        page.until(
            "main waits",
            "document.querySelector('.tooltip')?.textContent.includes('waiting for all of')",
        )
        .await?;
        changes(&page, "another one", "send('pointermove', 0.4, 82)").await?;
        page.until("it sleeps", "document.querySelector('.tooltip')?.textContent.includes('sleeping until')")
            .await
    });
}

#[test]
fn what_happens_is_told_in_words() {
    in_browser("words", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source(super::TWO_TASKS, "finished").await?;
        page.script("document.querySelector('.transcript summary').click()").await?;
        page.until("it is told", "$('transcript')?.children.length === 3").await?;
        let told = page.script("return $('transcript').textContent").await?;
        let told = told.as_str().unwrap_or_default();
        for part in [
            "creates Task-2 (brew) on line 11, creates Task-3 (brew) on line 12",
            "prints \u{201c}coffee is ready\u{201d}",
            "The program ends.",
        ] {
            assert!(told.contains(part), "{part}: {told}");
        }
        page.script("$('transcript').children[1].querySelector('button').click()").await?;
        page.until(
            "the playhead goes there",
            "$('playhead').getAttribute('aria-valuetext').startsWith('1 second')",
        )
        .await
    });
}
