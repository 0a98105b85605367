//! The built page in Chromium, for `cargo xtask bench` and `cargo xtask screenshot`.
#![forbid(unsafe_code)]

mod compare;
mod frames;
mod load;
mod screenshots;
mod typing;

use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "usage: page load DIST [--json] [--loads N] | page frames DIST [--json] [--frames N] \
    | page screenshot DIST FOLDER \
    | page compare SITE PROGRAMS [--json] [--turns N] [FILTER]";

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments.as_slice() {
        ["load", dist, options @ ..] => load::command(Path::new(dist), options).await,
        ["frames", dist, options @ ..] => frames::command(Path::new(dist), options).await,
        ["compare", site, programs, options @ ..] => {
            compare::command(Path::new(site), Path::new(programs), options).await
        }
        ["screenshot", dist, folder] => screenshots::command(Path::new(dist), Path::new(folder)).await,
        _ => Err(USAGE.into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
