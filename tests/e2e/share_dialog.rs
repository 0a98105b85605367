//! The share dialog: a link, Markdown and a frame, as they are to open.

use loopscope_scenario::link;
use loopscope_tests::browser::{Look, Page, Result, in_browser};

const ESCAPE: &str = "\u{e00c}";
const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";
const SPACE: &str = " ";

async fn text_of(page: &Page, id: &str) -> Result<String> {
    let text = page.script_with("return $(arguments[0]).value", vec![id.into()]).await?;
    Ok(text.as_str().ok_or("no text")?.to_owned())
}

#[test]
fn the_dialog_offers_a_link_markdown_and_a_frame_that_open_the_program() {
    in_browser("share-dialog", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.allow_clipboard().await?;
        let source = format!("# Tea & [coffee]\n{}", super::TWO_TASKS);
        page.set_source(&source, "finished").await?;
        page.click("share").await?;
        page.find("dialog[open][data-testid=share-dialog]").await?;

        let link = text_of(&page, "share-link").await?;
        let fragment = &link[link.find('#').ok_or("no fragment")?..];
        assert_eq!(link::decode(fragment)?.ok_or("no program")?.source, source);
        let length = page.texts("share-length").await?.concat();
        assert!(length.starts_with(&format!("{} characters", link.len())), "{length} of {}", link.len());
        assert_eq!(text_of(&page, "share-markdown").await?, format!("[Tea &  coffee ]({link})"));
        let frame = text_of(&page, "share-frame").await?;
        // The browser reads what is in the attribute as the address of the compact view.
        let read = "const it = new DOMParser().parseFromString(arguments[0], 'text/html').querySelector('iframe'); \
             return [it.src, it.title, it.loading]";
        let read = page.script_with(read, vec![frame.into()]).await?;
        let compact = link.replace('#', "?embed=1#");
        assert_eq!(read, serde_json::json!([compact, "Tea & [coffee]", "lazy"]));

        for id in ["link", "markdown", "frame"] {
            page.click(&format!("copy-{id}")).await?;
            page.until_with(
                "it is in the clipboard",
                "(navigator.clipboard.readText().then(text => window.__copied = text), \
                 window.__copied === $(`share-${arguments[0]}`).value && $(`copy-${arguments[0]}`).textContent === 'Copied')",
                vec![id.into()],
            )
            .await?;
        }
        Ok(())
    });
}

#[test]
fn the_options_are_in_the_link() {
    in_browser("share-options", async |lab| {
        let page = lab.open(Look::DESK, "?t=1").await?;
        page.set_source(super::TWO_TASKS, "finished").await?;
        page.goto(&format!("?t=1.5{}", link::encode(&loopscope_scenario::Scenario::new(super::TWO_TASKS))?))
            .await?;
        page.until_state("finished").await?;
        // The moment that is looked at is offered, and pinned unless it is refused.
        page.click("share").await?;
        page.find("[data-testid=share-pin]:checked").await?;
        let pinned = text_of(&page, "share-link").await?;
        let t = pinned.split("?t=").nth(1).and_then(|rest| rest.split('#').next()).ok_or("no moment")?;
        assert!(t.parse::<f64>().is_ok_and(|t| (0.0..=1.5).contains(&t)), "{t}");
        page.click("share-pin").await?;
        page.until("the moment is gone", "!$('share-link').value.includes('t=')").await?;
        page.click("share-embed").await?;
        page.script("const theme = $('share-theme'); theme.selectedIndex = 2; theme.dispatchEvent(new Event('change', { bubbles: true }))")
            .await?;
        page.until("both are in the link", "$('share-link').value.includes('?embed=1&theme=dark#v1.')")
            .await?;
        let frame = text_of(&page, "share-frame").await?;
        assert!(frame.contains("?embed=1&amp;theme=dark#v1."), "{frame}");
        Ok(())
    });
}

#[test]
fn the_dialog_works_by_keyboard_and_gives_the_focus_back() {
    in_browser("share-keys", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.until_state("finished").await?;
        page.script("$('share').focus()").await?;
        page.press(ENTER).await?;
        page.until("the focus is on the first thing to do", "document.activeElement === $('copy-link')")
            .await?;
        page.press(SPACE).await?;
        page.until("the button says how it went", "$('copy-link').textContent !== 'Copy'").await?;
        // Around once: the focus never reaches what is behind the dialog.
        for _ in 0..14 {
            page.press(TAB).await?;
            let inside = page
                .script("return document.activeElement === document.body || $('share-dialog').contains(document.activeElement)")
                .await?;
            assert_eq!(inside, true, "{}", page.script("return document.activeElement.outerHTML").await?);
        }
        page.script("$('copy-link').focus()").await?;
        page.press(ESCAPE).await?;
        page.until("it is closed", "!$('share-dialog').open").await?;
        page.until("the focus is back", "document.activeElement === $('share')").await?;
        Ok(())
    });
}
