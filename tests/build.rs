//! Embeds the recorded programs, so that the same set runs natively and in a browser, where there are no files.
//!
//! Writes `programs.rs` into `OUT_DIR`; `src/programs.rs` includes it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let tests = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let examples = tests.join("../crates/scenario/examples");
    let mut out = String::new();

    let mut programs = Vec::new();
    for folder in folders(&tests.join("programs"))? {
        let group = name_of(&folder);
        for source in python_files(&folder)? {
            programs.push((group.clone(), source.clone(), source.with_extension("")));
        }
    }
    // The examples lie where the page takes them from; only what is recorded of them is here.
    for source in python_files(&examples)? {
        let base = tests.join("programs/examples").join(name_of(&source.with_extension("")));
        programs.push(("examples".to_owned(), source, base));
    }
    // Lessons hold their programs: each is written out.
    let lessons = tests.join("../lessons");
    let course = loopscope_lessons::read::folder(&lessons)?;
    let folder = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it")).join("lessons");
    fs::create_dir_all(&folder)?;
    for lesson in &course.lessons {
        let changed =
            lesson.change.as_ref().map(|change| (format!("{}-changed", lesson.slug), &change.solution));
        for (name, source) in [(lesson.slug.clone(), &lesson.program)].into_iter().chain(changed) {
            let file = folder.join(format!("{name}.py"));
            fs::write(&file, source)?;
            programs.push(("lessons".to_owned(), file, tests.join("programs/lessons").join(name)));
        }
    }
    list(&mut out, "PROGRAMS", &programs);

    let refusals: Vec<_> = python_files(&tests.join("refusals"))?
        .into_iter()
        .map(|source| ("refusals".to_owned(), source.clone(), source.with_extension("")))
        .collect();
    list(&mut out, "REFUSALS", &refusals);

    for place in ["programs", "refusals", "../crates/scenario/examples", "../lessons", "build.rs"] {
        println!("cargo::rerun-if-changed={place}");
    }
    fs::write(PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it")).join("programs.rs"), out)
}

/// A `static` with an entry per program: its folder, its source and the base of its recorded files.
fn list(out: &mut String, name: &str, programs: &[(String, PathBuf, PathBuf)]) {
    writeln!(out, "static {name}: &[Program] = &[").expect("a String takes it");
    for (folder, source, base) in programs {
        let embedded = |suffix: &str| {
            let path = base.with_extension(suffix);
            path.exists().then(|| format!("include_str!({:?})", path.display().to_string()))
        };
        let expected = embedded("out").or_else(|| embedded("err").map(|_| "\"\"".to_owned())).map(|stdout| {
            let stderr = embedded("err").unwrap_or_else(|| "\"\"".to_owned());
            let status = fs::read_to_string(base.with_extension("status")).unwrap_or_default();
            let status: u8 = status.trim().parse().unwrap_or(0);
            format!("Expected {{ stdout: {stdout}, stderr: {stderr}, status: {status} }}")
        });
        let expected = expected.map_or("None".to_owned(), |expected| format!("Some({expected})"));
        writeln!(
            out,
            "    Program {{ name: {:?}, source: include_str!({:?}), expected: {expected} }},",
            format!("{folder}/{}", name_of(base)),
            source.display().to_string(),
        )
        .expect("a String takes it");
    }
    writeln!(out, "];").expect("a String takes it");
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn folders(inside: &Path) -> io::Result<Vec<PathBuf>> {
    sorted(inside, |path| path.is_dir())
}

fn python_files(inside: &Path) -> io::Result<Vec<PathBuf>> {
    sorted(inside, |path| path.extension().is_some_and(|extension| extension == "py"))
}

fn sorted(inside: &Path, wanted: impl Fn(&Path) -> bool) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(inside)? {
        let path = entry?.path().canonicalize()?;
        if wanted(&path) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
