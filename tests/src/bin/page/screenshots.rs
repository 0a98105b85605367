//! The README's pictures, taken from the real page.

use std::path::Path;

use loopscope_tests::browser::{Lab, Look, Page, Result};

/// A picture of one thing that the page can do.
struct Scene {
    name: &'static str,
    look: Look,
    /// Behind the page's address.
    query: &'static str,
    /// The program; the page's own first example where it is empty.
    source: &'static str,
    /// What is clicked, by its `data-testid`.
    clicks: &'static [&'static str],
}

const WIDE: Look = Look { width: 1280, height: 800, dark: false };

const BLOCKS: &str = "\
import asyncio
import time


async def fetch(name):
    print(name, 'starts')
    time.sleep(1)
    print(name, 'is done')


async def main():
    await asyncio.gather(fetch('first'), fetch('second'), asyncio.sleep(0.5))


asyncio.run(main())
";

const SCENES: [Scene; 5] = [
    Scene { name: "time-travel", look: WIDE, query: "?t=1.4", source: "", clicks: &["lower-loop"] },
    Scene { name: "insights", look: WIDE, query: "", source: BLOCKS, clicks: &["lower-insights"] },
    Scene { name: "lesson", look: WIDE, query: "", source: "", clicks: &["lessons"] },
    Scene { name: "share", look: WIDE, query: "?t=1.4", source: "", clicks: &["share"] },
    Scene {
        name: "embedded",
        look: Look { width: 720, height: 440, dark: false },
        query: "?embed=1",
        source: "",
        clicks: &[],
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
