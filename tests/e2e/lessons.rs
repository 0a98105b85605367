//! The course beside the page: it is found, notices what was changed, keeps what was done, and gives the program back.

use loopscope_tests::browser::{Look, Page, Result, in_browser};

/// Opens the course with its button, at its first lesson.
async fn learn(page: &Page) -> Result<()> {
    page.click("learn").await?;
    page.until("a lesson is open", "$('lesson')").await
}

/// Waits until the lesson with that slug is open.
async fn until_lesson(page: &Page, slug: &str) -> Result<()> {
    page.until_with("the lesson is open", "$('lesson')?.dataset.slug === arguments[0]", vec![slug.into()])
        .await
}

#[test]
fn a_lesson_notices_what_was_changed_and_leads_on() {
    in_browser("lessons", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.until_state("finished").await?;
        learn(&page).await?;
        until_lesson(&page, "coroutine").await?;
        page.until_state("finished").await?;
        assert_eq!(page.data("change", "done").await?, "false", "nothing is changed yet");

        let program = page.source().await?;
        page.set_source(&program.replace("    await thing\n", "    # await thing\n"), "finished").await?;
        page.until("the change is noticed", "$('change').dataset.done === 'true' && $('change-done')")
            .await?;
        // Taken back, it is not done any more; that it was done once stays.
        page.set_source(&program, "finished").await?;
        page.until("the run no longer shows it", "$('change').dataset.done === 'false'").await?;
        assert_eq!(page.data("lesson", "done").await?, "true");

        page.click("lesson-next").await?;
        until_lesson(&page, "await").await?;
        page.until("its program is there", "loopscope.getSource().includes('def add')").await?;
        page.until("its title has the focus", "document.activeElement === $('lesson-title')").await?;
        page.click("lesson-previous").await?;
        until_lesson(&page, "coroutine").await
    });
}

#[test]
fn a_solution_is_shown_and_the_lesson_begins_again() {
    in_browser("solution", async |lab| {
        let page = lab.open(Look::DESK, "?lesson=one-after-another").await?;
        until_lesson(&page, "one-after-another").await?;
        page.until_state("finished").await?;
        let program = page.source().await?;
        page.click("change-solve").await?;
        page.until("the solution is one", "$('change').dataset.done === 'true'").await?;
        page.click("lesson-again").await?;
        page.until_with("the program is back", "loopscope.getSource() === arguments[0]", vec![program.into()])
            .await
    });
}

#[test]
fn closing_a_lesson_gives_the_own_program_back() {
    in_browser("own", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source(super::TWO_TASKS, "finished").await?;
        learn(&page).await?;
        page.until("the lesson's program is there", "loopscope.getSource().includes('def greet')").await?;
        page.set_source("print('changed in the lesson')\n", "finished").await?;
        page.until("the address names the lesson", "location.search === '?lesson=coroutine'").await?;
        page.click("lesson-leave").await?;
        page.until_with(
            "the own program is back",
            "loopscope.getSource() === arguments[0]",
            vec![super::TWO_TASKS.into()],
        )
        .await?;
        page.until("no lesson is open", "!$('lesson')").await?;
        page.until("the address no longer names it", "!location.search && location.hash.startsWith('#v1.')")
            .await?;

        // Nothing of the lesson became the draft, not even where the page was left in it.
        learn(&page).await?;
        page.set_source("print('changed again')\n", "finished").await?;
        page.until("the address holds the change", "location.search && location.hash.startsWith('#v1.')")
            .await?;
        page.goto("").await?;
        page.until_state("finished").await?;
        assert_eq!(page.source().await?, super::TWO_TASKS, "the draft is the person's own");
        Ok(())
    });
}

#[test]
fn an_address_opens_a_lesson_and_keeps_its_changes() {
    in_browser("named", async |lab| {
        let page = lab.open(Look::DESK, "?lesson=gather").await?;
        until_lesson(&page, "gather").await?;
        page.until_state("finished").await?;
        assert_eq!(page.address().await?, "?lesson=gather", "the lesson as it is needs no more");
        let changed = page.source().await?.replace("\"bread\"", "\"rolls\"");
        page.set_source(&changed, "finished").await?;
        page.until("the address holds the change", "location.hash.startsWith('#v1.')").await?;
        page.goto(&page.address().await?).await?;
        until_lesson(&page, "gather").await?;
        page.until_state("finished").await?;
        assert_eq!(page.source().await?, changed);
        page.click("lesson-leave").await?;
        page.until("the first visitor's program is there", "!loopscope.getSource().includes('bake')").await?;

        page.goto("?lesson=no-such-lesson").await?;
        page.until("the page says so", "$('notice')?.textContent.includes('no lesson of that name')").await?;
        until_lesson(&page, "coroutine").await
    });
}

#[test]
fn what_was_done_is_kept_and_listed() {
    in_browser("progress", async |lab| {
        let page = lab.open(Look::DESK, "?lesson=run").await?;
        until_lesson(&page, "run").await?;
        page.click("change-solve").await?;
        page.until("it is done", "$('lesson').dataset.done === 'true'").await?;
        page.goto("").await?;
        page.until_state("finished").await?;
        learn(&page).await?;
        until_lesson(&page, "one-run").await?;
        page.click("lesson-contents").await?;
        page.until("all lessons are listed", "$$('lesson-item').length >= 12").await?;
        let done = page
            .script("return $$('lesson-item').filter(e => e.dataset.done === 'true').map(e => e.dataset.slug).join()")
            .await?;
        assert_eq!(done, "run");
        page.script("$$('lesson-item').at(-1).click()").await?;
        until_lesson(&page, "no-faster").await?;
        page.until("the text is back", "$('lesson-title')").await
    });
}

#[test]
fn lessons_that_cannot_be_had_leave_the_program_alone() {
    in_browser("withheld", async |lab| {
        lab.withhold("lessons");
        let page = lab.start_browser(Look::DESK).await?;
        page.goto("?lesson=run").await?;
        page.until("the page says so", "$('notice')?.textContent.includes('lessons could not be loaded')")
            .await?;
        page.until_state("finished").await?;
        assert_eq!(page.printed("stderr").await?, [""; 0]);
        // The browser tells of the file that is not there; the test asked for it.
        page.errors().await.map(drop)
    });
}

#[test]
fn a_phone_has_the_lesson_and_the_timeline_in_one_sight() {
    in_browser("lesson-phone", async |lab| {
        let page = lab.open(Look::PHONE, "").await?;
        page.until_state("finished").await?;
        page.click("tab-lesson").await?;
        page.until("a lesson is open", "$('lesson')").await?;
        page.until("its tab is shown", "$('tab-lesson').ariaCurrent === 'page'").await?;
        page.script("$('predict-show') && $$('predict')[0].querySelector('.quiet').click()").await?;
        page.until("both are in sight", "$('lesson').offsetHeight > 200 && $('timeline').offsetHeight > 100")
            .await?;
        let fits = page.script("return document.documentElement.scrollWidth <= innerWidth").await?;
        assert_eq!(fits, true, "nothing is wider than the screen");
        let apart = page
            .script("return $('lesson').getBoundingClientRect().bottom <= $('timeline').getBoundingClientRect().top + 1")
            .await?;
        assert_eq!(apart, true, "the lesson does not cover the timeline");
        Ok(())
    });
}
