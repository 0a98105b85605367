"""Writes random asyncio programs: the same seed gives the same program.

A program has a few workers (`a`, `b`, ...) that share a few things (a lock, a queue, a future, ...) and a
`main` that starts them as tasks and waits for them. Workers are lists of random steps (`steps.py`). Delays
come from a short list, so that many things are due at the same moment: that is where orders differ.

What CPython leaves open is left out: no set of tasks is walked through unsorted, no address is printed. A
worker awaits and calls only workers before it, so no wait goes in a circle; who waits for what nobody gives is
cancelled by `rescue`, so that few programs hang.
"""

import random

from steps import Steps

DELAYS = ("0", "0.1", "0.2", "0.3", "0.5", "1")

# What workers may share: its name and how it is made, at the top of the program or in `main`.
SHARED = {
    "lock": (("lock", "asyncio.Lock()"),),
    "event": (("event", "asyncio.Event()"),),
    "condition": (("cond", "asyncio.Condition()"),),
    "semaphore": (("sem", "asyncio.Semaphore(1)"), ("sem", "asyncio.Semaphore(2)"), ("sem", "asyncio.BoundedSemaphore(1)")),
    "barrier": (("barrier", "asyncio.Barrier(2)"), ("barrier", "asyncio.Barrier(3)")),
    "queue": (
        ("queue", "asyncio.Queue()"),
        ("queue", "asyncio.Queue(1)"),
        ("queue", "asyncio.Queue(2)"),
        ("queue", "asyncio.LifoQueue()"),
        ("queue", "asyncio.PriorityQueue(2)"),
    ),
    "future": (("future", "None"),),
    "contextvar": (("var", 'contextvars.ContextVar("var", default=0)'),),
    "asyncgen": (("ticks", None),),
}

# The rest of what a program may use; with `SHARED`, the names that `--without` takes.
FEATURES = (*SHARED, "timeout", "shield", "wait", "as_completed", "group", "eager", "callbacks", "threads")

LOG = '''
def log(*what):
    task = asyncio.current_task()
    name = task.get_name() if task else "callback"
    print(round(asyncio.get_running_loop().time(), 3), name, *what)
'''

START = '''
def start(name, coro, group=asyncio):
    tasks[name] = group.create_task(coro, name=name)
    return tasks[name]
'''

OUTCOME = '''
def outcome(task):
    try:
        return repr(task.result())
    except BaseException as error:
        return repr(error)
'''

STATE = '''
ready = 0


def get_ready():
    global ready
    ready += 1
    return ready
'''

BLOCK = '''
def block(seconds, value):
    time.sleep(seconds)
    if value is None:
        raise OSError(seconds)
    return value
'''

RESCUE = '''
def rescue(rounds):
    log("rescue")
{help}    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)
'''

# How `rescue` helps those who wait for what is shared.
HELP = {
    "event": "    event.set()\n",
    "queue": "    queue.shutdown(immediate=True)\n",
}

# What nobody asked for is reported where all of the interpreter still stands.
RUN = '''

try:
    asyncio.run(main())
finally:
    tasks.clear()
'''

NAMES = '''
def names(tasks):
    return sorted(task.get_name() for task in tasks)
'''


def program(seed, without=()):
    """The program of a seed, without the named features."""
    return Writer(random.Random(seed), [name for name in FEATURES if name not in without]).program()


class Writer:
    def __init__(self, source, features):
        self.random = source
        self.features = [name for name in features if name in SHARED or source.random() < 0.6]
        self.eager = "eager" in self.features and source.random() < 0.3
        self.delays = source.sample(DELAYS, source.randint(2, 3))
        self.workers = "abcd"[: source.choice((1, 2, 2, 3, 3, 3, 4))]
        available = [name for name in SHARED if name in features]
        count = min(len(available), source.choice((0, 1, 1, 1, 2, 2, 3)))
        self.shared = {}
        for kind in source.sample(available, count):
            self.shared[kind] = source.choice(SHARED[kind])
        self.lines_left = source.choice((12, 20, 20, 30, 40))

    def uses(self, feature):
        if feature in SHARED:
            return feature in self.shared
        return feature in self.features and not (feature == "as_completed" and self.eager)

    def program(self):
        bodies = [self.generator()] if self.uses("asyncgen") else []
        for number in range(len(self.workers)):
            bodies.append(self.worker(number))
        bodies.append(self.main())
        text = "\n\n".join("\n".join(body) + "\n" for body in bodies)
        return f"{self.top(text)}\n\n{text}{RUN}"

    def top(self, text):
        """The imports, what is shared, and those helpers that the rest uses."""
        lines = ["import asyncio", ""]
        if "contextvars." in text or self.uses("contextvar"):
            lines[1:1] = ["import contextvars"]
        if "block" in text:
            lines[-1:-1] = ["import time"]
        lines.append("tasks = {}")
        for name, made in self.shared.values():
            if made is not None:
                lines.append(f"{name} = {made}")
        helpers = [LOG, START]
        known = ((OUTCOME, "outcome("), (NAMES, "names("), (STATE, "ready"), (BLOCK, "block"))
        helpers += [helper for helper, call in known if call in text]
        if "rescue" in text:
            helpers.append(RESCUE.format(help="".join(HELP.get(kind, "") for kind in self.shared)))
        return "\n".join(lines) + "\n\n" + "\n".join(helpers).rstrip("\n") + "\n"

    def generator(self):
        steps = Steps(self, "ticks", len(self.workers), 3)
        steps.emit(0, "async def ticks():")
        steps.emit(1, "try:")
        steps.emit(2, "for i in range(3):")
        if self.random.random() < 0.8:
            steps.sleep(3, 0)
        steps.emit(3, "yield i")
        ending = self.random.choice(("finally:", "finally:", "except BaseException as error:"))
        steps.emit(1, ending)
        steps.emit(2, 'log("ticks ends")' if ending == "finally:" else 'log("ticks", repr(error))')
        if self.random.random() < 0.4:
            steps.sleep(2, 0)
        if ending != "finally:" and self.random.random() < 0.8:
            steps.emit(2, "raise")
        return steps.lines

    def worker(self, number):
        name = self.workers[number]
        share = max(3, self.lines_left // (len(self.workers) - number + 1))
        steps = Steps(self, name, number, share)
        steps.emit(0, f"async def {name}():")
        steps.body(1)
        ending = self.random.random()
        if ending < 0.15:
            steps.emit(1, f'raise ValueError("{name}")')
        elif ending < 0.8:
            steps.emit(1, f'return "{name}"')
        self.lines_left -= len(steps.lines)
        return steps.lines

    def main(self):
        steps = Steps(self, "main", len(self.workers), max(0, self.lines_left))
        emit = steps.emit
        emit(0, "async def main():")
        if self.random.random() < 0.9:
            emit(1, "global main_task")
            emit(1, "main_task = asyncio.current_task()")
            emit(1, "asyncio.get_running_loop().call_later(50, rescue, 3)")
        if self.uses("future"):
            emit(1, "global future")
            emit(1, "future = asyncio.get_running_loop().create_future()")
        if self.eager:
            emit(1, "asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)")
        form = self.random.random()
        if form < 0.2 and self.uses("group"):
            emit(1, "try:")
            emit(2, "async with asyncio.TaskGroup() as group:")
            for name in self.workers:
                emit(3, f'start("{name}", {name}(), group)')
            steps.some(3, self.random.randint(0, 2))
            emit(1, "except BaseExceptionGroup as errors:")
            emit(2, 'log("group", repr(errors))')
        else:
            for name in self.workers:
                emit(1, f'start("{name}", {name}())')
            steps.some(1, self.random.randint(0, 3))
            if form < 0.35:
                emit(1, 'log("gathered", await asyncio.gather(*tasks.values()))')
            elif form < 0.45:
                emit(1, "await asyncio.sleep(1)")
        if form < 0.9:
            if self.uses("wait"):
                emit(1, "await asyncio.wait(tasks.values(), timeout=30)")
            else:
                emit(1, "await asyncio.sleep(30)")
            emit(1, "for name, task in tasks.items():")
            emit(2, 'log(name, outcome(task) if task.done() else "pending", task.cancelling())')
        return steps.lines
