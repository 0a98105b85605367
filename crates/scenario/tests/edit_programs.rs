//! Every edit of every program of the conformance tests: real programs in many styles.

use std::path::{Path, PathBuf};

use loopscope_scenario::edit::{
    Direction, EditError, ListKind, TextChange, add_row, analyse, apply, duplicate_row, move_row, remove_row,
    set_number, switch,
};

fn programs(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            programs(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "py") {
            found.push(path);
        }
    }
}

/// The edit is made and the result parses, or it is refused for a reason that a person can act on.
fn check(source: &str, what: &str, edit: Result<Vec<TextChange>, EditError>) -> bool {
    match edit {
        Ok(changes) => {
            analyse(&apply(source, &changes)).unwrap_or_else(|refusal| panic!("{what}: {refusal}"));
            true
        }
        Err(
            EditError::StillUsed { .. }
            | EditError::Depends(_)
            | EditError::Entangled { .. }
            | EditError::NotAwaited { .. }
            | EditError::NoCoroutine(_)
            | EditError::OnlyHere(_)
            | EditError::NotImported(_),
        ) => false,
        Err(error) => panic!("{what}: {error}"),
    }
}

#[test]
fn every_edit_of_every_program() {
    let mut files = Vec::new();
    programs(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/programs"), &mut files);
    let (mut made, mut refused) = (0, 0);
    for file in &files {
        let source = std::fs::read_to_string(file).expect("a program is readable");
        // Some are syntax errors on purpose.
        let Ok(outline) = analyse(&source) else { continue };
        let mut count = |what: &str, edit| {
            let done = check(&source, &format!("{what} in {}", file.display()), edit);
            (made, refused) = (made + usize::from(done), refused + usize::from(!done));
        };
        for delay in &outline.delays {
            count(&delay.label, set_number(&source, &delay.range, 0.125));
        }
        for list in &outline.lists {
            count("add", add_row(&source, list));
            for form in [ListKind::Sequential, ListKind::CreateTask, ListKind::Gather, ListKind::TaskGroup] {
                count("switch", switch(&source, list, form));
            }
            for row in 0..list.rows.len() {
                count("duplicate", duplicate_row(&source, list, row));
                count("remove", remove_row(&source, list, row));
                if row > 0 {
                    count("move", move_row(&source, list, row, Direction::Up));
                }
            }
        }
    }
    println!("{} programs, {made} edits made, {refused} refused", files.len());
    assert!(made > 100 && refused < made, "{made} made, {refused} refused");
}
