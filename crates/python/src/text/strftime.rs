//! `time.strftime` in the C locale, and the proleptic Gregorian calendar under it.
//!
//! Knows only broken-down times; clocks and zones are the caller's. The directives and their flags are those of
//! the C library that CPython calls on Linux.

use super::{TextError, TextResult, check_width};
use std::fmt::Write as _;

const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Seconds in a day.
const DAY: i64 = 86_400;

/// A broken-down time, with Python's ranges (`time.struct_time`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tm {
    /// The year, all its digits.
    pub year: i64,
    /// 1 to 12.
    pub month: i64,
    /// 1 to 31.
    pub day: i64,
    /// 0 to 23.
    pub hour: i64,
    /// 0 to 59.
    pub minute: i64,
    /// 0 to 61.
    pub second: i64,
    /// 0 (Monday) to 6.
    pub weekday: i64,
    /// 1 to 366.
    pub yearday: i64,
    /// For `datetime`'s `%f`; `None` leaves `%f` as it is, as `time.strftime` does.
    pub microsecond: Option<u32>,
}

/// The zone that `%Z` and `%z` name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone<'a> {
    /// Its abbreviation; empty for none.
    pub name: &'a str,
    /// Seconds east of Greenwich; `None` makes `%z` empty.
    pub offset: Option<i64>,
}

/// Coordinated universal time.
pub const UTC: Zone<'static> = Zone { name: "UTC", offset: Some(0) };

/// Days from 1970-01-01 to a date of the proleptic Gregorian calendar. `month` is 1 to 12, any `day` is counted on.
pub fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    // Years start in March here, so that the leap day comes last; 400 of them are an era of 146097 days.
    let year = if month <= 2 { year.saturating_sub(1) } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5;
    let days = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    era.saturating_mul(146_097).saturating_add(days - 719_469).saturating_add(day)
}

/// The date (year, month, day) that is `days` after 1970-01-01.
pub fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let days = days.saturating_add(719_468);
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

/// Whether `year` has a 29th of February.
pub fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

impl Tm {
    /// `time.gmtime(seconds)`.
    pub fn from_epoch(seconds: i64) -> Self {
        let (days, rest) = (seconds.div_euclid(DAY), seconds.rem_euclid(DAY));
        let (year, month, day) = civil_from_days(days);
        Self {
            year,
            month,
            day,
            hour: rest / 3600,
            minute: rest / 60 % 60,
            second: rest % 60,
            // 1970-01-01 was a Thursday.
            weekday: (days.rem_euclid(7) + 3) % 7,
            yearday: days - days_from_civil(year, 1, 1) + 1,
            microsecond: None,
        }
    }

    /// `calendar.timegm`, and `time.mktime` in UTC: seconds since 1970-01-01; fields out of range are carried on.
    pub fn to_epoch(&self) -> i64 {
        let months = self.month.saturating_sub(1);
        let year = self.year.saturating_add(months.div_euclid(12));
        let days = days_from_civil(year, months.rem_euclid(12) + 1, self.day);
        days.saturating_mul(DAY)
            .saturating_add(self.hour.saturating_mul(3600))
            .saturating_add(self.minute.saturating_mul(60))
            .saturating_add(self.second)
    }

    /// What `time.strftime` and `time.asctime` do to a tuple first: zeros become the lowest value, the rest is
    /// checked.
    ///
    /// # Errors
    /// `ValueError` for a field out of range.
    pub fn checked(mut self) -> TextResult<Self> {
        let check = |value: i64, low: i64, high: i64, what: &str| {
            if (low..=high).contains(&value) {
                Ok(())
            } else {
                Err(TextError::value(format!("{what} out of range")))
            }
        };
        for field in [&mut self.month, &mut self.day, &mut self.yearday] {
            if *field == 0 {
                *field = 1;
            }
        }
        check(self.month, 1, 12, "month")?;
        check(self.day, 1, 31, "day of month")?;
        check(self.hour, 0, 23, "hour")?;
        check(self.minute, 0, 59, "minute")?;
        check(self.second, 0, 61, "seconds")?;
        check(self.weekday, -1, i64::MAX, "day of week")?;
        check(self.yearday, 1, 366, "day of year")?;
        self.weekday = self.weekday.rem_euclid(7);
        Ok(self)
    }

    fn weekday_name(&self) -> &'static str {
        usize::try_from(self.weekday).ok().and_then(|day| DAYS.get(day)).unwrap_or(&"?")
    }

    fn month_name(&self) -> &'static str {
        usize::try_from(self.month - 1).ok().and_then(|month| MONTHS.get(month)).unwrap_or(&"?")
    }

    /// Days since Sunday.
    fn sunday_based(&self) -> i64 {
        (self.weekday + 1) % 7
    }

    /// The hour of a clock face.
    fn hour_12(&self) -> i64 {
        (self.hour + 11) % 12 + 1
    }

    /// The year and the week of ISO 8601.
    fn iso_week(&self) -> (i64, i64) {
        let day = self.yearday - 1;
        let week = (day - self.weekday + 10) / 7;
        if week < 1 {
            let before = self.year - 1;
            let day = day + if is_leap(before) { 366 } else { 365 };
            return (before, (day - self.weekday + 10) / 7);
        }
        let length = if is_leap(self.year) { 366 } else { 365 };
        // The days that belong to the week of next year's first Thursday.
        if day - self.weekday + 3 >= length { (self.year + 1, 1) } else { (self.year, week) }
    }
}

/// `time.asctime(tm)`, and `time.ctime`.
pub fn asctime(tm: &Tm) -> String {
    format!(
        "{:.3} {:.3}{:3} {:02}:{:02}:{:02} {}",
        tm.weekday_name(),
        tm.month_name(),
        tm.day,
        tm.hour,
        tm.minute,
        tm.second,
        tm.year
    )
}

/// What stands between `%` and the letter.
#[derive(Clone, Copy, Default)]
struct Flags {
    /// `_`, `-` or `0`.
    pad: Option<char>,
    /// `^`
    upper: bool,
    /// `#`
    change_case: bool,
    width: usize,
}

/// `time.strftime(format, tm)`.
///
/// # Errors
/// `ValueError` for a NUL; memory for an absurd width.
pub fn strftime(format: &str, tm: &Tm, zone: Zone<'_>) -> TextResult<String> {
    if format.contains('\0') {
        return Err(TextError::value("embedded null character"));
    }
    let mut out = String::with_capacity(format.len() + 16);
    let mut rest = format;
    while let Some(at) = rest.find('%') {
        out.push_str(&rest[..at]);
        let directive = &rest[at..];
        let (flags, modified, letter, length) = read_directive(directive)?;
        let known = letter.is_some_and(|letter| {
            modifier_fits(modified, letter) && write_directive(&mut out, flags, letter, tm, zone)
        });
        if !known {
            // What is no directive stands for itself, padded and capitalized as if it were a word.
            push_text(&mut out, flags, &directive[..length]);
        }
        rest = &directive[length..];
    }
    out.push_str(rest);
    Ok(out)
}

/// Reads flags, width, modifier and letter; also the length of it all in bytes.
fn read_directive(text: &str) -> TextResult<(Flags, Option<u8>, Option<char>, usize)> {
    let bytes = text.as_bytes();
    let mut flags = Flags::default();
    let mut at = 1;
    loop {
        match bytes.get(at) {
            Some(pad @ (b'_' | b'-' | b'0')) => flags.pad = Some(char::from(*pad)),
            Some(b'^') => flags.upper = true,
            Some(b'#') => flags.change_case = true,
            _ => break,
        }
        at += 1;
    }
    while let Some(digit @ b'0'..=b'9') = bytes.get(at) {
        flags.width = flags.width.saturating_mul(10).saturating_add(usize::from(digit - b'0'));
        at += 1;
    }
    check_width(flags.width)?;
    let modifier = bytes.get(at).copied().filter(|byte| matches!(byte, b'E' | b'O'));
    if modifier.is_some() {
        at += 1;
    }
    let letter = text.get(at..).and_then(|rest| rest.chars().next());
    Ok((flags, modifier, letter, at + letter.map_or(0, char::len_utf8)))
}

/// Whether `%E` or `%O` may go before a letter. In the C locale they change nothing.
fn modifier_fits(modifier: Option<u8>, letter: char) -> bool {
    match modifier {
        None => true,
        Some(b'E') => "cnprstuxyzCPRTXYZ%".contains(letter),
        Some(_) => "bdeghjklmnprstuwyzBCGHIMPRSTUVWZ%".contains(letter),
    }
}

/// Appends what a directive stands for; false if there is no such directive.
fn write_directive(out: &mut String, flags: Flags, letter: char, tm: &Tm, zone: Zone<'_>) -> bool {
    let mut number = |value: i64, digits: usize| push_number(out, flags, value, digits, '0');
    match letter {
        'C' => number(tm.year.div_euclid(100), 1),
        'd' => number(tm.day, 2),
        'e' => push_number(out, flags, tm.day, 2, '_'),
        'f' if tm.microsecond.is_some() => number(i64::from(tm.microsecond.unwrap_or(0)), 6),
        'g' => number(tm.iso_week().0.rem_euclid(100), 2),
        'G' => number(tm.iso_week().0, 1),
        'H' => number(tm.hour, 2),
        'I' => number(tm.hour_12(), 2),
        'j' => number(tm.yearday, 3),
        'k' => push_number(out, flags, tm.hour, 2, '_'),
        'l' => push_number(out, flags, tm.hour_12(), 2, '_'),
        'm' => number(tm.month, 2),
        'M' => number(tm.minute, 2),
        's' => push_number(out, flags, tm.to_epoch(), 1, '-'),
        'S' => number(tm.second, 2),
        'u' => number(tm.weekday + 1, 1),
        'U' => number((tm.yearday - 1 - tm.sunday_based() + 7) / 7, 2),
        'V' => number(tm.iso_week().1, 2),
        'w' => number(tm.sunday_based(), 1),
        'W' => number((tm.yearday - 1 - tm.weekday + 7) / 7, 2),
        'y' => number(tm.year.rem_euclid(100), 2),
        'Y' => number(tm.year, 1),
        _ => return write_text_directive(out, flags, letter, tm, zone),
    }
    true
}

/// The directives that are words, or several directives together.
fn write_text_directive(out: &mut String, flags: Flags, letter: char, tm: &Tm, zone: Zone<'_>) -> bool {
    let shout = Flags { upper: flags.upper || flags.change_case, ..flags };
    match letter {
        '%' => push_text(out, flags, "%"),
        'n' => push_text(out, flags, "\n"),
        't' => push_text(out, flags, "\t"),
        'a' => push_text(out, shout, tm.weekday_name().get(..3).unwrap_or("?")),
        'A' => push_text(out, shout, tm.weekday_name()),
        'b' | 'h' => push_text(out, shout, tm.month_name().get(..3).unwrap_or("?")),
        'B' => push_text(out, shout, tm.month_name()),
        'p' | 'P' => {
            let half = if tm.hour >= 12 { "PM" } else { "AM" };
            let small = letter == 'P' || flags.change_case;
            let flags = Flags { upper: false, ..flags };
            push_text(out, flags, &if small { half.to_ascii_lowercase() } else { half.to_owned() });
        }
        'Z' if flags.change_case => {
            push_text(out, Flags { upper: false, ..flags }, &zone.name.to_ascii_lowercase());
        }
        'Z' => push_text(out, flags, zone.name),
        'z' => {
            if let Some(offset) = zone.offset {
                let (sign, size) = (if offset < 0 { "-" } else { "+" }, offset.unsigned_abs());
                push_text(out, flags, sign);
                let clock = size / 3600 * 100 + size / 60 % 60;
                push_number(out, flags, i64::try_from(clock).unwrap_or(0), 4, '0');
            }
        }
        'c' | 'D' | 'F' | 'r' | 'R' | 'T' | 'x' | 'X' => {
            let parts = match letter {
                'c' => "%a %b %e %H:%M:%S %Y",
                'F' => "%Y-%m-%d",
                'r' => "%I:%M:%S %p",
                'R' => "%H:%M",
                'T' | 'X' => "%H:%M:%S",
                _ => "%m/%d/%y",
            };
            // These parts hold no NUL and no width: they cannot fail.
            push_text(out, flags, &strftime(parts, tm, zone).unwrap_or_default());
        }
        _ => return false,
    }
    true
}

/// Appends a number of at least `digits` digits.
fn push_number(out: &mut String, flags: Flags, value: i64, digits: usize, default_pad: char) {
    let pad = flags.pad.unwrap_or(default_pad);
    let sign = if value < 0 { "-" } else { "" };
    let text = value.unsigned_abs().to_string();
    let least = if pad == '-' { flags.width } else { digits.max(flags.width) };
    let missing = least.saturating_sub(sign.len() + text.len());
    let (spaces, zeros) = if pad == '0' { (0, missing) } else { (missing, 0) };
    out.extend(std::iter::repeat_n(' ', spaces));
    let _ = write!(out, "{sign}");
    out.extend(std::iter::repeat_n('0', zeros));
    out.push_str(&text);
}

/// Appends a text, right-aligned in the width.
fn push_text(out: &mut String, flags: Flags, text: &str) {
    let missing = flags.width.saturating_sub(text.chars().count());
    out.extend(std::iter::repeat_n(if flags.pad == Some('0') { '0' } else { ' ' }, missing));
    if flags.upper {
        out.push_str(&super::case::upper(text));
    } else {
        out.push_str(text);
    }
}
