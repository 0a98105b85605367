"""The steps on what workers share: locks and queues, futures, callbacks, context variables, a generator.

Nothing is known here of how steps are chosen: see `steps.py`.
"""

CALLS = {
    "event": ("event.set", "event.clear"),
    "queue": ('queue.put_nowait, "late"',),
    "future": ("future.cancel", 'future.set_result, "late"'),
    "contextvar": ('var.set, "late"',),
}


class SharedSteps:
    """A part of `Steps`, which has the lines and writes them."""

    # --- locks and queues ----------------------------------------------------------------------

    def hold(self, depth, room):
        name = self.random.choice([name for name in ("lock", "sem", "cond") if self.has(name)])
        if self.chance(0.7):
            self.emit(depth, f"async with {name}:")
            self.say(depth + 1, room)
            self.inside(name, depth + 1, room)
        else:
            self.emit(depth, f"await {name}.acquire()")
            self.emit(depth, "try:")
            self.inside(name, depth + 1, room)
            self.emit(depth, "finally:")
            self.emit(depth + 1, f"{name}.release()")

    def has(self, name):
        return any(name == each for each, _ in self.writer.shared.values())

    def inside(self, name, depth, room):
        if name == "cond" and self.chance(0.7):
            self.random.choice((self.cond_wait, self.cond_notify))(depth, room)
        else:
            self.block(depth, room)

    def release(self, depth, room):
        name = self.random.choice([name for name in ("lock", "sem", "cond") if self.has(name)])
        self.emit(depth, f"if {name}.locked():")
        self.emit(depth + 1, f"{name}.release()")

    def cond_wait(self, depth, room):
        if self.chance(0.7):
            self.emit(depth, 'log("cond", await cond.wait())')
        else:
            self.emit(depth, f'log("ready", await cond.wait_for(lambda: ready >= {self.random.randint(1, 3)}))')

    def cond_notify(self, depth, room):
        if self.chance(0.5):
            self.emit(depth, 'log("ready", get_ready())')
        self.emit(depth, self.random.choice(("cond.notify()", "cond.notify(2)", "cond.notify_all()")))

    def cond_wake(self, depth, room):
        self.emit(depth, "async with cond:")
        self.cond_notify(depth + 1, room)

    def event(self, depth, room):
        call = self.random.choice(("event.set()", "event.set()", "event.clear()", "await event.wait()", "await event.wait()"))
        if call.startswith("await") or self.chance(0.3):
            call = f'log("event", {call})'
        self.emit(depth, call)

    def barrier(self, depth, room):
        call = self.random.choice(("await barrier.wait()",) * 5 + ("await barrier.reset()", "await barrier.abort()"))
        if self.chance(0.2) and room > 0:
            self.emit(depth, "async with barrier as position:")
            self.emit(depth + 1, 'log("barrier", position)')
            self.block(depth + 1, room)
        else:
            self.emit(depth, f'log("barrier", {call}, barrier.n_waiting, barrier.broken)')

    def queue_get(self, depth, room):
        self.emit(depth, 'log("get", await queue.get())')
        if self.chance(0.4):
            self.emit(depth, "queue.task_done()")

    def queue_put(self, depth, room):
        self.emit(depth, f"await queue.put({self.label()})")

    def queue_other(self, depth, room):
        self.emit(
            depth,
            self.random.choice(
                (
                    f"queue.put_nowait({self.label()})",
                    'log("get", queue.get_nowait())',
                    'log("size", queue.qsize(), queue.full())',
                    "await queue.join()",
                    "queue.shutdown()",
                    "queue.shutdown(immediate=True)",
                )
            ),
        )

    # --- threads, futures, callbacks, context variables, generators -------------------------------

    def thread(self, depth, room):
        value = "None" if self.chance(0.15) else self.label()
        call = f"block, {self.delay()}, {value}"
        if self.chance(0.5):
            made = f"asyncio.to_thread({call})"
        else:
            made = f"asyncio.get_running_loop().run_in_executor(None, {call})"
        if self.chance(0.3):
            made = f"asyncio.wait_for({made}, {self.delay()})"
        self.emit(depth, f'log("thread", await {made})')

    def blocked(self, depth, room):
        self.emit(depth, f'log("blocked", block({self.delay()}, 0))')

    def set_future(self, depth, room):
        action = self.random.choice(
            (f"set_result({self.label()})", f"set_exception(KeyError({self.label()}))", f"cancel({self.message()})")
        )
        if self.chance(0.8):
            self.emit(depth, "if not future.done():")
            self.emit(depth + 1, f"future.{action}")
        else:
            self.emit(depth, f"future.{action}")

    def await_future(self, depth, room):
        self.emit(depth, 'log("future", await future)')

    def done_callback(self, depth, room):
        other = f'tasks["{self.random.choice(self.writer.workers)}"]'
        if self.inner and self.chance(0.5):
            other = self.random.choice(self.inner)
        if self.writer.uses("future") and self.chance(0.5):
            other = "future"
        if self.chance(0.25):
            self.emit(depth, f"note = lambda task: log({self.label()}, task.cancelled())")
            self.emit(depth, f"{other}.add_done_callback(note)")
            self.sleep(depth, room)
            self.emit(depth, f'log("removed", {other}.remove_done_callback(note))')
            return
        self.emit(depth, f"{other}.add_done_callback(lambda task: log({self.label()}, outcome(task)))")

    def call_soon(self, depth, room):
        calls = [f"log, {self.label()}"]
        for feature, others in CALLS.items():
            if self.writer.uses(feature):
                calls += others
        call = self.random.choice(calls)
        loop = "asyncio.get_running_loop()"
        if self.chance(0.4):
            self.emit(depth, f"{loop}.call_soon({call})")
        elif self.chance(0.3):
            self.emit(depth, f"{loop}.call_at({loop}.time() + {self.delay()}, {call})")
        elif self.chance(0.7):
            self.emit(depth, f"{loop}.call_later({self.delay()}, {call})")
        else:
            self.emit(depth, f"handle = {loop}.call_later({self.delay()}, {call})")
            self.sleep(depth, room)
            self.emit(depth, "handle.cancel()")

    def context(self, depth, room):
        form = self.random.random()
        if form < 0.15:
            self.emit(depth, f"token = var.set({self.label()})")
            self.step(depth, 0)
            self.emit(depth, "var.reset(token)")
        elif form < 0.3:
            self.emit(depth, "context = contextvars.copy_context()")
            self.emit(depth, f"context.run(var.set, {self.label()})")
            self.emit(depth, f"asyncio.get_running_loop().call_soon(lambda: log(var.get()), context=context)")
        elif form < 0.6:
            self.emit(depth, f"var.set({self.label()})")
        else:
            self.emit(depth, 'log("var", var.get())')

    def async_for(self, depth, room):
        self.emit(depth, "async for i in ticks():")
        self.emit(depth + 1, 'log("tick", i)')
        if self.chance(0.5):
            self.emit(depth + 1, f"if i == {self.random.randint(0, 2)}:")
            self.emit(depth + 2, "break")
        elif room > 0:
            self.block(depth + 1, room)

    def step_generator(self, depth, room):
        # Closed before its name goes: a traceback that passes by would keep it.
        self.emit(depth, "generator = ticks()")
        self.emit(depth, "try:")
        self.emit(depth + 1, 'log("first", await anext(generator))')
        if self.chance(0.4):
            self.step(depth + 1, room - 1)
        ending = self.random.choice(
            (f"await generator.athrow(ValueError({self.label()}))", 'await anext(generator, "end")')
        )
        if self.chance(0.6):
            self.emit(depth + 1, f'log("then", {ending})')
        self.emit(depth, "finally:")
        self.emit(depth + 1, "await generator.aclose()")
