//! The panel's groups: the same tasks one after another, as tasks, gathered and in a group; sliders; copies.

use loopscope_tests::browser::{Look, Page, Result, in_browser};

const RIGHT: &str = "\u{e014}";

async fn switch(page: &Page, form: &str) -> Result<()> {
    page.script_with("$$('task-form').find(e => e.dataset.form === arguments[0]).click()", vec![form.into()])
        .await?;
    page.until_with(
        "the form is pressed",
        "$$('task-form').find(e => e.getAttribute('aria-pressed') === 'true')?.dataset.form === arguments[0]",
        vec![form.into()],
    )
    .await
}

#[test]
fn a_group_is_switched_through_all_its_forms() {
    in_browser("forms", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source(super::TWO_TASKS, "finished").await?;
        page.until("the panel shows a gather", "$$('task-form').length === 4").await?;

        switch(&page, "one after another").await?;
        page.until(
            "the sum, in one lane",
            "$('timeline').dataset.total === '3.000' && $('timeline').dataset.lanes === '1'",
        )
        .await?;
        let source = page.source().await?;
        assert!(
            source.contains("    await brew('tea',   1)\n    await brew('coffee',   2)  # the long one\n"),
            "{source}"
        );

        switch(&page, "create_task").await?;
        page.until(
            "the longest",
            "$('timeline').dataset.total === '2.000' && $('timeline').dataset.lanes === '3'",
        )
        .await?;
        assert!(
            page.source().await?.contains("task2 = asyncio.create_task(brew('coffee',   2))  # the long one")
        );

        switch(&page, "TaskGroup").await?;
        page.until(
            "still the longest",
            "$('timeline').dataset.total === '2.000' && $('timeline').dataset.state === 'finished'",
        )
        .await?;
        assert!(page.source().await?.contains("async with asyncio.TaskGroup() as tg:"));

        switch(&page, "gather").await?;
        page.until("and back", "$('timeline').dataset.total === '2.000'").await?;
        assert_eq!(page.source().await?, super::TWO_TASKS);
        Ok(())
    });
}

#[test]
fn what_would_change_the_program_is_refused() {
    in_browser("forms-refused", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        let source = "import asyncio\n\nasync def go(n):\n    await asyncio.sleep(n)\n    return n\n\nasync def main():\n    a = await go(1)\n    b = await go(a)\n    print(b)\n\nasyncio.run(main())\n";
        page.set_source(source, "finished").await?;
        page.until("the panel shows the awaits", "$$('task-form').length === 4").await?;
        page.script("$$('task-form').find(e => e.dataset.form === 'gather').click()").await?;
        page.until(
            "it says why",
            "document.querySelector('.delays [role=alert]')?.textContent.includes('uses `a`')",
        )
        .await?;
        assert_eq!(page.source().await?, source);
        Ok(())
    });
}

#[test]
fn rows_are_doubled_where_they_stand() {
    in_browser("copy", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source(super::TWO_TASKS, "finished").await?;
        page.until("two rows", "$$('task-row').length === 2").await?;
        page.script("$$('task-copy')[0].click()").await?;
        page.until(
            "three rows and four lanes",
            "$$('task-row').length === 3 && $('timeline').dataset.lanes === '4'",
        )
        .await?;
        let source = page.source().await?;
        assert!(
            source.contains("brew('tea',   1),\n        brew('tea',   1),\n        brew('coffee'"),
            "{source}"
        );
        Ok(())
    });
}

#[test]
fn sliders_are_dragged_and_stepped() {
    in_browser("sliders", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source(super::TWO_TASKS, "finished").await?;
        page.until("two sliders", "$$('delay-slider').length === 2").await?;

        // With keys: each press is a step of the history.
        page.script("$$('delay-slider')[1].focus()").await?;
        page.press(RIGHT).await?;
        page.until("half a second longer", "$('timeline').dataset.total === '2.500'").await?;
        assert!(page.source().await?.contains("brew('coffee',   2.5),  # the long one"));
        page.click("undo").await?;
        page.until("taken back", "$('timeline').dataset.total === '2.000'").await?;

        // With a pointer: the program follows, and all of it is one step.
        let (x, y) = page.middle("delay-slider").await?;
        page.hold(&[(x, y), (x + 20.0, y), (x + 40.0, y), (x + 60.0, y)]).await?;
        page.until("tea takes longer", "!window.loopscope.getSource().includes(\"brew('tea',   1)\")")
            .await?;
        page.lift().await?;
        page.click("undo").await?;
        page.until("one step", "window.loopscope.getSource().includes(\"brew('tea',   1)\")").await?;
        assert_eq!(page.source().await?, super::TWO_TASKS);
        Ok(())
    });
}
