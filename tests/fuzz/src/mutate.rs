//! Changes of a program that leave most of it a program: by words and by lines.

/// Words that put into a place of another make something happen.
const WORDS: &[&str] = &[
    "None", "True", "0", "1", "-1", "2**70", "1e308", "float('nan')", "''", "'a' * 1000", "b'\\xff'", "[]", "()", "{}",
    "{1: 2}", "{1, 2}", "...", "object()", "int", "str", "list", "dict", "type", "Exception", "BaseException", "print",
    "len", "iter", "next", "super()", "self", "lambda: 0", "x", "__name__", "__class__", "__dict__", "__init__",
    "__eq__", "__hash__", "__repr__", "__iter__", "__next__", "__getattr__", "__del__", "__await__", "__aenter__",
    "await", "yield", "yield from", "return", "raise", "break", "continue", "pass", "del", "global", "nonlocal", "async",
    "asyncio.sleep(0)", "asyncio.sleep(1)", "asyncio.Future()", "asyncio.Event()", "asyncio.Lock()", "asyncio.Queue(1)",
    "asyncio.current_task()", "asyncio.get_running_loop()", "asyncio.CancelledError", "asyncio.gather()",
    "asyncio.TaskGroup()", "asyncio.timeout(1)", ".cancel()", ".result()", ".close()", ".send(None)", ".throw(ValueError)",
];

/// A small generator of numbers (xorshift); what matters is that a seed gives the same change again.
struct Dice(u32);

impl Dice {
    fn new(seed: u32) -> Dice {
        Dice(seed.wrapping_mul(0x9e37_79b9) | 1)
    }

    fn below(&mut self, count: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0 as usize % count.max(1)
    }
}

/// The program with a few words or lines changed.
pub fn mutated(data: &[u8], seed: u32) -> String {
    let mut dice = Dice::new(seed);
    let mut text = String::from_utf8_lossy(data).into_owned();
    for _ in 0..=dice.below(3) {
        text = if dice.below(3) == 0 { change_lines(&text, &mut dice) } else { change_words(&text, &mut dice) };
    }
    text
}

/// The first program with some lines of the second.
pub fn crossed(one: &[u8], other: &[u8], seed: u32) -> String {
    let mut dice = Dice::new(seed);
    let (one, other) = (String::from_utf8_lossy(one), String::from_utf8_lossy(other));
    let mut lines: Vec<&str> = one.lines().collect();
    let given: Vec<&str> = other.lines().collect();
    let from = dice.below(given.len());
    let count = 1 + dice.below((given.len() - from).min(12));
    let to = dice.below(lines.len() + 1);
    lines.splice(to..to, given.into_iter().skip(from).take(count));
    lines.join("\n") + "\n"
}

fn change_lines(text: &str, dice: &mut Dice) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let at = dice.below(lines.len());
    if let Some(line) = lines.get(at).cloned() {
        match dice.below(5) {
            0 => drop(lines.remove(at)),
            1 => lines.insert(at, line),
            2 => {
                let to = dice.below(lines.len());
                lines.swap(at, to);
            }
            3 => lines[at] = format!("    {line}"),
            _ => lines[at] = line.strip_prefix("    ").unwrap_or(&line).to_owned(),
        }
    }
    lines.join("\n") + "\n"
}

fn change_words(text: &str, dice: &mut Dice) -> String {
    let words = words(text);
    let solid: Vec<usize> = (0..words.len()).filter(|&index| !words[index].trim().is_empty()).collect();
    let Some(&at) = solid.get(dice.below(solid.len())) else { return text.to_owned() };
    let other = words[solid[dice.below(solid.len())]];
    let known = WORDS[dice.below(WORDS.len())];
    let replaced = match dice.below(5) {
        0 => String::new(),
        1 => format!("{} {}", words[at], other),
        2 => other.to_owned(),
        3 => format!("({} , {known})", words[at]),
        _ => known.to_owned(),
    };
    let before: String = words[..at].concat();
    before + &replaced + &words[at + 1..].concat()
}

/// Names and numbers, blanks, and every other character by itself.
fn words(text: &str) -> Vec<&str> {
    let kind = |c: char| if c.is_alphanumeric() || c == '_' { 1 } else if c == ' ' { 2 } else { 0 };
    let mut words = Vec::new();
    let mut start = 0;
    let mut last = 0;
    for (at, c) in text.char_indices() {
        if at > start && (kind(c) != last || last == 0) {
            words.push(&text[start..at]);
            start = at;
        }
        last = kind(c);
    }
    words.push(&text[start..]);
    words
}
