//! A small writer of JSON: commas, quotes and escapes, nothing else.

/// Appends JSON to a string. Objects and arrays are closed by the closures that fill them.
#[derive(Debug, Default)]
pub(super) struct Writer {
    text: String,
    /// Whether the next value needs a comma before it.
    comma: bool,
}

impl Writer {
    pub(super) fn finish(self) -> String {
        self.text
    }

    pub(super) fn object(&mut self, fill: impl FnOnce(&mut Writer)) {
        self.enclosed('{', '}', fill);
    }

    pub(super) fn array(&mut self, fill: impl FnOnce(&mut Writer)) {
        self.enclosed('[', ']', fill);
    }

    /// The key of the value that is written next.
    pub(super) fn key(&mut self, key: &str) -> &mut Writer {
        self.string(key);
        self.text.push(':');
        self.comma = false;
        self
    }

    pub(super) fn string(&mut self, value: &str) {
        self.separate();
        self.text.push('"');
        for c in value.chars() {
            match c {
                '"' => self.text.push_str("\\\""),
                '\\' => self.text.push_str("\\\\"),
                '\n' => self.text.push_str("\\n"),
                '\r' => self.text.push_str("\\r"),
                '\t' => self.text.push_str("\\t"),
                // Safe inside a script element, too.
                c if c < ' ' || matches!(c, '<' | '\u{7f}' | '\u{2028}' | '\u{2029}') => {
                    self.text.push_str(&format!("\\u{:04x}", u32::from(c)));
                }
                c => self.text.push(c),
            }
        }
        self.text.push('"');
        self.comma = true;
    }

    pub(super) fn number(&mut self, value: u64) {
        self.raw(&value.to_string());
    }

    pub(super) fn bool(&mut self, value: bool) {
        self.raw(if value { "true" } else { "false" });
    }

    pub(super) fn null(&mut self) {
        self.raw("null");
    }

    /// A number or null.
    pub(super) fn optional(&mut self, value: Option<u64>) {
        match value {
            Some(value) => self.number(value),
            None => self.null(),
        }
    }

    /// A value that is JSON already.
    pub(super) fn raw(&mut self, value: &str) {
        self.separate();
        self.text.push_str(value);
        self.comma = true;
    }

    /// A line break, for readers of large files.
    pub(super) fn line(&mut self) {
        if self.comma {
            self.text.push(',');
            self.comma = false;
        }
        self.text.push('\n');
    }

    fn separate(&mut self) {
        if std::mem::take(&mut self.comma) {
            self.text.push(',');
        }
    }

    fn enclosed(&mut self, open: char, close: char, fill: impl FnOnce(&mut Writer)) {
        self.separate();
        self.text.push(open);
        fill(self);
        self.text.push(close);
        self.comma = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nests_and_escapes() {
        let mut writer = Writer::default();
        writer.object(|w| {
            w.key("a").array(|w| {
                w.number(1);
                w.optional(None);
                w.array(|_| {});
            });
            w.key("b\"").string("</script>\n\u{1}é");
            w.key("c").bool(true);
        });
        let expected = r#"{"a":[1,null,[]],"b\"":"\u003c/script>\n\u0001é","c":true}"#;
        assert_eq!(writer.finish(), expected);
    }
}
