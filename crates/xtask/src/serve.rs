//! `cargo xtask serve`: the page, rebuilt on every change. After a set-up `trunk serve` does the same.

use crate::setup::{self, Browser};
use crate::{Result, run};

pub(crate) fn command(options: &[&str]) -> Result<()> {
    let ready = setup::ready(Browser::NotNeeded)?;
    let mut port = "8080";
    for pair in options.windows(2) {
        if let ["--port" | "-p", value] = pair {
            port = value;
        }
    }
    eprintln!("the page will be at http://127.0.0.1:{port}/ once it is built; Ctrl-C ends");
    run::run(ready.command("trunk").arg("serve").args(options))
}
