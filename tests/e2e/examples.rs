//! The examples of the menu, and the conformance programs of the page, print what CPython prints.

use std::fs;
use std::path::{Path, PathBuf};

use loopscope_tests::browser::{Look, Page, Result, in_browser};

fn tests() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Runs a program in the page and compares what it printed with what CPython printed.
async fn check(page: &Page, program: &Path, recorded: &Path) -> Result<()> {
    let source = fs::read_to_string(program)?;
    let fails = recorded.with_extension("status").exists();
    let marker = format!("# {}\n", program.display());
    page.set_source(&format!("{source}\n{marker}"), if fails { "failed" } else { "finished" }).await?;
    let expected = fs::read_to_string(recorded.with_extension("out"))?;
    page.until_with(
        &format!("{} prints what CPython prints", program.display()),
        "$$('output-line').filter(e => e.dataset.stream === 'stdout') \
         .map(e => (e.querySelector('[data-testid=\"output-text\"]') ?? e).textContent).join('\\n') === arguments[0]",
        vec![expected.strip_suffix('\n').unwrap_or(&expected).into()],
    )
    .await
}

fn programs_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut programs: Vec<_> =
        entries.filter(|path| path.extension().is_some_and(|ending| ending == "py")).collect();
    programs.sort();
    programs
}

#[test]
fn the_examples_print_in_the_page_what_cpython_prints() {
    in_browser("examples", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        let programs = programs_in(&tests().join("../crates/scenario/examples"));
        assert!(programs.len() >= 6, "{} examples", programs.len());
        for program in programs {
            let name = program.file_name().ok_or("a program has a name")?;
            check(&page, &program, &tests().join("programs/examples").join(name)).await?;
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
