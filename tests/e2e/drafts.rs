//! The person's own program is kept, whatever else is opened, and there is a way back to it.

use loopscope_scenario::{Scenario, link};
use loopscope_tests::browser::{Look, Page, Result, in_browser};

const MINE: &str = "# Mine\nprint('mine')\n";
const END: &str = "\u{e009}\u{e010}\u{e000}";

async fn write_mine(page: &Page) -> Result<()> {
    page.set_source(MINE, "finished").await?;
    page.until("the draft is kept", "localStorage.getItem('loopscope.draft') === location.hash").await
}

fn theirs(text: &str) -> Result<String> {
    Ok(link::encode(&Scenario::new(format!("# Theirs\nprint('{text}')\n")))?)
}

async fn type_at_the_end(page: &Page, text: &str) -> Result<()> {
    page.find(".cm-content").await?.click().await?;
    page.press(&format!("{END}{text}")).await?;
    page.until_with("it is typed", "window.loopscope.getSource().endsWith(arguments[0])", vec![text.into()])
        .await?;
    page.until("the address follows", "localStorage.getItem('loopscope.draft') === location.hash").await
}

#[test]
fn a_link_leaves_the_draft_alone_and_tells_of_it() {
    in_browser("draft", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        write_mine(&page).await?;
        assert_eq!(page.script("return $('drafts') ?? null").await?, serde_json::Value::Null);

        page.goto(&theirs("one")?).await?;
        page.until_state("finished").await?;
        assert_eq!(page.printed("stdout").await?, ["one"]);
        assert!(page.texts("drafts").await?.concat().contains("Mine"));
        page.click("open-draft").await?;
        page.until_state("finished").await?;
        page.until_with(
            "the draft is back",
            "window.loopscope.getSource() === arguments[0]",
            vec![MINE.into()],
        )
        .await?;
        page.until("nothing is left to tell of", "!$('drafts')").await?;

        page.goto("").await?;
        page.until_state("finished").await?;
        assert_eq!(page.source().await?, MINE);
        Ok(())
    });
}

#[test]
fn a_link_that_is_edited_takes_the_place_of_no_draft() {
    in_browser("draft-edited", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        write_mine(&page).await?;
        for text in ["one", "two"] {
            page.goto(&theirs(text)?).await?;
            page.until_state("finished").await?;
            type_at_the_end(&page, &format!("#{text}")).await?;
        }
        // Both edits and the first draft are there, after a new visit too.
        page.goto(&theirs("three")?).await?;
        page.until_state("finished").await?;
        let names =
            page.script("return [...$('drafts').querySelectorAll('option')].map(e => e.textContent)").await?;
        assert_eq!(names, serde_json::json!(["Theirs", "Theirs", "Mine"]));
        page.script("$('drafts').querySelector('select').selectedIndex = 2").await?;
        page.click("open-draft").await?;
        page.until_with(
            "the draft is back",
            "window.loopscope.getSource() === arguments[0]",
            vec![MINE.into()],
        )
        .await?;
        page.goto("").await?;
        page.until_state("finished").await?;
        assert_eq!(page.source().await?, MINE);
        Ok(())
    });
}

#[test]
fn a_reload_goes_on_with_the_same_draft() {
    in_browser("draft-reload", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        write_mine(&page).await?;
        page.reload().await?;
        page.until_state("finished").await?;
        assert_eq!(page.source().await?, MINE);
        page.find(".cm-content").await?;
        type_at_the_end(&page, "#more").await?;
        page.goto(&theirs("one")?).await?;
        page.until_state("finished").await?;
        // One draft, not two states of it.
        assert_eq!(page.script("return $('drafts').querySelector('select')").await?, serde_json::Value::Null);
        Ok(())
    });
}

#[test]
fn an_example_chosen_at_once_after_typing_loses_nothing() {
    in_browser("draft-example", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        write_mine(&page).await?;
        page.find(".cm-content").await?.click().await?;
        page.press(&format!("{END}#last")).await?;
        page.click("examples").await?;
        page.script("$$('example').at(-1).click()").await?;
        page.until("the page tells of the draft", "$('drafts')?.textContent.includes('Mine')").await?;
        page.click("open-draft").await?;
        page.until_with(
            "every letter is there",
            "window.loopscope.getSource() === arguments[0]",
            vec![format!("{MINE}#last").into()],
        )
        .await?;
        Ok(())
    });
}
