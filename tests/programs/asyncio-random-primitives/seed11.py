import asyncio

tasks = {}
lock = asyncio.Lock()
event = asyncio.Event()
condition = asyncio.Condition(lock)
semaphore = asyncio.BoundedSemaphore(2)
barrier = asyncio.Barrier(2)
queue = asyncio.LifoQueue(2)


def log(*what):
    name = asyncio.current_task().get_name()
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def state(primitive):
    text = str(primitive)
    return text[text.index(" [") + 1 : -1] if " [" in text and primitive is not queue else text


async def w0():
    try:
        log("event", await asyncio.wait_for(event.wait(), 0.3), state(event))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("event", repr(error), state(event))
    try:
        log("set", event.set(), state(event))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("set", repr(error), state(event))
    async with condition:
        try:
            log("condition", await asyncio.wait_for(condition.wait(), 0.1), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("condition", repr(error), state(condition))
    return 0


async def w1():
    try:
        log("get", await asyncio.wait_for(queue.get(), 0.3), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("get", repr(error), state(queue))
    try:
        async with lock:
            log("in lock", state(lock))
            await asyncio.sleep(0)
        log("out of lock", state(lock))
    except asyncio.CancelledError:
        log("cancelled 2")
        await asyncio.sleep(0.3)
    return 1


async def w2():
    try:
        log("barrier", await asyncio.wait_for(barrier.wait(), 0.1), state(barrier))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("barrier", repr(error), state(barrier))
    try:
        async with condition:
            try:
                log("notify", condition.notify_all(), state(condition))
            except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                log("notify", repr(error), state(condition))
    except asyncio.CancelledError:
        log("cancelled 1")
        raise
    async with semaphore:
        log("in semaphore", state(semaphore))
        await asyncio.sleep(0.1)
    log("out of semaphore", state(semaphore))
    async with condition:
        log("in condition", state(condition))
        async with condition:
            try:
                log("notify", condition.notify_all(), state(condition))
            except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                log("notify", repr(error), state(condition))
    log("out of condition", state(condition))
    async with condition:
        log("in condition", state(condition))
        await asyncio.sleep(0.3)
    log("out of condition", state(condition))
    return 2


async def w3():
    try:
        log("put", await asyncio.wait_for(queue.put(31), 0), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("put", repr(error), state(queue))
    await asyncio.sleep(0)
    try:
        log("event", await asyncio.wait_for(event.wait(), 0), state(event))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("event", repr(error), state(event))
    try:
        try:
            log("get_nowait", queue.get_nowait(), state(queue))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("get_nowait", repr(error), state(queue))
    except asyncio.CancelledError:
        log("cancelled 3")
        await asyncio.sleep(0)
    return 3


async def w4():
    try:
        log("barrier", await asyncio.wait_for(barrier.wait(), 0.2), state(barrier))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("barrier", repr(error), state(barrier))
    await asyncio.sleep(0.1)
    async with lock:
        log("in lock", state(lock))
        async with lock:
            log("in lock", state(lock))
            await asyncio.sleep(0.3)
        log("out of lock", state(lock))
    log("out of lock", state(lock))
    try:
        try:
            log("event", await asyncio.wait_for(event.wait(), 0.1), state(event))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("event", repr(error), state(event))
    except asyncio.CancelledError:
        log("cancelled 1")
        await asyncio.sleep(0)
    return 4


async def w5():
    try:
        log("get_nowait", queue.get_nowait(), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("get_nowait", repr(error), state(queue))
    try:
        log("put", await asyncio.wait_for(queue.put(52), 0.1), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("put", repr(error), state(queue))
    for turn in range(3):
        await asyncio.sleep(0)
    return 5


async def main():
    tasks["t0"] = asyncio.create_task(w0(), name="t0")
    await asyncio.sleep(0.3)
    tasks["t1"] = asyncio.create_task(w1(), name="t1")
    tasks["t2"] = asyncio.create_task(w2(), name="t2")
    tasks["t3"] = asyncio.create_task(w3(), name="t3")
    await asyncio.sleep(0)
    tasks["t4"] = asyncio.create_task(w4(), name="t4")
    tasks["t5"] = asyncio.create_task(w5(), name="t5")
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
