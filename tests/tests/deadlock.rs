//! What is told where CPython would wait for ever.

use loopscope_tests::engine;

fn check(source: &str, expected: &str) {
    let outcome = engine::run("x.py", source);
    assert_eq!(outcome.stopped.as_deref(), Some("deadlock"));
    assert_eq!(outcome.stderr, expected);
}

#[test]
fn two_tasks_that_want_each_others_lock() {
    check(
        "import asyncio

async def work(first, second):
    async with first:
        await asyncio.sleep(1)
        async with second:
            print('never')

async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    one = asyncio.create_task(work(a, b), name='one')
    await asyncio.gather(one, work(b, a))

asyncio.run(main())
",
        "Deadlock at 1.000 s: every task waits, and nothing can wake one.
  Task-1 (main) waits for all of one, Task-2
    File \"x.py\", line 12, in main
      await asyncio.gather(one, work(b, a))
  one (work) waits for a lock held by Task-2
    File \"x.py\", line 6, in work
      async with second:
  Task-2 (work) waits for a lock held by one
    File \"x.py\", line 6, in work
      async with second:
They wait for one another: one -> Task-2 -> one.
",
    );
}

#[test]
fn a_future_that_nobody_sets_and_an_event_under_it() {
    check(
        "import asyncio

async def inner(event):
    await event.wait()

async def outer(event):
    await inner(event)

async def main():
    task = asyncio.create_task(outer(asyncio.Event()))
    await asyncio.Future()

asyncio.run(main())
",
        "Deadlock at 0.000 s: every task waits, and nothing can wake one.
  Task-1 (main) waits for a future that nobody sets
    File \"x.py\", line 11, in main
      await asyncio.Future()
  Task-2 (outer) waits for an event
    File \"x.py\", line 7, in outer
      await inner(event)
    File \"x.py\", line 4, in inner
      await event.wait()
",
    );
}

#[test]
fn a_loop_with_nothing_to_run() {
    check(
        "import asyncio\nasyncio.new_event_loop().run_forever()\n",
        "Deadlock at 0.000 s: the loop has nothing to run, and nothing can wake it.\n",
    );
}

#[test]
fn a_thread_that_waits_for_no_thread() {
    check(
        "from concurrent.futures import Future\nFuture().result()\n",
        "Deadlock at 0.000 s: the program waits for what no thread can bring.\n",
    );
}
