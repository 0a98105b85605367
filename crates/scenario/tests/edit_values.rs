//! Edits of numbers and arguments, and what stays true of every edit: the program still parses, the edited item has
//! its new value, everything else is as it was.

use std::ops::Range;

use loopscope_scenario::EXAMPLES;
use loopscope_scenario::edit::{
    Direction, EditError, Outline, TextChange, Utf16Map, add_row, analyse, apply, move_row, remove_row,
    set_argument, set_number,
};

const PROGRAM: &str = "\
import asyncio

async def go(delay, what='x'):
    await asyncio.sleep(delay)  # 🦀 go

asyncio.run(asyncio.gather(go(2, 'hello'), go(what='world', delay=.5)))
";

fn outline(source: &str) -> Outline {
    analyse(source).expect("it parses")
}

/// Sets a delay (by its number) and compares the line it is on.
fn check_number(source: &str, delay: usize, value: f64, expected: &str) {
    let range = outline(source).delays[delay].range.clone();
    let changes = set_number(source, &range, value).expect("a number can be set");
    let new = apply(source, &changes);
    let line = source[..range.start].lines().count() - 1;
    assert_eq!(new.lines().nth(line), Some(expected));
    assert_eq!(outline(&new).delays[delay].value, value);
    assert_rest_is_kept(source, &new, &changes);
}

/// All that is not replaced is still there, in order.
fn assert_rest_is_kept(old: &str, new: &str, changes: &[TextChange]) {
    let mut rest = new;
    let mut done = 0;
    for change in changes {
        rest = rest.strip_prefix(&old[done..change.range.start]).expect("the text before a change is kept");
        rest = rest.strip_prefix(change.insert.as_str()).expect("the insertion is there");
        done = change.range.end;
    }
    assert_eq!(rest, &old[done..]);
}

#[test]
fn numbers() {
    check_number(PROGRAM, 0, 5.0, "asyncio.run(asyncio.gather(go(5, 'hello'), go(what='world', delay=.5)))");
    check_number(
        PROGRAM,
        1,
        0.75,
        "asyncio.run(asyncio.gather(go(2, 'hello'), go(what='world', delay=.75)))",
    );
    let one = |expr: &str| format!("import asyncio\nasyncio.sleep({expr})");
    check_number(&one("-2"), 0, 3.0, "asyncio.sleep(3)");
    check_number(&one("2"), 0, -3.0, "asyncio.sleep(-3)");
    check_number(&one("2**3"), 0, -3.5, "asyncio.sleep((-3.5)**3)");
    check_number(&one("1 -2"), 1, -3.0, "asyncio.sleep(1 --3)");
    check_number(&one("1_000.0"), 0, 2500.0, "asyncio.sleep(2_500.0)");
    check_number(&one("1if x else 2"), 0, 1.5, "asyncio.sleep(1.5if x else 2)");
}

#[test]
fn numbers_that_cannot_be_set() {
    let check = |range: Range<usize>, value: f64, error: EditError| {
        assert_eq!(set_number(PROGRAM, &range, value), Err(error), "{range:?}");
    };
    let two = PROGRAM.find('2').expect("it is there");
    check(two..two + 1, f64::NAN, EditError::NotFinite);
    check(two..two + 1, f64::INFINITY, EditError::NotFinite);
    check(0..6, 1.0, EditError::NoNumber);
    check(two..two, 1.0, EditError::NoNumber);
    check(PROGRAM.len()..PROGRAM.len() + 9, 1.0, EditError::Stale);
    let crab = PROGRAM.find('🦀').expect("it is there");
    check(crab + 1..crab + 2, 1.0, EditError::Stale);
    assert_eq!(set_number(PROGRAM, &(two..two + 1), 2.0), Ok(vec![]), "nothing to change");
    // A digit of something that is no number any more: the program would be another one, so it must still parse.
    assert_eq!(set_number("x = '2", &(5..6), 3.0), Err(EditError::WouldNotParse));
}

/// Sets the argument `arg` of row `row` of the first list.
fn check_argument(row: usize, arg: usize, text: &str, expected: Result<&str, &str>) {
    let outline = outline(PROGRAM);
    let changes = set_argument(PROGRAM, &outline.lists[0].rows[row].args[arg], text);
    match (changes, expected) {
        (Ok(changes), Ok(expected)) => {
            let new = apply(PROGRAM, &changes);
            assert_eq!(new.lines().last(), Some(expected));
            assert_eq!(self::outline(&new).lists[0].rows[row].args[arg].text, text.trim());
            assert_rest_is_kept(PROGRAM, &new, &changes);
        }
        (changes, expected) => {
            assert_eq!(
                changes.map_err(|error| error.to_string()),
                Err(expected.expect_err(text).to_owned()),
                "{text}"
            );
        }
    }
}

#[test]
fn arguments() {
    let first =
        |text: &str| format!("asyncio.run(asyncio.gather(go({text}, 'hello'), go(what='world', delay=.5)))");
    for text in
        ["5", "-1", "a + b", "'🦀'", "f(1, 2)[3]", "(1, 2)", "lambda: 0", "[x for x in y]", "await z()"]
    {
        check_argument(0, 0, text, Ok(&first(text)));
    }
    check_argument(0, 0, "  7\n", Ok(&first("7")));
    let world = "asyncio.run(asyncio.gather(go(2, 'hello'), go(what=\"moon\", delay=.5)))";
    check_argument(1, 0, "\"moon\"", Ok(world));
}

#[test]
fn text_that_is_no_argument() {
    let check = |text: &str, reason: &str| {
        check_argument(0, 0, text, Err(&format!("This is not a Python expression: {reason}.")));
    };
    check("", "it is empty");
    check("  ", "it is empty");
    check("1 +", "Expected an expression");
    check("1, 2", "it cannot stand as one argument");
    check("1), go(3", "Unexpected token at the end of an expression");
    check("x for x in y", "Unexpected token at the end of an expression");
    check("x := 1", "Unexpected token at the end of an expression");
    check("2 # two", "it cannot stand as one argument");
    check("yield 1", "Yield expression cannot be used here");
    check("*xs", "Starred expression cannot be used here");
    check("else", "Expected an identifier, but found a keyword `else` that cannot be used here");
    check("'open", "missing closing quote in string literal");
    check(&"(".repeat(5000), "it is nested too deeply");
    check(&"-".repeat(100_000), "it is nested too deeply");
}

#[test]
fn an_item_of_another_source_is_refused() {
    let old = outline(PROGRAM);
    let new = PROGRAM.replace("go(2", "go( 2");
    let list = &old.lists[0];
    assert_eq!(add_row(&new, list), Err(EditError::Stale));
    assert_eq!(remove_row(&new, list, 0), Err(EditError::Stale));
    assert_eq!(move_row(&new, list, 0, Direction::Down), Err(EditError::Stale));
    assert_eq!(set_argument(&new, &list.rows[0].args[0], "1"), Err(EditError::Stale));
    assert_eq!(add_row("", list), Err(EditError::Stale));
    assert_eq!(add_row("def", list), Err(EditError::Stale));
    assert_eq!(remove_row(PROGRAM, list, 2), Err(EditError::Stale));
    assert_eq!(move_row(PROGRAM, list, 2, Direction::Up), Err(EditError::Stale));
    assert_eq!(move_row(PROGRAM, list, 1, Direction::Down), Err(EditError::NoNeighbour));
    assert_eq!(move_row(PROGRAM, list, 0, Direction::Up), Err(EditError::NoNeighbour));
}

#[test]
fn without_a_line_break_at_the_end() {
    let source = "import asyncio\nasync def main():\n\ta = asyncio.create_task(x(1))\n\tb = asyncio.create_task(x(2)) # b";
    let list = &outline(source).lists[0];
    let added = apply(source, &add_row(source, list).expect("a row"));
    assert_eq!(added, format!("{source}\n\tb2 = asyncio.create_task(x(2))"));
    let removed = apply(source, &remove_row(source, list, 1).expect("one row less"));
    assert_eq!(removed, "import asyncio\nasync def main():\n\ta = asyncio.create_task(x(1))");
    let both = apply(&removed, &remove_row(&removed, &outline(&removed).lists[0], 0).expect("the last row"));
    assert_eq!(both, "import asyncio\nasync def main():\n\tpass");
}

#[test]
fn windows_line_breaks_stay() {
    let source = "import asyncio\r\nasyncio.gather(\r\n    go(1),\r\n    go(2)\r\n)\r\n";
    let list = &outline(source).lists[0];
    let added = apply(source, &add_row(source, list).expect("a row"));
    assert_eq!(added, "import asyncio\r\nasyncio.gather(\r\n    go(1),\r\n    go(2),\r\n    go(2)\r\n)\r\n");
    let removed = apply(source, &remove_row(source, list, 1).expect("one row less"));
    assert_eq!(removed, "import asyncio\r\nasyncio.gather(\r\n    go(1)\r\n)\r\n");
}

/// The comments of a program, in order of the alphabet.
fn comments(source: &str) -> Vec<String> {
    let mut comments: Vec<String> = source
        .lines()
        .filter_map(|line| line.split_once('#'))
        .map(|(_, text)| text.trim().to_owned())
        .collect();
    comments.sort();
    comments
}

#[test]
fn every_edit_of_every_example_parses() {
    for example in EXAMPLES {
        let source = example.source;
        let outline = outline(source);
        assert!(outline.complete);
        for (index, delay) in outline.delays.iter().enumerate() {
            for value in [0.0, 0.25, 3.0, delay.value + 1.0, 1e6] {
                let changes = set_number(source, &delay.range, value).expect("a number");
                let new = apply(source, &changes);
                assert_rest_is_kept(source, &new, &changes);
                assert_eq!(
                    self::outline(&new).delays[index].value,
                    value,
                    "{}: {}",
                    example.slug,
                    delay.label
                );
            }
        }
        for (number, list) in outline.lists.iter().enumerate() {
            let changes = add_row(source, list).expect("a row more");
            let new = apply(source, &changes);
            assert_rest_is_kept(source, &new, &changes);
            let longer = self::outline(&new);
            assert_eq!(longer.lists[number].rows.len(), list.rows.len() + 1, "{}", example.slug);
            assert_eq!(comments(&new), comments(source), "{}", example.slug);
            // The new row can be taken away again.
            let back = remove_row(&new, &longer.lists[number], list.rows.len()).expect("it can go");
            assert_eq!(apply(&new, &back), source, "{}", example.slug);

            for row in 0..list.rows.len() {
                match remove_row(source, list, row) {
                    Ok(changes) => {
                        let shorter = self::outline(&apply(source, &changes));
                        let rows = shorter.lists.get(number).map_or(0, |list| list.rows.len());
                        assert!(rows < list.rows.len() || list.rows.len() == 1, "{} {row}", example.slug);
                    }
                    Err(error) => {
                        assert!(matches!(error, EditError::StillUsed { .. }), "{}: {error}", example.slug)
                    }
                }
                for (arg_number, arg) in list.rows[row].args.iter().enumerate() {
                    let new = apply(source, &set_argument(source, arg, "(7 + 1)").expect("an expression"));
                    let text = &self::outline(&new).lists[number].rows[row].args[arg_number].text;
                    // The parentheses are not part of the expression.
                    assert_eq!(text, "7 + 1", "{}", example.slug);
                }
            }
            for row in 1..list.rows.len() {
                let changes = move_row(source, list, row, Direction::Up).expect("rows change places");
                let new = apply(source, &changes);
                let moved = self::outline(&new);
                assert_eq!(moved.lists[number].rows[row - 1].args.len(), list.rows[row].args.len());
                assert_eq!(comments(&new), comments(source));
                let back = move_row(&new, &moved.lists[number], row - 1, Direction::Down).expect("and back");
                assert_eq!(apply(&new, &back), source, "{}", example.slug);
            }
        }
    }
}

#[test]
fn the_examples_offer_something_to_change() {
    for example in EXAMPLES {
        assert!(!outline(example.source).delays.is_empty(), "{}", example.slug);
    }
    let lists = EXAMPLES.iter().filter(|example| !outline(example.source).lists.is_empty()).count();
    assert!(lists >= 4, "{lists}");
}

#[test]
fn utf16_positions() {
    let check = |text: &str| {
        let map = Utf16Map::new(text);
        let mut unit = 0;
        for (byte, character) in text.char_indices() {
            assert_eq!((map.to_utf16(byte), map.to_byte(unit)), (unit, byte), "{text} at {byte}");
            for inside in 1..character.len_utf8() {
                assert_eq!(map.to_utf16(byte + inside), unit, "inside {character}");
            }
            for inside in 1..character.len_utf16() {
                assert_eq!(map.to_byte(unit + inside), byte, "inside {character}");
            }
            unit += character.len_utf16();
        }
        assert_eq!((map.to_utf16(text.len()), map.to_byte(unit)), (unit, text.len()), "{text} at its end");
        assert_eq!(
            (map.to_utf16(text.len() + 5), map.to_byte(unit + 5)),
            (unit, text.len()),
            "{text} behind it"
        );
    };
    for text in ["", "plain", "é", "🦀", "a🦀b", "🦀🦀", "é中🦀x\n🦀y", "x🦀", PROGRAM] {
        check(text);
    }
    let map = Utf16Map::new("🦀 2");
    assert_eq!(map.range_to_utf16(&(5..6)), 3..4);
}

#[test]
fn changes_that_do_not_fit_are_left_out() {
    let change = |range: Range<usize>, insert: &str| TextChange { range, insert: insert.to_owned() };
    assert_eq!(apply("abc", &[change(1..2, "X"), change(9..12, "Y")]), "aXc");
    assert_eq!(apply("a🦀c", &[change(2..3, "X")]), "a🦀c");
    assert_eq!(apply("abc", &[change(2..3, "X"), change(0..1, "Y")]), "abX");
}
