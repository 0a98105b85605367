//! Programs that want too much: whatever a page is fed, the engine ends with a clear message and never panics,
//! overflows the stack or takes the memory of the machine.

use loopscope_tests::compare::Outcome;
use loopscope_tests::engine::{self, Limits};

/// Runs within limits that a page would set.
fn run(source: &str) -> Outcome {
    engine::run_within("bad.py", source, Limits::page())
}

/// Checks the last line of stderr of a program that ends by itself with an exception.
#[track_caller]
fn check_raises(source: &str, last_line: &str) {
    let outcome = run(source);
    assert_eq!(outcome.stopped, None, "stdout: {}", outcome.stdout);
    assert_eq!(outcome.stderr.lines().last(), Some(last_line), "{}", outcome.stderr);
    assert_eq!(outcome.status, 1);
}

/// Checks a program that catches what happens to it and says so on stdout.
#[track_caller]
fn check_prints(source: &str, stdout: &str) {
    let mut limits = Limits::page();
    // What a preview is given.
    limits.driver.fuel = 20_000_000;
    let outcome = engine::run_within("bad.py", source, limits);
    assert_eq!(outcome.stopped, None, "stderr: {}", outcome.stderr);
    assert_eq!((outcome.stdout.as_str(), outcome.stderr.as_str()), (stdout, ""));
}

/// Checks a program that never ends: it is stopped, and what it wrote before is there.
#[track_caller]
fn check_stopped(source: &str, begins: &str) {
    let outcome = run(source);
    assert!(outcome.stopped.is_some(), "it ended: {outcome:?}");
    assert!(outcome.stdout.starts_with(begins), "{}", outcome.stdout);
}

#[test]
fn endless_loops_are_stopped() {
    check_stopped("print('first')\nwhile True: pass\n", "first\n");
    check_stopped("import asyncio\nasync def main():\n    while True: pass\nasyncio.run(main())\n", "");
    check_stopped("def f():\n    while True: yield 1\nprint('first')\nlist(f())\n", "first\n");
    check_stopped("[x for x in iter(int, 1)]\n", "");
    check_stopped("max(iter(int, 1))\n", "");
}

#[test]
fn endless_waiting_is_stopped() {
    let source = "import asyncio\nasync def main():\n    while True:\n        print('tick')\n        \
                  await asyncio.sleep(1)\nasyncio.run(main())\n";
    check_stopped(source, "tick\ntick\n");
    check_stopped(&source.replace("sleep(1)", "sleep(0)"), "tick\ntick\n");
    check_stopped("import time\nwhile True:\n    print('tick')\n    time.sleep(1)\n", "tick\ntick\n");
}

#[test]
fn functions_that_keep_an_error_in_a_variable_do_not_use_up_the_memory() {
    let source = "def attempt():\n    try:\n        raise ValueError\n    except ValueError as error:\n        \
                  return error\ndef process():\n    data = [None] * 400_000\n    error = attempt()\n    \
                  return len(data)\nprint(sum(process() for _ in range(100)))\n";
    check_prints(source, "40000000\n");
    let kept = "def deep(n):\n    x = [n]\n    if n:\n        return deep(n - 1)\n    try:\n        raise ValueError\n    \
                except ValueError as error:\n        return error\nimport sys\nsys.setrecursionlimit(20_000)\n\
                errors = [deep(9_000) for _ in range(5)]\ndel errors\nprint('gone')\n";
    check_prints(kept, "gone\n");
}

#[test]
fn waiting_for_nothing_is_a_deadlock() {
    let source = "import asyncio\nasync def main():\n    print('waits')\n    await asyncio.Future()\n\
                  asyncio.run(main())\n";
    let outcome = run(source);
    assert_eq!(outcome.stdout, "waits\n");
    assert!(outcome.stopped.is_some_and(|reason| reason.to_lowercase().contains("deadlock")));
}

#[test]
fn printing_without_end_is_stopped() {
    check_stopped("while True:\n    print('spam')\n", "spam\nspam\n");
}

/// A slice ends before it has written more than a page can take in: long texts use more fuel than short ones.
#[test]
fn printing_much_uses_fuel() {
    let mut limits = Limits::page();
    limits.driver.fuel = 200_000;
    let outcome = engine::run_within("bad.py", "while True:\n    print('spam' * 100000)\n", limits);
    assert!(outcome.stopped.is_some());
    assert!(outcome.written < 64 << 20, "{} bytes were written", outcome.written);
}

#[test]
fn what_is_too_large_is_a_memory_error() {
    for source in [
        "[0] * 10**12",
        "(0,) * 10**12",
        "'x' * 10**12",
        "b'x' * 10**12",
        "bytes(10**12)",
        "list(range(10**12))",
        "'x'.ljust(10**12)",
        "f'{1:{10**9}}'",
        "'%1000000000d' % 1",
        "' '.join(['x' * 10**6] * 10**6)",
        "'x' * 10**6 * 10**6",
        "1 << 10**12",
    ] {
        let outcome =
            run(&format!("try:\n    {source}\nexcept (MemoryError, OverflowError):\n    print('refused')\n"));
        assert_eq!(outcome.stdout, "refused\n", "{source}: {outcome:?}");
    }
    check_raises("[0] * 10**12\n", "MemoryError");
}

#[test]
fn growing_without_end_is_stopped_or_refused() {
    for source in [
        "a = []\nwhile True: a.append('x' * 1000)\n",
        "a = 'x'\nwhile True: a += a\n",
        "a = [1]\nwhile True: a += a\n",
        "a = [1]\nwhile True: a.extend(a)\n",
        "d = {}\ni = 0\nwhile True:\n    d[i] = i\n    i += 1\n",
        "a = 2\nwhile True: a = a * a\n",
        "import asyncio\nasync def f(): await asyncio.sleep(1)\nasync def main():\n    while True:\n        \
         asyncio.create_task(f())\nasyncio.run(main())\n",
    ] {
        let outcome = run(source);
        let refused = outcome.stderr.lines().last().is_some_and(|line| line.starts_with("MemoryError"));
        assert!(refused || outcome.stopped.is_some(), "{source}: {outcome:?}");
    }
}

/// Runs a program that may hold little; fuel tells how much work that was, and is short.
fn run_in_little_memory(source: &str) -> Outcome {
    let mut limits = Limits::page();
    limits.memory = 4 << 20;
    engine::run_within("bad.py", source, limits)
}

/// The heap is measured now and then, not with each allocation.
#[test]
fn living_at_the_limit_of_memory_takes_no_more_work() {
    let fill = "kept = []\ntry:\n    while True: kept.append([0])\nexcept MemoryError:\n    pass\n";
    let refused = "refused = 0\nfor i in range(20_000):\n    try:\n        [i]\n    except MemoryError:\n        \
                   refused += 1\nprint(refused < 100)\n";
    for give_back in ["", "del kept[-100:]\n"] {
        let outcome = run_in_little_memory(&format!("{fill}{give_back}{refused}"));
        assert_eq!((outcome.stopped, outcome.stdout.as_str()), (None, "True\n"), "{}", outcome.stderr);
    }
}

/// However a program takes the errors, it does not go on growing.
#[test]
fn errors_that_are_caught_do_not_lift_the_limit_of_memory() {
    let source = "kept = []\nerrors = 0\nwhile errors < 12:\n    try:\n        kept.append([0])\n    \
                  except MemoryError:\n        errors += 1\nprint(len(kept) * 64 < 5 << 20)\n";
    let outcome = run_in_little_memory(source);
    assert_eq!((outcome.stopped, outcome.stdout.as_str()), (None, "True\n"), "{}", outcome.stderr);
}

#[test]
fn tasks_that_wait_for_each_other_without_end_run_out_of_memory() {
    let source = "import asyncio\nasync def child():\n    await asyncio.wait([asyncio.create_task(child())])\n\
                  async def main():\n    await asyncio.wait([asyncio.create_task(child())])\n    print('over')\n\
                  asyncio.run(main())\n";
    let outcome = run_in_little_memory(source);
    assert_eq!((outcome.stopped, outcome.stdout.as_str()), (None, "over\n"));
    assert!(outcome.stderr.contains("MemoryError"), "{}", outcome.stderr);
}

/// What an iteration of the loop does counts, also where it ends before its slice does.
#[test]
fn iterations_of_a_loop_use_fuel() {
    let mut limits = Limits::page();
    limits.driver.fuel = 200_000;
    let source = "import asyncio\nasync def main():\n    while True:\n        print('tick')\n        \
                  for _ in range(1_000): pass\n        await asyncio.sleep(0)\nasyncio.run(main())\n";
    let outcome = engine::run_within("bad.py", source, limits);
    assert_eq!(outcome.stopped.as_deref(), Some("fuel limit"));
    let ticks = outcome.stdout.lines().count();
    assert!((10..=200).contains(&ticks), "{ticks}");
}

#[test]
fn recursion_ends_in_a_recursion_error() {
    for source in [
        "def f(): f()\nf()\n",
        "f = lambda: f()\nf()\n",
        "class A:\n    def __repr__(self): return repr(self)\nrepr(A())\n",
        "class A:\n    def __eq__(self, other): return self == other\nA() == A()\n",
        "class A:\n    def __getattr__(self, name): return getattr(self, name)\nA().x\n",
        "class A:\n    def __str__(self): return f'{self}'\nprint(A())\n",
        "class A:\n    def __add__(self, other): return self + other\nA() + 1\n",
        "class A:\n    def __call__(self): self()\nA()()\n",
        "class A:\n    def __iter__(self): return iter(list(self))\nlist(A())\n",
        "class A:\n    def __hash__(self): return hash(self)\n{A(): 1}\n",
        "def f(x): return sorted([1, 2], key=f)\nf(1)\n",
        "def f(x): return list(map(f, [x]))\nf(1)\n",
        "def g(): yield from g()\nlist(g())\n",
        "import asyncio\nasync def f(): await f()\nasyncio.run(f())\n",
        "a = []\nfor _ in range(100000): a = [a]\nrepr(a)\n",
        "a = ()\nfor _ in range(100000): a = (a,)\nhash(a)\n",
        "a, b = [], []\nfor _ in range(100000): a, b = [a], [b]\na == b\n",
    ] {
        let outcome = run(source);
        let last = outcome.stderr.lines().last().unwrap_or_default();
        assert!(
            last.starts_with("RecursionError: maximum recursion depth exceeded"),
            "{source}: {outcome:?}"
        );
    }
}

/// Recursions that branch: each ends in a time that nobody has, without a loop, and never deep.
#[test]
fn a_recursion_that_branches_is_stopped() {
    for source in [
        "def f(n): return n if n < 2 else f(n - 1) + f(n - 2)\nf(200)\n",
        "f = lambda n: n and (f(n - 1), f(n - 1))\nf(200)\n",
        "def f(n, *, k=0): return n and (f(n - 1, k=1), f(n - 1, k=2))\nf(200)\n",
        "def f(*a): return a[0] and (f(*[a[0] - 1]), f(*[a[0] - 1]))\nf(200)\n",
        "class A:\n    def f(self, n): return n and (self.f(n - 1), self.f(n - 1))\nA().f(200)\n",
        "class A:\n    def __init__(self, n): n and (A(n - 1), A(n - 1))\nA(200)\n",
        "class A:\n    def __call__(self, n): n and (self(n - 1), self(n - 1))\nA()(200)\n",
        "class A:\n    n = 200\n    @property\n    def f(self):\n        b = A(); b.n = self.n - 1\n        return b.n and (b.f, b.f)\nA().f\n",
        "class A:\n    def __init__(self, n): self.n = n\n    def __add__(self, o): return self.n and ((A(self.n - 1) + 1), (A(self.n - 1) + 1))\nA(200) + 1\n",
        "class A:\n    def __init__(self, n): self.n = n\n    def __eq__(self, o): return self.n and (A(self.n - 1) == 1, A(self.n - 1) == 1)\nA(200) == 1\n",
        "def g(n):\n    if n:\n        yield from g(n - 1)\n        yield from g(n - 1)\nlist(g(200))\n",
        "def f(n): return n and (list(map(f, [n - 1])), list(map(f, [n - 1])))\nf(200)\n",
        "def f(n): return n and (sorted([n - 1], key=f), sorted([n - 1], key=f))\nf(200)\n",
        "import asyncio\nasync def f(n):\n    if n:\n        await f(n - 1)\n        await f(n - 1)\nasyncio.run(f(200))\n",
        "import asyncio\nasync def g(n):\n    if n:\n        async with C(n - 1): pass\n        async with C(n - 1): pass\nclass C:\n    \
         def __init__(self, n): self.n = n\n    async def __aenter__(self): await g(self.n)\n    async def __aexit__(self, *a): pass\n\
         asyncio.run(g(200))\n",
    ] {
        let outcome = run(source);
        assert_eq!(outcome.stopped.as_deref(), Some("fuel limit"), "{source}: {outcome:?}");
    }
}

#[test]
fn deep_structures_are_freed() {
    for source in [
        "a = None\nfor _ in range(300000): a = [a]\n",
        "a = None\nfor _ in range(300000): a = (a,)\n",
        "a = None\nfor _ in range(300000): a = {1: a}\n",
        "class N:\n    def __init__(self, n): self.n = n\na = None\nfor _ in range(300000): a = N(a)\n",
        "def f(x): return lambda: x\na = None\nfor _ in range(300000): a = f(a)\n",
        "a = None\nfor _ in range(300000): a = iter([a])\n",
        "def g(x): yield x\na = None\nfor _ in range(300000): a = g(a)\n",
        "def g(x): yield x\na = None\nfor _ in range(300000):\n    a = g(a)\n    next(a)\n",
        "a = None\nfor _ in range(300000):\n    e = ValueError(a)\n    a = e\n",
        "a = None\nfor _ in range(100000):\n    e = ValueError()\n    e.__context__ = a\n    a = e\n",
        "a = []\nfor _ in range(300000):\n    b = []\n    b.append(a)\n    a.append(b)\n    a = b\n",
    ] {
        check_prints(&format!("{source}del a\nprint('freed')\n"), "freed\n");
        check_prints(&format!("{source}print('left to the end')\n"), "left to the end\n");
    }
}

#[test]
fn chains_of_tasks_are_freed() {
    let source = "import asyncio\nasync def wait(task):\n    await task\nasync def main():\n    \
                  last = asyncio.create_task(asyncio.sleep(1))\n    for _ in range(20000):\n        \
                  last = asyncio.create_task(wait(last))\n    await asyncio.sleep(0)\n    \
                  print('built')\nasyncio.run(main())\nprint('freed')\n";
    check_prints(source, "built\nfreed\n");
}

#[test]
fn deep_sources_are_refused() {
    for (open, inner, close) in [
        ("(", "1", ")"),
        ("[", "", "]"),
        ("{", "1", "}"),
        ("f(", "", ")"),
        ("lambda: ", "1", ""),
        ("not ", "1", ""),
        ("-", "1", ""),
        ("await ", "1", ""),
        ("1 if 1 else ", "1", ""),
        ("1 + (", "1", ")"),
        ("x", "x", "[0]"),
        ("x", "x", ".a"),
        ("x", "x", "()"),
        ("1", "1", " + 1"),
        ("1", "1", " ** 1"),
        ("1", "1", " < 1"),
        ("x", "x", " and x"),
    ] {
        for depth in [150, 5_000, 100_000] {
            let source = format!("{}{inner}{}\n", open.repeat(depth), close.repeat(depth));
            let _ = run(&source);
        }
    }
    let mut nested = String::new();
    for depth in 0..150 {
        nested.push_str(&" ".repeat(depth));
        nested.push_str("if 1:\n");
    }
    check_raises(&nested, "IndentationError: too many levels of indentation");
    let elifs = format!("x = 9\nif x == 1: pass\n{}", "elif x == 1: pass\n".repeat(20_000));
    let _ = run(&elifs);
    let fstrings = format!("{}1{}\n", "f'{".repeat(500), "}'".repeat(500));
    let _ = run(&fstrings);
}

#[test]
fn strange_sources_are_refused_or_run() {
    check_raises("print(1)\0\n", "SyntaxError: source code cannot contain null bytes");
    check_prints("", "");
    check_prints("\n\n# only a comment", "");
    check_prints("\u{feff}print('byte order mark')\n", "byte order mark\n");
    check_prints("print('one')\r\nprint('two')\r\n", "one\ntwo\n");
    check_prints("x = 1\rprint(x)\r", "1\n");
    check_prints("print('<script>alert(1)</script>')", "<script>alert(1)</script>\n");
    let line = format!("x = [{}]\nprint(len(x))\n", "1, ".repeat(100_000));
    check_prints(&line, "100000\n");
    let many = format!("x = 0\n{}print(x)\n", "x += 1\n".repeat(100_000));
    check_prints(&many, "100000\n");
    let large = format!("print('{}')\n", "a".repeat(1 << 20));
    let outcome = run(&large);
    assert_eq!(outcome.status, 1, "a source of more than 1 MB is refused");
    assert!(outcome.stderr.contains("too large"), "{}", outcome.stderr);
}

#[test]
fn queues_without_end_run_out_of_memory() {
    for queue in ["Queue", "PriorityQueue"] {
        let source = format!(
            "import asyncio\nqueue = asyncio.{queue}()\nnumber = 0\nwhile True:\n    number += 1\n    \
             queue.put_nowait(str(number) * 500)\n"
        );
        check_raises(&source, "MemoryError");
    }
}

#[test]
fn comparisons_of_a_priority_queue_do_not_recurse_without_bounds() {
    check_prints(
        "import asyncio\n\
         class Item:\n    \
             def __lt__(self, other):\n        \
                 queue = asyncio.PriorityQueue()\n        \
                 queue.put_nowait(Item())\n        \
                 queue.put_nowait(Item())\n        \
                 return False\n\
         try:\n    \
             Item() < Item()\n\
         except RecursionError:\n    \
             print('too deep')\n",
        "too deep\n",
    );
}

#[test]
fn patterns_that_explode_are_like_endless_loops() {
    let explodes = "import re\nprint('first')\nre.match(r'(a+)+$', 'a' * 60 + 'b')\n";
    check_stopped(explodes, "first\n");
    check_prints(
        "import re\ntry:\n    re.compile('(' * 5000)\nexcept RecursionError:\n    print('too deep')\n",
        "too deep\n",
    );
    check_prints("import re\nprint(re.match('(?:ab){1,1000000}', 'ab' * 1000).end())\n", "2000\n");
}

#[test]
fn the_library_ends_where_its_input_does_not() {
    let endless = "from itertools import count\nfrom collections import deque\nprint('first')\ndeque(count(), maxlen=3)\n";
    check_stopped(endless, "first\n");
    check_prints(
        "import json\nvalue = json.loads('[' * 100000 + ']' * 100000)\nprint(len(value))\n\
         try:\n    json.dumps(value)\nexcept RecursionError:\n    print('too deep')\n",
        "1\ntoo deep\n",
    );
    check_raises("from collections import deque\ndeque([1]) * 10**10\n", "MemoryError");
}

#[test]
fn threads_that_wait_for_each_other_are_a_deadlock() {
    let source = "import threading\na = threading.Lock()\nprint('first')\na.acquire()\na.acquire()\n";
    let outcome = run(source);
    assert_eq!(outcome.stdout, "first\n");
    assert!(outcome.stopped.is_some() || outcome.status != 0, "{outcome:?}");
}
