//! The compact view inside another page.

use loopscope_scenario::{Scenario, link};
use loopscope_tests::browser::{Look, in_browser};
use serde_json::json;

#[test]
fn an_embedded_page_has_timeline_output_and_editor_and_opens_in_the_playground() {
    in_browser("embed", async |lab| {
        let fragment = link::encode(&Scenario::new(super::TWO_TASKS))?;
        let page = lab
            .open(Look { width: 640, height: 420, dark: false }, &format!("?embed=1&theme=dark{fragment}"))
            .await?;
        page.until_state("finished").await?;
        assert_eq!(
            page.script("return getComputedStyle(document.documentElement).colorScheme").await?,
            "dark"
        );
        let visible = "return ['timeline', 'output', 'editor'].map(id => $(id)?.checkVisibility() ?? false)";
        assert_eq!(page.script(visible).await?, json!([true, true, false]));
        page.click("tab-source").await?;
        page.until("the editor is in sight", "$('editor').checkVisibility()").await?;
        // It is edited here, and goes on in the whole page with what is there now.
        page.set_source("print('edited')\n", "finished").await?;
        page.until("the link follows", "$('open')").await?;
        let whole = page.script("return $('open').getAttribute('href')").await?;
        let whole = whole.as_str().ok_or("no address")?;
        assert!(whole.starts_with("/?theme=dark#v1."), "{whole}");
        let opened = link::decode(&whole[whole.find('#').unwrap_or(0)..])?.ok_or("no program")?;
        assert_eq!(opened.source, "print('edited')\n");
        assert_eq!(page.script("return $('open').target").await?, "_blank");
        // A reader of the other page gets no draft from it.
        page.until("the address follows", "location.hash.startsWith('#v1.')").await?;
        assert_eq!(
            page.script("return Object.keys(localStorage).filter(key => key.includes('draft'))").await?,
            json!([])
        );
        Ok(())
    });
}

#[test]
fn an_embedded_page_out_of_sight_starts_no_engine() {
    in_browser("embed-lazy", async |lab| {
        lab.add(
            "post.html",
            "<!doctype html><title>A post</title><link rel=icon href='data:,'><p>Words</p><div style='height: 9000px'></div>\
             <iframe src='/?embed=1' title='Loopscope' width=600 height=400></iframe>",
        );
        let page = lab.open(Look::DESK, "post.html").await?;
        page.until("the frame is parsed", "frames[0]?.document.readyState === 'complete'").await?;
        // Frame after frame of the browser: time enough to be told what is in sight.
        page.is_alive().await?;
        let loaded = "return frames[0].performance.getEntriesByType('resource').filter(e => /\\.wasm|editor-/.test(e.name)).length";
        assert_eq!(page.script(loaded).await?, 0);
        assert_eq!(
            page.script("return frames[0].performance.getEntriesByName('loopscope:engine-start').length")
                .await?,
            0
        );

        page.script("scrollTo(0, 9000)").await?;
        page.until(
            "it runs",
            "frames[0].document.querySelector('[data-testid=timeline]')?.dataset.state === 'finished'",
        )
        .await?;
        Ok(())
    });
}
