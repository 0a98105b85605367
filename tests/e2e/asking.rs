//! `input()`: the page asks for the line under the output.

use loopscope_tests::browser::{Look, Page, Result, in_browser};

const ASKS: &str = "\
import asyncio


async def greet():
    name = input('Name? ')
    await asyncio.sleep(1)
    print('Hello,', name)


asyncio.run(greet())
";
const ENTER: &str = "\u{e007}";

async fn answer(page: &Page, line: &str) -> Result<()> {
    page.click("ask-line").await?;
    page.press(&format!("{line}{ENTER}")).await
}

#[test]
fn a_program_that_asks_goes_on_with_the_line_that_is_typed() {
    in_browser("ask", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source(ASKS, "asking").await?;
        assert_eq!(page.printed("stdout").await?, ["Name? "]);
        answer(&page, "Ada").await?;
        page.until_state("finished").await?;
        assert_eq!(page.printed("stdout").await?, ["Name? Ada", "Hello, Ada"]);

        // What was typed stays while the program is edited.
        page.find(".cm-content").await?.click().await?;
        page.press("\u{e009}\u{e010}\u{e000}print('bye')").await?;
        page.until("it runs as edited", "$('output').textContent.includes('bye')").await?;
        assert_eq!(page.printed("stdout").await?, ["Name? Ada", "Hello, Ada", "bye"]);

        page.click("ask-again").await?;
        page.until_state("asking").await?;
        Ok(())
    });
}

#[test]
fn a_live_run_waits_for_the_line() {
    in_browser("ask-live", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source(ASKS, "asking").await?;
        page.click("run").await?;
        page.until_state("running").await?;
        page.until("it asks", "$('ask')").await?;
        answer(&page, "Bo").await?;
        page.until_state("finished").await?;
        assert_eq!(page.printed("stdout").await?, ["Name? Bo", "Hello, Bo"]);
        Ok(())
    });
}
