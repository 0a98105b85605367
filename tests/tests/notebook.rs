//! What CPython's `python FILE` does not do and the engine does, as a notebook: `await` outside of functions; and what it
//! does with a person at the keyboard: `input`.

use std::cell::RefCell;
use std::rc::Rc;

use loopscope_python::{Console, Reply};
use loopscope_tests::engine::{self, Limits};

/// Answers in this order, then says that there is no more.
struct Keyboard(RefCell<Vec<Reply>>);

impl Console for Keyboard {
    fn read_line(&self, _prompt: &str) -> Reply {
        let mut replies = self.0.borrow_mut();
        if replies.is_empty() { Reply::End } else { replies.remove(0) }
    }
}

#[track_caller]
fn check_with(replies: Vec<Reply>, source: &str, stdout: &str, last_error: &str) {
    let console = Rc::new(Keyboard(RefCell::new(replies)));
    let outcome = engine::run_at("cell.py", source, Limits::page(), Some(console));
    assert_eq!(outcome.stopped, None);
    assert_eq!(outcome.stdout, stdout, "{}", outcome.stderr);
    assert_eq!(outcome.stderr.lines().last().unwrap_or_default(), last_error);
}

#[track_caller]
fn check(source: &str, stdout: &str) {
    check_with(Vec::new(), source, stdout, "");
}

#[test]
fn a_module_may_await() {
    check("import asyncio\nprint(await asyncio.sleep(1, 'slept'))\n", "slept\n");
    check(
        "async def f():\n    return 1\nx = [await f() for _ in range(2)]\nprint(x, globals()['x'])\n",
        "[1, 1] [1, 1]\n",
    );
    check(
        "import asyncio\nasync with asyncio.timeout(1):\n    print(asyncio.current_task() is not None)\n",
        "True\n",
    );
    check("async def g():\n    yield 1\nasync for x in g():\n    print(x)\n", "1\n");
}

#[test]
fn functions_see_the_names_of_a_module_that_awaits() {
    check(
        "import asyncio\nx = 1\ndef f():\n    return x\nawait asyncio.sleep(0)\nx = 2\nprint(f())\n",
        "2\n",
    );
}

#[test]
fn a_failing_module_that_awaits_shows_its_own_lines_only() {
    let source = "import asyncio\nawait asyncio.sleep(0)\n1 / 0\n";
    let outcome = engine::run("cell.py", source);
    let expected = "Traceback (most recent call last):\n  File \"cell.py\", line 3, in <module>\n    1 / 0\n    ~~^~~\n\
                    ZeroDivisionError: division by zero\n";
    assert_eq!((outcome.stderr.as_str(), outcome.status), (expected, 1));
}

#[test]
fn input_gives_lines_then_eof() {
    let lines = vec![Reply::Line("Ada".into()), Reply::Typed("7".into())];
    let source = "name = input('Name: ')\nprint(name, input())\ninput('more? ')\n";
    check_with(
        lines,
        source,
        "Name: Ada 7\nmore? ".replace("Ada 7", "7\nAda 7").as_str(),
        "EOFError: EOF when reading a line",
    );
}

#[test]
fn waiting_for_input_blocks_the_thread_and_takes_time() {
    let source = "import asyncio, time\n\
                  async def tick():\n    while True:\n        print('tick')\n        await asyncio.sleep(1)\n\
                  async def main():\n    task = asyncio.create_task(tick())\n    await asyncio.sleep(0)\n    \
                  print(input('> '), round(time.monotonic(), 2))\n\
                  asyncio.run(main())\n";
    let replies = vec![Reply::Later, Reply::Later, Reply::Typed("yes".into())];
    check_with(replies, source, "tick\n> yes\nyes 0.1\n", "");
}

#[test]
fn a_worker_thread_waits_for_input_while_the_loop_goes_on() {
    let source = "import asyncio\n\
                  async def main():\n    line = asyncio.create_task(asyncio.to_thread(input, '> '))\n    \
                  await asyncio.sleep(0.02)\n    print('on')\n    print(await line)\n\
                  asyncio.run(main())\n";
    check_with(vec![Reply::Later, Reply::Line("done".into())], source, "> on\ndone\n", "");
}
