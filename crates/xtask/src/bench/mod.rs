//! `cargo xtask bench`: figures, not tests. Nothing here fails because something is slow.
//!
//! A section prints its own table, or with `--json` an object of its own; those are put into one object under
//! the names of the sections. The shape of each is told where it is made: `tests/src/bin/page/`,
//! `benches/src/report.rs`.

mod browser;
mod frames;
mod native;
mod page;

use std::process::{Command, Stdio};

use crate::Result;
use crate::setup::{self, Browser};

const USAGE: &str = "usage: cargo xtask bench [page [--loads N] | frames [--frames N] | native [--turns N] [FILTER] | browser [--turns N] [FILTER]] [--json]";

pub(crate) fn command(arguments: &[&str]) -> Result<()> {
    let json = arguments.contains(&"--json");
    let rest: Vec<&str> = arguments.iter().copied().filter(|argument| *argument != "--json").collect();
    let (sections, options): (&[&str], &[&str]) = match rest.as_slice() {
        [] => (&["page", "frames", "native", "browser"], &[]),
        ["page", options @ ..] => (&["page"], options),
        ["frames", options @ ..] => (&["frames"], options),
        ["native", options @ ..] => (&["native"], options),
        ["browser", options @ ..] => (&["browser"], options),
        _ => return Err(USAGE.into()),
    };
    // The native section needs a compiler and nothing else.
    let ready = if sections == ["native"] { None } else { Some(setup::ready(Browser::Needed)?) };
    let mut objects = Vec::new();
    for section in sections {
        let mut command = match &ready {
            Some(ready) if *section == "page" => page::command(ready, options)?,
            Some(ready) if *section == "frames" => frames::command(ready, options)?,
            Some(ready) if *section == "browser" => browser::command(ready, options)?,
            _ => native::command(options)?,
        };
        if json {
            command.arg("--json");
            objects.push(format!("\"{section}\":{}", printed(&mut command)?));
        } else {
            crate::run::run(&mut command)?;
        }
    }
    if json {
        println!("{{{}}}", objects.join(","));
    }
    Ok(())
}

/// What a command prints on its standard output; what it says meanwhile goes to the terminal.
fn printed(command: &mut Command) -> Result<String> {
    let output = command.stderr(Stdio::inherit()).output()?;
    if !output.status.success() {
        return Err(format!("failed ({}): {}", output.status, command.get_program().to_string_lossy()).into());
    }
    Ok(String::from_utf8(output.stdout)?.trim().to_owned())
}
