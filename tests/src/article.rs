//! The scripts of the article that started this project, read where its text lies; only what CPython prints for
//! them is kept here (`programs-article/N.out`, recorded by `record.py`, which cuts the text in the same way).

use std::path::{Path, PathBuf};
use std::{fs, io};

/// A complete script of the article.
#[derive(Clone, Debug)]
pub struct Script {
    /// Its place in the article, from 1.
    pub number: usize,
    /// The source text.
    pub source: String,
    /// What CPython prints; `None` if it was not recorded.
    pub stdout: Option<String>,
}

impl Script {
    /// The name of its file, as tracebacks show it.
    #[must_use]
    pub fn filename(&self) -> String {
        format!("{}.py", self.number)
    }
}

/// Where the article's text may lie: `../shared/seeds`, seen from the project's root.
#[must_use]
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/seeds")
}

/// The article's scripts, in order; none if the article is not there.
///
/// # Errors
/// The article is there and cannot be read.
pub fn scripts() -> io::Result<Vec<Script>> {
    let mut texts = Vec::new();
    if folder().is_dir() {
        for entry in fs::read_dir(folder())? {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == "txt") {
                texts.push(path);
            }
        }
    }
    texts.sort();
    let mut scripts = Vec::new();
    for path in texts {
        for source in complete_scripts(&fs::read_to_string(path)?) {
            let number = scripts.len() + 1;
            let recorded =
                Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("programs-article/{number}.out"));
            let stdout = recorded.exists().then(|| fs::read_to_string(recorded)).transpose()?;
            scripts.push(Script { number, source, stdout });
        }
    }
    Ok(scripts)
}

/// The scripts in a text: from a line `import asyncio` to the line that runs the loop.
fn complete_scripts(text: &str) -> Vec<String> {
    let mut scripts = Vec::new();
    let mut script: Option<String> = None;
    for line in text.lines() {
        if script.is_none() && line.trim_end() == "import asyncio" {
            script = Some(String::new());
        }
        if let Some(so_far) = &mut script {
            so_far.push_str(line);
            so_far.push('\n');
            if line.starts_with("asyncio.run(") {
                scripts.extend(script.take());
            }
        }
    }
    scripts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_begin_at_the_import_and_end_where_the_loop_runs() {
        let text = "prose\nimport asyncio\nimport time\nasyncio.run(a())\nprose\nx = 1\nimport asyncio\n\
                    asyncio.run(b()) # c\nimport asyncio\nnever run\n";
        assert_eq!(
            complete_scripts(text),
            ["import asyncio\nimport time\nasyncio.run(a())\n", "import asyncio\nasyncio.run(b()) # c\n"]
        );
    }
}
