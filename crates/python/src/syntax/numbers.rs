//! Malformed number literals, as CPython's tokenizer words them.

use ruff_text_size::{TextRange, TextSize};

use super::Refusal;
use super::scan::{at, is_name};

/// Checks the number at an offset and returns its end.
pub(super) fn check(text: &str, start: usize) -> Result<usize, Refusal> {
    let bytes = text.as_bytes();
    let mut number = Number { text, bytes, at: start };
    if bytes[start] == b'0' {
        match bytes.get(start + 1).map(u8::to_ascii_lowercase) {
            Some(b'x') => return number.radix(u8::is_ascii_hexdigit, "hexadecimal"),
            Some(b'o') => return number.radix(|digit| (b'0'..=b'7').contains(digit), "octal"),
            Some(b'b') => return number.radix(|digit| (b'0'..=b'1').contains(digit), "binary"),
            _ => {}
        }
    }
    number.decimal(start)
}

struct Number<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
}

impl Number<'_> {
    fn byte(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn radix(&mut self, digit: impl Fn(&u8) -> bool, kind: &str) -> Result<usize, Refusal> {
        self.at += 2;
        loop {
            if self.byte() == Some(b'_') {
                self.at += 1;
            }
            match self.byte() {
                Some(byte) if digit(&byte) => {}
                Some(byte) if byte.is_ascii_digit() => {
                    let message = format!("invalid digit '{}' in {kind} literal", char::from(byte));
                    return Err(at(self.at, message));
                }
                _ => return Err(at(self.at - 1, format!("invalid {kind} literal"))),
            }
            while self.byte().is_some_and(|byte| digit(&byte)) {
                self.at += 1;
            }
            if self.byte() != Some(b'_') {
                break;
            }
        }
        if let Some(byte) = self.byte().filter(u8::is_ascii_digit) {
            return Err(at(self.at, format!("invalid digit '{}' in {kind} literal", char::from(byte))));
        }
        self.end(kind)
    }

    /// Digits with single underscores between them.
    fn digits(&mut self) -> Result<(), Refusal> {
        loop {
            while self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
                self.at += 1;
            }
            if self.byte() != Some(b'_') {
                return Ok(());
            }
            self.at += 1;
            if !self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
                return Err(at(self.at - 1, "invalid decimal literal"));
            }
        }
    }

    fn decimal(&mut self, start: usize) -> Result<usize, Refusal> {
        self.digits()?;
        let whole = self.at;
        let mut float = false;
        if self.byte() == Some(b'.') {
            float = true;
            self.at += 1;
            if self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
                self.digits()?;
            }
        }
        if matches!(self.byte(), Some(b'e' | b'E')) {
            let exponent = self.at;
            self.at += 1;
            let signed = matches!(self.byte(), Some(b'+' | b'-'));
            if signed {
                self.at += 1;
            }
            if self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
                float = true;
                self.digits()?;
            } else if signed {
                return Err(at(self.at - 1, "invalid decimal literal"));
            } else {
                self.at = exponent;
                return self.end("decimal");
            }
        }
        if matches!(self.byte(), Some(b'j' | b'J')) {
            self.at += 1;
            return self.end("imaginary");
        }
        let digits = &self.text[start..whole];
        if !float && digits.starts_with('0') && digits.bytes().any(|byte| !matches!(byte, b'0' | b'_')) {
            let zeros = digits.bytes().take_while(|byte| matches!(byte, b'0' | b'_')).count();
            let range = TextRange::at(
                TextSize::try_from(start).unwrap_or_default(),
                TextSize::try_from(zeros).unwrap_or_default(),
            );
            let message = "leading zeros in decimal integer literals are not permitted; \
                           use an 0o prefix for octal integers";
            return Err(Refusal::syntax(message.into(), range));
        }
        self.end("decimal")
    }

    /// What may follow a number: no name, a keyword aside (`1if x else 2`).
    fn end(&self, kind: &str) -> Result<usize, Refusal> {
        let rest = &self.text[self.at..];
        let keyword = ["and", "else", "for", "if", "in", "is", "not", "or"]
            .iter()
            .any(|word| rest.strip_prefix(word).is_some_and(|after| !after.starts_with(is_name)));
        if rest.starts_with(is_name) && !keyword {
            return Err(at(self.at - 1, format!("invalid {kind} literal")));
        }
        Ok(self.at)
    }
}
