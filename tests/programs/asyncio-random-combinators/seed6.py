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
    log("cancel t1", tasks["t1"].cancel("by w0"))
    asyncio.get_running_loop().call_later(0.5,
        lambda: log("called 1", var.get()))
    try:
        done, pending = await asyncio.wait(
            [tasks["t2"]], timeout=0.1, return_when=asyncio.FIRST_COMPLETED
        )
        log("waited", names(done), names(pending))
    except BaseException as error:
        log("caught 2", repr(error))
    return "r0"


async def w1():
    await asyncio.sleep(0)
    log("w1 starts")
    try:
        async for each in asyncio.as_completed([asyncio.sleep(0, 0)]):
            log("next", each.done(), each.cancelled() or repr(each.exception()))
    except TimeoutError as error:
        log(repr(error))
    try:
        async with asyncio.timeout(None) as cm1:
            try:
                async with asyncio.timeout_at(0.2) as cm2:
                    log("got", await tasks["t0"])
                    try:
                        cm2.reschedule(None)
                    except RuntimeError as error:
                        log(error)
                    log("cancel t2", tasks["t2"].cancel())
            except TimeoutError as error:
                log("timeout 2", cm2, asyncio.current_task().cancelling())
            try:
                cm1.reschedule(0.5)
            except RuntimeError as error:
                log(error)
            try:
                log("in time", await asyncio.wait_for(tasks["t0"], 0.6))
            except TimeoutError:
                log("timeout")
    except TimeoutError as error:
        log("timeout 1", cm1, asyncio.current_task().cancelling())
    return "r1"


async def w2():
    await asyncio.sleep(0)
    log("w2 starts")
    try:
        log("in time", await asyncio.wait_for(tasks["t0"], 2))
    except TimeoutError:
        log("timeout")
    try:
        for each in asyncio.as_completed([asyncio.sleep(0.2, 0)], timeout=0.2):
            log("next", await each)
    except TimeoutError as error:
        log(repr(error))
    log("got", await tasks["t1"])
    return "r2"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("t0", w0())
    start("t1", w1())
    start("t2", w2())
    log("waiting for all")
    while not all(task.done() for task in tasks.values()):
        await asyncio.gather(*tasks.values(), return_exceptions=True)
    for name, task in tasks.items():
        outcome = "cancelled" if task.cancelled() else repr(task.exception() or task.result())
        log(name, outcome, task.cancelling())
    for name in sorted(futures):
        futures[name].cancel()


asyncio.run(main())
