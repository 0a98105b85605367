#!/usr/bin/env python3.13
"""Writes random asyncio programs of combinators, timeouts, contexts and eager tasks.

    python3.13 tests/recorder/generate_combinators.py FOLDER FIRST_SEED COUNT

The workers are those of `generate.py`; their steps are `wait` in its three modes, `as_completed` in both
styles, `shield`, nested timeouts that are moved, cancellations, variables of a context, and, in some
programs, an eager task factory. The same seed gives the same program.
"""

import argparse
import random
from pathlib import Path

import generate

PROLOGUE = generate.PROLOGUE.replace(
    "import asyncio\n",
    '''import asyncio
from contextvars import ContextVar, copy_context

var = ContextVar("var", default="unset")
''',
    1,
)

HELPERS = '''
def names(futures):
    return sorted(name for name, task in tasks.items() if task in futures), len(futures)


def reset(token):
    try:
        var.reset(token)
    except (ValueError, RuntimeError) as error:
        log(type(error).__name__)

'''


class Worker(generate.Worker):
    def step(self, depth, room):
        kinds = [self.sleep, self.sleep, self.cancel, self.variable, self.in_context, self.callback]
        kinds += [self.wait, self.wait, self.timeout_sleep, self.soon]
        if self.number > 0:
            kinds += [self.await_task, self.shield, self.shield, self.as_completed, self.as_completed]
            kinds += [self.gather, self.wait_for]
        if room:
            kinds += [self.guarded, self.guarded, self.finally_, self.timeout, self.timeout, self.inner_task]
        self.random.choice(kinds)(depth, room - 1)

    def some_tasks(self):
        others = [other for other in range(self.count) if other != self.number]
        chosen = self.random.sample(others, self.random.randint(1, len(others)))
        return "[" + ", ".join(self.task_of(other) for other in chosen) + "]"

    def wait(self, depth, room):
        mode = self.random.choice(("FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"))
        timeout = self.random.choice(generate.TIMEOUTS)
        self.emit(depth, "done, pending = await asyncio.wait(")
        self.emit(depth + 1, f"{self.some_tasks()}, timeout={timeout}, return_when=asyncio.{mode}")
        self.emit(depth, ")")
        self.emit(depth, 'log("waited", names(done), names(pending))')

    def shield(self, depth, room):
        label = self.label()
        self.emit(depth, f'log("shielded {label}", await asyncio.shield({self.awaitable()}))')

    def as_completed(self, depth, room):
        # One only: of several, CPython makes tasks in the order of a set.
        children = self.awaitable()
        timeout = self.random.choice(("", "", ", timeout=0.2", ", timeout=0.6"))
        self.emit(depth, "try:")
        if self.random.random() < 0.5:
            self.emit(depth + 1, f"for each in asyncio.as_completed([{children}]{timeout}):")
            self.emit(depth + 2, 'log("next", await each)')
        else:
            self.emit(depth + 1, f"async for each in asyncio.as_completed([{children}]{timeout}):")
            self.emit(depth + 2, 'log("next", each.done(), each.cancelled() or repr(each.exception()))')
        self.emit(depth, "except TimeoutError as error:")
        self.emit(depth + 1, "log(repr(error))")

    def deadline(self):
        delay = self.random.choice(("None", *generate.TIMEOUTS))
        if self.random.random() < 0.3 and delay != "None":
            return f"asyncio.timeout_at({delay})"
        return f"asyncio.timeout({delay})"

    def timeout_sleep(self, depth, room):
        self.emit(depth, "try:")
        self.emit(depth + 1, f"async with {self.deadline()} as cm:")
        self.emit(depth + 2, f"await asyncio.sleep({self.random.choice(generate.DELAYS)})")
        self.emit(depth, "except TimeoutError as error:")
        self.emit(depth + 1, "log(repr(error), repr(error.__cause__), cm.expired())")

    def timeout(self, depth, room):
        label = self.label()
        self.emit(depth, "try:")
        self.emit(depth + 1, f"async with {self.deadline()} as cm{label}:")
        self.step(depth + 2, room)
        if self.random.random() < 0.4:
            moved = self.random.choice(("None", "asyncio.get_running_loop().time() + 0.2", "0.5"))
            self.emit(depth + 2, "try:")
            self.emit(depth + 3, f"cm{label}.reschedule({moved})")
            self.emit(depth + 2, "except RuntimeError as error:")
            self.emit(depth + 3, "log(error)")
            self.step(depth + 2, 0)
        self.emit(depth, "except TimeoutError as error:")
        self.emit(depth + 1, f'log("timeout {label}", cm{label}, asyncio.current_task().cancelling())')

    def variable(self, depth, room):
        label = self.label()
        self.emit(depth, f'log("var", var.get()); token = var.set("w{self.number}.{label}")')
        if self.random.random() < 0.4:
            self.step(depth, 0)
            self.emit(depth, "reset(token)")

    def in_context(self, depth, room):
        label = self.label()
        self.emit(depth, "context = copy_context()")
        self.emit(depth, f'context.run(var.set, "context {label}")')
        self.emit(depth, f'log("context", context[var], var.get())')
        if self.number:
            self.emit(depth, f'task = asyncio.create_task(w{self.lower()}(), name="in context", context=context)')
            self.emit(depth, "try:")
            self.emit(depth + 1, 'log("got", await asyncio.wait_for(task, 0.6))')
            self.emit(depth, "except TimeoutError:")
            self.emit(depth + 1, 'log("context after timeout", context[var])')

    def soon(self, depth, room):
        label = self.label()
        self.emit(depth, f'asyncio.get_running_loop().call_later({self.random.choice(generate.DELAYS)},')
        self.emit(depth, f'    lambda: log("called {label}", var.get()))')


def program(seed):
    source = random.Random(f"combinators {seed}")
    count = source.randint(2, 5)
    workers = [Worker(source, number, count).body() for number in range(count)]
    starts = "\n".join(f'    start("t{number}", w{number}())' for number in range(count))
    # Eager tasks begin before the later ones are made: each waits for its turn.
    if source.random() < 0.3:
        starts = "    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)\n" + starts
        workers = [worker.replace("():\n", "():\n    await asyncio.sleep(0)\n", 1) for worker in workers]
    body = "\n\n\n".join(workers)
    return PROLOGUE + HELPERS + "\n" + body + "\n" + generate.EPILOGUE.format(starts=starts)


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
