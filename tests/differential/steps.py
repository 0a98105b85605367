"""The steps that workers are made of: one method writes the lines of one construct."""

from shared_steps import SharedSteps

ERRORS = ("ValueError", "KeyError")


class Steps(SharedSteps):
    """The lines of one function, with about `budget` lines left for them."""

    def __init__(self, writer, name, number, budget):
        self.writer, self.random, self.name = writer, writer.random, name
        # Workers before this one may be awaited.
        self.lower = writer.workers[:number]
        self.budget = budget
        self.lines, self.labels, self.inner = [], 0, []
        self.held = set()

    # --- writing -------------------------------------------------------------------------------

    def emit(self, depth, text):
        self.lines.append("    " * depth + text)
        self.budget -= 1

    def label(self):
        self.labels += 1
        return f'"{self.name}{self.labels}"'

    def chance(self, probability):
        return self.random.random() < probability

    def delay(self):
        return self.random.choice(self.writer.delays)

    def body(self, depth):
        self.some(depth, self.random.randint(1, 4))
        while self.budget > 4:
            self.step(depth, 3)

    def some(self, depth, count):
        for _ in range(count):
            self.step(depth, 3)

    def block(self, depth, room):
        """One or two steps under a line that ends in a colon."""
        self.step(depth, room - 1)
        if self.chance(0.3):
            self.step(depth, room - 1)

    def step(self, depth, room):
        kinds = [
            (self.sleep, 5),
            (self.say, 1),
            (self.raise_, 0.4),
            (self.cancel, 3),
            (self.cancel_self, 0.5),
            (self.count_cancels, 0.7),
            (self.spawn, 1.5),
            (self.gather, 1.5),
            (self.wait_for, 2),
            (self.rename, 0.3),
            (self.held_gather, 0.7),
        ]
        if self.lower:
            kinds += [(self.await_task, 1.5), (self.await_worker, 1)]
        if self.inner:
            kinds += [(self.await_inner, 1.5), (self.cancel_inner, 1.5)]
        for feature, steps in OF_FEATURE.items():
            if self.writer.uses(feature):
                kinds += [(getattr(self, name), weight) for name, weight in steps]
        if room > 0 and self.budget > 2:
            kinds += [(self.guarded, 4), (self.finally_, 2), (self.loop, 1)]
        else:
            kinds = [(kind, weight) for kind, weight in kinds if kind.__name__ not in BLOCKS]
        [(kind, _)] = self.random.choices(kinds, [weight for _, weight in kinds])
        kind(depth, room)

    # --- what can be awaited -------------------------------------------------------------------

    def awaitable(self):
        """Something to hand to wait_for, gather and shield."""
        choices = [f'asyncio.sleep({self.delay()}, {self.label()})']
        if self.lower:
            lower = self.random.choice(self.lower)
            choices += [f"{lower}()", f'tasks["{lower}"]']
        if self.inner:
            choices.append(self.random.choice(self.inner))
        for feature, calls in AWAITABLE.items():
            if self.writer.uses(feature):
                choices += calls
        return self.random.choice(choices)

    def new_task(self, group=""):
        if self.lower and self.chance(0.6):
            made = f"{self.random.choice(self.lower)}()"
        else:
            made = f"asyncio.sleep({self.delay()}, {self.label()})"
        self.labels += 1
        return f'start("{self.name}.{self.labels}", {made}{group})'

    def some_tasks(self):
        """The elements of a list of two or three tasks."""
        return ", ".join(self.task() for _ in range(self.random.choice((1, 2, 2, 3))))

    def task(self):
        choices = [self.new_task()]
        if self.lower:
            choices.append(f'tasks["{self.random.choice(self.lower)}"]')
        if self.inner:
            choices.append(self.random.choice(self.inner))
        if self.writer.uses("future"):
            choices.append(f"asyncio.ensure_future({self.awaitable()})")
        return self.random.choice(choices)

    def message(self):
        return self.random.choice(("", "", self.label()))

    # --- plain steps ---------------------------------------------------------------------------

    def sleep(self, depth, room):
        self.emit(depth, f"await asyncio.sleep({self.delay()})")
        if self.chance(0.6):
            self.say(depth, room)

    def say(self, depth, room):
        self.emit(depth, f"log({self.label()})")

    def raise_(self, depth, room):
        error = self.random.choice((*ERRORS, "asyncio.CancelledError"))
        self.emit(depth, "if not asyncio.current_task().cancelling():")
        self.emit(depth + 1, f"raise {error}({self.label()})")

    def cancel(self, depth, room):
        other = self.random.choice(self.writer.workers)
        message = self.message()
        if self.writer.uses("callbacks") and self.chance(0.25):
            message = f", {message}" if message else ""
            self.emit(depth, f'asyncio.get_running_loop().call_later({self.delay()}, tasks["{other}"].cancel{message})')
        else:
            self.emit(depth, f'log("cancel {other}", tasks["{other}"].cancel({message}))')

    def cancel_self(self, depth, room):
        self.emit(depth, f"asyncio.current_task().cancel({self.message()})")

    def count_cancels(self, depth, room):
        how = self.random.choice(("cancelling", "uncancel"))
        self.emit(depth, f'log("{how}", asyncio.current_task().{how}())')

    def spawn(self, depth, room):
        self.labels += 1
        name = f"task{self.labels}"
        # Only at the top of the function is it sure to be bound further down.
        self.emit(depth, f"{name} = {self.new_task()}")
        if depth == 1:
            self.inner.append(name)
        if self.chance(0.3):
            self.sleep(depth, room)

    def await_inner(self, depth, room):
        self.emit(depth, f'log("got", await {self.random.choice(self.inner)})')

    def cancel_inner(self, depth, room):
        self.emit(depth, f"{self.random.choice(self.inner)}.cancel({self.message()})")

    def await_task(self, depth, room):
        self.emit(depth, f'log("got", await tasks["{self.random.choice(self.lower)}"])')

    def await_worker(self, depth, room):
        self.emit(depth, f'log("got", await {self.random.choice(self.lower)}())')

    def gather(self, depth, room):
        children = ", ".join(self.awaitable() for _ in range(self.random.randint(1, 3)))
        option = self.random.choice(("", ", return_exceptions=True"))
        self.emit(depth, f'log("gathered", await asyncio.gather({children}{option}))')

    def held_gather(self, depth, room):
        children = ", ".join(self.awaitable() for _ in range(self.random.randint(1, 3)))
        option = self.random.choice(("", ", return_exceptions=True"))
        self.emit(depth, f"all = asyncio.gather({children}{option})")
        if self.chance(0.5):
            self.sleep(depth, room)
        if self.chance(0.5):
            self.emit(depth, f'log("cancel all", all.cancel({self.message()}))')
        self.emit(depth, f'log("gathered", await all)')

    def rename(self, depth, room):
        self.emit(depth, f"asyncio.current_task().set_name({self.label()})")

    def wait_for(self, depth, room):
        if self.chance(0.3) or room <= 0:
            self.emit(depth, f'log("in time", await asyncio.wait_for({self.awaitable()}, {self.delay()}))')
            return
        self.emit(depth, "try:")
        self.emit(depth + 1, f'log("in time", await asyncio.wait_for({self.awaitable()}, {self.delay()}))')
        self.emit(depth, "except TimeoutError as error:")
        self.emit(depth + 1, f"log({self.label()}, repr(error), repr(error.__cause__))")

    # --- blocks --------------------------------------------------------------------------------

    def guarded(self, depth, room):
        caught = self.random.choice(
            ("asyncio.CancelledError", "asyncio.CancelledError", "ValueError", "Exception", "BaseException")
        )
        self.emit(depth, "try:")
        self.block(depth + 1, room)
        self.emit(depth, f"except {caught} as error:")
        shown = self.random.choice(("", "", ", repr(error.__context__)", ", repr(error.__cause__)"))
        self.emit(depth + 1, f"log({self.label()}, repr(error){shown})")
        after = self.random.random()
        if after < 0.25:
            self.emit(depth + 1, "raise")
        elif after < 0.3:
            cause = self.random.choice(("error", "error", "None"))
            self.emit(depth + 1, f"raise {self.random.choice(ERRORS)}({self.label()}) from {cause}")
        elif after < 0.4 and "Cancelled" in caught:
            self.emit(depth + 1, "asyncio.current_task().uncancel()")
        elif after < 0.6:
            self.block(depth + 1, room - 1)
        if self.chance(0.15):
            self.emit(depth, "else:")
            self.step(depth + 1, room - 1)

    def finally_(self, depth, room):
        self.emit(depth, "try:")
        self.block(depth + 1, room)
        self.emit(depth, "finally:")
        self.emit(depth + 1, f"log({self.label()})")
        if self.chance(0.4):
            self.step(depth + 1, room - 1)

    def loop(self, depth, room):
        self.emit(depth, f"for _ in range({self.random.randint(2, 3)}):")
        self.block(depth + 1, room)

    # --- timeouts, shields, waits, groups ------------------------------------------------------

    def timeout(self, depth, room):
        caught = self.chance(0.7)
        if caught:
            self.emit(depth, "try:")
        inner = depth + caught
        if self.chance(0.8):
            self.emit(inner, f"async with asyncio.timeout({self.delay()}) as limit:")
        else:
            moment = f"asyncio.get_running_loop().time() + {self.delay()}"
            self.emit(inner, f"async with asyncio.timeout_at({moment}) as limit:")
        if self.chance(0.2):
            when = self.random.choice(("None", f"asyncio.get_running_loop().time() + {self.delay()}"))
            self.emit(inner + 1, f"limit.reschedule({when})")
        self.block(inner + 1, room)
        if caught:
            self.emit(depth, "except TimeoutError as error:")
            self.emit(depth + 1, f"log({self.label()}, repr(error), limit.expired())")

    def shield(self, depth, room):
        self.emit(depth, f'log("shielded", await asyncio.shield({self.awaitable()}))')

    def wait(self, depth, room):
        options = self.random.choice(
            ("", ", return_when=asyncio.FIRST_COMPLETED", ", return_when=asyncio.FIRST_EXCEPTION")
        )
        if self.chance(0.4):
            options += f", timeout={self.delay()}"
        tasks = ", ".join([self.new_task()] + [self.named_task() for _ in range(self.random.randint(0, 2))])
        self.emit(depth, f"done, pending = await asyncio.wait([{tasks}]{options})")
        self.emit(depth, 'log("done", names(done), "pending", names(pending))')

    def named_task(self):
        if self.lower and self.chance(0.5):
            return f'tasks["{self.random.choice(self.lower)}"]'
        return self.new_task()

    def as_completed(self, depth, room):
        # Of what is done already (eager tasks), CPython yields in no order of its own.
        tasks = ", ".join(self.new_task() for _ in range(self.random.randint(1, 3)))
        timeout = f", timeout={self.delay()}" if self.chance(0.4) else ""
        if self.chance(0.5):
            self.emit(depth, f"for each in asyncio.as_completed([{tasks}]{timeout}):")
            self.emit(depth + 1, 'log("next", await each)')
        else:
            self.emit(depth, f"async for each in asyncio.as_completed([{tasks}]{timeout}):")
            self.emit(depth + 1, 'log("next", each.get_name(), await each)')

    def group(self, depth, room):
        caught = self.random.choice(("", "except ExceptionGroup as", "except BaseExceptionGroup as", "except* ValueError as"))
        if caught:
            self.emit(depth, "try:")
        inner = depth + bool(caught)
        self.emit(inner, "async with asyncio.TaskGroup() as group:")
        for _ in range(self.random.randint(1, 2)):
            self.emit(inner + 1, self.new_task(", group"))
        if self.chance(0.5):
            self.block(inner + 1, room)
        if caught:
            self.emit(depth, f"{caught} errors:")
            self.emit(depth + 1, f"log({self.label()}, repr(errors))")

    def nested_groups(self, depth, room):
        self.emit(depth, "try:")
        self.emit(depth + 1, "async with asyncio.TaskGroup() as group:")
        self.emit(depth + 2, self.new_task(", group"))
        self.emit(depth + 2, "async with asyncio.TaskGroup() as inner_group:")
        self.emit(depth + 3, self.new_task(", inner_group"))
        self.step(depth + 3, room - 1)
        if self.chance(0.5):
            self.step(depth + 2, room - 1)
        for caught in self.random.sample(("ValueError", "KeyError", "TimeoutError", "Exception"), self.random.randint(1, 2)):
            self.emit(depth, f"except* {caught} as errors:")
            self.emit(depth + 1, f"log({self.label()}, repr(errors))")
            if self.chance(0.3):
                self.step(depth + 1, 0)


OF_FEATURE = {
    "lock": (("hold", 4), ("release", 0.2)),
    "semaphore": (("hold", 4), ("release", 0.4)),
    "condition": (("hold", 4), ("cond_wake", 2), ("cond_notify", 0.2)),
    "event": (("event", 4),),
    "barrier": (("barrier", 4),),
    "queue": (("queue_get", 4), ("queue_put", 4), ("queue_other", 3)),
    "future": (("set_future", 3), ("await_future", 2)),
    "contextvar": (("context", 3),),
    "asyncgen": (("async_for", 3), ("step_generator", 2)),
    "timeout": (("timeout", 3),),
    "shield": (("shield", 1.5),),
    "wait": (("wait", 1.5),),
    "as_completed": (("as_completed", 1),),
    "group": (("group", 2.5), ("nested_groups", 1)),
    "callbacks": (("done_callback", 1.5), ("call_soon", 2)),
    "threads": (("thread", 1.5), ("blocked", 0.3)),
}

AWAITABLE = {
    "lock": ("lock.acquire()",),
    "event": ("event.wait()", "event.wait()"),
    "barrier": ("barrier.wait()",),
    "queue": ("queue.get()", "queue.get()", "queue.join()"),
    "future": ("future", "future"),
    "asyncgen": ("anext(ticks())",),
    "shield": ("asyncio.shield(asyncio.sleep(0.1))",),
}

# Steps of several lines with a block of their own.
BLOCKS = {"hold", "timeout", "group", "nested_groups", "guarded", "finally_", "loop", "async_for", "cond_wake", "step_generator"}
