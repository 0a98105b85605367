//! Zooming and panning a timeline of a million events in Chromium: the times of the frames.

use std::process::Command;

use crate::setup::Ready;
use crate::{Result, page, screenshot, workspace};

/// The command that measures, once the page is built.
pub(crate) fn command(ready: &Ready, options: &[&str]) -> Result<Command> {
    page::build(ready)?;
    let mut command = screenshot::harness(ready, "frames");
    command.arg(workspace::dist()).args(options);
    Ok(command)
}
