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

/// Waits until all is inside: the canvas takes its size a frame after the page did.
async fn fits(page: &Page, what: &str) -> Result<()> {
    if page.until(what, &format!("(() => {{ {CUT} }})().length === 0")).await.is_ok() {
        return Ok(());
    }
    Err(format!("{what}: {}", page.script(CUT).await?).into())
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

/// Where lesson, program, timeline, steps and output are while a lesson is open: none over another, each of some size.
#[test]
fn a_lesson_has_its_place_beside_the_program() {
    const SQUEEZED: &str = "
        const boxes = ['.pane-lesson', '.pane-source', '.pane-timeline', '.play-bar', '.pane-lower']
            .map(part => [part, document.querySelector(part).getBoundingClientRect()]);
        const small = boxes.filter(([part, box]) => box.width < 280 || box.height < (part === '.play-bar' ? 24 : 120));
        const over = boxes.flatMap(([a, one], index) => boxes.slice(index + 1)
            .filter(([, two]) => one.left < two.right - 1 && two.left < one.right - 1 && one.top < two.bottom - 1 && two.top < one.bottom - 1)
            .map(([b]) => `${a} over ${b}`));
        return [...small.map(([part, box]) => `${part}: ${box.width} x ${box.height}`), ...over];
    ";
    in_browser("widths-lesson", async |lab| {
        let page = lab.open(Look::DESK, "?lesson=forgotten-await").await?;
        page.find("[data-testid=lesson-title]").await?;
        page.until_state("finished").await?;
        for (width, height) in WIDTHS {
            page.resize(width, height).await?;
            page.is_alive().await?;
            fits(&page, &format!("a lesson at {width} x {height}")).await?;
            if width >= 820 && height >= 600 {
                assert_eq!(page.script(SQUEEZED).await?, json!([]), "{width} x {height}");
            }
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
