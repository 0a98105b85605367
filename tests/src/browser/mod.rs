//! The built page in a real Chromium, driven through WebDriver.
//!
//! ```text
//! lab           a test: one driver, one server, as many fresh browsers as it asks for
//!   driver      the chromedriver process
//!   server      dist/ over HTTP
//!   page        a browser with the page in it: find, type, wait, take a picture
//! ```
//!
//! It must not know how the page is built inside: it finds elements by their `data-testid`, reads what
//! their `data-*` attributes say, and uses `window.loopscope`, which embedding pages have too.

mod driver;
mod lab;
mod page;
mod server;

pub use driver::Driver;
pub use lab::{Lab, built_page, in_browser};
pub use page::{Look, Page};
pub use server::Server;

/// What can go wrong between a test and the browser.
pub type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;
