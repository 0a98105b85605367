//! The wasm32 target where rustup's server cannot be reached, but Debian's packages can.
//!
//! Debian's `rustc-web` and `rust-web-src` are a compiler with the matching source of the standard library. That
//! library is built once per machine and compiler version. A compiler refuses libraries and proc macros that
//! another one has built, so everything in a build for wasm32 has to come from Debian's, and everything else
//! (tests, clippy, rustfmt) stays with rustup's. A folder that rustup takes for a toolchain joins the two:
//!
//! ```text
//! ~/.cache/loopscope/toolchain/            `rustup toolchain link loopscope-web` points here
//!   bin/cargo      rustup's; sets RUSTC=../web/rustc if the arguments name wasm32
//!   bin/rustc      rustup's, or ../web/rustc if the arguments name wasm32
//!   bin/*, lib/    links to rustup's
//!   web/rustc      Debian's, with --sysroot set to this folder:
//!     lib/rustlib/wasm32-unknown-unknown/lib    the library built here
//!     lib/rustlib/src                           link to Debian's: the page is built with a smaller library
//!     lib/rustlib/<host>/lib                    link to Debian's, for proc macros and build scripts
//!     lib/rustlib/<host>/bin/rust-lld           link to rustup's linker: Debian's compiler has none for wasm
//!   stamp          what it was made from; another compiler or another layout makes it anew
//! ```
//!
//! For a person in the clone it is rustup's toolchain with one more target.

use std::fs;
use std::path::{Path, PathBuf};

use crate::step::step;
use crate::toolchain::{WASM, has_target};
use crate::{Result, run, system, workspace};

/// The name under which rustup knows the folder.
pub(crate) const TOOLCHAIN: &str = "loopscope-web";

const RUSTC: &str = "/usr/bin/rustc";
const CARGO: &str = "/usr/bin/cargo";
const SOURCE: &str = "/usr/lib/rustlib/src";
const LIBRARY: &str = "/usr/lib/rustlib/src/rust/library";
const PACKAGES: [&str; 3] = ["rustc-web", "cargo-web", "rust-web-src"];

/// Goes into the stamp: raise it when the layout changes.
const LAYOUT: u32 = 2;

/// Whether the toolchain is there, linked, and made by the compiler that is installed now.
pub(crate) fn is_ready() -> Result<bool> {
    let folder = folder()?;
    let stamp = fs::read_to_string(folder.join("stamp"));
    let current = compiler().is_some_and(|compiler| stamp.is_ok_and(|stamp| stamp == stamp_of(&compiler)));
    // Also fails when a link inside leads nowhere, because rustup's toolchain was removed.
    Ok(current
        && linker_in(&folder.join("web"), &host()?).exists()
        && has_target(run::command("rustc").env("RUSTUP_TOOLCHAIN", TOOLCHAIN)))
}

/// Installs the packages, builds the library, makes the folder and links it.
pub(crate) fn make() -> Result<()> {
    if run::find("rustup").is_none() {
        return Err(format!("the active Rust has no {WASM} target: install Rust with rustup").into());
    }
    if compiler().is_none() {
        system::install(&PACKAGES, "the Rust target wasm32-unknown-unknown (or a reachable rustup server)")?;
    }
    let compiler = compiler().ok_or("Debian's rustc-web is installed, but its compiler is not new enough")?;
    // Asked before anything is removed: the toolchain in use may be an older one made here. What rustc tells
    // is the root of rustup's own also then.
    let host = host()?;
    let rustup =
        run::output(run::command("rustc").args(["--print", "sysroot"])).ok_or("rustc does not run")?;
    let rustup = PathBuf::from(rustup);
    let folder = folder()?;
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    step("build the standard library for wasm32 (about a minute)", || build_library(&folder))?;
    step("join rustup's and Debian's toolchain", || {
        join(&folder, &rustup, &host)?;
        run::run(run::command("rustup").args(["toolchain", "link", TOOLCHAIN]).arg(&folder))?;
        Ok(fs::write(folder.join("stamp"), stamp_of(&compiler))?)
    })
}

fn folder() -> Result<PathBuf> {
    Ok(workspace::cache()?.join("toolchain"))
}

fn stamp_of(compiler: &str) -> String {
    format!("layout {LAYOUT}\n{compiler}\n")
}

/// What Debian's compiler says of itself, if it is there with the library's source and is new enough.
fn compiler() -> Option<String> {
    if !Path::new(LIBRARY).is_dir() || !Path::new(CARGO).is_file() {
        return None;
    }
    let text = run::output(run::command(RUSTC).arg("-vV"))?;
    let release = text.lines().find_map(|line| line.strip_prefix("release: 1."))?;
    let minor: u32 = release.split('.').next()?.parse().ok()?;
    let needed: u32 = env!("CARGO_PKG_RUST_VERSION").split('.').nth(1)?.parse().ok()?;
    (minor >= needed).then_some(text)
}

fn host() -> Result<String> {
    let text = run::output(run::command("rustc").arg("-vV")).ok_or("rustc does not run")?;
    let host = text.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.ok_or("rustc names no host")?.to_owned())
}

fn linker_in(sysroot: &Path, host: &str) -> PathBuf {
    sysroot.join("lib/rustlib").join(host).join("bin/rust-lld")
}

/// Builds the crates that rustup's own download for the target holds, as it does: optimised, with bitcode
/// for link-time optimisation beside the machine code.
fn build_library(folder: &Path) -> Result<()> {
    let package = folder.join("build");
    fs::create_dir_all(package.join("src"))?;
    fs::write(package.join("src/lib.rs"), "#![no_std]\n")?;
    fs::write(
        package.join("Cargo.toml"),
        "[package]\nname = \"loopscope_sysroot\"\nedition = \"2024\"\n[profile.release]\ncodegen-units = 1\n[workspace]\n",
    )?;
    let mut cargo = run::command(CARGO);
    cargo.current_dir(&package).args(["build", "--quiet", "--release", "--target", WASM]);
    cargo.arg("-Zbuild-std=std,panic_abort,panic_unwind,proc_macro,test");
    cargo.env("RUSTC", RUSTC).env("RUSTC_BOOTSTRAP", "1").env("RUSTFLAGS", "-Cembed-bitcode=yes");
    cargo.env("CARGO_TARGET_DIR", package.join("target"));
    run::run(&mut cargo)?;

    let library = folder.join("web/lib/rustlib").join(WASM).join("lib");
    fs::create_dir_all(&library)?;
    for entry in package.join("target").join(WASM).join("release/deps").read_dir()?.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.ends_with(".rlib") && !name.contains("loopscope_sysroot") {
            fs::rename(entry.path(), library.join(name))?;
        }
    }
    Ok(fs::remove_dir_all(package)?)
}

fn join(folder: &Path, rustup: &Path, host: &str) -> Result<()> {
    let (web, bin) = (folder.join("web"), folder.join("bin"));

    let host_library = web.join("lib/rustlib").join(host);
    fs::create_dir_all(host_library.join("bin"))?;
    link(&Path::new("/usr/lib/rustlib").join(host).join("lib"), &host_library.join("lib"))?;
    link(Path::new(SOURCE), &web.join("lib/rustlib/src"))?;
    let linker = linker_in(rustup, host);
    if !linker.exists() {
        return Err(format!("{} is missing: install Rust with rustup", linker.display()).into());
    }
    link(&linker, &linker_in(&web, host))?;

    for entry in rustup.read_dir()?.flatten().filter(|entry| entry.file_name() != "bin") {
        link(&entry.path(), &folder.join(entry.file_name()))?;
    }
    fs::create_dir_all(&bin)?;
    for entry in rustup.join("bin").read_dir()?.flatten() {
        if entry.file_name() != "cargo" && entry.file_name() != "rustc" {
            link(&entry.path(), &bin.join(entry.file_name()))?;
        }
    }

    let quoted = |path: &Path| format!("'{}'", path.display());
    let web_rustc = quoted(&web.join("rustc"));
    script(&web.join("rustc"), &format!("exec {RUSTC} --sysroot {} \"$@\"", quoted(&web)))?;
    script(
        &bin.join("rustc"),
        &format!(
            "case \" $* \" in *{WASM}*) exec {web_rustc} \"$@\";; esac\nexec {} \"$@\"",
            quoted(&rustup.join("bin/rustc"))
        ),
    )?;
    script(
        &bin.join("cargo"),
        &format!(
            "case \" $* \" in *{WASM}*) export RUSTC={web_rustc};; esac\nexec {} \"$@\"",
            quoted(&rustup.join("bin/cargo"))
        ),
    )
}

#[cfg(unix)]
fn link(target: &Path, path: &Path) -> Result<()> {
    Ok(std::os::unix::fs::symlink(target, path)?)
}

#[cfg(unix)]
fn script(path: &Path, body: &str) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::write(path, format!("#!/bin/sh\n{body}\n"))?;
    Ok(fs::set_permissions(path, fs::Permissions::from_mode(0o755))?)
}

#[cfg(not(unix))]
fn link(_: &Path, _: &Path) -> Result<()> {
    Err("Debian's toolchain is for Debian".into())
}

#[cfg(not(unix))]
fn script(_: &Path, _: &str) -> Result<()> {
    Err("Debian's toolchain is for Debian".into())
}
