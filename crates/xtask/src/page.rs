//! `cargo xtask build`: the release page in dist/, and what it weighs.

use std::time::Instant;

use crate::setup::{self, Browser, Ready};
use crate::step::{seconds, step};
use crate::{Result, npm, run, workspace};

/// What all files of the page together are to weigh, compressed with gzip. Not reached yet.
const BUDGET: u64 = 450_000;
/// What they must not weigh more than: what they do now, and a little. It went up twice: for the standard library, and
/// for what the page finds in a run, tells, teaches and changes (insights, edits of the source, lessons).
const CEILING: u64 = 1_215_000;

pub(crate) fn command() -> Result<()> {
    let start = Instant::now();
    build(&setup::ready(Browser::NotNeeded)?)?;
    eprintln!("build took {}", seconds(start.elapsed()));
    weigh()
}

/// Builds the page with the `web` profile and wasm-opt.
pub(crate) fn build(ready: &Ready) -> Result<()> {
    step("trunk build --release", || {
        let mut trunk = ready.command("trunk");
        trunk.args(["build", "--release", "--cargo-profile", "web"]);
        // What `trunk serve` builds has the library in it: there it may change at any moment.
        trunk.args(["--features", "library-apart"]);
        if !ready.toolchain().shrink(&mut trunk) {
            eprintln!("the source of the standard library is missing: the page is some 70 kB heavier");
        }
        // Trunk takes wasm-opt from PATH and would otherwise download it.
        run::run(trunk.env("PATH", run::path_with(&npm::bin())?))
    })
}

struct Weight {
    file: String,
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// Prints the size of each file in dist/, and how far the page is from its budget.
///
/// # Errors
/// If the page grew over the ceiling.
pub(crate) fn weigh() -> Result<()> {
    // Node has zlib and brotli; two crates would cost each first build seconds.
    let script = include_str!("sizes.mjs");
    let text =
        run::output(run::command("node").args(["--input-type=module", "-e", script]).arg(workspace::dist()))
            .ok_or("the files of dist/ could not be read")?;
    let mut weights: Vec<Weight> = text.lines().filter_map(parse).collect();
    weights.sort_by_key(|weight| std::cmp::Reverse(weight.gzip));
    let total = Weight {
        file: "total".to_owned(),
        raw: weights.iter().map(|weight| weight.raw).sum(),
        gzip: weights.iter().map(|weight| weight.gzip).sum(),
        brotli: weights.iter().map(|weight| weight.brotli).sum(),
    };
    let used = total.gzip;
    println!("{:<48} {:>10} {:>10} {:>10}", "dist/", "bytes", "gzip -9", "brotli -11");
    for Weight { file, raw, gzip, brotli } in weights.iter().chain([&total]) {
        println!("{file:<48} {raw:>10} {gzip:>10} {brotli:>10}");
    }
    if used > CEILING {
        return Err(format!("the page is {used} bytes with gzip, over its ceiling of {CEILING}").into());
    }
    match BUDGET.checked_sub(used) {
        Some(left) => println!("{left} bytes of the budget of {BUDGET} are left"),
        None => println!("OVER BUDGET: {used} bytes with gzip, {} more than {BUDGET}", used - BUDGET),
    }
    Ok(())
}

fn parse(line: &str) -> Option<Weight> {
    let mut fields = line.split('\t');
    let mut number = || fields.next()?.parse().ok();
    let (raw, gzip, brotli) = (number()?, number()?, number()?);
    Some(Weight { raw, gzip, brotli, file: fields.next()?.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn a_line_of_the_script_is_read() {
        let weight = parse("300\t20\t10\tassets/page.js").expect("four fields");
        assert_eq!((weight.raw, weight.gzip, weight.brotli), (300, 20, 10));
        assert_eq!(weight.file, "assets/page.js");
        assert!(parse("300\t20\tpage.js").is_none());
    }
}
