//! The source text is the only truth: the editor, the panel and the timeline follow it.

use loopscope_tests::browser::{Look, Page, Result, in_browser};

/// Control and A, as one stroke: select everything in the focused field.
const SELECT_ALL: &str = "\u{e009}a\u{e000}";
/// Control and End: to the end of the text.
const END: &str = "\u{e009}\u{e010}\u{e000}";
const TAB: &str = "\u{e004}";

/// Types into the delay field that shows `old`, as a person does.
async fn change_delay(page: &Page, old: &str, new: &str) -> Result<()> {
    page.until_with(
        "the panel shows the delay",
        "$$('delay-input').find(e => e.value === arguments[0])",
        vec![old.into()],
    )
    .await?;
    page.script_with("$$('delay-input').find(e => e.value === arguments[0]).focus()", vec![old.into()])
        .await?;
    page.press(&format!("{SELECT_ALL}{new}{TAB}")).await
}

#[test]
fn a_delay_edited_in_the_panel_changes_source_timeline_and_total() {
    in_browser("edit-delay", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source(super::TWO_TASKS, "finished").await?;
        page.until("two seconds in all", "$('timeline').dataset.total === '2.000'").await?;
        let summary = page.texts("summary").await?;

        change_delay(&page, "2", "5").await?;

        page.until("five seconds in all", "$('timeline').dataset.total === '5.000'").await?;
        assert_eq!(page.source().await?, super::TWO_TASKS.replace("'coffee',   2", "'coffee',   5"));
        assert_ne!(page.texts("summary").await?, summary);
        assert_eq!(page.data("timeline", "state").await?, "finished");
        Ok(())
    });
}

#[test]
fn typing_in_the_editor_runs_the_program_again() {
    in_browser("typing", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source("print('one')\n", "finished").await?;
        page.find(".cm-content").await?.click().await?;
        page.press(&format!("{END}print('two')")).await?;
        page.until("the second line is printed", "$('output').textContent.includes('two')").await?;
        assert_eq!(page.source().await?, "print('one')\nprint('two')");
        assert_eq!(page.printed("stdout").await?, ["one", "two"]);
        Ok(())
    });
}

#[test]
fn the_panel_follows_the_editor() {
    in_browser("panel-follows", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source("import asyncio\nasyncio.run(asyncio.sleep(0.25))\n", "finished").await?;
        page.until("the panel shows 0.25", "$$('delay-input').map(e => e.value).join() === '0.25'").await?;
        page.set_source("print('no delay')\n", "finished").await?;
        page.until("the panel is empty", "$$('delay-input').length === 0").await?;
        Ok(())
    });
}

#[test]
fn tasks_are_added_moved_and_removed_in_the_panel() {
    in_browser("tasks", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source(super::TWO_TASKS, "finished").await?;
        page.until("two rows", "$$('task-row').length === 2").await?;

        page.click("task-add").await?;
        page.until(
            "three rows and four lanes",
            "$$('task-row').length === 3 && $('timeline').dataset.lanes === '4'",
        )
        .await?;

        page.script("$$('task-remove').at(-1).click()").await?;
        page.until(
            "two rows and three lanes",
            "$$('task-row').length === 2 && $('timeline').dataset.lanes === '3'",
        )
        .await?;

        page.script("$$('task-up').at(-1).click()").await?;
        page.until("coffee comes first", "window.loopscope.getSource().match(/gather[^]*coffee[^]*tea/)")
            .await?;
        assert!(page.source().await?.contains("# a comment"), "comments stay");
        page.until("still three lanes", "$('timeline').dataset.lanes === '3'").await?;
        Ok(())
    });
}

#[test]
fn a_syntax_error_is_underlined_where_it_is() {
    in_browser("syntax-error", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source("import asyncio\n\nasync def main(:\n    pass\n", "failed").await?;
        page.until("the error is underlined", "document.querySelector('.cm-lintRange-error')").await?;
        let line = page
            .script("return document.querySelector('.cm-lintRange-error').closest('.cm-line').textContent");
        assert_eq!(line.await?, "async def main(:");
        assert!(page.printed("stderr").await?.concat().contains("SyntaxError"));

        page.set_source("print('mended')\n", "finished").await?;
        page.until("nothing is underlined", "!document.querySelector('.cm-lintRange-error')").await?;
        Ok(())
    });
}

#[test]
fn an_uncaught_exception_is_a_failed_run_with_its_traceback() {
    in_browser("exception", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source("print('before')\nraise ValueError('no tea')\n", "failed").await?;
        assert_eq!(page.printed("stdout").await?, ["before"]);
        let stderr = page.printed("stderr").await?;
        assert_eq!(stderr.last().map(String::as_str), Some("ValueError: no tea"));
        assert!(stderr[0].starts_with("Traceback"), "{stderr:?}");
        Ok(())
    });
}
