import asyncio

tasks = {}
lock = asyncio.Lock()
event = asyncio.Event()
condition = asyncio.Condition()
semaphore = asyncio.Semaphore(2)
barrier = asyncio.Barrier(2)
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
            log("condition", await asyncio.wait_for(condition.wait_for(event.is_set), 0), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("condition", repr(error), state(condition))
    for turn in range(3):
        async with condition:
            log("in condition", state(condition))
        log("out of condition", state(condition))
    return 0


async def w1():
    try:
        try:
            log("abort", await barrier.abort(), state(barrier))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("abort", repr(error), state(barrier))
    except asyncio.CancelledError:
        log("cancelled 1")
        await asyncio.sleep(0.1)
    try:
        try:
            log("cancel t5", tasks["t5"].cancel())
        except asyncio.CancelledError:
            log("cancelled 2")
            await asyncio.sleep(0.1)
    except asyncio.CancelledError:
        log("cancelled 3")
        await asyncio.sleep(0.1)
    try:
        log("get", await asyncio.wait_for(queue.get(), 0.1), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("get", repr(error), state(queue))
    return 1


async def w2():
    async with semaphore:
        log("in semaphore", state(semaphore))
        await asyncio.sleep(0)
    log("out of semaphore", state(semaphore))
    log("cancel t4", tasks["t4"].cancel())
    return 2


async def w3():
    async with condition:
        log("in condition", state(condition))
        try:
            log("task_done", queue.task_done(), state(queue))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("task_done", repr(error), state(queue))
    log("out of condition", state(condition))
    try:
        try:
            try:
                log("barrier", await asyncio.wait_for(barrier.wait(), 0), state(barrier))
            except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                log("barrier", repr(error), state(barrier))
        except asyncio.CancelledError:
            log("cancelled 2")
            await asyncio.sleep(0.1)
    except asyncio.CancelledError:
        log("cancelled 3")
        raise
    log("cancel t3", tasks["t3"].cancel())
    return 3


async def w4():
    try:
        log("release lock", lock.release(), state(lock))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("release lock", repr(error), state(lock))
    try:
        async with condition:
            try:
                log("notify", condition.notify(2), state(condition))
            except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                log("notify", repr(error), state(condition))
    except asyncio.CancelledError:
        log("cancelled 1")
        raise
    async with lock:
        log("in lock", state(lock))
        try:
            log("notify", condition.notify_all(), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("notify", repr(error), state(condition))
    log("out of lock", state(lock))
    try:
        await asyncio.wait_for(lock.acquire(), 0.1)
    except TimeoutError:
        log("no lock", state(lock))
    else:
        log("has lock", state(lock))
        await asyncio.sleep(0.3)
        try:
            log("release", lock.release(), state(lock))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("release", repr(error), state(lock))
    try:
        log("get", await asyncio.wait_for(queue.get(), 0.1), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("get", repr(error), state(queue))
    return 4


async def w5():
    try:
        log("put_nowait", queue.put_nowait(51), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("put_nowait", repr(error), state(queue))
    try:
        log("release semaphore", semaphore.release(), state(semaphore))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("release semaphore", repr(error), state(semaphore))
    try:
        log("get_nowait", queue.get_nowait(), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("get_nowait", repr(error), state(queue))
    async with semaphore:
        log("in semaphore", state(semaphore))
        await asyncio.sleep(0.2)
    log("out of semaphore", state(semaphore))
    for turn in range(2):
        for turn in range(2):
            async with condition:
                log("in condition", state(condition))
                await asyncio.sleep(0.1)
            log("out of condition", state(condition))
    return 5


async def main():
    tasks["t0"] = asyncio.create_task(w0(), name="t0")
    await asyncio.sleep(0.3)
    tasks["t1"] = asyncio.create_task(w1(), name="t1")
    tasks["t2"] = asyncio.create_task(w2(), name="t2")
    tasks["t3"] = asyncio.create_task(w3(), name="t3")
    await asyncio.sleep(0.3)
    tasks["t4"] = asyncio.create_task(w4(), name="t4")
    await asyncio.sleep(0.3)
    tasks["t5"] = asyncio.create_task(w5(), name="t5")
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
