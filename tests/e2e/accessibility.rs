//! WCAG 2.2, levels A and AA: axe finds nothing in any state of the page; the keyboard reaches everything, in order and
//! in sight; targets are large enough; less motion means none.

use std::fs;
use std::path::Path;

use loopscope_scenario::{Scenario, link};
use loopscope_tests::browser::{Look, Page, Result, in_browser};
use serde_json::{Value, json};

const TAB: &str = "\u{e004}";
const ESCAPE: &str = "\u{e00c}";

/// Runs axe on what the page shows now.
async fn axe(page: &Page, state: &str) -> Result<()> {
    if page.script("return typeof axe").await? == "undefined" {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("e2e/node_modules/axe-core/axe.min.js");
        let source = fs::read_to_string(&file)
            .map_err(|error| format!("{}: {error}; run cargo xtask setup --browser", file.display()))?;
        page.script(&format!("{source};")).await?;
    }
    // What fades in has to be there.
    page.until("nothing moves", "document.getAnimations().every(it => it.playState !== 'running')").await?;
    page.script(
        "delete window.__axe; \
         axe.run(document, { \
           resultTypes: ['violations'], \
           runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], \
           rules: { 'target-size': { enabled: true } }, \
         }).then(({ violations }) => window.__axe = violations.flatMap(({ id, nodes }) => \
             nodes.map(({ target, any, all, none }) => \
               `${id}: ${target} ${[...any, ...all, ...none].map(it => it.message).join('; ')}`)), \
           error => window.__axe = [String(error)])",
    )
    .await?;
    page.until("axe is done", "window.__axe").await?;
    let found: Vec<String> = serde_json::from_value(page.script("return __axe").await?)?;
    if found.is_empty() { Ok(()) } else { Err(format!("{state}:\n{}", found.join("\n")).into()) }
}

/// What a program does that fails in several ways at once.
const FAILS: &str = "\
import asyncio


async def main():
    task = asyncio.create_task(asyncio.sleep(1))
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    raise ValueError('no tea')


asyncio.run(main())
";

#[test]
fn axe_finds_nothing_on_a_wide_page() {
    in_browser("axe", async |lab| {
        for look in [Look::DESK, Look::DESK.dark()] {
            let theme = if look.dark { "dark" } else { "light" };
            let page = lab.open(look, "").await?;
            page.until_state("finished").await?;
            page.find(".cm-content").await?;
            axe(&page, &format!("first visit, {theme}")).await?;
            for tab in ["loop", "insights", "output"] {
                page.click(&format!("lower-{tab}")).await?;
                axe(&page, &format!("{tab}, {theme}")).await?;
            }
            for (control, what) in [("share", "share-dialog"), ("help", "help-dialog")] {
                page.click(control).await?;
                page.find(&format!("dialog[open][data-testid={what}]")).await?;
                axe(&page, &format!("{what}, {theme}")).await?;
                page.press(ESCAPE).await?;
                page.until("it is closed", "!document.querySelector('dialog[open]')").await?;
            }
            for menu in ["examples", "exports"] {
                page.click(menu).await?;
                page.find(".menu-list").await?;
                // The menu lies over the playhead's handle as long as it is open.
                page.script("document.querySelector('.playhead').style.visibility = 'hidden'").await?;
                axe(&page, &format!("{menu}, {theme}")).await?;
                page.script("document.querySelector('.playhead').style.visibility = ''").await?;
                page.click(menu).await?;
                page.until("it is closed", "!document.querySelector('.menu-list')").await?;
            }
            page.set_source(FAILS, "failed").await?;
            axe(&page, &format!("a failed program, {theme}")).await?;
            page.click("lower-insights").await?;
            axe(&page, &format!("insights of a failed program, {theme}")).await?;
            page.set_source("async def main(:\n", "failed").await?;
            axe(&page, &format!("a program that does not parse, {theme}")).await?;
        }
        Ok(())
    });
}

#[test]
fn axe_finds_nothing_on_a_phone_in_a_frame_and_beside_a_draft() {
    in_browser("axe-narrow", async |lab| {
        for look in [Look::PHONE, Look::PHONE.dark()] {
            let page = lab.open(look, "").await?;
            page.until_state("finished").await?;
            for tab in ["timeline", "source", "output", "loop", "insights"] {
                page.click(&format!("tab-{tab}")).await?;
                axe(&page, &format!("phone, {tab}, dark {}", look.dark)).await?;
            }
        }
        let page = lab.open(Look { width: 640, height: 420, dark: false }, "?embed=1").await?;
        page.until_state("finished").await?;
        axe(&page, "embedded").await?;

        let page = lab.open(Look::DESK, "").await?;
        page.set_source("print('mine')\n", "finished").await?;
        page.until("it is kept", "localStorage.getItem('loopscope.draft') === location.hash").await?;
        page.goto(&link::encode(&Scenario::new(super::TWO_TASKS))?).await?;
        page.find("[data-testid=drafts]").await?;
        axe(&page, "beside a draft").await?;
        page.goto("#v1.damaged").await?;
        page.find("[data-testid=notice]").await?;
        axe(&page, "a damaged link").await
    });
}

/// Goes through the page with the Tab key: what had the focus, and whether it could be seen there.
async fn walk(page: &Page) -> Result<Vec<Value>> {
    let mut stops = Vec::new();
    for _ in 0..120 {
        page.press(TAB).await?;
        let stop = page
            .script(
                "const it = document.activeElement; \
                 if (it === document.body) return null; \
                 const box = it.getBoundingClientRect(); \
                 const rung = style => style.boxShadow !== 'none' || (style.outlineStyle !== 'none' && style.outlineWidth !== '0px'); \
                 let ring = false; \
                 for (let e = it; e && !e.matches('main, .pane'); e = e.parentElement) \
                   ring ||= [null, '::before', '::after'].some(part => rung(getComputedStyle(e, part))); \
                 if (it.matches('.cm-content')) window.__escape = true; \
                 const again = it === window.__first; window.__first ??= it; \
                 return { name: it.ariaLabel || it.textContent.trim().slice(0, 30) || it.outerHTML.slice(0, 80), ring, again, \
                   editor: it.matches('.cm-content'), \
                   seen: box.width > 0 && box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight }",
            )
            .await?;
        if stop.is_null() || stop["again"] == true {
            return Ok(stops);
        }
        if stop["editor"] == true {
            // The editor's way out: Tab is a letter there.
            page.press(ESCAPE).await?;
        }
        stops.push(stop);
    }
    Err("the Tab key comes to no end".into())
}

#[test]
fn the_tab_key_reaches_every_control_in_sight_with_a_ring() {
    in_browser("tab-order", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.until_state("finished").await?;
        page.find(".cm-content").await?;
        let stops = walk(&page).await?;
        for stop in &stops {
            assert_eq!((&stop["ring"], &stop["seen"]), (&json!(true), &json!(true)), "{stop}");
        }
        let names: Vec<&str> = stops.iter().filter_map(|stop| stop["name"].as_str()).collect();
        let place = |wanted: &str| {
            names.iter().position(|name| name.starts_with(wanted)).ok_or(format!("{wanted}: {names:?}"))
        };
        // As it is read: the bar, the program, its delays, the timeline, what is under it.
        let order = [
            place("Examples")?,
            place("Share")?,
            place("Help")?,
            place("Python source")?,
            place("Zoom in")?,
            place("Lanes of the timeline")?,
        ];
        assert!(order.is_sorted(), "{order:?} in {names:?}");
        Ok(())
    });
}

#[test]
fn every_target_is_24_pixels_or_more() {
    in_browser("targets", async |lab| {
        for look in [Look::DESK, Look::PHONE] {
            let page = lab.open(look, "").await?;
            page.until_state("finished").await?;
            let tabs: &[&str] = if look.width < 820 { &["timeline", "source", "output"] } else { &[] };
            for tab in std::iter::once(&"").chain(tabs) {
                if !tab.is_empty() {
                    page.click(&format!("tab-{tab}")).await?;
                }
                let small = page
                    .script(
                        "return [...document.querySelectorAll('button, select, input, summary, a')].filter(e => e.checkVisibility()) \
                         .filter(e => { const { width, height } = (e.matches('[type=checkbox]') ? e.closest('label') ?? e : e).getBoundingClientRect(); \
                           return width > 0 && (width < 24 || height < 24) }) \
                         .map(e => `${e.outerHTML.slice(0, 90)} ${e.getBoundingClientRect().width} x ${e.getBoundingClientRect().height}`)",
                    )
                    .await?;
                assert_eq!(small, json!([]), "{} {tab}", look.width);
            }
        }
        Ok(())
    });
}

#[test]
fn less_motion_is_none() {
    in_browser("motion", async |lab| {
        let page = lab.start_browser(Look::DESK).await?;
        page.prefer_reduced_motion().await?;
        page.goto("").await?;
        page.until_state("finished").await?;
        page.click("help").await?;
        let moving = page
            .script(
                "return [...document.querySelectorAll('.page, .page *')].filter(e => !e.closest('.cm-editor')).filter(e => { \
                   const style = getComputedStyle(e); \
                   return style.animationName !== 'none' || style.transitionDuration.split(',').some(time => parseFloat(time) > 0) \
                 }).map(e => e.className)",
            )
            .await?;
        assert_eq!(moving, json!([]));
        Ok(())
    });
}
