//! The tree that CPython prints for exception groups.
//!
//! Mirrors `traceback.TracebackException.format`: each level of groups moves two columns to the right behind a bar;
//! what is beyond the limits of width and depth is counted only.

use super::{Link, Report, render_plain};

/// The most exceptions of one group that are shown.
pub const MAX_WIDTH: usize = 15;
/// The most groups inside each other that are shown.
pub const MAX_DEPTH: usize = 10;

/// Writes a chain and the groups in it.
pub(super) struct Tree<'t> {
    text: &'t mut String,
    depth: usize,
    /// The innermost group's last exception is being shown: whoever comes to its end closes the tree below.
    need_close: bool,
}

impl<'t> Tree<'t> {
    pub(super) fn new(text: &'t mut String) -> Tree<'t> {
        Tree { text, depth: 0, need_close: false }
    }

    /// Appends lines, each behind the bar of its level.
    fn emit(&mut self, margin: char, lines: &str) {
        for line in lines.split_inclusive('\n') {
            if self.depth > 0 {
                self.indent();
                self.text.push(margin);
                self.text.push(' ');
            }
            self.text.push_str(line);
        }
    }

    fn indent(&mut self) {
        self.text.extend(std::iter::repeat_n(' ', 2 * self.depth));
    }

    /// A chain: the exception itself first, each further one is what the one before it is linked to.
    pub(super) fn chain(&mut self, chain: &[Report<'_>]) {
        let last =
            chain.iter().position(|report| report.link.is_none()).unwrap_or(chain.len().saturating_sub(1));
        for (index, report) in chain.iter().enumerate().take(last + 1).rev() {
            if index < last {
                // The text of a link stands between the older exception and this one.
                self.emit(
                    '|',
                    match report.link {
                        Some(Link::Cause) => {
                            "\nThe above exception was the direct cause of the following exception:\n\n"
                        }
                        _ => "\nDuring handling of the above exception, another exception occurred:\n\n",
                    },
                );
            }
            match &report.group {
                None => {
                    let mut plain = String::new();
                    render_plain(&mut plain, report, "Traceback (most recent call last):\n");
                    self.emit('|', &plain);
                }
                Some(_) if self.depth > MAX_DEPTH => {
                    self.emit('|', &format!("... (max_group_depth is {MAX_DEPTH})\n"));
                }
                Some(group) => self.group(report, group),
            }
        }
    }

    fn group(&mut self, report: &Report<'_>, group: &[Vec<Report<'_>>]) {
        let top = self.depth == 0;
        self.depth += usize::from(top);
        let mut own = String::new();
        render_plain(&mut own, report, "Exception Group Traceback (most recent call last):\n");
        match (top, report.frames.is_empty(), own.split_once('\n')) {
            (true, false, Some((header, rest))) => {
                self.emit('+', &format!("{header}\n"));
                self.emit('|', rest);
            }
            _ => self.emit('|', &own),
        }
        let shown = group.len().min(MAX_WIDTH + 1);
        self.need_close = false;
        for (index, chain) in group.iter().take(shown).enumerate() {
            let last = index + 1 == shown;
            // Inner groups close the tree for the outer ones.
            self.need_close |= last;
            self.indent();
            self.text.push_str(if index == 0 { "+-" } else { "  " });
            let title = if index < MAX_WIDTH { (index + 1).to_string() } else { "...".to_owned() };
            self.text.push_str(&format!("+---------------- {title} ----------------\n"));
            self.depth += 1;
            if index < MAX_WIDTH {
                self.chain(chain);
            } else {
                let more = group.len() - MAX_WIDTH;
                let s = if more > 1 { "s" } else { "" };
                self.emit('|', &format!("and {more} more exception{s}\n"));
            }
            if last && self.need_close {
                self.indent();
                self.text.push_str("+------------------------------------\n");
                self.need_close = false;
            }
            self.depth -= 1;
        }
        self.depth -= usize::from(top);
    }
}
