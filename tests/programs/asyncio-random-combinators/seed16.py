import asyncio
from contextvars import ContextVar, copy_context

var = ContextVar("var", default="unset")

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


def names(futures):
    return sorted(name for name, task in tasks.items() if task in futures), len(futures)


def reset(token):
    try:
        var.reset(token)
    except (ValueError, RuntimeError) as error:
        log(type(error).__name__)


async def w0():
    await asyncio.sleep(0)
    log("w0 starts")
    try:
        async with asyncio.timeout_at(0.1) as cm1:
            await asyncio.sleep(0.3)
            log("slept 2")
    except TimeoutError as error:
        log("timeout 1", cm1, asyncio.current_task().cancelling())
    await asyncio.sleep(0.1)
    log("slept 3")
    await asyncio.sleep(0)
    log("slept 4")
    done, pending = await asyncio.wait(
        [tasks["t1"], tasks["t3"]], timeout=2, return_when=asyncio.FIRST_COMPLETED
    )
    log("waited", names(done), names(pending))
    return "r0"


async def w1():
    await asyncio.sleep(0)
    log("w1 starts")
    try:
        async for each in asyncio.as_completed([tasks["t0"]]):
            log("next", each.done(), each.cancelled() or repr(each.exception()))
    except TimeoutError as error:
        log(repr(error))
    inner = start("w1.1", w0())
    try:
        for each in asyncio.as_completed([w0()]):
            log("next", await each)
    except TimeoutError as error:
        log(repr(error))
    log("inner", inner.done(), inner.cancelling())
    log("gathered", await asyncio.gather(w0(), asyncio.sleep(0.1, 0)))
    return "r1"


async def w2():
    await asyncio.sleep(0)
    log("w2 starts")
    log("var", var.get()); token = var.set("w2.1")
    return "r2"


async def w3():
    await asyncio.sleep(0)
    log("w3 starts")
    inner = start("w3.1", w1())
    context = copy_context()
    context.run(var.set, "context 2")
    log("context", context[var], var.get())
    task = asyncio.create_task(w1(), name="in context", context=context)
    try:
        log("got", await asyncio.wait_for(task, 0.6))
    except TimeoutError:
        log("context after timeout", context[var])
    log("inner", inner.done(), inner.cancelling())
    log("gathered", await asyncio.gather(tasks["t1"], asyncio.sleep(0.5, 2), return_exceptions=True))
    log("gathered", await asyncio.gather(asyncio.sleep(0.2, 0)))
    return "r3"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("t0", w0())
    start("t1", w1())
    start("t2", w2())
    start("t3", w3())
    log("waiting for all")
    while not all(task.done() for task in tasks.values()):
        await asyncio.gather(*tasks.values(), return_exceptions=True)
    for name, task in tasks.items():
        outcome = "cancelled" if task.cancelled() else repr(task.exception() or task.result())
        log(name, outcome, task.cancelling())
    for name in sorted(futures):
        futures[name].cancel()


asyncio.run(main())
