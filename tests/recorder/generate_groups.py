#!/usr/bin/env python3.13
"""Writes random asyncio programs of task groups, asynchronous generators and exception groups.

    python3.13 tests/recorder/generate_groups.py FOLDER FIRST_SEED COUNT

The workers are those of `generate.py`. A group gets one task that says what it does, and perhaps one that
sleeps: CPython cancels the tasks of a group in the order of a set. The same seed gives the same program.
"""

import argparse
import random
from pathlib import Path

import generate

HELPERS = '''
async def steps(name, delays, error):
    try:
        for n, delay in enumerate(delays):
            await asyncio.sleep(delay)
            log(name, "yields", n)
            got = yield n
            if got is not None:
                log(name, "got", got)
        if error is not None:
            raise error
    except (asyncio.CancelledError, GeneratorExit) as ended:
        log(name, "ends by", type(ended).__name__)
        raise
    finally:
        log(name, "is left")


def show(error):
    if isinstance(error, BaseExceptionGroup):
        return f"{type(error).__name__}({', '.join(show(inner) for inner in error.exceptions)})"
    return repr(error)

'''


class Worker(generate.Worker):
    def step(self, depth, room):
        kinds = [self.sleep, self.cancel, self.callback, self.walk, self.by_hand]
        if self.number > 0:
            kinds += [self.await_task, self.gather, self.wait_for]
        if room:
            kinds += [self.group, self.group, self.group, self.guarded, self.star, self.star, self.finally_]
            kinds += [self.timeout, self.walk_and_do, self.inner_task]
        self.random.choice(kinds)(depth, room - 1)

    def delay(self):
        return self.random.choice(generate.DELAYS)

    def group(self, depth, room):
        label = self.label()
        self.emit(depth, f"async with asyncio.TaskGroup() as tg{label}:")
        if self.number:
            self.emit(depth + 1, f'tg{label}.create_task(w{self.lower()}(), name="w{self.number}.g{label}")')
        if not self.number or self.random.random() < 0.5:
            self.emit(depth + 1, f"tg{label}.create_task(asyncio.sleep({self.delay()}))")
        for _ in range(self.random.randint(0, 2)):
            self.step(depth + 1, room)
        self.emit(depth + 1, f'log("body of {label} ends", tg{label}, asyncio.current_task().cancelling())')
        self.emit(depth, f'log("group {label} is left", asyncio.current_task().cancelling())')

    def star(self, depth, room):
        label = self.label()
        self.emit(depth, "try:")
        if self.random.random() < 0.3:
            self.emit(depth + 1, 'raise ExceptionGroup("own", [ValueError(1), KeyError(2), OSError(3)])')
        else:
            self.group(depth + 1, room)
        for caught in self.random.sample(("ValueError", "(KeyError, OSError)", "Exception"), 2):
            self.emit(depth, f"except* {caught} as group:")
            self.emit(depth + 1, f'log("star {label}", show(group), show(group.__context__))')
            after = self.random.random()
            if after < 0.2:
                self.emit(depth + 1, "raise")
            elif after < 0.4:
                self.emit(depth + 1, f'raise LookupError("star {label}")')
            elif after < 0.6:
                self.step(depth + 1, 0)

    def guarded(self, depth, room):
        self.emit(depth, "try:")
        self.step(depth + 1, room)
        caught = self.random.choice(("asyncio.CancelledError", "ValueError", "Exception", "BaseException"))
        self.emit(depth, f"except {caught} as error:")
        self.emit(depth + 1, f'log("caught {self.label()}", show(error), show(error.__context__))')
        if self.random.random() < 0.3:
            self.emit(depth + 1, "raise")

    def timeout(self, depth, room):
        label = self.label()
        self.emit(depth, "try:")
        self.emit(depth + 1, f"async with asyncio.timeout({self.random.choice(generate.TIMEOUTS)}):")
        self.step(depth + 2, room)
        self.emit(depth, "except TimeoutError as error:")
        self.emit(depth + 1, f'log("timeout {label}", asyncio.current_task().cancelling())')

    def generator(self):
        delays = ", ".join(self.delay() for _ in range(self.random.randint(1, 3)))
        error = self.random.choice(("None", "None", 'ValueError("steps")', "StopAsyncIteration()"))
        return f'steps("s{self.number}.{self.label()}", [{delays}], {error})'

    def walk(self, depth, room):
        self.emit(depth, f"async for n in {self.generator()}:")
        self.emit(depth + 1, 'log("item", n)')
        if self.random.random() < 0.4:
            self.emit(depth + 1, f"if n == {self.random.randint(0, 1)}:")
            self.emit(depth + 2, self.random.choice(("break", 'raise ValueError("in the loop")')))

    def walk_and_do(self, depth, room):
        self.emit(depth, f"async for n in {self.generator()}:")
        self.step(depth + 1, 0)

    def by_hand(self, depth, room):
        # Closed in any case: a traceback keeps it alive in CPython, which closes what is left in the order of a set.
        self.emit(depth, f"agen = {self.generator()}")
        self.emit(depth, "try:")
        for _ in range(self.random.randint(1, 3)):
            call = self.random.choice(
                ("anext(agen)", 'anext(agen, "end")', "agen.asend(None)", "agen.aclose()",
                 'agen.athrow(KeyError("thrown"))', "asyncio.create_task(anext(agen))",
                 "asyncio.wait_for(anext(agen), 0.1)")
            )
            self.emit(depth + 1, f'log("step", await {call})')
        self.emit(depth, "except (KeyError, StopAsyncIteration, TimeoutError, ValueError) as error:")
        self.emit(depth + 1, 'log("step failed", repr(error))')
        self.emit(depth, "finally:")
        self.emit(depth + 1, "await agen.aclose()")


def program(seed):
    source = random.Random(f"groups {seed}")
    count = source.randint(1, 4)
    workers = [Worker(source, number, count).body() for number in range(count)]
    starts = "\n".join(f'    start("t{number}", w{number}())' for number in range(count))
    body = "\n\n\n".join(workers)
    epilogue = generate.EPILOGUE.replace("repr(task.exception() or", "show(task.exception()) if task.exception() else repr(")
    return generate.PROLOGUE + HELPERS + "\n" + body + "\n" + epilogue.format(starts=starts)


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
