//! Going through a run: by events, steps of tasks and iterations, with buttons and keys, and back.

use loopscope_tests::browser::{Look, Page, Result, in_browser};

use crate::TWO_TASKS;

/// How many events have happened at the playhead; empty where it is nowhere in particular.
async fn seq(page: &Page) -> Result<Option<usize>> {
    Ok(page.data("play-bar", "seq").await?.parse().ok())
}

async fn told(page: &Page) -> Result<String> {
    Ok(page.texts("told").await?.concat())
}

/// Sends a key to the page itself, as with nothing in focus.
async fn key(page: &Page, key: &str) -> Result<()> {
    page.script_with(
        "document.activeElement?.blur(); \
         document.body.dispatchEvent(new KeyboardEvent('keydown', {key: arguments[0], bubbles: true}))",
        vec![key.into()],
    )
    .await?;
    page.is_alive().await
}

#[test]
fn a_run_is_walked_through_step_by_step_and_back() {
    in_browser("stepping", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source(TWO_TASKS, "finished").await?;
        assert_eq!(seq(&page).await?, None, "the whole run is shown");

        // The header's button begins at the beginning, with the loop in sight.
        page.click("step").await?;
        page.until(
            "the first step begins",
            "$('told').textContent.includes('A step of Task-1 (main) begins')",
        )
        .await?;
        page.until("the loop is shown", "$('inspector')").await?;
        let first = seq(&page).await?;

        page.click("next-step").await?;
        page.until("tea is next", "$('told').textContent.includes('A step of Task-2 (brew) begins')").await?;
        // The second task is in the queue, and waits for its turn.
        let queue = page.script("return $('ready').textContent").await?;
        assert_eq!(queue, "Task-3 (brew)");
        page.click("previous-step").await?;
        page.until("back at the first", "$('told').textContent.includes('Task-1 (main) begins')").await?;
        assert_eq!(seq(&page).await?, first);

        // Event by event is finer, iteration by iteration coarser.
        page.click("next-event").await?;
        page.until_with(
            "one event further",
            "$('play-bar').dataset.seq === String(arguments[0])",
            vec![(first.unwrap_or(0) + 1).into()],
        )
        .await?;
        page.click("next-iteration").await?;
        page.until("an iteration begins", "$('told').textContent.includes('Iteration 2 of the loop begins')")
            .await?;
        page.click("to-end").await?;
        page.until("the whole run again", "!$('play-bar').dataset.seq").await?;
        Ok(())
    });
}

#[test]
fn keys_step_where_nobody_types() {
    in_browser("stepping-keys", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source(TWO_TASKS, "finished").await?;
        key(&page, ".").await?;
        assert!(told(&page).await?.contains("A step of Task-1 (main) begins"));
        key(&page, ".").await?;
        assert!(told(&page).await?.contains("A step of Task-2 (brew) begins"));
        let there = seq(&page).await?;
        key(&page, ">").await?;
        key(&page, "<").await?;
        assert_eq!(seq(&page).await?, there);
        key(&page, ",").await?;
        assert!(told(&page).await?.contains("A step of Task-1 (main) begins"));
        key(&page, "]").await?;
        assert!(told(&page).await?.contains("Iteration 2 of the loop begins"));
        key(&page, "[").await?;
        assert!(told(&page).await?.contains("Iteration 1 of the loop begins"));

        // In the editor they are letters.
        page.find(".cm-content").await?.click().await?;
        let before = seq(&page).await?;
        page.press(".").await?;
        page.until("it is typed", "window.loopscope.getSource().includes('.') && $('timeline')").await?;
        assert_ne!(page.source().await?, TWO_TASKS);
        assert!(before.is_some());
        Ok(())
    });
}

#[test]
fn the_line_of_the_running_task_is_marked_and_those_of_the_others_more_quietly() {
    in_browser("stepping-lines", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source(TWO_TASKS, "finished").await?;
        page.find(".cm-content").await?;
        for _ in 0..3 {
            key(&page, ".").await?;
        }
        assert!(told(&page).await?.contains("A step of Task-3 (brew) begins"));
        let marked = "const lines = kind => [...document.querySelectorAll('.cm-mark-' + kind)].map(e => e.textContent.trim()); \
                      return [lines('running'), lines('waiting')]";
        let marked = page.script(marked).await?;
        assert_eq!(marked[0].as_array().map(Vec::len), Some(1), "{marked}");
        assert!(marked[0][0].as_str().unwrap_or_default().starts_with("async def brew"), "{marked}");
        let waiting = marked[1].to_string();
        assert!(
            waiting.contains("await asyncio.gather(") && waiting.contains("await asyncio.sleep(seconds)"),
            "{waiting}"
        );

        // Nothing runs any more, and nothing is marked, once the whole run is shown.
        page.click("to-end").await?;
        page.until("no line is marked", "!document.querySelector('.cm-mark-running, .cm-mark-waiting')").await
    });
}
