//! The examples of the menu and the article's scripts print in the page what CPython prints.

use loopscope_tests::browser::{Look, Page, Result, in_browser};
use loopscope_tests::{article, programs};

/// Runs a program in the page and compares what it printed with what CPython printed.
async fn check(page: &Page, name: &str, source: &str, stdout: &str, status: u8) -> Result<()> {
    page.set_source(source, if status == 0 { "finished" } else { "failed" }).await?;
    page.until_with(
        &format!("{name} prints what CPython prints"),
        "$$('output-line').filter(e => e.dataset.stream === 'stdout') \
         .map(e => e.querySelector('.output-text').textContent).join('\\n') === arguments[0]",
        vec![stdout.strip_suffix('\n').unwrap_or(stdout).into()],
    )
    .await
}

#[test]
fn the_examples_print_in_the_page_what_cpython_prints() {
    in_browser("examples", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        let examples: Vec<_> =
            programs::programs().iter().filter(|program| program.folder() == "examples").collect();
        assert!(examples.len() >= 6, "{} examples", examples.len());
        for program in examples {
            let expected = program.expected.ok_or("not recorded")?;
            check(&page, program.name, program.source, expected.stdout, expected.status).await?;
        }
        Ok(())
    });
}

#[test]
fn the_articles_scripts_print_in_the_page_what_cpython_prints() {
    in_browser("article", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        // None where the article is not at hand; the conformance test says so.
        for script in article::scripts()? {
            let stdout = script.stdout.as_deref().ok_or("not recorded")?;
            check(&page, &script.filename(), &script.source, stdout, 0).await?;
        }
        Ok(())
    });
}

#[test]
fn an_example_from_the_menu_replaces_the_program() {
    in_browser("menu", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.until_state("finished").await?;
        let before = page.source().await?;
        page.click("examples").await?;
        page.until("the menu lists six examples", "$$('example').length >= 6").await?;
        page.script("$$('example').at(-1).click()").await?;
        page.until_with(
            "another program is there",
            "window.loopscope.getSource() !== arguments[0]",
            vec![before.into()],
        )
        .await?;
        Ok(())
    });
}
