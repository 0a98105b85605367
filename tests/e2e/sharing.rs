//! The URL always holds the scenario.

use loopscope_scenario::{Scenario, link};
use loopscope_tests::browser::{Look, in_browser};

#[test]
fn a_shared_link_opens_the_same_scenario_in_a_fresh_profile() {
    in_browser("share", async |lab| {
        let sender = lab.open(Look::DESK, "").await?;
        sender.allow_clipboard().await?;
        sender.set_source(super::TWO_TASKS, "finished").await?;
        sender.click("share").await?;
        sender.click("copy-link").await?;
        sender
            .until(
                "the link is in the clipboard",
                "(navigator.clipboard.readText().then(text => window.__copied = text), window.__copied?.includes('#v1.'))",
            )
            .await?;
        let copied = sender.script("return window.__copied").await?;
        let copied = copied.as_str().ok_or("a text was copied")?;
        assert_eq!(
            copied,
            format!("{}{}", copied.split(['?', '#']).next().unwrap_or_default(), sender.address().await?)
        );

        let receiver = lab.open(Look::DESK, &sender.address().await?).await?;
        receiver.until_state("finished").await?;
        assert_eq!(receiver.source().await?, super::TWO_TASKS);
        for value in ["lanes", "total"] {
            assert_eq!(
                receiver.data("timeline", value).await?,
                sender.data("timeline", value).await?,
                "{value}"
            );
        }
        Ok(())
    });
}

#[test]
fn the_seed_of_a_link_is_the_one_of_its_program() {
    in_browser("seed", async |lab| {
        let mut scenario = Scenario::new("import random\nprint(random.random())\n");
        scenario.settings.seed = 5;
        let page = lab.open(Look::DESK, &link::encode(&scenario)?).await?;
        page.until_state("finished").await?;
        // What CPython prints after random.seed(5).
        assert_eq!(page.printed("stdout").await?, ["0.6229016948897019"]);
        Ok(())
    });
}

#[test]
fn the_address_follows_the_editor_without_filling_the_history() {
    in_browser("address", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source("print('one')\n", "finished").await?;
        page.until("the address holds the program", "location.hash.startsWith('#v1.')").await?;
        let (first, length) = (page.address().await?, page.script("return history.length").await?);
        page.set_source("print('two')\n", "finished").await?;
        page.until_with(
            "the address has changed",
            "!location.href.endsWith(arguments[0])",
            vec![first.into()],
        )
        .await?;
        assert_eq!(page.script("return history.length").await?, length);
        Ok(())
    });
}

#[test]
fn view_options_stay_readable_in_the_query() {
    in_browser("query", async |lab| {
        let page = lab.open(Look::DESK, "?theme=dark").await?;
        page.until_state("finished").await?;
        page.set_source(super::TWO_TASKS, "finished").await?;
        page.until("the address holds the program", "location.hash.startsWith('#v1.')").await?;
        assert!(page.address().await?.starts_with("?theme=dark#v1."));
        Ok(())
    });
}

#[test]
fn a_damaged_link_says_so_and_touches_nothing() {
    in_browser("damaged", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source(super::TWO_TASKS, "finished").await?;
        page.until("the address holds the program", "location.hash.startsWith('#v1.')").await?;
        let whole = page.address().await?;

        // The draft is what was in the editor; each of these comes with it and must leave it alone.
        let cut = &whole[..whole.len() / 2];
        for damaged in [cut, "#v1.", "#v1.!!!!", "#v9.AAAA", "#v1.AAAAAAAAAAAAAAAA"] {
            page.goto(damaged).await?;
            page.until("the page says so", "$('notice')?.textContent.trim()").await?;
            assert_eq!(page.source().await?, super::TWO_TASKS, "after {damaged}");
            page.is_alive().await?;
        }
        page.goto("").await?;
        page.until_state("finished").await?;
        assert_eq!(page.source().await?, super::TWO_TASKS, "the draft is still there");
        Ok(())
    });
}
