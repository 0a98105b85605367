//! Which number made one sleep as long as it was, from plain facts: where it was, which calls led there, how long.

use loopscope_scenario::edit::{Place, Slept, cause};

/// The place of the `nth` occurrence (from 0) of some text.
fn place(source: &str, text: &str, nth: usize) -> Place {
    let (at, _) = source.match_indices(text).nth(nth).unwrap_or_else(|| panic!("{text} is in {source}"));
    let line = source[..at].matches('\n').count() + 1;
    let column = source[..at].rsplit('\n').next().unwrap_or("").chars().count() + 1;
    Place { line, column }
}

/// A sleep at the first `at`, led to by `calls` (the innermost first; `text@2` is its second occurrence).
fn slept(source: &str, at: &str, calls: &[&str], seconds: f64) -> Slept {
    let calls = calls.iter().map(|call| {
        let (text, nth) = call.split_once('@').unwrap_or((call, "1"));
        place(source, text, nth.parse::<usize>().expect("a number") - 1)
    });
    Slept { seconds, blocking: at.contains("time."), at: place(source, at, 0), calls: calls.collect() }
}

/// The numbers that are found, as `line:column label`; or why there is none.
fn check(source: &str, at: &str, calls: &[&str], seconds: f64, expected: &str) {
    let source = format!("import asyncio, random, time\n{source}");
    let found = match cause(&source, &slept(&source, at, calls, seconds)) {
        Ok(found) => {
            assert!(found.iter().all(|delay| delay.value == seconds && delay.exact), "{found:?}");
            let found: Vec<String> = found
                .iter()
                .map(|delay| format!("{}:{} {}", delay.line, delay.column, delay.label))
                .collect();
            found.join(", ")
        }
        Err(refused) => refused.to_string(),
    };
    assert_eq!(found, expected, "{source}");
}

const SLEEP: &str = "await asyncio.sleep(";

#[test]
fn a_number_in_the_call_itself() {
    check("async def main():\n    await asyncio.sleep(2)\n", SLEEP, &[], 2.0, "3:25 asyncio.sleep");
    // Where the task stands is where the call is, or where its `await` is.
    check(
        "async def main():\n    await asyncio.sleep(2)\n",
        "asyncio.sleep(",
        &[],
        2.0,
        "3:25 asyncio.sleep",
    );
    check(
        "async def main():\n    await (\n        asyncio.sleep(.5))\n",
        "await (",
        &[],
        0.5,
        "4:23 asyncio.sleep",
    );
    check("async def main():\n    time.sleep(0.25)\n", "time.sleep(", &[], 0.25, "3:16 time.sleep");
    check("async def main():\n    é = await asyncio.sleep(1, 2)\n", SLEEP, &[], 1.0, "3:29 asyncio.sleep");
    check("async def main():\n    await asyncio.sleep(delay=1)\n", SLEEP, &[], 1.0, "3:31 asyncio.sleep");
}

const GO: &str = "\
async def go(delay, what='x'):
    await asyncio.sleep(delay)

async def main():
    await asyncio.gather(go(2, 'a'), go(what='b', delay=1), go(2, 'c'))
    await go(3)
";

#[test]
fn the_call_that_made_the_coroutine_tells_equal_numbers_apart() {
    check(GO, SLEEP, &["go(2, 'a')"], 2.0, "6:29 go · delay");
    check(GO, SLEEP, &["go(2, 'c')"], 2.0, "6:64 go · delay");
    check(GO, SLEEP, &["go(what"], 1.0, "6:57 go · delay");
    check(GO, SLEEP, &["await go(3)"], 3.0, "7:14 go · delay");
    // Without it the length alone decides, as far as it can.
    check(GO, SLEEP, &[], 3.0, "7:14 go · delay");
    check(GO, SLEEP, &[], 2.0, "6:29 go · delay, 6:64 go · delay");
}

#[test]
fn the_value_must_be_the_delay() {
    check(GO, SLEEP, &["go(2, 'a')"], 2.5, "No number in the program sets this delay.");
    check(GO, SLEEP, &["await go(3)"], 2.0, "No number in the program sets this delay.");
    check(GO, SLEEP, &[], 7.0, "No number in the program sets this delay.");
}

#[test]
fn passed_down_through_calls() {
    let source = "\
async def nap(seconds):
    await asyncio.sleep(seconds)

async def go(delay):
    await nap(delay)

async def main():
    await asyncio.gather(go(2), go(2))
    await nap(2)
";
    check(source, SLEEP, &["nap(delay)", "go(2)@2"], 2.0, "9:36 go · delay");
    check(source, SLEEP, &["nap(delay)", "go(2)"], 2.0, "9:29 go · delay");
    check(source, SLEEP, &["nap(2)"], 2.0, "10:15 nap · seconds");
}

#[test]
fn items_defaults_constants_and_attributes() {
    let items = "\
async def go(delay):
    await asyncio.sleep(delay)

async def main():
    for delay in [1, 2, 1]:
        await go(delay)
";
    check(items, SLEEP, &["go(delay)@2"], 2.0, "6:22 delay[1]");
    check(items, SLEEP, &["go(delay)@2"], 1.0, "6:19 delay[0], 6:25 delay[2]");
    let pairs = "\
DELAYS = [('a', 1), ('b', 2)]

async def go(name, delay):
    await asyncio.sleep(delay)

async def main():
    await asyncio.gather(*(go(name, delay) for name, delay in DELAYS))
";
    check(pairs, SLEEP, &["go(name, delay)@2"], 2.0, "2:27 DELAYS[1]");
    let default = "\
async def go(delay=1):
    await asyncio.sleep(delay)

async def main():
    await asyncio.gather(go(), go(1))
";
    check(default, SLEEP, &["go()"], 1.0, "2:20 go · delay");
    // A call that gives the argument leaves the default out.
    check(default, SLEEP, &["go(1)"], 1.0, "6:35 go · delay");
    let constant = "PAUSE = 0.5\nasync def main():\n    await asyncio.sleep(PAUSE)\n";
    check(constant, SLEEP, &[], 0.5, "2:9 PAUSE");
    let attribute = "\
class Worker:
    def __init__(self, delay):
        self.delay = delay

    async def run(self):
        await asyncio.sleep(self.delay)

async def main():
    await asyncio.gather(Worker(1).run(), Worker(2).run())
";
    check(attribute, SLEEP, &["Worker(2).run()"], 2.0, "10:50 Worker · delay");
    let either = "async def go(slow):\n    await asyncio.sleep(3 if slow else 1)\n";
    check(either, SLEEP, &[], 1.0, "3:40 asyncio.sleep");
    let alias = "\
async def go(delay):
    await asyncio.sleep(delay)

async def twice(job):
    await asyncio.gather(job(1), job(2))

async def main():
    await twice(go)
    await go(2)
";
    check(alias, SLEEP, &["job(2)", "twice(go)"], 2.0, "6:38 job · delay");
    check(alias, SLEEP, &["go(2)"], 2.0, "10:14 go · delay");
}

#[test]
fn a_sleep_that_is_a_task_itself_and_a_thread() {
    let bare = "async def main():\n    await asyncio.gather(asyncio.sleep(1), asyncio.sleep(1))\n";
    check(bare, "await asyncio.gather", &["asyncio.sleep(1)@2"], 1.0, "3:58 asyncio.sleep");
    let thread = "\
def work(seconds):
    time.sleep(seconds)

async def main():
    await asyncio.gather(asyncio.to_thread(work, 2), asyncio.to_thread(work, 2))
";
    check(thread, "time.sleep(", &["asyncio.to_thread(work, 2)@2"], 2.0, "6:78 work · seconds");
}

#[test]
fn what_no_single_number_explains() {
    let one = |delay: &str, seconds: f64, expected: &str| {
        check(
            &format!("async def main():\n    await asyncio.sleep({delay})\n"),
            SLEEP,
            &[],
            seconds,
            expected,
        );
    };
    one("random.uniform(1, 2)", 1.5, "This delay is random: random.uniform(1, 2). No single number sets it.");
    // Even where one of its numbers happens to be as long.
    one(
        "random.choice([1, 2])",
        2.0,
        "This delay is random: random.choice([1, 2]). No single number sets it.",
    );
    one("1 + 2", 3.0, "This delay is computed: 1 + 2. No single number sets it.");
    one("2 * 1", 2.0, "This delay is computed: 2 * 1. No single number sets it.");
    one("max(1, 2)", 2.0, "This delay is computed: max(1, 2). No single number sets it.");
    one("len('ab')", 2.0, "This delay is computed: len('ab'). No single number sets it.");
    one("time.time() % 1", 0.3, "This delay is computed: time.time() % 1. No single number sets it.");
    one("unknown", 0.3, "No number in the program sets this delay.");
    let passed = "\
async def go(n):
    await asyncio.sleep(n * 0.5)

async def main():
    await go(4)
";
    check(passed, SLEEP, &["go(4)"], 2.0, "This delay is computed: n * 0.5. No single number sets it.");
    let grows = "\
async def main():
    delay = 1
    await asyncio.sleep(delay)
    delay += 1
    await asyncio.sleep(delay)
";
    check(grows, SLEEP, &[], 1.0, "3:13 delay");
    check(grows, SLEEP, &[], 2.0, "This delay is computed: 1. No single number sets it.");
    // A string that is made into a number, and what is read from outside.
    one("float(input())", 2.0, "This delay is computed: float(input()). No single number sets it.");
}

#[test]
fn facts_that_do_not_fit_the_source() {
    check("async def main(:\n", "async", &[], 1.0, "The program has changed; try again.");
    let source = "import asyncio\nasync def main():\n    await asyncio.sleep(2)\n";
    for at in [(0, 0), (1, 400), (99, 1), (usize::MAX, usize::MAX), (3, 2)] {
        let at = Place { line: at.0, column: at.1 };
        let found = cause(source, &Slept { seconds: 2.0, blocking: false, at, calls: vec![at, at] });
        assert_eq!(found.map(|found| found.len()), Ok(1), "{at:?}");
    }
    for seconds in [f64::NAN, f64::INFINITY, -2.0, 0.0] {
        assert!(cause(source, &Slept { seconds, ..Slept::default() }).is_err(), "{seconds}");
    }
    // A thread's sleep is another one than a task's.
    assert!(cause(source, &Slept { seconds: 2.0, blocking: true, ..Slept::default() }).is_err());
}
