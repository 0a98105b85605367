//! Bad input: a clear message, the page alive, the editor's text kept.

use loopscope_tests::browser::{Look, Page, Result, in_browser};

/// Runs a program that fails, and expects a message that contains `message`.
async fn refused(page: &Page, source: &str, message: &str) -> Result<()> {
    page.set_source(source, "failed").await?;
    page.until_with(
        "the message is there",
        "$$('output-line').some(e => e.dataset.stream === 'stderr' && e.textContent.includes(arguments[0]))",
        vec![message.into()],
    )
    .await?;
    page.is_alive().await?;
    assert_eq!(page.source().await?, source, "the editor keeps the text");
    Ok(())
}

#[test]
fn what_cannot_be_done_is_a_clear_message() {
    in_browser("refused", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        refused(&page, "def f():\n    return f()\nf()\n", "RecursionError").await?;
        refused(&page, "[0] * 10**12\n", "MemoryError").await?;
        refused(&page, "import tkinter\n", "tkinter").await?;
        refused(&page, "print('a\0b')\n", "null bytes").await?;
        refused(&page, "(((((\n", "SyntaxError").await?;
        refused(&page, &format!("{}1{}\n", "(".repeat(5_000), ")".repeat(5_000)), "Error").await?;
        page.set_source("print('alive')\n", "finished").await?;
        assert_eq!(page.printed("stdout").await?, ["alive"]);
        Ok(())
    });
}

#[test]
fn printing_without_end_fills_neither_the_page_nor_the_memory() {
    in_browser("printing", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source("while True:\n    print('x' * 100)\n", "unfinished").await?;
        page.is_alive().await?;
        page.click("run").await?;
        page.until_state("running").await?;
        page.until("something is printed", "$$('output-line').length > 0").await?;
        page.is_alive().await?;
        let lines = page.script("return $$('output-line').length").await?;
        assert!(lines.as_u64().is_some_and(|lines| lines <= 10_000), "{lines} lines");
        // Stopped here, or by the page when it has had enough.
        page.script("$('stop')?.click()").await?;
        page.until("it is over", "['stopped', 'unfinished'].includes($('timeline').dataset.state)").await?;
        page.is_alive().await
    });
}

#[test]
fn a_source_of_a_megabyte_leaves_the_page_alive() {
    in_browser("megabyte", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.until_state("finished").await?;
        let source = format!("{}print('end')\n", "x = 1  # a line like many others\n".repeat(30_000));
        page.script_with("window.loopscope.setSource(arguments[0])", vec![source.as_str().into()]).await?;
        page.until("it has run or is refused", "$('output').textContent.includes('end') || $('notice')")
            .await?;
        page.is_alive().await?;
        assert_eq!(page.source().await?.len(), source.len());
        page.set_source("print('small')\n", "finished").await?;
        assert_eq!(page.printed("stdout").await?, ["small"]);
        Ok(())
    });
}

#[test]
fn html_in_strings_and_names_is_text() {
    in_browser("html", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        let source = "\
import asyncio

EVIL = '<img src=x onerror=\"window.__evil = 1\"><script>window.__evil = 2</script>'

async def main():
    print(EVIL)
    task = asyncio.create_task(asyncio.sleep(1), name=EVIL)
    await task
    raise ValueError(EVIL)

asyncio.run(main())
";
        page.set_source(source, "failed").await?;
        page.until("the name is shown as text", "$$('lane').some(e => e.dataset.task?.includes('<script>'))")
            .await?;
        assert!(page.printed("stdout").await?[0].contains("<script>"));
        page.is_alive().await?;
        assert_eq!(page.script("return window.__evil ?? null").await?, serde_json::Value::Null);
        assert_eq!(page.script("return document.querySelectorAll('[src=\"x\"]').length").await?, 0);
        Ok(())
    });
}
