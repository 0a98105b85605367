#!/usr/bin/env python3.13
"""Writes random programs about locks, events, conditions, semaphores, barriers and queues.

    python3.13 tests/recorder/generate_primitives.py FOLDER FIRST_SEED COUNT

A program is a few workers that share one primitive of each kind. Each does random steps with them; what could wait
for ever waits with a timeout, and workers cancel each other. After each step a worker says how the primitive stands.
The same seed gives the same program. `record.py FOLDER` then records what CPython does with them.
"""

import argparse
import random
from pathlib import Path

DELAYS = ("0", "0", "0", "0.1", "0.1", "0.2", "0.3")
TIMEOUTS = ("0", "0.1", "0.2", "0.3", "0.5", "1")

PROLOGUE = '''import asyncio

tasks = {{}}
lock = asyncio.Lock()
event = asyncio.Event()
condition = asyncio.Condition({lock})
semaphore = asyncio.{semaphore}
barrier = asyncio.Barrier({parties})
queue = asyncio.{queue}


def log(*what):
    name = asyncio.current_task().get_name()
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def state(primitive):
    text = str(primitive)
    return text[text.index(" [") + 1 : -1] if " [" in text and primitive is not queue else text

'''

EPILOGUE = '''

async def main():
{starts}
    await asyncio.wait(tasks.values(), timeout=20)
    while any(not task.done() for task in tasks.values()):
        log("cancelling who is left")
        for task in tasks.values():
            task.cancel()
        # A cancelled wait for a condition cannot end without its lock.
        for held in (lock, condition):
            if held.locked():
                held.release()
        await asyncio.wait(tasks.values(), timeout=20)
    for name, task in tasks.items():
        outcome = "cancelled" if task.cancelled() else repr(task.exception() or task.result())
        log(name, outcome)
    for primitive in (lock, event, condition, semaphore, barrier, queue):
        log(state(primitive))


asyncio.run(main())
'''

ERRORS = "(TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown)"


class Worker:
    """Makes the body of worker `number`."""

    def __init__(self, random, number, count):
        self.random, self.number, self.count = random, number, count
        self.lines, self.labels = [], 0

    def emit(self, depth, text):
        self.lines.append("    " * depth + text)

    def body(self):
        for _ in range(self.random.randint(2, 5)):
            self.step(1, 2)
        self.emit(1, f"return {self.number}")
        return "\n".join([f"async def w{self.number}():"] + self.lines)

    def step(self, depth, room):
        kinds = [
            self.sleep, self.cancel, self.hold, self.hold, self.acquire, self.event, self.event, self.notify,
            self.wait_condition, self.wait_condition, self.barrier, self.queue, self.queue, self.queue, self.release,
        ]
        if room:
            kinds += [self.guarded, self.guarded, self.timeout, self.loop]
        self.random.choice(kinds)(depth, room - 1)

    def label(self):
        self.labels += 1
        return self.labels

    def sleep(self, depth, room):
        self.emit(depth, f"await asyncio.sleep({self.random.choice(DELAYS)})")

    def cancel(self, depth, room):
        other = self.random.randrange(self.count)
        self.emit(depth, f'log("cancel t{other}", tasks["t{other}"].cancel())')

    def attempt(self, depth, name, what, primitive):
        self.emit(depth, "try:")
        self.emit(depth + 1, f'log("{name}", {what}, state({primitive}))')
        self.emit(depth, f"except {ERRORS} as error:")
        self.emit(depth + 1, f'log("{name}", repr(error), state({primitive}))')

    def hold(self, depth, room):
        name = self.random.choice(("lock", "semaphore", "condition"))
        self.emit(depth, f"async with {name}:")
        self.emit(depth + 1, f'log("in {name}", state({name}))')
        if room > 0 and self.random.random() < 0.5:
            self.step(depth + 1, room)
        elif self.random.random() < 0.8:
            self.sleep(depth + 1, room)
        self.emit(depth, f'log("out of {name}", state({name}))')

    def acquire(self, depth, room):
        name = self.random.choice(("lock", "semaphore"))
        self.emit(depth, "try:")
        self.emit(depth + 1, f"await asyncio.wait_for({name}.acquire(), {self.random.choice(TIMEOUTS)})")
        self.emit(depth, "except TimeoutError:")
        self.emit(depth + 1, f'log("no {name}", state({name}))')
        self.emit(depth, "else:")
        self.emit(depth + 1, f'log("has {name}", state({name}))')
        self.sleep(depth + 1, room)
        self.attempt(depth + 1, "release", f"{name}.release()", name)

    def release(self, depth, room):
        name = self.random.choice(("lock", "semaphore", "condition"))
        self.attempt(depth, f"release {name}", f"{name}.release()", name)

    def event(self, depth, room):
        kind = self.random.random()
        if kind < 0.3:
            self.attempt(depth, "set", "event.set()", "event")
        elif kind < 0.5:
            self.attempt(depth, "clear", "event.clear()", "event")
        else:
            timeout = self.random.choice(TIMEOUTS)
            self.attempt(depth, "event", f"await asyncio.wait_for(event.wait(), {timeout})", "event")

    def notify(self, depth, room):
        what = self.random.choice(("notify()", "notify(2)", "notify_all()"))
        if self.random.random() < 0.2:
            self.attempt(depth, "notify", f"condition.{what}", "condition")
            return
        self.emit(depth, "async with condition:")
        self.attempt(depth + 1, "notify", f"condition.{what}", "condition")

    def wait_condition(self, depth, room):
        timeout = self.random.choice(TIMEOUTS)
        what = self.random.choice(("wait()", "wait_for(event.is_set)", "wait_for(lambda: queue.qsize() > 1)"))
        self.emit(depth, "async with condition:")
        self.attempt(depth + 1, "condition", f"await asyncio.wait_for(condition.{what}, {timeout})", "condition")

    def barrier(self, depth, room):
        kind = self.random.random()
        if kind < 0.7:
            timeout = self.random.choice(TIMEOUTS)
            self.attempt(depth, "barrier", f"await asyncio.wait_for(barrier.wait(), {timeout})", "barrier")
        else:
            what = self.random.choice(("abort", "reset"))
            self.attempt(depth, what, f"await barrier.{what}()", "barrier")

    def queue(self, depth, room):
        item, timeout = self.number * 10 + self.label(), self.random.choice(TIMEOUTS)
        what = self.random.choice((
            f"await asyncio.wait_for(queue.put({item}), {timeout})",
            f"await asyncio.wait_for(queue.put({item}), {timeout})",
            f"await asyncio.wait_for(queue.get(), {timeout})",
            f"await asyncio.wait_for(queue.get(), {timeout})",
            f"await asyncio.wait_for(queue.join(), {timeout})",
            f"queue.put_nowait({item})", "queue.get_nowait()", "queue.task_done()", "queue.task_done()",
        ))
        if self.random.random() < 0.06:
            what = self.random.choice(("queue.shutdown()", "queue.shutdown(True)"))
        name = what.split("queue.")[1].split("(")[0]
        self.attempt(depth, name, what, "queue")

    def guarded(self, depth, room):
        self.emit(depth, "try:")
        self.step(depth + 1, room)
        self.emit(depth, "except asyncio.CancelledError:")
        self.emit(depth + 1, f'log("cancelled {self.label()}")')
        if self.random.random() < 0.4:
            self.emit(depth + 1, "raise")
        else:
            self.sleep(depth + 1, room)

    def timeout(self, depth, room):
        self.emit(depth, "try:")
        self.emit(depth + 1, f"async with asyncio.timeout({self.random.choice(TIMEOUTS)}):")
        self.step(depth + 2, room)
        self.emit(depth, "except TimeoutError:")
        self.emit(depth + 1, f'log("timeout {self.label()}")')

    def loop(self, depth, room):
        self.emit(depth, f"for turn in range({self.random.randint(2, 3)}):")
        self.step(depth + 1, room)


def program(seed):
    """The text of the program of this seed."""
    chosen = random.Random(seed)
    count = chosen.randint(3, 6)
    head = PROLOGUE.format(
        lock=chosen.choice(("", "", "lock")),
        semaphore=chosen.choice(("Semaphore(1)", "Semaphore(2)", "Semaphore(0)", "BoundedSemaphore(2)")),
        parties=chosen.randint(1, 3),
        queue=chosen.choice(("Queue()", "Queue(1)", "Queue(2)", "PriorityQueue(2)", "LifoQueue(2)")),
    )
    workers = [Worker(chosen, number, count).body() for number in range(count)]
    starts = []
    for number in range(count):
        starts.append(f'    tasks["t{number}"] = asyncio.create_task(w{number}(), name="t{number}")')
        if chosen.random() < 0.2:
            starts.append(f"    await asyncio.sleep({chosen.choice(DELAYS)})")
    return head + "\n" + "\n\n\n".join(workers) + "\n" + EPILOGUE.format(starts="\n".join(starts))


def main():
    """Writes what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("first", type=int)
    parser.add_argument("count", type=int)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    for seed in range(arguments.first, arguments.first + arguments.count):
        (arguments.folder / f"seed{seed}.py").write_text(program(seed))


if __name__ == "__main__":
    main()
