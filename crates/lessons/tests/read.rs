//! Lessons as writers write them, and what they are told of their mistakes.

use loopscope_lessons::read::course;
use loopscope_lessons::{Course, Lesson};

const WHOLE: &str = "\
---
slug: first
title: A title
chapter: Chapter
---

Some prose
on two lines.

More [here](line:2).

```python
import asyncio

print('a')
```

## Predict

Which line?

## Change

Do `it`.

- check: seconds = 2
- check: prints \"a\"
- done: All is
  well.

```python
print('a')
```

## Beware

It is not so.
";

fn files(texts: &[&str]) -> Vec<(String, String)> {
    texts.iter().enumerate().map(|(index, text)| (format!("{index}.md"), (*text).to_owned())).collect()
}

fn read(texts: &[&str]) -> Course {
    course(&files(texts)).unwrap_or_else(|mistakes| panic!("{mistakes:?}"))
}

/// Reads the whole lesson with a part of it replaced; gives the mistakes as they are shown.
fn mistakes(from: &str, to: &str) -> Vec<String> {
    assert!(WHOLE.contains(from), "{from}");
    let mistakes = course(&files(&[&WHOLE.replacen(from, to, 1)])).err().unwrap_or_default();
    mistakes.iter().map(ToString::to_string).collect()
}

#[track_caller]
fn check(from: &str, to: &str, expected: &[&str]) {
    assert_eq!(mistakes(from, to), expected);
}

#[test]
fn a_whole_lesson_is_read() {
    let course = read(&[WHOLE]);
    let [lesson] = course.lessons.as_slice() else { panic!("one lesson") };
    assert_eq!(lesson.prose, ["Some prose on two lines.", "More [here](line:2)."]);
    assert_eq!(lesson.program, "import asyncio\n\nprint('a')\n");
    assert_eq!(lesson.predict, "Which line?");
    assert_eq!(lesson.beware, "It is not so.");
    let change = lesson.change.as_ref().expect("a change");
    assert_eq!(change.task, "Do `it`.");
    assert_eq!(change.checks, ["seconds = 2", "prints \"a\""]);
    assert_eq!(change.done, "All is well.");
    assert_eq!(change.solution, "print('a')\n");
}

#[test]
fn parts_may_be_left_out() {
    let (before, _) = WHOLE.split_once("## Predict").expect("it has one");
    let course = read(&[before]);
    let lesson = &course.lessons[0];
    assert_eq!((&*lesson.predict, &lesson.change, &*lesson.beware), ("", &None, ""));
}

#[test]
fn mistakes_are_told_with_their_lines() {
    check("slug: first", "slug: First one", &["0.md:2: a slug has small letters, digits and -"]);
    check("title: A title\n", "", &["0.md:1: the head has no title"]);
    check(
        "title: A title",
        "author: me",
        &["0.md:3: the head has slug, title and chapter, not \"author\"", "0.md:1: the head has no title"],
    );
    check("(line:2)", "(line:4)", &["0.md:10: the program has 3 lines, and no line 4"]);
    check("(line:2)", "(there)", &["0.md:10: a link that is neither (t:SECONDS) nor (line:NUMBER)"]);
    check("`it`", "`it", &["0.md:24: a ` without its partner"]);
    check("seconds = 2", "seconds is 2", &["0.md:26: no such check: seconds is 2; README.md lists them"]);
    check(
        "- check: seconds = 2\n- check: prints \"a\"\n",
        "",
        &["0.md:22: this part lacks a `- check:`, or nobody notices that it is done"],
    );
    check(
        "## Beware",
        "## Beware of",
        &["0.md:35: the parts are \"## Predict\", \"## Change\" and \"## Beware\", not \"Beware of\""],
    );
    check(
        "## Beware",
        "## Predict",
        &["0.md:35: \"## Predict\" was given before", "0.md:37: \"## Predict\" has one paragraph"],
    );
    check(
        "Which line?",
        "- which",
        &[
            "0.md:20: \"## Predict\" has no list",
            "0.md:37: \"## Predict\" has no sentence: say what to think about",
        ],
    );
    check(
        "print('a')\n```\n\n## Predict",
        "print('a')\n```\n\nMore.\n\n## Predict",
        &["0.md:18: what follows the program belongs under a heading"],
    );
    check("import asyncio", "import  \tasyncio", &["0.md:13: '\\t' has no place here; indent with blanks"]);
    let wide = format!("import asyncio  # {}", "x".repeat(60));
    check("import asyncio", &wide, &["0.md:13: a line of a program has at most 56 columns"]);
    check("```python\nimport", "```py\nimport", &["0.md:12: a program begins with ```python"]);
}

#[test]
fn what_never_ends_is_told_where_it_begins() {
    let (before, _) = WHOLE.split_once("print('a')").expect("it has one");
    let told = course(&files(&[before])).expect_err("the program is open");
    assert_eq!(told[0].to_string(), "0.md:12: this program has no closing ```");
    let told = course(&files(&["---\nslug: a\n"])).expect_err("the head is open");
    assert_eq!(told[0].to_string(), "0.md:2: the head is not closed with `---`");
    assert!(course(&files(&[""])).is_err());
}

#[test]
fn slugs_are_unique_and_chapters_stay_together() {
    let other = WHOLE.replacen("first", "second", 1);
    let elsewhere = other.replacen("chapter: Chapter", "chapter: Another", 1);
    let third = WHOLE.replacen("first", "third", 1);
    let read = read(&[WHOLE, &other]);
    assert_eq!(
        read.lessons.iter().map(|lesson: &Lesson| &*lesson.slug).collect::<Vec<_>>(),
        ["first", "second"]
    );
    let twice = course(&files(&[WHOLE, WHOLE])).expect_err("the slug is taken");
    assert_eq!(twice[0].to_string(), "1.md:2: another lesson has the slug \"first\" already");
    let torn = course(&files(&[WHOLE, &elsewhere, &third])).expect_err("the chapter is torn");
    assert_eq!(torn[0].to_string(), "2.md:4: chapter \"Chapter\" was left by the lesson before this one");
}
