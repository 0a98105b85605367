//! What a lesson asks of a run: `seconds = 2`, `prints "tea" before "cup"`.

/// The figures of a run that a check can name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Figure {
    /// How long the run took, in seconds.
    Seconds,
    /// How long synchronous code blocked the loop, in seconds.
    Blocked,
    /// How many tasks there were, `main` included, asyncio's own left out.
    Tasks,
    /// How many loops were run: tasks that no other task made.
    Runs,
    /// How many tasks ended with an exception.
    Failed,
    /// How many tasks were cancelled.
    Cancelled,
    /// How many pieces of work ran in threads.
    Threads,
}

/// Each figure and its name.
const FIGURES: [(&str, Figure); 7] = [
    ("seconds", Figure::Seconds),
    ("blocked", Figure::Blocked),
    ("tasks", Figure::Tasks),
    ("runs", Figure::Runs),
    ("failed", Figure::Failed),
    ("cancelled", Figure::Cancelled),
    ("threads", Figure::Threads),
];

/// What is known of a run.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Facts {
    /// Whether it came to its end, and not with an exception that nothing caught.
    pub ended_well: bool,
    /// The figures, each at its place in [`Figure`].
    pub figures: [f64; FIGURES.len()],
    /// The lines written to stdout, each with its moment in seconds.
    pub printed: Vec<(f64, String)>,
    /// The lines written to stderr.
    pub reported: Vec<String>,
}

/// How far two moments may be apart and still be the same: clocks count nanoseconds.
const SAME: f64 = 1e-9;

/// Something that is true of a run or not.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Check<'t> {
    /// `FIGURE = NUMBER`, and `<`, `<=`, `>`, `>=`.
    Compare(Figure, &'t str, f64),
    /// `prints "TEXT"`: a line of stdout holds it.
    Prints(&'t str),
    /// `never prints "TEXT"`
    NeverPrints(&'t str),
    /// `prints "TEXT" before "TEXT"`: the first line that holds each.
    PrintsBefore(&'t str, &'t str),
    /// `prints "TEXT" at SECONDS`
    PrintsAt(&'t str, f64),
    /// `warns "TEXT"`: a line of stderr holds it.
    Warns(&'t str),
}

impl<'t> Check<'t> {
    /// Reads a check; None if it is none.
    #[must_use]
    pub fn parse(text: &'t str) -> Option<Check<'t>> {
        let (verb, rest) = text.trim().split_once(' ')?;
        let rest = rest.trim_start();
        match verb {
            "prints" => {
                let (first, rest) = quoted(rest)?;
                match rest.split_once(' ') {
                    None => rest.is_empty().then_some(Check::Prints(first)),
                    Some(("before", rest)) => Some(Check::PrintsBefore(first, only_quoted(rest)?)),
                    Some(("at", moment)) => Some(Check::PrintsAt(first, number(moment)?)),
                    Some(_) => None,
                }
            }
            "never" => Some(Check::NeverPrints(only_quoted(rest.strip_prefix("prints ")?)?)),
            "warns" => Some(Check::Warns(only_quoted(rest)?)),
            name => {
                let (_, figure) = FIGURES.iter().find(|(known, _)| *known == name)?;
                let (relation, value) = rest.split_once(' ')?;
                let known = ["=", "<", "<=", ">", ">="].contains(&relation);
                known.then_some(Check::Compare(*figure, relation, number(value)?))
            }
        }
    }

    /// Whether it is true of a run. Of one that did not come to a good end nothing is.
    #[must_use]
    pub fn holds(self, facts: &Facts) -> bool {
        let place = |text: &str| facts.printed.iter().position(|(_, line)| line.contains(text));
        let holds = match self {
            Check::Compare(figure, relation, value) => {
                let more = facts.figures[figure as usize] - value;
                match relation {
                    "<" => more < -SAME,
                    "<=" => more < SAME,
                    ">" => more > SAME,
                    ">=" => more > -SAME,
                    _ => more.abs() < SAME,
                }
            }
            Check::Prints(text) => place(text).is_some(),
            Check::NeverPrints(text) => place(text).is_none(),
            Check::PrintsBefore(first, second) => match (place(first), place(second)) {
                (Some(first), Some(second)) => first < second,
                _ => false,
            },
            Check::PrintsAt(text, moment) => {
                facts.printed.iter().any(|(at, line)| line.contains(text) && (at - moment).abs() < SAME)
            }
            Check::Warns(text) => facts.reported.iter().any(|line| line.contains(text)),
        };
        facts.ended_well && holds
    }
}

/// A text in quotes, and what follows it without the blank between.
fn quoted(text: &str) -> Option<(&str, &str)> {
    let (inside, rest) = text.trim_start().strip_prefix('"')?.split_once('"')?;
    (!inside.is_empty()).then(|| (inside, rest.trim()))
}

fn only_quoted(text: &str) -> Option<&str> {
    quoted(text).and_then(|(inside, rest)| rest.is_empty().then_some(inside))
}

fn number(text: &str) -> Option<f64> {
    text.trim().parse().ok().filter(|number: &f64| number.is_finite() && *number >= 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts() -> Facts {
        let printed = vec![(0.0, "cup is clean".to_owned()), (2.0, "tea is ready".to_owned())];
        Facts {
            ended_well: true,
            figures: [2.000_000_000_1, 0.0, 3.0, 1.0, 0.0, 1.0, 0.0],
            printed,
            reported: vec!["RuntimeWarning: coroutine 'save' was never awaited".to_owned()],
        }
    }

    fn check(text: &str, expected: bool) {
        let check = Check::parse(text).unwrap_or_else(|| panic!("{text} is no check"));
        assert_eq!(check.holds(&facts()), expected, "{text}");
    }

    #[test]
    fn figures_are_compared() {
        check("seconds = 2", true);
        check("seconds < 2", false);
        check("seconds <= 2", true);
        check("seconds > 1.5", true);
        check("tasks >= 3", true);
        check("tasks > 3", false);
        check("blocked = 0", true);
        check("runs = 1", true);
        check("failed = 1", false);
        check("cancelled = 1", true);
        check("threads = 0", true);
    }

    #[test]
    fn lines_are_looked_for() {
        check("prints \"tea\"", true);
        check("prints \"milk\"", false);
        check("never prints \"milk\"", true);
        check("never prints \"tea is\"", false);
        check("prints \"cup\" before \"tea\"", true);
        check("prints \"tea\" before \"cup\"", false);
        check("prints \"tea\" before \"milk\"", false);
        check("prints \"tea\" at 2", true);
        check("prints \"tea\" at 1", false);
        check("warns \"never awaited\"", true);
        check("warns \"tea\"", false);
    }

    #[test]
    fn nothing_is_true_of_a_run_that_failed() {
        let failed = Facts { ended_well: false, ..facts() };
        for text in ["seconds = 2", "prints \"tea\"", "never prints \"milk\""] {
            assert!(!Check::parse(text).expect("a check").holds(&failed), "{text}");
        }
    }

    #[test]
    fn what_is_no_check_is_refused() {
        for text in [
            "",
            "seconds",
            "seconds 2",
            "seconds == 2",
            "seconds = two",
            "seconds = -1",
            "minutes = 2",
            "prints tea",
            "prints \"\"",
            "prints \"tea",
            "prints \"tea\" after \"cup\"",
            "prints \"tea\" before cup",
            "prints \"tea\" before \"cup\" now",
            "never says \"tea\"",
            "warns",
        ] {
            assert_eq!(Check::parse(text), None, "{text}");
        }
    }
}
