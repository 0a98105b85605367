//! From a phone's width to a large screen's: nothing is cut off, and nothing scrolls sideways.

use loopscope_scenario::{Scenario, link};
use loopscope_tests::browser::{Look, Page, Result, in_browser};
use serde_json::json;

/// Phones upright and across, tablets, both sides of each width at which the page changes, and large screens.
const WIDTHS: [(u32, u32); 12] = [
    (390, 844),
    (430, 932),
    (520, 800),
    (768, 1024),
    (819, 900),
    (820, 900),
    (844, 390),
    (1024, 768),
    (1280, 720),
    (1440, 900),
    (1920, 1080),
    (2560, 1440),
];

/// What is wider than the window, and controls that are not wholly inside it.
const CUT: &str = "
    const wide = document.documentElement.scrollWidth > innerWidth ? ['the page itself'] : [];
    const cut = [...document.querySelectorAll('.bar *, .tabs *, .timeline-head *, .lower-tabs *, dialog[open] *')]
        .filter(e => e.matches('button, select, input, a') && e.checkVisibility() && !e.closest('.menu-list'))
        .filter(e => { const box = e.getBoundingClientRect(); return box.left < -0.5 || box.right > innerWidth + 0.5 })
        .map(e => e.outerHTML.slice(0, 100));
    return [...wide, ...cut];
";

async fn fits(page: &Page, what: &str) -> Result<()> {
    let cut = page.script(CUT).await?;
    if cut == json!([]) { Ok(()) } else { Err(format!("{what}: {cut}").into()) }
}

#[test]
fn at_every_width_everything_is_inside_the_page() {
    in_browser("widths", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        let long = format!(
            "# {}\n{}",
            "A very long first line of a program ".repeat(6),
            super::TWO_TASKS.replace("tea", &"tea".repeat(60))
        );
        page.set_source(&long, "finished").await?;
        for (width, height) in WIDTHS {
            page.resize(width, height).await?;
            page.is_alive().await?;
            fits(&page, &format!("{width} x {height}")).await?;
            page.click("share").await?;
            page.find("dialog[open]").await?;
            fits(&page, &format!("the share dialog at {width} x {height}")).await?;
            page.press("\u{e00c}").await?;
            page.until("it is closed", "!document.querySelector('dialog[open]')").await?;
        }
        Ok(())
    });
}

#[test]
fn a_draft_and_an_embedded_page_fit_too() {
    in_browser("widths-more", async |lab| {
        let page = lab.open(Look::PHONE, "").await?;
        page.set_source(&format!("# {}\nprint('mine')\n", "mine ".repeat(40)), "finished").await?;
        page.until("it is kept", "localStorage.getItem('loopscope.draft') === location.hash").await?;
        page.goto(&link::encode(&Scenario::new(super::TWO_TASKS))?).await?;
        page.until_state("finished").await?;
        page.click("tab-source").await?;
        page.find("[data-testid=drafts]").await?;
        fits(&page, "a draft on a phone").await?;
        for (width, height) in [(320, 300), (480, 320), (640, 420), (900, 500)] {
            let page = lab.open(Look { width, height, dark: false }, "?embed=1").await?;
            page.until_state("finished").await?;
            fits(&page, &format!("embedded, {width} x {height}")).await?;
            let room = page.script("return $('timeline').getBoundingClientRect().height").await?;
            assert!(
                room.as_f64().is_some_and(|room| room >= 100.0),
                "{width} x {height}: {room} px for the timeline"
            );
        }
        Ok(())
    });
}
