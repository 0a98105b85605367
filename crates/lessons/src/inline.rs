//! What a lesson's text may hold besides words: `code`, **stress**, and links into the page.

/// A piece of a text.
#[derive(Clone, PartialEq, Debug)]
pub enum Inline<'t> {
    /// Words.
    Text(&'t str),
    /// `` `code` ``
    Code(&'t str),
    /// `**stress**`
    Strong(&'t str),
    /// `[words](t:1.5)`: a moment on the timeline, in seconds.
    Moment(&'t str, f64),
    /// `[words](line:4)`: a line of the program.
    Line(&'t str, u32),
}

/// The pieces of a text, in order. A mark that is not closed, or a link to somewhere else, is words; [`mistake`] tells.
#[must_use]
pub fn inlines(text: &str) -> Vec<Inline<'_>> {
    let mut pieces = Vec::new();
    let (mut words, mut at) = (0, 0);
    while let Some(found) = text[at..].find(['`', '*', '[']) {
        let start = at + found;
        match marked(&text[start..]) {
            Some((piece, length)) => {
                if start > words {
                    pieces.push(Inline::Text(&text[words..start]));
                }
                pieces.push(piece);
                at = start + length;
                words = at;
            }
            // The marks are one byte each.
            None => at = start + 1,
        }
    }
    if text.len() > words {
        pieces.push(Inline::Text(&text[words..]));
    }
    pieces
}

/// The piece that a mark begins, and its length.
fn marked(text: &str) -> Option<(Inline<'_>, usize)> {
    if let Some(rest) = text.strip_prefix('`') {
        let (code, _) = rest.split_once('`')?;
        return Some((Inline::Code(code), code.len() + 2));
    }
    if let Some(rest) = text.strip_prefix("**") {
        let (strong, _) = rest.split_once("**")?;
        return Some((Inline::Strong(strong), strong.len() + 4));
    }
    let (words, rest) = text.strip_prefix('[')?.split_once("](")?;
    let (target, _) = rest.split_once(')')?;
    let length = words.len() + target.len() + 4;
    let (kind, number) = target.split_once(':')?;
    match kind {
        "t" => Some((Inline::Moment(words, number.parse().ok()?), length)),
        "line" => Some((Inline::Line(words, number.parse().ok()?), length)),
        _ => None,
    }
}

/// What is wrong with the marks of a text, if anything is.
#[must_use]
pub fn mistake(text: &str) -> Option<&'static str> {
    inlines(text).iter().find_map(|piece| match piece {
        Inline::Text(words) if words.contains('`') => Some("a ` without its partner"),
        Inline::Text(words) if words.contains("**") => Some("a ** without its partner"),
        Inline::Text(words) if words.contains("](") => {
            Some("a link that is neither (t:SECONDS) nor (line:NUMBER)")
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_told_apart() {
        assert_eq!(
            inlines("At [1 s](t:1.5) **all** of `go()` is [here](line:4)."),
            [
                Inline::Text("At "),
                Inline::Moment("1 s", 1.5),
                Inline::Text(" "),
                Inline::Strong("all"),
                Inline::Text(" of "),
                Inline::Code("go()"),
                Inline::Text(" is "),
                Inline::Line("here", 4),
                Inline::Text("."),
            ]
        );
        assert_eq!(inlines(""), []);
        assert_eq!(inlines("`a[1]**2`"), [Inline::Code("a[1]**2")]);
        assert_eq!(inlines("2 * 3 [4]"), [Inline::Text("2 * 3 [4]")]);
    }

    #[test]
    fn marks_that_are_not_closed_are_mistakes() {
        assert!(mistake("a `b").is_some());
        assert!(mistake("a **b").is_some());
        assert!(mistake("[a](there)").is_some());
        assert!(mistake("[a](t:soon)").is_some());
        assert!(mistake("[a](line:4) `b` **c** [d](t:0.5), é*").is_none());
    }
}
