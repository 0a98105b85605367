//! What a visitor sees before touching anything.

use loopscope_tests::browser::{Look, in_browser};

#[test]
fn a_visitor_sees_the_finished_timeline_of_a_program() {
    in_browser("first-visit", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.until_state("finished").await?;
        let lanes: usize = page.data("timeline", "lanes").await?.parse()?;
        assert!(lanes >= 2, "{lanes} lanes");
        let total: f64 = page.data("timeline", "total").await?.parse()?;
        assert!(total > 0.0, "{total} s");
        assert!(page.source().await?.contains("import asyncio"));
        assert!(!page.printed("stdout").await?.is_empty());
        // The one true sentence: so much waiting in so much time.
        let summary = page.texts("summary").await?.concat();
        assert!(summary.chars().any(|letter| letter.is_ascii_digit()), "{summary}");
        Ok(())
    });
}

#[test]
fn the_timeline_has_a_lane_for_each_task_and_is_really_drawn() {
    in_browser("lanes", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source(super::TWO_TASKS, "finished").await?;
        page.until("the timeline shows two seconds", "$('timeline').dataset.total === '2.000'").await?;
        assert_eq!(page.data("timeline", "lanes").await?, "3");
        page.until("there are three lanes", "$$('lane').length === 3").await?;
        let visible = page.script("const { width, height } = $('timeline').getBoundingClientRect(); return width > 300 && height > 60");
        assert_eq!(visible.await?, true);
        Ok(())
    });
}

#[test]
fn without_its_editor_the_page_shows_the_program_and_says_what_is_wrong() {
    in_browser("no-editor", async |lab| {
        lab.withhold("editor-");
        let page = lab.open(Look::DESK, "").await?;
        page.until_state("finished").await?;
        page.until("the page says so", "$('notice')?.textContent.includes('editor')").await?;
        let shown = page.script("return $('editor').textContent").await?;
        assert_eq!(shown, page.source().await?);
        // The panel edits the program all the same.
        page.set_source(super::TWO_TASKS, "finished").await?;
        let shown = page.script("return $('editor').textContent").await?;
        assert_eq!(shown, super::TWO_TASKS);
        // The browser tells of the file that is missing, and of nothing else.
        let errors = page.errors().await?;
        assert!(errors.iter().all(|error| error.contains("editor-")), "{errors:?}");
        Ok(())
    });
}

const IMPORTS: &str = "import textwrap\nprint(textwrap.dedent('    in'))\n";

#[test]
fn a_program_that_imports_waits_for_the_standard_library() {
    in_browser("library", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source(IMPORTS, "finished").await?;
        assert_eq!(page.printed("stdout").await?, ["in"]);
        assert_eq!(page.errors().await?, [""; 0]);
        Ok(())
    });
}

#[test]
fn without_the_standard_library_the_page_says_what_is_wrong() {
    in_browser("no-library", async |lab| {
        lab.withhold("library-");
        let page = lab.open(Look::DESK, "").await?;
        page.until_state("finished").await?;
        page.set_source(IMPORTS, "failed").await?;
        page.until("the page says so", "$('notice')?.textContent.includes('standard library')").await?;
        // What needs no library runs all the same.
        page.set_source(super::TWO_TASKS, "finished").await?;
        let errors = page.errors().await?;
        assert!(errors.iter().all(|error| error.contains("library-")), "{errors:?}");
        Ok(())
    });
}

#[test]
fn every_control_has_a_name() {
    in_browser("names", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.until_state("finished").await?;
        let nameless = page
            .script(
                "return [...document.querySelectorAll('button, input, select, [role=\"button\"], [role=\"slider\"]')] \
                 .filter(e => e.checkVisibility() && !(e.ariaLabel || e.textContent.trim() || e.title \
                   || e.labels?.length || e.getAttribute('aria-labelledby'))) \
                 .map(e => e.outerHTML)",
            )
            .await?;
        assert_eq!(nameless, serde_json::json!([]));
        Ok(())
    });
}

#[test]
fn the_theme_follows_the_system_until_it_is_chosen() {
    in_browser("theme", async |lab| {
        const BACKGROUND: &str = "return getComputedStyle(document.body).backgroundColor";
        let light = lab.open(Look::DESK, "").await?;
        light.until_state("finished").await?;
        let dark = lab.open(Look::DESK.dark(), "").await?;
        dark.until_state("finished").await?;
        let (light_colour, dark_colour) = (light.script(BACKGROUND).await?, dark.script(BACKGROUND).await?);
        assert_ne!(light_colour, dark_colour);
        light.click("theme").await?;
        light
            .until_with(
                "the page is dark",
                "getComputedStyle(document.body).backgroundColor === arguments[0]",
                vec![dark_colour],
            )
            .await?;
        Ok(())
    });
}
