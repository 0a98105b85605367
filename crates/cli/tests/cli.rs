//! The command as a shell sees it: what it prints where, and its exit status.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

/// Runs the command on a program, in a folder of its own.
fn loopscope(name: &str, program: &str, arguments: &[&str]) -> Output {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).expect("the folder for tests can be written");
    fs::write(folder.join("program.py"), program).expect("the folder for tests can be written");
    Command::new(env!("CARGO_BIN_EXE_loopscope"))
        .current_dir(folder)
        .args(arguments)
        .output()
        .expect("the command can be started")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn a_program_prints_to_stdout_and_ends_with_0() {
    let output = loopscope("ok", "print('hello')\n", &["run", "program.py"]);
    assert_eq!((text(&output.stdout), text(&output.stderr)), ("hello\n".to_owned(), String::new()));
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn an_uncaught_exception_is_a_traceback_and_1() {
    let output = loopscope("raise", "print('first')\n1 / 0\n", &["run", "program.py"]);
    assert_eq!(text(&output.stdout), "first\n");
    let expected = "Traceback (most recent call last):\n  File \"program.py\", line 2, in <module>\n    1 / 0\n    \
                    ~~^~~\nZeroDivisionError: division by zero\n";
    assert_eq!(text(&output.stderr), expected);
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn the_exit_status_is_the_programs() {
    let output = loopscope("exit", "raise SystemExit(3)\n", &["run", "program.py"]);
    assert_eq!(output.status.code(), Some(3));
}

#[test]
fn a_virtual_clock_does_not_wait() {
    let program = "import asyncio, time\nasyncio.run(asyncio.sleep(1_000_000))\nprint(time.perf_counter())\n";
    let output = loopscope("virtual", program, &["run", "program.py", "--clock", "virtual"]);
    assert_eq!(text(&output.stdout), "1000000.0\n");
}

#[test]
fn on_the_system_clock_the_date_and_chance_are_real() {
    let program = "import random, time\nprint(time.time() > 1_750_000_000, len({random.random() for _ in range(9)}))\n\
                   print(random.getrandbits(64))\n";
    let run = || text(&loopscope("real", program, &["run", "program.py"]).stdout);
    let (one, other) = (run(), run());
    assert!(one.starts_with("True 9\n"), "{one}");
    assert_ne!(one, other, "the same numbers twice");
}

#[test]
fn on_the_virtual_clock_the_date_and_chance_are_always_the_same() {
    let program = "import random, time\nprint(time.time(), random.getrandbits(64))\nrandom.seed()\nprint(random.getrandbits(64))\n";
    let run = || text(&loopscope("same", program, &["run", "program.py", "--clock", "virtual"]).stdout);
    let one = run();
    assert!(one.starts_with("1704067200.0 "), "{one}");
    assert_eq!(one, run());
}

#[test]
fn the_system_clock_waits() {
    let program = "import asyncio, time\nstart = time.perf_counter()\nasyncio.run(asyncio.sleep(0.05))\n\
                   print(time.perf_counter() - start >= 0.05)\n";
    let output = loopscope("system", program, &["run", "program.py"]);
    assert_eq!(text(&output.stdout), "True\n");
}

#[test]
fn a_file_that_is_not_there_is_told_of() {
    let output = loopscope("missing", "", &["run", "nothing.py"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).starts_with("loopscope: can't open file 'nothing.py'"));
}

#[test]
fn a_trace_shows_the_lanes() {
    let program = "import asyncio\nasync def main():\n    await asyncio.sleep(2)\nasyncio.run(main())\n";
    let output = loopscope("trace", program, &["trace", "program.py", "--format", "text"]);
    assert!(text(&output.stdout).contains("main"), "{}", text(&output.stdout));
    let json = loopscope("trace", program, &["trace", "program.py"]);
    assert!(text(&json.stdout).starts_with('{'), "{}", text(&json.stdout));
}
