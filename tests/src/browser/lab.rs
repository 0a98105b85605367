//! The frame of a browser test.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};

use tokio::runtime::Runtime;

use super::{Driver, Look, Page, Result, Server};

/// A server with the built page, and browsers to open it in.
pub struct Lab {
    driver: Driver,
    server: Server,
    pages: RefCell<Vec<Page>>,
}

impl Lab {
    /// Serves a folder and starts chromedriver.
    ///
    /// # Errors
    /// If the folder holds no page, or chromedriver is missing.
    pub fn start(dist: &Path) -> Result<Self> {
        if !dist.join("index.html").is_file() {
            return Err(format!("no page in {}: run cargo xtask build", dist.display()).into());
        }
        Ok(Self { driver: Driver::start()?, server: Server::start(dist)?, pages: RefCell::default() })
    }

    /// From now on files of the page whose path begins like this are not there.
    pub fn withhold(&self, path: &str) {
        self.server.withhold(path);
    }

    /// Puts another page beside the one that is tested.
    pub fn add(&self, path: &str, html: &str) {
        self.server.add(path, html);
    }

    /// A browser with a fresh profile that shows the page at `rest` (a query, a hash).
    ///
    /// # Errors
    /// If it does not start.
    pub async fn open(&self, look: Look, rest: &str) -> Result<Page> {
        let page = self.start_browser(look).await?;
        page.goto(rest).await?;
        Ok(page)
    }

    /// A browser with a fresh profile that shows nothing yet.
    ///
    /// # Errors
    /// If it does not start.
    pub async fn start_browser(&self, look: Look) -> Result<Page> {
        let page = Page::start(&self.driver, self.server.url(), look).await?;
        self.pages.borrow_mut().push(page.clone());
        Ok(page)
    }

    /// Closes all browsers.
    ///
    /// # Errors
    /// If the page or the browser has reported an error that no test asked for.
    pub async fn close(&self) -> Result<()> {
        let mut errors = Vec::new();
        for page in self.pages.take() {
            errors.extend(page.errors().await?);
            page.close().await?;
        }
        if errors.is_empty() {
            Ok(())
        } else {
            Err(format!("errors on the page:\n{}", errors.join("\n")).into())
        }
    }

    async fn close_after_failure(&self, name: &str) {
        for (number, page) in self.pages.take().into_iter().enumerate() {
            let file = workspace().join(format!("target/e2e/{name}-{number}.png"));
            // The test has failed already: what cannot be shown or closed now changes nothing.
            if page.screenshot(&file).await.is_ok() {
                eprintln!("what the browser showed: {}", file.display());
            }
            for error in page.errors().await.unwrap_or_default() {
                eprintln!("on the page: {error}");
            }
            let _ = page.close().await;
        }
    }
}

/// Runs a browser test on the release page. When it fails, what each browser shows is saved.
///
/// # Panics
/// If the test fails: this is how tests do.
pub fn in_browser(name: &str, test: impl AsyncFnOnce(&Lab) -> Result<()>) {
    let runtime = runtime();
    let lab = Lab::start(&built_page()).unwrap_or_else(|error| panic!("{error}"));
    let outcome = catch_unwind(AssertUnwindSafe(|| runtime.block_on(test(&lab))));
    match outcome {
        Ok(Ok(())) => {
            if let Err(error) = runtime.block_on(lab.close()) {
                panic!("{error}");
            }
        }
        Ok(Err(error)) => {
            runtime.block_on(lab.close_after_failure(name));
            panic!("{error}");
        }
        Err(panic) => {
            runtime.block_on(lab.close_after_failure(name));
            resume_unwind(panic);
        }
    }
}

fn runtime() -> Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime on this thread")
}

/// Where `cargo xtask build` puts the page.
#[must_use]
pub fn built_page() -> PathBuf {
    workspace().join("dist")
}

fn workspace() -> &'static Path {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().unwrap_or(tests)
}
