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
    log("w0 starts")
    context = copy_context()
    context.run(var.set, "context 1")
    log("context", context[var], var.get())
    try:
        try:
            async with asyncio.timeout(0.3) as cm:
                await asyncio.sleep(0)
        except TimeoutError as error:
            log(repr(error), repr(error.__cause__), cm.expired())
    except BaseException as error:
        log("caught 2", repr(error))
    try:
        async with asyncio.timeout(2) as cm3:
            try:
                async with asyncio.timeout(0.1) as cm4:
                    done, pending = await asyncio.wait(
                        [tasks["t2"], tasks["t4"], tasks["t3"]], timeout=0, return_when=asyncio.FIRST_EXCEPTION
                    )
                    log("waited", names(done), names(pending))
            except TimeoutError as error:
                log("timeout 4", cm4, asyncio.current_task().cancelling())
    except TimeoutError as error:
        log("timeout 3", cm3, asyncio.current_task().cancelling())
    inner = start("w0.5", asyncio.sleep(0.2))
    done, pending = await asyncio.wait(
        [tasks["t4"]], timeout=0.1, return_when=asyncio.ALL_COMPLETED
    )
    log("waited", names(done), names(pending))
    log("inner", inner.done(), inner.cancelling())
    return "r0"


async def w1():
    log("w1 starts")
    await asyncio.sleep(0.5)
    log("slept 1")
    return "r1"


async def w2():
    log("w2 starts")
    done, pending = await asyncio.wait(
        [tasks["t1"], tasks["t0"], tasks["t4"]], timeout=0.2, return_when=asyncio.FIRST_COMPLETED
    )
    log("waited", names(done), names(pending))
    log("gathered", await asyncio.gather(w1(), tasks["t0"], w1(), return_exceptions=True))
    log("cancel t3", tasks["t3"].cancel())
    return "r2"


async def w3():
    log("w3 starts")
    try:
        async for each in asyncio.as_completed([asyncio.sleep(0.3, 0)], timeout=0.2):
            log("next", each.done(), each.cancelled() or repr(each.exception()))
    except TimeoutError as error:
        log(repr(error))
    try:
        for each in asyncio.as_completed([tasks["t0"]], timeout=0.2):
            log("next", await each)
    except TimeoutError as error:
        log(repr(error))
    log("shielded 1", await asyncio.shield(tasks["t2"]))
    return "r3"


async def w4():
    log("w4 starts")
    try:
        async with asyncio.timeout(0) as cm1:
            try:
                try:
                    log("in time", await asyncio.wait_for(tasks["t3"], 0.6))
                except TimeoutError:
                    log("timeout")
            except BaseException as error:
                log("caught 2", repr(error))
                raise
    except TimeoutError as error:
        log("timeout 1", cm1, asyncio.current_task().cancelling())
    await asyncio.sleep(1)
    log("slept 3")
    return "r4"


async def main():
    start("t0", w0())
    start("t1", w1())
    start("t2", w2())
    start("t3", w3())
    start("t4", w4())
    log("waiting for all")
    while not all(task.done() for task in tasks.values()):
        await asyncio.gather(*tasks.values(), return_exceptions=True)
    for name, task in tasks.items():
        outcome = "cancelled" if task.cancelled() else repr(task.exception() or task.result())
        log(name, outcome, task.cancelling())
    for name in sorted(futures):
        futures[name].cancel()


asyncio.run(main())
