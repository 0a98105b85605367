//! The README's pictures, taken from the real page.

use std::path::Path;

use loopscope_tests::browser::{Lab, Look, Page, Result};

/// A picture of one thing that the page can do.
struct Scene {
    name: &'static str,
    look: Look,
    /// Behind the page's address.
    query: &'static str,
    /// The program; that of the address where it is empty.
    source: &'static str,
    /// What is clicked, by its `data-testid`.
    clicks: &'static [&'static str],
    /// How far the end of the sleep that these keys choose is dragged, in CSS pixels.
    drag: Option<(&'static str, f64)>,
}

impl Scene {
    const fn new(name: &'static str) -> Scene {
        Scene { name, look: WIDE, query: "", source: "", clicks: &[], drag: None }
    }
}

const WIDE: Look = Look { width: 1280, height: 800, dark: false };

const BLOCKS: &str = "\
import asyncio
import time


async def fetch(name):
    print('asking for', name)
    await asyncio.sleep(1)
    return name


async def tick():
    while True:
        await asyncio.sleep(0.5)
        print('tick')


async def main():
    ticking = asyncio.create_task(tick())
    users = await fetch('users')
    time.sleep(0.7)
    ticking.cancel()
    print(users)


asyncio.run(main())
";

const ONE_AFTER_ANOTHER: &str = "\
import asyncio


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    return name


async def main():
    users = await fetch('users', 1)
    orders = await fetch('orders', 1.5)
    print(users, orders)


asyncio.run(main())
";

/// The third lane's first sleep: down to it, to its beginning, and two spans on.
const LAST_SLEEP: &str = "\u{e015}\u{e015}\u{e011}\u{e014}\u{e014}";

const SCENES: [Scene; 7] = [
    Scene { query: "?t=1.4", clicks: &["lower-loop"], ..Scene::new("time-travel") },
    Scene { drag: Some((LAST_SLEEP, -170.0)), ..Scene::new("drag") },
    Scene { source: BLOCKS, clicks: &["lower-insights"], ..Scene::new("insights") },
    Scene {
        source: ONE_AFTER_ANOTHER,
        clicks: &["lower-insights", "insight-fix", "insight-apply"],
        ..Scene::new("repair")
    },
    Scene { query: "?lesson=gather", clicks: &["predict-run", "predict-moment"], ..Scene::new("lesson") },
    Scene { query: "?t=1.4", clicks: &["share"], ..Scene::new("share") },
    Scene {
        look: Look { width: 720, height: 440, dark: false },
        query: "?embed=1",
        ..Scene::new("embedded")
    },
];

pub(crate) async fn command(dist: &Path, folder: &Path) -> Result<()> {
    let lab = Lab::start(dist)?;
    for (name, look) in [("desktop", Look::DESK), ("phone", Look::PHONE)] {
        for (scheme, look) in [("light", look), ("dark", look.dark())] {
            let page = lab.open(look, "").await?;
            take(&page, folder, &format!("{name}-{scheme}")).await?;
        }
    }
    for scene in SCENES {
        let page = lab.open(scene.look, scene.query).await?;
        page.mark("loopscope:first-timeline").await?;
        page.until("the editor is there", "document.querySelector('.cm-content')").await?;
        if !scene.source.is_empty() {
            page.set_source(scene.source, "finished").await?;
        }
        for control in scene.clicks {
            page.click(control).await?;
            // A live run takes its time.
            page.until_state("finished").await?;
        }
        if let Some((keys, by)) = scene.drag {
            page.script("document.querySelector('.timeline-scroll').focus()").await?;
            page.press(keys).await?;
            let (x, y) = page.middle("grip").await?;
            page.hold(&[(x, y), (x + by / 2.0, y), (x + by, y)]).await?;
            page.find("[data-testid=drag-note]").await?;
        }
        take(&page, folder, scene.name).await?;
    }
    lab.close().await
}

async fn take(page: &Page, folder: &Path, name: &str) -> Result<()> {
    page.mark("loopscope:first-timeline").await?;
    page.until("the editor is there", "document.querySelector('.cm-content')").await?;
    page.is_alive().await?;
    let file = folder.join(format!("{name}.png"));
    page.screenshot(&file).await?;
    println!("{}", file.display());
    Ok(())
}
