//! Which compiler builds for wasm32. In order of preference:
//!
//! 1. the active toolchain has the target;
//! 2. `rustup target add` adds it;
//! 3. Debian's compiler builds the standard library for it, and a rustup toolchain named
//!    `loopscope-web` joins the two (see [`debian`]).
//!
//! In the third case the folder of the clone is told to use that toolchain (`rustup override`), so that
//! `trunk serve` works without any environment. `rustup override unset` undoes it.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use crate::step::{already, step};
use crate::{Result, debian, run, workspace};

/// The target of the page.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// The toolchain that builds the page.
pub(crate) enum Toolchain {
    /// The active one has the target.
    Active,
    /// The one made from Debian's compiler.
    Debian,
}

impl Toolchain {
    /// Makes a command, and what it starts, use this toolchain.
    pub(crate) fn choose(&self, command: &mut Command) {
        // Explicit, because rustup has fixed the toolchain for everything that `cargo xtask` starts.
        if matches!(self, Self::Debian) {
            command.env("RUSTUP_TOOLCHAIN", debian::TOOLCHAIN);
        }
    }

    /// Whether clippy can check code for wasm32.
    pub(crate) fn has_wasm_clippy(&self) -> bool {
        // Clippy is rustup's, and cannot read a standard library that another compiler has built.
        matches!(self, Self::Active)
    }
}

/// Finds or makes a toolchain with the wasm32 target.
pub(crate) fn ready() -> Result<Toolchain> {
    let in_use = env::var("RUSTUP_TOOLCHAIN").is_ok_and(|name| name == debian::TOOLCHAIN);
    if !in_use && has_target(&mut run::command("rustc")) {
        already(WASM, "in the active toolchain");
        return Ok(Toolchain::Active);
    }
    if debian::is_ready()? {
        already(WASM, "through Debian's compiler");
    } else {
        if !in_use && run::find("rustup").is_some() && add_target().is_ok() {
            return Ok(Toolchain::Active);
        }
        debian::make()?;
    }
    override_clone()?;
    Ok(Toolchain::Debian)
}

/// Whether the standard library for wasm32 is there.
pub(crate) fn has_target(rustc: &mut Command) -> bool {
    let folder = run::output(rustc.args(["--print", "target-libdir", "--target", WASM]));
    let entries = folder.and_then(|folder| PathBuf::from(folder).read_dir().ok());
    entries.is_some_and(|entries| {
        entries.flatten().any(|entry| entry.file_name().to_string_lossy().starts_with("libstd-"))
    })
}

fn add_target() -> Result<()> {
    step("rustup target add", || {
        let mut rustup = run::command("rustup");
        // One try without a backtrace: where the server cannot be reached, there is another way.
        rustup.args(["target", "add", WASM]).env("RUSTUP_MAX_RETRIES", "0").env_remove("RUST_BACKTRACE");
        run::run(&mut rustup)
    })
}

/// Makes the joined toolchain the one of this clone.
fn override_clone() -> Result<()> {
    let root = workspace::root();
    let overrides = run::output(run::command("rustup").args(["override", "list"])).unwrap_or_default();
    let ours = |line: &str| {
        let mut words = line.rsplitn(2, char::is_whitespace);
        words.next() == Some(debian::TOOLCHAIN)
            && words.next().is_some_and(|path| path.trim_end() == root.to_string_lossy())
    };
    if overrides.lines().any(ours) {
        return Ok(());
    }
    step(&format!("rustup override set {}", debian::TOOLCHAIN), || {
        run::run(run::command("rustup").args(["override", "set", debian::TOOLCHAIN, "--path"]).arg(root))
    })
}
