//! The keys of the whole page, and the help that lists them.

use loopscope_tests::browser::{Look, in_browser};

const DRAWN: &str = "document.querySelector('.timeline-canvas').toDataURL()";

#[test]
fn the_timeline_moves_with_w_a_s_d_unless_somebody_types() {
    in_browser("wasd", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source(super::TWO_TASKS, "finished").await?;
        page.script("document.activeElement.blur()").await?;
        page.script(&format!("globalThis.whole = {DRAWN}")).await?;
        for (key, what) in [("w", "nearer"), ("d", "later"), ("a", "earlier"), ("s", "farther")] {
            page.script(&format!("globalThis.before = {DRAWN}")).await?;
            page.press(key).await?;
            page.until(what, &format!("{DRAWN} !== before")).await?;
        }
        page.press("w").await?;
        page.press("f").await?;
        page.until("all is in sight", &format!("{DRAWN} === whole")).await?;
        // In the editor they are letters.
        let source = page.source().await?;
        page.find(".cm-content").await?.click().await?;
        page.press("w").await?;
        page.until_with(
            "it was typed",
            "loopscope.getSource().length === arguments[0]",
            vec![(source.len() + 1).into()],
        )
        .await
    });
}

#[test]
fn the_help_lists_the_keys() {
    in_browser("help", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.until_state("finished").await?;
        page.script("document.activeElement.blur()").await?;
        page.press("?").await?;
        page.until("the help is there", "$('help-dialog').open").await?;
        let keys = page
            .script("return [...$('help-dialog').querySelectorAll('kbd')].map(e => e.textContent)")
            .await?;
        for key in ["W", "A", "S", "D", "Home", "End", "?", ",", "["] {
            assert!(
                keys.as_array().is_some_and(|keys| keys.iter().any(|shown| shown == key)),
                "{key}: {keys}"
            );
        }
        page.press("\u{E00C}").await?;
        page.until("it is away", "!$('help-dialog').open").await
    });
}
