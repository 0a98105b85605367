import asyncio

tasks = {}
lock = asyncio.Lock()
event = asyncio.Event()
condition = asyncio.Condition()
semaphore = asyncio.Semaphore(1)
barrier = asyncio.Barrier(3)
queue = asyncio.PriorityQueue(2)


def log(*what):
    name = asyncio.current_task().get_name()
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def state(primitive):
    text = str(primitive)
    return text[text.index(" [") + 1 : -1] if " [" in text and primitive is not queue else text


async def w0():
    async with condition:
        log("in condition", state(condition))
        await asyncio.sleep(0)
    log("out of condition", state(condition))
    async with condition:
        try:
            log("notify", condition.notify(2), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("notify", repr(error), state(condition))
    try:
        log("abort", await barrier.abort(), state(barrier))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("abort", repr(error), state(barrier))
    return 0


async def w1():
    log("cancel t0", tasks["t0"].cancel())
    for turn in range(3):
        async with condition:
            try:
                log("condition", await asyncio.wait_for(condition.wait(), 0.3), state(condition))
            except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                log("condition", repr(error), state(condition))
    try:
        log("event", await asyncio.wait_for(event.wait(), 0.5), state(event))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("event", repr(error), state(event))
    try:
        for turn in range(2):
            try:
                log("put_nowait", queue.put_nowait(11), state(queue))
            except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                log("put_nowait", repr(error), state(queue))
    except asyncio.CancelledError:
        log("cancelled 2")
        await asyncio.sleep(0)
    try:
        try:
            await asyncio.wait_for(semaphore.acquire(), 0.2)
        except TimeoutError:
            log("no semaphore", state(semaphore))
        else:
            log("has semaphore", state(semaphore))
            await asyncio.sleep(0.2)
            try:
                log("release", semaphore.release(), state(semaphore))
            except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                log("release", repr(error), state(semaphore))
    except asyncio.CancelledError:
        log("cancelled 3")
        await asyncio.sleep(0.1)
    return 1


async def w2():
    try:
        log("barrier", await asyncio.wait_for(barrier.wait(), 0), state(barrier))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("barrier", repr(error), state(barrier))
    try:
        log("task_done", queue.task_done(), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("task_done", repr(error), state(queue))
    return 2


async def w3():
    try:
        log("get", await asyncio.wait_for(queue.get(), 1), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("get", repr(error), state(queue))
    try:
        log("put", await asyncio.wait_for(queue.put(32), 0.3), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("put", repr(error), state(queue))
    try:
        async with asyncio.timeout(0.5):
            try:
                try:
                    log("event", await asyncio.wait_for(event.wait(), 0.5), state(event))
                except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                    log("event", repr(error), state(event))
            except asyncio.CancelledError:
                log("cancelled 3")
                await asyncio.sleep(0)
    except TimeoutError:
        log("timeout 4")
    try:
        log("release semaphore", semaphore.release(), state(semaphore))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("release semaphore", repr(error), state(semaphore))
    async with semaphore:
        log("in semaphore", state(semaphore))
        await asyncio.sleep(0.3)
    log("out of semaphore", state(semaphore))
    return 3


async def main():
    tasks["t0"] = asyncio.create_task(w0(), name="t0")
    tasks["t1"] = asyncio.create_task(w1(), name="t1")
    tasks["t2"] = asyncio.create_task(w2(), name="t2")
    tasks["t3"] = asyncio.create_task(w3(), name="t3")
    await asyncio.sleep(0)
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
