//! From navigation to the first timeline, in cold loads of the release page in Chromium.

use crate::setup::Ready;
use crate::{Result, page, screenshot};

pub(crate) fn run(ready: &Ready, options: &[&str]) -> Result<()> {
    page::build(ready)?;
    screenshot::in_browser(ready, "load", options)
}
