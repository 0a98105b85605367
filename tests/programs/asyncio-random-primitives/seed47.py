import asyncio

tasks = {}
lock = asyncio.Lock()
event = asyncio.Event()
condition = asyncio.Condition()
semaphore = asyncio.BoundedSemaphore(2)
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
        try:
            log("condition", await asyncio.wait_for(condition.wait_for(event.is_set), 0.5), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("condition", repr(error), state(condition))
    try:
        log("put", await asyncio.wait_for(queue.put(1), 0.5), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("put", repr(error), state(queue))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    return 0


async def w1():
    try:
        async with asyncio.timeout(0):
            try:
                log("barrier", await asyncio.wait_for(barrier.wait(), 0.1), state(barrier))
            except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                log("barrier", repr(error), state(barrier))
    except TimeoutError:
        log("timeout 1")
    async with condition:
        try:
            log("notify", condition.notify_all(), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("notify", repr(error), state(condition))
    try:
        log("release lock", lock.release(), state(lock))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("release lock", repr(error), state(lock))
    log("cancel t4", tasks["t4"].cancel())
    try:
        log("put_nowait", queue.put_nowait(12), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("put_nowait", repr(error), state(queue))
    return 1


async def w2():
    async with condition:
        try:
            log("notify", condition.notify_all(), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("notify", repr(error), state(condition))
    log("cancel t1", tasks["t1"].cancel())
    try:
        log("barrier", await asyncio.wait_for(barrier.wait(), 0.5), state(barrier))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("barrier", repr(error), state(barrier))
    return 2


async def w3():
    try:
        try:
            async with asyncio.timeout(0.2):
                log("cancel t1", tasks["t1"].cancel())
        except TimeoutError:
            log("timeout 1")
    except asyncio.CancelledError:
        log("cancelled 2")
        await asyncio.sleep(0.3)
    try:
        log("barrier", await asyncio.wait_for(barrier.wait(), 1), state(barrier))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("barrier", repr(error), state(barrier))
    async with semaphore:
        log("in semaphore", state(semaphore))
        await asyncio.sleep(0)
    log("out of semaphore", state(semaphore))
    async with condition:
        try:
            log("notify", condition.notify_all(), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("notify", repr(error), state(condition))
    try:
        log("put", await asyncio.wait_for(queue.put(33), 0.5), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("put", repr(error), state(queue))
    return 3


async def w4():
    async with condition:
        try:
            log("condition", await asyncio.wait_for(condition.wait_for(lambda: queue.qsize() > 1), 1), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("condition", repr(error), state(condition))
    try:
        log("notify", condition.notify_all(), state(condition))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("notify", repr(error), state(condition))
    try:
        log("clear", event.clear(), state(event))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("clear", repr(error), state(event))
    async with condition:
        try:
            log("condition", await asyncio.wait_for(condition.wait_for(lambda: queue.qsize() > 1), 0.5), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("condition", repr(error), state(condition))
    try:
        await asyncio.wait_for(semaphore.acquire(), 0)
    except TimeoutError:
        log("no semaphore", state(semaphore))
    else:
        log("has semaphore", state(semaphore))
        await asyncio.sleep(0)
        try:
            log("release", semaphore.release(), state(semaphore))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("release", repr(error), state(semaphore))
    return 4


async def main():
    tasks["t0"] = asyncio.create_task(w0(), name="t0")
    tasks["t1"] = asyncio.create_task(w1(), name="t1")
    tasks["t2"] = asyncio.create_task(w2(), name="t2")
    await asyncio.sleep(0)
    tasks["t3"] = asyncio.create_task(w3(), name="t3")
    tasks["t4"] = asyncio.create_task(w4(), name="t4")
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
