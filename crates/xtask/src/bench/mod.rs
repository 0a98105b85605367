//! `cargo xtask bench`: figures, not tests. Nothing here fails because something is slow.

mod page;

use crate::Result;
use crate::setup::{self, Browser};

pub(crate) fn command(arguments: &[&str]) -> Result<()> {
    let ready = setup::ready(Browser::Needed)?;
    page::run(&ready, arguments)
}
