//! After the first visit the page needs no network, and a newer version comes with the next load.

use std::fs;
use std::path::Path;

use loopscope_tests::browser::{Lab, Look, Page, Result, built_page, in_browser};

/// Waits until all files of the page are kept.
async fn until_kept(page: &Page) -> Result<()> {
    page.until_state("finished").await?;
    page.until("the worker answers for the page", "navigator.serviceWorker.controller?.state === 'activated'")
        .await
}

#[test]
fn without_a_network_the_page_works_after_its_first_visit() {
    in_browser("offline", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        until_kept(&page).await?;
        page.set_source(super::TWO_TASKS, "finished").await?;
        page.until(
            "the address holds the program",
            "localStorage.getItem('loopscope.draft') === location.hash",
        )
        .await?;

        lab.withhold("");
        page.set_offline(true).await?;
        page.reload().await?;
        page.until_state("finished").await?;
        assert_eq!(page.source().await?, super::TWO_TASKS);
        page.until("the editor is there", "document.querySelector('.cm-content')").await?;
        // The standard library, too.
        page.set_source("import textwrap\nprint(textwrap.dedent('    in'))\n", "finished").await?;
        assert_eq!(page.printed("stdout").await?, ["in"]);

        // Another address of the same page: a link that somebody sent.
        page.goto("?theme=dark").await?;
        page.until_state("finished").await?;
        assert_eq!(page.errors().await?, [""; 0]);
        Ok(())
    });
}

#[test]
fn the_page_can_be_installed() {
    in_browser("install", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.until_state("finished").await?;
        page.script(
            "(async () => { \
               const link = document.querySelector('link[rel=manifest]'); \
               const manifest = await (await fetch(link.href)).json(); \
               const images = await Promise.all(manifest.icons.map(async ({ src, sizes }) => { \
                 const image = new Image(); image.src = new URL(src, link.href); await image.decode(); \
                 return `${image.naturalWidth}x${image.naturalHeight}` === sizes; \
               })); \
               window.__manifest = { ...manifest, images }; \
             })()",
        )
        .await?;
        page.until("the manifest is read", "window.__manifest").await?;
        let manifest = page.script("return __manifest").await?;
        assert_eq!(manifest["images"], serde_json::json!([true, true, true]));
        assert_eq!(manifest["start_url"], "./");
        assert_eq!(manifest["display"], "standalone");
        Ok(())
    });
}

#[test]
fn a_newer_version_comes_with_the_next_load() {
    in_browser("update", async |_| {
        let dist = std::env::temp_dir().join(format!("loopscope-update-{}", std::process::id()));
        copy(&built_page(), &dist)?;
        let outcome = update(&dist).await;
        fs::remove_dir_all(&dist)?;
        outcome
    });
}

async fn update(dist: &Path) -> Result<()> {
    let lab = Lab::start(dist)?;
    let page = lab.open(Look::DESK, "").await?;
    until_kept(&page).await?;

    let index = fs::read_to_string(dist.join("index.html"))?;
    fs::write(dist.join("index.html"), index.replace("<title>", "<title>Newer "))?;
    let worker = fs::read_to_string(dist.join("sw.js"))?;
    fs::write(dist.join("sw.js"), worker.replacen("loopscope-", "loopscope-0", 1))?;

    // This load is still the one that is kept; it finds the newer one.
    page.reload().await?;
    page.until_state("finished").await?;
    page.until(
        "the newer version is kept, and its worker answers",
        "(navigator.serviceWorker.getRegistration().then(async it => { window.__worker = { it, kept: (await caches.keys()).length } }), \
         window.__worker?.kept === 2 && !__worker.it.installing && !__worker.it.waiting && __worker.it.active.state === 'activated')",
    )
    .await?;
    page.reload().await?;
    page.until_state("finished").await?;
    let title = page.script("return document.title").await?;
    assert!(title.as_str().is_some_and(|title| title.starts_with("Newer")), "{title}");
    lab.close().await
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)?.flatten().filter(|entry| entry.path().is_file()) {
        fs::copy(entry.path(), to.join(entry.file_name()))?;
    }
    Ok(())
}
