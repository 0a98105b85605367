import asyncio
import time

tasks = {}
queue = asyncio.Queue(2)
barrier = asyncio.Barrier(2)


def log(*what):
    task = asyncio.current_task()
    name = task.get_name() if task else "callback"
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def start(name, coro, group=asyncio):
    tasks[name] = group.create_task(coro, name=name)
    return tasks[name]


def outcome(task):
    try:
        return repr(task.result())
    except BaseException as error:
        return repr(error)


def names(tasks):
    return sorted(task.get_name() for task in tasks)


def block(seconds, value):
    time.sleep(seconds)
    if value is None:
        raise OSError(seconds)
    return value


def rescue(rounds):
    log("rescue")
    queue.shutdown(immediate=True)
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    try:
        for _ in range(2):
            log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)
        try:
            asyncio.get_running_loop().call_soon(queue.put_nowait, "late")
            try:
                task2 = start("a.4", asyncio.sleep(0.5, "a3"))
                await asyncio.sleep(0.5)
            finally:
                log("a5")
        except Exception as error:
            log("a6", repr(error))
            log("gathered", await asyncio.gather(queue.get(), asyncio.sleep(0.3, "a8"), return_exceptions=True))
    except asyncio.CancelledError as error:
        log("a9", repr(error))
        asyncio.get_running_loop().call_later(0.5, queue.put_nowait, "late")
    else:
        log("get", await queue.get())
    return "a"


async def b():
    log("b1")


async def c():
    log("c1")
    try:
        async with asyncio.timeout_at(asyncio.get_running_loop().time() + 0.3) as limit:
            try:
                log("thread", await asyncio.to_thread(block, 0.3, "c2"))
            except asyncio.CancelledError as error:
                log("c3", repr(error))
                log("in time", await asyncio.wait_for(tasks["b"], 0.3))
            else:
                log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)
    except TimeoutError as error:
        log("c5", repr(error), limit.expired())
    log("cancel a", tasks["a"].cancel())
    tasks["c"].add_done_callback(lambda task: log("c7", outcome(task)))
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    log("thread", await asyncio.get_running_loop().run_in_executor(None, block, 0.3, "main1"))
    log("cancel b", tasks["b"].cancel("main2"))
    done, pending = await asyncio.wait([start("main.4", asyncio.sleep(0.3, "main3")), tasks["a"]], return_when=asyncio.FIRST_EXCEPTION)
    log("done", names(done), "pending", names(pending))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
