//! Which compiler builds for wasm32. In order of preference:
//!
//! 1. the active toolchain has the target;
//! 2. `rustup target add` adds it;
//! 3. Debian's compiler builds the standard library for it, and a rustup toolchain named
//!    `loopscope-web` joins the two (see [`debian`]).
//!
//! The release page is built together with its own standard library, made smaller ([`Toolchain::shrink`]): that
//! takes the library's source, which rustup has as `rust-src` and Debian as `rust-web-src`.
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

    /// Makes a command of cargo's build a standard library for wasm32 that has nothing in it for panics: they trap,
    /// and the page tells of it (`web/static/boot.js`). It saves the page a tenth of its weight. And the functions that are
    /// marked `optimize(speed)` are compiled for speed, the rest for size (`--cfg page`).
    ///
    /// False if the source of the library cannot be had: then the page is built with the usual one.
    pub(crate) fn shrink(&self, command: &mut Command) -> bool {
        // Asked again: what rustup believes to have installed may have been taken away.
        let there = self.has_source() || (self.add_source() && self.has_source());
        if !there {
            return false;
        }
        // What is set here is not stable yet, and is for the page only: tests run on the usual library.
        command
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
            .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
            .env(
                "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
                "--cfg=page -Ctarget-feature=+simd128 \
                 -Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none",
            );
        true
    }

    fn has_source(&self) -> bool {
        match self {
            Self::Active => source_in(&mut run::command("rustc")),
            Self::Debian => source_in(run::command("rustc").env("RUSTUP_TOOLCHAIN", debian::TOOLCHAIN)),
        }
    }

    fn add_source(&self) -> bool {
        matches!(self, Self::Active)
            && run::find("rustup").is_some()
            && step("rustup component add rust-src", || {
                let mut rustup = run::command("rustup");
                rustup.args(["component", "add", "rust-src"]).env("RUSTUP_MAX_RETRIES", "0");
                run::run(rustup.env_remove("RUST_BACKTRACE"))
            })
            .is_ok()
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

/// Whether the source of the standard library lies where cargo looks for it.
fn source_in(rustc: &mut Command) -> bool {
    let sysroot = run::output(rustc.args(["--print", "sysroot", "--target", WASM]));
    sysroot.is_some_and(|sysroot| PathBuf::from(sysroot).join("lib/rustlib/src/rust/library/std").is_dir())
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
