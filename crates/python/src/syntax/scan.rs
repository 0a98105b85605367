//! What CPython's tokenizer refuses: strings and brackets left open, malformed numbers, stray characters,
//! indentation that fits nowhere.
//!
//! Runs only when the parser has found something wrong: CPython shows an error of its tokenizer, wherever in
//! the file it is, before one of its parser. Knows nothing of the grammar.

use ruff_text_size::{TextRange, TextSize};

use super::numbers;
use super::{Refusal, SyntaxErrorKind};

/// A bracket that is open.
#[derive(Clone, Copy)]
pub(super) struct Open {
    pub(super) bracket: char,
    pub(super) offset: usize,
    pub(super) line: usize,
}

/// What is still open at the end of the text.
pub(super) struct Scanned {
    pub(super) open: Option<Open>,
}

/// Tabs go to the next multiple of eight; the second count takes them as one space, to find what depends on it.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
struct Indent {
    wide: usize,
    narrow: usize,
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    brackets: Vec<Open>,
    indents: Vec<Indent>,
}

type Step<T = ()> = Result<T, Refusal>;

/// Looks for the first error of the tokenizer.
pub(super) fn scan(text: &str) -> Step<Scanned> {
    let mut scanner =
        Scanner { text, at: 0, line: 1, brackets: Vec::new(), indents: vec![Indent::default()] };
    scanner.run()?;
    Ok(Scanned { open: scanner.brackets.last().copied() })
}

/// A refusal at a place, without an extent.
pub(super) fn at(offset: usize, message: impl Into<String>) -> Refusal {
    let offset = TextSize::try_from(offset).unwrap_or_default();
    Refusal::syntax(message.into(), TextRange::empty(offset))
}

/// A refusal of one character.
fn wide(offset: usize, message: &str) -> Refusal {
    let start = TextSize::try_from(offset).unwrap_or_default();
    Refusal::syntax(message.into(), TextRange::at(start, TextSize::new(1)))
}

impl Scanner<'_> {
    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn run(&mut self) -> Step {
        let mut line_start = true;
        while self.at < self.text.len() {
            if line_start && self.brackets.is_empty() {
                self.indentation()?;
            }
            line_start = false;
            let Some(letter) = self.peek() else { break };
            match letter {
                '\n' | '\r' => {
                    self.newline();
                    line_start = true;
                }
                ' ' | '\t' | '\x0c' => self.at += 1,
                '#' => self.at += self.rest().find(['\n', '\r']).unwrap_or(self.rest().len()),
                '\\' => self.continuation()?,
                '\'' | '"' => self.string(self.at)?,
                '(' | '[' | '{' => {
                    self.brackets.push(Open { bracket: letter, offset: self.at, line: self.line });
                    self.at += 1;
                }
                ')' | ']' | '}' => self.close(letter)?,
                '0'..='9' => self.at = numbers::check(self.text, self.at)?,
                '.' if self.rest()[1..].starts_with(|next: char| next.is_ascii_digit()) => {
                    self.at = numbers::check(self.text, self.at)?;
                }
                letter if is_name(letter) || !letter.is_ascii() => self.name()?,
                _ => self.at += 1,
            }
        }
        Ok(())
    }

    fn newline(&mut self) {
        self.at += if self.rest().starts_with("\r\n") { 2 } else { 1 };
        self.line += 1;
    }

    fn indentation(&mut self) -> Step {
        let mut indent = Indent::default();
        for letter in self.text[self.at..].chars() {
            match letter {
                ' ' => {
                    indent.wide += 1;
                    indent.narrow += 1;
                }
                '\t' => {
                    indent.wide = (indent.wide / 8 + 1) * 8;
                    indent.narrow += 1;
                }
                '\x0c' => indent = Indent::default(),
                // Blank lines and comments have no indentation.
                '\n' | '\r' | '#' => return Ok(()),
                _ => break,
            }
            self.at += letter.len_utf8();
        }
        if self.at >= self.text.len() {
            return Ok(());
        }
        let inconsistent = |this: &Self| {
            let line = this.text[..this.at].rfind('\n').map_or(0, |newline| newline + 1);
            Refusal {
                kind: SyntaxErrorKind::Tab,
                ..at(line, "inconsistent use of tabs and spaces in indentation")
            }
        };
        let top = self.indents.last().copied().unwrap_or_default();
        if indent.wide == top.wide {
            return if indent.narrow == top.narrow { Ok(()) } else { Err(inconsistent(self)) };
        }
        if indent.wide > top.wide {
            if indent.narrow <= top.narrow {
                return Err(inconsistent(self));
            }
            self.indents.push(indent);
            return Ok(());
        }
        while self.indents.last().is_some_and(|top| top.wide > indent.wide) {
            self.indents.pop();
        }
        let top = self.indents.last().copied().unwrap_or_default();
        if top.wide != indent.wide {
            let end = self.at + self.rest().find(['\n', '\r']).unwrap_or(self.rest().len());
            return Err(Refusal {
                kind: SyntaxErrorKind::Indentation,
                ..at(end, "unindent does not match any outer indentation level")
            });
        }
        if top.narrow == indent.narrow { Ok(()) } else { Err(inconsistent(self)) }
    }

    fn continuation(&mut self) -> Step {
        let backslash = self.at;
        self.at += 1;
        if !self.rest().starts_with(['\n', '\r']) {
            if self.rest().is_empty() {
                return Err(at(backslash, "unexpected EOF while parsing"));
            }
            return Err(at(self.at, "unexpected character after line continuation character"));
        }
        self.newline();
        if self.rest().is_empty() {
            // The place is after the backslash, on its line.
            return Err(at(backslash + 1, "unexpected EOF while parsing"));
        }
        Ok(())
    }

    fn close(&mut self, letter: char) -> Step {
        let opener = match letter {
            ')' => '(',
            ']' => '[',
            _ => '{',
        };
        let Some(open) = self.brackets.pop() else {
            return Err(at(self.at, format!("unmatched '{letter}'")));
        };
        if open.bracket != opener {
            let mut message = format!(
                "closing parenthesis '{letter}' does not match opening parenthesis '{}'",
                open.bracket
            );
            if open.line != self.line {
                message = format!("{message} on line {}", open.line);
            }
            return Err(at(self.at, message));
        }
        self.at += 1;
        Ok(())
    }

    /// A name, or the prefix of a string.
    fn name(&mut self) -> Step {
        let start = self.at;
        let length = self.rest().find(|letter: char| !is_name(letter) && letter.is_ascii());
        let end = start + length.unwrap_or(self.rest().len());
        for (offset, letter) in self.text[start..end].char_indices() {
            if !is_name(letter) {
                let code = u32::from(letter);
                let printable = !(letter.is_control() || letter.is_whitespace() || is_format(letter));
                let message = if printable {
                    format!("invalid character '{letter}' (U+{code:04X})")
                } else {
                    format!("invalid non-printable character U+{code:04X}")
                };
                return Err(at(start + offset, message));
            }
        }
        self.at = end;
        let prefix = &self.text[start..end];
        if self.rest().starts_with(['\'', '"']) && is_prefix(prefix) {
            return self.string(start);
        }
        Ok(())
    }

    /// A string literal; the quotes are at the current place, a prefix may begin before.
    fn string(&mut self, start: usize) -> Step {
        let prefix = self.text[start..self.at].to_ascii_lowercase();
        let formatted = prefix.contains('f');
        let quote = self.text[self.at..].chars().next().unwrap_or('"');
        let triple =
            self.rest().as_bytes().get(..3).is_some_and(|three| three.iter().all(|b| *b == quote as u8));
        self.at += if triple { 3 } else { 1 };
        let kind = if formatted { "f-string" } else { "string" };
        loop {
            let Some(letter) = self.peek() else {
                // The line after the last newline does not count.
                let ends_with_newline = self.text.ends_with(['\n', '\r']);
                let last = self.line - usize::from(ends_with_newline && self.line > 1);
                let triple = if triple { "triple-quoted " } else { "" };
                return Err(at(
                    start,
                    format!("unterminated {triple}{kind} literal (detected at line {last})"),
                ));
            };
            match letter {
                '\\' => {
                    self.at += 1;
                    match self.peek() {
                        Some('\n' | '\r') => self.newline(),
                        Some(next) => self.at += next.len_utf8(),
                        None => {}
                    }
                }
                '\n' | '\r' if !triple => {
                    let line = self.line;
                    return Err(at(start, format!("unterminated {kind} literal (detected at line {line})")));
                }
                '\n' | '\r' => self.newline(),
                letter if letter == quote => {
                    let count = if triple { 3 } else { 1 };
                    if self.rest().bytes().take(count).filter(|byte| *byte == quote as u8).count() == count {
                        self.at += count;
                        return Ok(());
                    }
                    self.at += 1;
                }
                '{' if formatted => {
                    if self.rest().starts_with("{{") {
                        self.at += 2;
                    } else {
                        let level = self.brackets.len();
                        self.field(quote, triple)?;
                        if self.brackets.len() > level {
                            // The text ends inside of the field.
                            return Ok(());
                        }
                    }
                }
                '}' if formatted => {
                    if self.rest().starts_with("}}") {
                        self.at += 2;
                    } else {
                        return Err(at(self.at, "f-string: single '}' is not allowed"));
                    }
                }
                letter => self.at += letter.len_utf8(),
            }
        }
    }

    /// `{...}` of an f-string, format spec included.
    fn field(&mut self, quote: char, triple: bool) -> Step {
        let level = self.brackets.len();
        self.brackets.push(Open { bracket: '{', offset: self.at, line: self.line });
        self.at += 1;
        let mut spec = false;
        while self.brackets.len() > level {
            let Some(letter) = self.peek() else { return Ok(()) };
            let inner = self.brackets.len() == level + 1;
            match letter {
                '\n' | '\r' if spec && !triple => {
                    return Err(wide(self.at, "f-string: expecting '}', or format specs"));
                }
                '\n' | '\r' => self.newline(),
                letter if letter == quote && spec => {
                    return Err(wide(self.at, "f-string: expecting '}', or format specs"));
                }
                '\'' | '"' if spec => self.at += 1,
                '\'' | '"' => {
                    // The quote that ends the f-string cannot begin a string if nothing ends that one.
                    let before = (self.at, self.line);
                    if self.string(self.at).is_err() && letter == quote {
                        return Err(at(before.0, "f-string: expecting '}'"));
                    }
                    if self.at <= before.0 {
                        self.at = before.0 + 1;
                    }
                }
                '{' if spec => self.field(quote, triple)?,
                '(' | '[' | '{' => {
                    self.brackets.push(Open { bracket: letter, offset: self.at, line: self.line });
                    self.at += 1;
                }
                ')' | ']' | '}' => {
                    if inner && letter != '}' {
                        return Err(at(self.at, format!("f-string: unmatched '{letter}'")));
                    }
                    self.close(letter)?;
                }
                ':' if inner && !spec => {
                    spec = true;
                    self.at += 1;
                }
                '#' if !triple => return Err(at(self.at, "f-string expression part cannot include '#'")),
                '#' => self.at += self.rest().find(['\n', '\r']).unwrap_or(self.rest().len()),
                letter if is_name(letter) && !letter.is_ascii_digit() && !spec => self.name()?,
                letter => self.at += letter.len_utf8(),
            }
        }
        Ok(())
    }
}

/// Whether a character can be part of a name.
pub(super) fn is_name(letter: char) -> bool {
    letter == '_' || letter.is_alphanumeric()
}

/// Invisible characters that are pasted by accident.
fn is_format(letter: char) -> bool {
    matches!(u32::from(letter), 0xad | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x206f | 0xfeff)
}

fn is_prefix(prefix: &str) -> bool {
    matches!(prefix.to_ascii_lowercase().as_str(), "r" | "u" | "b" | "f" | "br" | "rb" | "fr" | "rf")
}
