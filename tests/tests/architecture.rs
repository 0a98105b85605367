//! The invariants of ARCHITECTURE.md that can be read off the tree.

use std::fs;
use std::path::{Path, PathBuf};

/// Each crate and those of ours that it may use.
const ARROWS: &[(&str, &[&str])] = &[
    ("crates/core", &[]),
    ("crates/visit", &[]),
    ("crates/python", &["loopscope-core", "loopscope-visit"]),
    ("crates/trace", &["loopscope-core"]),
    ("crates/scenario", &["loopscope-visit"]),
    ("crates/advice", &["loopscope-core", "loopscope-trace", "loopscope-scenario"]),
    ("crates/cli", &["loopscope-core", "loopscope-python", "loopscope-trace", "loopscope-scenario"]),
    ("crates/lessons", &["loopscope-core", "loopscope-trace"]),
    ("crates/xtask", &["loopscope-lessons"]),
    (
        "web",
        &[
            "loopscope-core",
            "loopscope-python",
            "loopscope-trace",
            "loopscope-scenario",
            "loopscope-advice",
            "loopscope-lessons",
        ],
    ),
];

/// What is outside of the arrows.
const OTHERS: &[(&str, &[&str])] = &[
    ("tests", &[]),
    ("benches", &[]),
    ("crates/stubs/unicode_names2", &[]),
    ("crates/stubs/unicode_normalization", &[]),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The names of our own crates among the dependencies of a manifest, dev-dependencies aside.
fn own_dependencies(manifest: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut counts = false;
    for line in manifest.lines() {
        if line.starts_with('[') {
            counts = line.ends_with("dependencies]") && !line.contains("dev-dependencies");
        } else if counts && line.starts_with("loopscope") {
            found.extend(line.split(['.', ' ', '=']).next().map(str::to_owned));
        }
    }
    found
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.expect("a folder can be listed").path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

#[test]
fn dependencies_point_one_way() {
    for (folder, allowed) in ARROWS {
        let manifest = read(&root().join(folder).join("Cargo.toml"));
        for dependency in own_dependencies(&manifest) {
            assert!(allowed.contains(&dependency.as_str()), "{folder} must not use {dependency}");
        }
    }
}

#[test]
fn no_crate_runs_on_another_runtime() {
    for (folder, _) in ARROWS {
        let manifest = read(&root().join(folder).join("Cargo.toml"));
        for runtime in ["tokio", "async-executor"] {
            assert!(!manifest.contains(runtime), "{folder} must not use {runtime}");
        }
    }
}

#[test]
fn every_crate_forbids_unsafe_code() {
    for (folder, _) in ARROWS.iter().chain(OTHERS) {
        let source = root().join(folder).join("src");
        let roots: Vec<PathBuf> = ["lib.rs", "main.rs"].iter().map(|name| source.join(name)).collect();
        let found: Vec<String> = roots.iter().filter(|path| path.exists()).map(|path| read(path)).collect();
        assert!(!found.is_empty(), "{folder} has no root file");
        for text in found {
            assert!(text.contains("#![forbid(unsafe_code)]"), "{folder} does not forbid unsafe code");
        }
    }
}

#[test]
fn core_knows_no_browser_outside_its_drivers() {
    let source = root().join("crates/core/src");
    for path in rust_files(&source) {
        if path.starts_with(source.join("driver")) {
            continue;
        }
        let text = read(&path);
        for name in ["wasm_bindgen", "js_sys", "web_sys", "gloo"] {
            assert!(!text.contains(name), "{} names {name}", path.display());
        }
    }
}

#[test]
fn core_knows_no_python_engine() {
    for path in rust_files(&root().join("crates/core/src")) {
        let text = read(&path);
        for name in ["ruff", "bytecode", "PyObject", "loopscope_python"] {
            assert!(!text.contains(name), "{} names {name}", path.display());
        }
    }
}

#[test]
fn only_drivers_move_a_clock() {
    let source = root().join("crates");
    for path in rust_files(&source) {
        let allowed = path.starts_with(source.join("core/src/driver")) || path.ends_with("core/src/clock.rs");
        if !allowed {
            assert!(!read(&path).contains("advance_to("), "{} moves a clock", path.display());
        }
    }
}

#[test]
fn the_page_knows_the_engine_in_one_place() {
    let source = root().join("web/src");
    for path in rust_files(&source) {
        if !path.ends_with("run.rs") {
            assert!(!read(&path).contains("loopscope_python"), "{} knows the engine", path.display());
        }
    }
}
