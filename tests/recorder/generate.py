#!/usr/bin/env python3.13
"""Writes random asyncio programs, for finding differences that nobody thought of.

    python3.13 tests/recorder/generate.py FOLDER FIRST_SEED COUNT

A program is a few workers, each a list of random steps: sleeping, awaiting, gathering, waiting with a
timeout, cancelling, setting futures, failing. A worker awaits only workers with lower numbers, so that
there is no cycle; what could wait for ever waits with a timeout. The same seed gives the same program.
`record.py FOLDER` then records what CPython does with them.
"""

import argparse
import random
from pathlib import Path

DELAYS = ("0", "0", "0", "0.1", "0.1", "0.2", "0.3", "0.5", "1")
TIMEOUTS = ("0", "0.1", "0.2", "0.3", "0.6", "2")

PROLOGUE = '''import asyncio

tasks = {}
futures = {}


def log(*what):
    task = asyncio.current_task()
    name = task.get_name() if task else "no task"
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def note(name):
    def done(future):
        state = "cancelled" if future.cancelled() else "failed" if future.exception() else "done"
        log("callback of", name, state)

    return done


def start(name, coro):
    task = asyncio.create_task(coro, name=name)
    tasks[name] = task
    return task


def future(name):
    if name not in futures:
        futures[name] = asyncio.get_running_loop().create_future()
    return futures[name]

'''

EPILOGUE = '''

async def main():
{starts}
    log("waiting for all")
    while not all(task.done() for task in tasks.values()):
        await asyncio.gather(*tasks.values(), return_exceptions=True)
    for name, task in tasks.items():
        outcome = "cancelled" if task.cancelled() else repr(task.exception() or task.result())
        log(name, outcome, task.cancelling())
    for name in sorted(futures):
        futures[name].cancel()


asyncio.run(main())
'''


class Worker:
    """Makes the body of worker `number`, which may await those with lower numbers."""

    def __init__(self, random, number, count):
        self.random, self.number, self.count = random, number, count
        self.lines, self.labels = [], 0

    def emit(self, depth, text):
        self.lines.append("    " * depth + text)

    def label(self):
        self.labels += 1
        return self.labels

    def body(self):
        for _ in range(self.random.randint(1, 4)):
            self.step(1, 2)
        ending = self.random.random()
        if ending < 0.15:
            self.emit(1, f'raise ValueError("from w{self.number}")')
        else:
            self.emit(1, f'return "r{self.number}"')
        head = [f"async def w{self.number}():", f'    log("w{self.number} starts")']
        return "\n".join(head + self.lines)

    def step(self, depth, room):
        kinds = [self.sleep, self.sleep, self.cancel, self.set_future, self.wait_future, self.callback]
        if self.number > 0:
            kinds += [self.await_task, self.await_coroutine, self.gather, self.wait_for]
        if room:
            kinds += [self.guarded, self.guarded, self.finally_, self.loop, self.inner_task]
        if kinds:
            self.random.choice(kinds)(depth, room - 1)

    def lower(self):
        return self.random.randrange(self.number)

    def task_of(self, number):
        return f'tasks["t{number}"]'

    def sleep(self, depth, room):
        label = self.label()
        self.emit(depth, f"await asyncio.sleep({self.random.choice(DELAYS)})")
        self.emit(depth, f'log("slept {label}")')

    def cancel(self, depth, room):
        other = self.random.randrange(self.count)
        message = self.random.choice(("", f'"by w{self.number}"'))
        self.emit(depth, f'log("cancel t{other}", {self.task_of(other)}.cancel({message}))')

    def set_future(self, depth, room):
        name = self.random.choice("fg")
        action = self.random.choice(
            (f"set_result({self.number})", 'set_exception(KeyError("f"))', "cancel()")
        )
        self.emit(depth, f'if not future("{name}").done():')
        self.emit(depth + 1, f'log("{name}", future("{name}").{action})')

    def wait_future(self, depth, room):
        name = self.random.choice("fg")
        timeout = self.random.choice(TIMEOUTS)
        self.emit(depth, "try:")
        self.emit(depth + 1, f'log("got", await asyncio.wait_for(future("{name}"), {timeout}))')
        self.emit(depth, "except (TimeoutError, KeyError) as error:")
        self.emit(depth + 1, "log(repr(error))")

    def callback(self, depth, room):
        other = self.random.randrange(self.count)
        self.emit(depth, f'{self.task_of(other)}.add_done_callback(note("t{other} for w{self.number}"))')

    def await_task(self, depth, room):
        self.emit(depth, f'log("got", await {self.task_of(self.lower())})')

    def await_coroutine(self, depth, room):
        self.emit(depth, f'log("got", await w{self.lower()}())')

    def awaitable(self):
        lower = self.lower()
        return self.random.choice(
            (f"w{lower}()", self.task_of(lower), f"asyncio.sleep({self.random.choice(DELAYS)}, {lower})")
        )

    def gather(self, depth, room):
        children = ", ".join(self.awaitable() for _ in range(self.random.randint(1, 3)))
        option = self.random.choice(("", ", return_exceptions=True"))
        self.emit(depth, f'log("gathered", await asyncio.gather({children}{option}))')

    def wait_for(self, depth, room):
        timeout = self.random.choice(TIMEOUTS)
        self.emit(depth, "try:")
        self.emit(depth + 1, f'log("in time", await asyncio.wait_for({self.awaitable()}, {timeout}))')
        self.emit(depth, "except TimeoutError:")
        self.emit(depth + 1, 'log("timeout")')

    def guarded(self, depth, room):
        caught = self.random.choice(
            ("asyncio.CancelledError", "ValueError", "Exception", "BaseException")
        )
        self.emit(depth, "try:")
        self.step(depth + 1, room)
        self.emit(depth, f"except {caught} as error:")
        self.emit(depth + 1, f'log("caught {self.label()}", repr(error))')
        after = self.random.random()
        if after < 0.3:
            self.emit(depth + 1, "raise")
        elif after < 0.5:
            self.step(depth + 1, room)

    def finally_(self, depth, room):
        self.emit(depth, "try:")
        self.step(depth + 1, room)
        self.emit(depth, "finally:")
        self.emit(depth + 1, f'log("finally {self.label()}")')
        if self.random.random() < 0.4:
            self.step(depth + 1, 0)

    def loop(self, depth, room):
        self.emit(depth, f"for i in range({self.random.randint(1, 3)}):")
        self.step(depth + 1, room)

    def inner_task(self, depth, room):
        name = f"w{self.number}.{self.label()}"
        made = f"w{self.lower()}()" if self.number else f"asyncio.sleep({self.random.choice(DELAYS)})"
        self.emit(depth, f'inner = start("{name}", {made})')
        self.step(depth, room)
        self.emit(depth, f'log("inner", inner.done(), inner.cancelling())')


def program(seed):
    source = random.Random(seed)
    count = source.randint(2, 5)
    workers = [Worker(source, number, count).body() for number in range(count)]
    starts = "\n".join(f'    start("t{number}", w{number}())' for number in range(count))
    return PROLOGUE + "\n" + "\n\n\n".join(workers) + "\n" + EPILOGUE.format(starts=starts)


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("first_seed", type=int)
    parser.add_argument("count", type=int)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for seed in range(options.first_seed, options.first_seed + options.count):
        (options.folder / f"seed{seed}.py").write_text(program(seed))


if __name__ == "__main__":
    main()
