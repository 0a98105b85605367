//! Packs the engine's own Python for embedding; `embedded!` (src/native.rs) finds the result.
//!
//! With the feature `library-apart` a file of the standard library is not embedded: what is found in its place says
//! where it is to be looked for (src/stdlib/library.rs).

#[path = "build/pack.rs"]
mod pack;

use std::fs;
use std::path::{Path, PathBuf};

fn main() {
    println!("cargo::rerun-if-changed=src");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default());
    pack_folder(Path::new("src"), &out);
}

fn pack_folder(folder: &Path, out: &Path) {
    for entry in fs::read_dir(folder).expect("a folder of sources").flatten() {
        let (path, to) = (entry.path(), out.join(entry.file_name()));
        if path.is_dir() {
            // A folder beside a module of its name holds the parts of that.
            if entry.file_name() != "tests" && !path.with_extension("py").exists() {
                pack_folder(&path, &to);
            }
        } else if path.extension().is_some_and(|extension| extension == "py") {
            let packed =
                if std::env::var_os("CARGO_FEATURE_LIBRARY_APART").is_some() && folder.ends_with("stdlib") {
                    format!("# library: {}\n", entry.file_name().display())
                } else {
                    pack::pack(&pack::read(&path).expect("a source"))
                };
            // A file that stays the same stays untouched: the package is not compiled anew for it.
            if fs::read_to_string(&to).ok().as_ref() != Some(&packed) {
                fs::create_dir_all(out).expect("a folder for the packed sources");
                fs::write(&to, packed).expect("a packed source");
            }
        }
    }
}
