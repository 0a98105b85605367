//! A browser with the page in it, as a test sees it.

use std::fs;
use std::path::Path;
use std::time::Duration;

use fantoccini::actions::{InputSource, MouseActions, PointerAction, TouchActions};
use fantoccini::elements::Element;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};
use tokio::time::{Instant, sleep};

use super::{Driver, Result};

/// How long a condition may take to become true. Generous: it is reached only by a test that fails.
const PATIENCE: Duration = Duration::from_secs(20);
/// Between two looks at a condition.
const POLL: Duration = Duration::from_millis(20);

/// In each script `$(id)` is the first element with that `data-testid`, `$$(id)` all of them.
const SCRIPT_PRELUDE: &str = "\
    const $$ = id => [...document.querySelectorAll(`[data-testid=\"${id}\"]`)];\
    const $ = id => $$(id)[0];";

/// How large a browser's viewport is, and whether its user prefers a dark page.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// In CSS pixels.
    pub width: u32,
    /// In CSS pixels.
    pub height: u32,
    /// `prefers-color-scheme: dark`
    pub dark: bool,
}

impl Look {
    /// A laptop.
    pub const DESK: Self = Self { width: 1440, height: 900, dark: false };
    /// A phone, upright.
    pub const PHONE: Self = Self { width: 390, height: 844, dark: false };

    /// The same with a dark page preferred.
    #[must_use]
    pub const fn dark(self) -> Self {
        Self { dark: true, ..self }
    }
}

/// One browser with a profile of its own.
#[derive(Clone)]
pub struct Page {
    client: Client,
    home: String,
}

impl Page {
    /// Starts a browser. It shows nothing until it is sent somewhere.
    ///
    /// # Errors
    /// If it cannot be started.
    pub async fn start(driver: &Driver, home: String, look: Look) -> Result<Self> {
        let Look { width, height, .. } = look;
        let page = Self { client: driver.browser(&[format!("--window-size={width},{height}")]).await?, home };
        // The window of a headless browser has no frame of a fixed size, and a phone's width is below the
        // smallest window: the viewport itself is set.
        page.resize(width, height).await?;
        let scheme = if look.dark { "dark" } else { "light" };
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        page.devtools("Emulation.setEmulatedMedia", features).await?;
        Ok(page)
    }

    /// Runs a script in every document from now on, before any of its own.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn before_load(&self, script: &str) -> Result<()> {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await.map(drop)
    }

    /// Goes to an address below the page's own: "" is the page without anything behind it.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn goto(&self, rest: &str) -> Result<()> {
        // An address that differs only behind `#` would not load the page anew.
        self.client.goto("about:blank").await?;
        Ok(self.client.goto(&format!("{}{rest}", self.home)).await?)
    }

    /// The user of this browser prefers less motion.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn prefer_reduced_motion(&self) -> Result<()> {
        let features = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
        self.devtools("Emulation.setEmulatedMedia", features).await.map(drop)
    }

    /// Gives the page another size.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await.map(drop)
    }

    /// Loads the page anew, as its user does.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn reload(&self) -> Result<()> {
        Ok(self.client.refresh().await?)
    }

    /// Takes the network away from the page, or gives it back. What its service worker asks for is for
    /// [`super::Lab::withhold`] to refuse.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn set_offline(&self, offline: bool) -> Result<()> {
        let conditions =
            json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.devtools("Network.emulateNetworkConditions", conditions).await.map(drop)
    }

    /// The address with what the page has put behind it, without the part that all pages share.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn address(&self) -> Result<String> {
        let address = self.script("return location.href").await?;
        let address = address.as_str().unwrap_or_default();
        Ok(address.strip_prefix(&self.home).unwrap_or(address).to_owned())
    }

    /// The value that a script returns; see `SCRIPT_PRELUDE` for what it finds there.
    ///
    /// # Errors
    /// If the script throws or the browser does not answer.
    pub async fn script(&self, body: &str) -> Result<Value> {
        self.script_with(body, vec![]).await
    }

    /// As [`Page::script`], with values that it finds in `arguments`.
    ///
    /// # Errors
    /// If the script throws or the browser does not answer.
    pub async fn script_with(&self, body: &str, arguments: Vec<Value>) -> Result<Value> {
        let script = format!("{SCRIPT_PRELUDE} {body}");
        Ok(self.client.execute(&script, arguments).await.map_err(|error| format!("{error}\nin: {body}"))?)
    }

    /// Waits until an expression is true.
    ///
    /// # Errors
    /// If it does not become true: what was waited for, and what the page shows.
    pub async fn until(&self, what: &str, expression: &str) -> Result<()> {
        self.until_with(what, expression, vec![]).await
    }

    /// As [`Page::until`], with values that the expression finds in `arguments`.
    ///
    /// # Errors
    /// If it does not become true: what was waited for, and what the page shows.
    pub async fn until_with(&self, what: &str, expression: &str, arguments: Vec<Value>) -> Result<()> {
        let body = format!("return Boolean({expression})");
        let deadline = Instant::now() + PATIENCE;
        while self.script_with(&body, arguments.clone()).await? != Value::Bool(true) {
            if Instant::now() > deadline {
                return Err(format!(
                    "waited in vain until {what}: {expression} {arguments:?}\n{}",
                    self.state().await?
                )
                .into());
            }
            sleep(POLL).await;
        }
        Ok(())
    }

    /// Waits until the page's timeline is that of the present source, and in this state.
    ///
    /// # Errors
    /// If it does not get there.
    pub async fn until_state(&self, state: &str) -> Result<()> {
        let what = format!("the timeline is {state}");
        self.until_with(
            &what,
            "$('timeline')?.dataset.state === arguments[0] && !$('timeline').closest('.stale')",
            vec![state.into()],
        )
        .await
    }

    /// What the page shows, for a message.
    async fn state(&self) -> Result<String> {
        let state = self
            .script(
                "return JSON.stringify({timeline: {...($('timeline')?.dataset ?? {})}, \
                 summary: $('summary')?.textContent, notice: $$('notice').map(e => e.textContent), \
                 output: $('output')?.textContent.slice(0, 500), \
                 source: window.loopscope?.getSource().slice(0, 500)}, null, 1)",
            )
            .await?;
        Ok(state.as_str().unwrap_or_default().to_owned())
    }

    /// An attribute of the first element with that `data-testid`; empty if either is missing.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn data(&self, id: &str, name: &str) -> Result<String> {
        let value = self
            .script_with("return $(arguments[0])?.dataset[arguments[1]] ?? ''", vec![id.into(), name.into()]);
        Ok(value.await?.as_str().unwrap_or_default().to_owned())
    }

    /// The texts of all elements with that `data-testid`.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn texts(&self, id: &str) -> Result<Vec<String>> {
        let texts =
            self.script_with("return $$(arguments[0]).map(e => e.textContent)", vec![id.into()]).await?;
        Ok(texts
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|text| text.as_str().map(str::to_owned))
            .collect())
    }

    /// The first element that a CSS selector finds, waiting until it is there.
    ///
    /// # Errors
    /// If it does not appear.
    pub async fn find(&self, selector: &str) -> Result<Element> {
        let there = "document.querySelector(arguments[0])";
        self.until_with(&format!("{selector} is there"), there, vec![selector.into()]).await?;
        Ok(self.client.find(Locator::Css(selector)).await?)
    }

    /// Clicks the first element with that `data-testid`.
    ///
    /// # Errors
    /// If it is not there, or something covers it.
    pub async fn click(&self, id: &str) -> Result<()> {
        let element = self.find(&format!("[data-testid=\"{id}\"]")).await?;
        Ok(element.click().await.map_err(|error| format!("click on {id}: {error}"))?)
    }

    /// Presses the mouse's button at the first of some places of the viewport, and moves to the others; it stays down.
    ///
    /// # Errors
    /// If a place is outside the viewport.
    pub async fn hold(&self, places: &[(f64, f64)]) -> Result<()> {
        let mut actions = moves(places);
        actions.insert(1.min(actions.len()), PointerAction::Down { button: 0 });
        self.mouse(actions).await
    }

    /// Moves what [`Page::hold`] pressed to the places, a frame for each.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn pull(&self, places: &[(f64, f64)]) -> Result<()> {
        self.mouse(moves(places)).await
    }

    /// Lifts what [`Page::hold`] pressed.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn lift(&self) -> Result<()> {
        self.mouse(vec![PointerAction::Up { button: 0 }]).await
    }

    /// Puts a finger down at the first of some places of the viewport, moves it to the others, and lifts it. All at once:
    /// chromedriver does not lift a finger that an earlier command put down.
    ///
    /// # Errors
    /// If a place is outside the viewport.
    pub async fn swipe(&self, places: &[(f64, f64)]) -> Result<()> {
        let mut actions = moves(places);
        actions.insert(1.min(actions.len()), PointerAction::Down { button: 0 });
        actions.push(PointerAction::Up { button: 0 });
        let finger = TouchActions::new("finger".to_owned());
        self.client.perform_actions(actions.into_iter().fold(finger, InputSource::then)).await?;
        Ok(())
    }

    async fn mouse(&self, actions: Vec<PointerAction>) -> Result<()> {
        let mouse = MouseActions::new("mouse".to_owned());
        self.client.perform_actions(actions.into_iter().fold(mouse, InputSource::then)).await?;
        Ok(())
    }

    /// The middle of the first element with that `data-testid`, in the viewport.
    ///
    /// # Errors
    /// If it does not appear.
    pub async fn middle(&self, id: &str) -> Result<(f64, f64)> {
        self.find(&format!("[data-testid=\"{id}\"]")).await?;
        let script = "const box = $(arguments[0]).getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2]";
        let place = self.script_with(script, vec![id.into()]).await?;
        let number = |index: usize| place[index].as_f64().ok_or("no place");
        Ok((number(0)?, number(1)?))
    }

    /// Presses keys wherever the focus is.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn press(&self, keys: &str) -> Result<()> {
        Ok(self.client.active_element().await?.send_keys(keys).await?)
    }

    /// What the editor holds.
    ///
    /// # Errors
    /// If the page is not there.
    pub async fn source(&self) -> Result<String> {
        let source = self.script("return window.loopscope.getSource()").await?;
        Ok(source.as_str().ok_or("getSource returned no text")?.to_owned())
    }

    /// Replaces what the editor holds and waits until the page has run it.
    ///
    /// # Errors
    /// If the page is not there, or its timeline does not get to `state`.
    pub async fn set_source(&self, source: &str, state: &str) -> Result<()> {
        self.until("the page is there", "window.loopscope?.setSource").await?;
        self.script_with("window.loopscope.setSource(arguments[0])", vec![source.into()]).await?;
        self.until_state(state).await
    }

    /// The lines printed by the program.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn printed(&self, stream: &str) -> Result<Vec<String>> {
        let lines = self
            .script_with(
                "return $$('output-line').filter(e => e.dataset.stream === arguments[0]) \
                 .map(e => e.querySelector('.output-text').textContent)",
                vec![stream.into()],
            )
            .await?;
        Ok(lines
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|line| line.as_str().map(str::to_owned))
            .collect())
    }

    /// The page draws frame after frame: it does not hang.
    ///
    /// # Errors
    /// If it does.
    pub async fn is_alive(&self) -> Result<()> {
        self.script(
            "window.__frames = 0; \
             const count = () => { if (++window.__frames < 10) requestAnimationFrame(count); }; \
             requestAnimationFrame(count)",
        )
        .await?;
        self.until("ten frames are drawn", "window.__frames >= 10").await
    }

    /// Milliseconds from navigation to a mark that the page has set.
    ///
    /// # Errors
    /// If the page does not set it.
    pub async fn mark(&self, name: &str) -> Result<f64> {
        self.until_with(
            "the mark is set",
            "performance.getEntriesByName(arguments[0])[0]",
            vec![name.into()],
        )
        .await?;
        let body = "return performance.getEntriesByName(arguments[0])[0].startTime";
        self.script_with(body, vec![name.into()]).await?.as_f64().ok_or_else(|| "the mark has no time".into())
    }

    /// What the page and the browser have reported as errors since the last call.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn errors(&self) -> Result<Vec<String>> {
        let entries = self.command("se/log", json!({ "type": "browser" })).await?;
        let entries = entries.as_array().cloned().unwrap_or_default();
        let severe = entries.iter().filter(|entry| entry["level"] == "SEVERE");
        Ok(severe.map(|entry| entry["message"].as_str().unwrap_or_default().to_owned()).collect())
    }

    /// Lets the page read and write the clipboard.
    ///
    /// # Errors
    /// If the browser does not know the permission.
    pub async fn allow_clipboard(&self) -> Result<()> {
        for name in ["clipboard-read", "clipboard-write"] {
            self.command("permissions", json!({ "descriptor": { "name": name }, "state": "granted" }))
                .await?;
        }
        Ok(())
    }

    /// How long a script may keep the page busy before that is an error; half a minute unless this is called.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn set_script_timeout(&self, timeout: Duration) -> Result<()> {
        let milliseconds = u64::try_from(timeout.as_millis()).unwrap_or(u64::MAX);
        self.command("timeouts", json!({ "script": milliseconds })).await.map(drop)
    }

    /// Saves what the browser shows as a PNG.
    ///
    /// # Errors
    /// If the browser does not answer or the file cannot be written.
    pub async fn screenshot(&self, file: &Path) -> Result<()> {
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        Ok(fs::write(file, self.client.screenshot().await?)?)
    }

    /// Ends the browser.
    ///
    /// # Errors
    /// If it does not answer.
    pub async fn close(self) -> Result<()> {
        Ok(self.client.close().await?)
    }

    async fn devtools(&self, name: &str, parameters: Value) -> Result<Value> {
        self.command("goog/cdp/execute", json!({ "cmd": name, "params": parameters })).await
    }

    async fn command(&self, path: &'static str, body: Value) -> Result<Value> {
        Ok(self.client.issue_cmd(Post { path, body }).await.map_err(|error| format!("{path}: {error}"))?)
    }
}

/// A command that the client has no method for.
#[derive(Debug)]
struct Post {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Post {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> std::result::Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}

/// To the first place at once, to each of the others in a frame.
fn moves(places: &[(f64, f64)]) -> Vec<PointerAction> {
    let frame = Some(Duration::from_millis(16));
    let step =
        |(index, &(x, y))| PointerAction::MoveTo { duration: if index == 0 { None } else { frame }, x, y };
    places.iter().enumerate().map(step).collect()
}
