//! The page's Content-Security-Policy: it is there, the page keeps it whatever is done, and nothing is asked of another host.

use loopscope_tests::browser::{Look, Page, Result, in_browser};
use serde_json::json;

/// Notes what the policy forbids, from the first script on.
const LISTEN: &str = "window.__forbidden = []; addEventListener('securitypolicyviolation', \
     e => __forbidden.push(`${e.effectiveDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber}`))";

async fn keeps_to_itself(page: &Page) -> Result<()> {
    assert_eq!(page.script("return __forbidden").await?, json!([]));
    let foreign = page
        .script(
            "return performance.getEntriesByType('resource').map(e => e.name) \
             .filter(name => !name.startsWith(location.origin) && !/^(data|blob):/.test(name))",
        )
        .await?;
    assert_eq!(foreign, json!([]));
    Ok(())
}

#[test]
fn whatever_is_done_the_page_keeps_its_policy_and_asks_no_other_host() {
    in_browser("policy", async |lab| {
        let page = lab.start_browser(Look::DESK).await?;
        page.before_load(LISTEN).await?;
        page.goto("").await?;
        page.until_state("finished").await?;
        page.until(
            "the editor is there, with its style",
            "getComputedStyle(document.querySelector('.cm-scroller')).display === 'flex'",
        )
        .await?;
        // The library is loaded, a line is underlined, a program runs live, menus and dialogs open.
        page.set_source("import textwrap\nprint(textwrap.dedent(' a'))\n", "finished").await?;
        page.set_source("print((\n", "failed").await?;
        page.set_source(super::TWO_TASKS, "finished").await?;
        page.click("run").await?;
        page.until_state("running").await?;
        page.click("stop").await?;
        page.until_state("stopped").await?;
        for control in ["theme", "examples", "help"] {
            page.click(control).await?;
        }
        page.is_alive().await?;
        keeps_to_itself(&page).await
    });
}

#[test]
fn a_script_that_comes_in_from_outside_does_not_run() {
    in_browser("smuggled", async |lab| {
        let page = lab.start_browser(Look::DESK).await?;
        page.before_load(LISTEN).await?;
        page.goto("").await?;
        page.until_state("finished").await?;
        page.script(
            "const script = document.createElement('script'); script.textContent = 'window.__in = 1'; \
             document.body.append(script); \
             document.body.insertAdjacentHTML('beforeend', '<img src=\"/none.png\" onerror=\"window.__in = 2\">'); \
             const far = document.createElement('script'); far.src = 'https://loopscope.invalid/x.js'; \
             document.body.append(far)",
        )
        .await?;
        page.until("all three are forbidden", "__forbidden.length === 3").await?;
        assert_eq!(page.script("return window.__in ?? null").await?, serde_json::Value::Null);
        // The browser tells of them on its console; of nothing else.
        let errors = page.errors().await?;
        assert!(
            errors
                .iter()
                .all(|error| error.contains("Content Security Policy") || error.contains("none.png")),
            "{errors:?}"
        );
        Ok(())
    });
}
