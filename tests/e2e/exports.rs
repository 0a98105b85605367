//! The export menu: what is shown, as files.

use loopscope_tests::browser::{Look, Page, Result, in_browser};
use serde_json::Value;

/// Keeps what the browser would save, and saves nothing.
const CATCH: &str = "
    window.__saved = [];
    HTMLAnchorElement.prototype.click = function () {
        const name = this.download;
        __saved.push({ name, blob: __blobs.get(this.href) });
    };
    window.__blobs = new Map();
    const make = URL.createObjectURL;
    URL.createObjectURL = blob => { const url = make.call(URL, blob); __blobs.set(url, blob); return url; };
";

async fn saved(page: &Page, item: &str) -> Result<(String, String)> {
    page.script("__saved.length = 0; delete window.__text").await?;
    page.click("exports").await?;
    page.click(&format!("export-{item}")).await?;
    page.until("a file is saved", "__saved[0]").await?;
    // Bytes as letters, so that a picture can be told by its first ones.
    page.script(
        "__saved[0].blob.arrayBuffer().then(bytes => window.__text = \
         new TextDecoder(__saved[0].blob.type === 'image/png' ? 'latin1' : 'utf-8').decode(bytes))",
    )
    .await?;
    page.until("it is read", "window.__text !== undefined").await?;
    let file = page.script("return [__saved[0].name, __text]").await?;
    Ok((file[0].as_str().unwrap_or_default().to_owned(), file[1].as_str().unwrap_or_default().to_owned()))
}

#[test]
fn the_timeline_the_trace_and_the_program_are_saved_as_files() {
    in_browser("exports", async |lab| {
        let page = lab.start_browser(Look::DESK).await?;
        page.before_load(CATCH).await?;
        page.goto("?theme=dark").await?;
        let source = format!("# Tea and coffee\n{}", super::TWO_TASKS);
        page.set_source(&source, "finished").await?;

        let (name, text) = saved(&page, "py").await?;
        assert_eq!((name.as_str(), text.as_str()), ("tea-and-coffee.py", source.as_str()));

        let (name, text) = saved(&page, "trace").await?;
        assert_eq!(name, "tea-and-coffee.json");
        let trace: Value = serde_json::from_str(&text)?;
        let threads = trace["traceEvents"].as_array().into_iter().flatten();
        assert_eq!(threads.filter(|event| event["name"] == "thread_name").count(), 3);

        let (name, text) = saved(&page, "svg").await?;
        assert_eq!(name, "tea-and-coffee.svg");
        // As an XML parser sees it: whole, and with the names of the lanes. (Its style is not for the page itself, whose
        // policy would forbid it.)
        let told = page
            .script_with(
                "const text = arguments[0].replace(/<style>[^]*?<\\/style>/, ''); \
                 const it = new DOMParser().parseFromString(text, 'image/svg+xml'); \
                 return [it.documentElement.nodeName, it.querySelector('parsererror')?.textContent ?? null, \
                 it.documentElement.textContent.split('brew').length > 2]",
                vec![text.into()],
            )
            .await?;
        assert_eq!(told, serde_json::json!(["svg", null, true]));

        let (name, text) = saved(&page, "png").await?;
        assert_eq!(name, "tea-and-coffee.png");
        assert!(text.contains("PNG"), "{:?}", text.chars().take(8).collect::<String>());
        // The page's theme is the picture's: its corner is dark.
        page.script(
            "createImageBitmap(__saved[0].blob).then(picture => { \
               const canvas = document.createElement('canvas'); canvas.width = picture.width; canvas.height = picture.height; \
               const context = canvas.getContext('2d'); context.drawImage(picture, 0, 0); \
               window.__corner = [...context.getImageData(2, 2, 1, 1).data, picture.width]; \
             })",
        )
        .await?;
        page.until("the picture is read", "window.__corner").await?;
        let corner: Vec<u32> = serde_json::from_value(page.script("return __corner").await?)?;
        assert!(corner[..3].iter().all(|part| *part < 60) && corner[3] == 255, "{corner:?}");
        assert!(corner[4] >= 1200, "{corner:?}");
        Ok(())
    });
}

#[test]
fn the_menu_closes_with_escape_and_gives_the_focus_back() {
    in_browser("exports-keys", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.until_state("finished").await?;
        page.script("$('exports').focus()").await?;
        page.press("\u{e007}").await?;
        page.find("[data-testid=exports][aria-expanded=true]").await?;
        page.press("\u{e004}\u{e004}").await?;
        page.press("\u{e00c}").await?;
        page.until(
            "it is closed",
            "$('exports').getAttribute('aria-expanded') === 'false' && !$('export-svg')",
        )
        .await?;
        page.until("the focus is back", "document.activeElement === $('exports')").await?;
        Ok(())
    });
}
