import asyncio

tasks = {}
lock = asyncio.Lock()
event = asyncio.Event()
condition = asyncio.Condition()
semaphore = asyncio.Semaphore(0)
barrier = asyncio.Barrier(1)
queue = asyncio.Queue()


def log(*what):
    name = asyncio.current_task().get_name()
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def state(primitive):
    text = str(primitive)
    return text[text.index(" [") + 1 : -1] if " [" in text and primitive is not queue else text


async def w0():
    for turn in range(3):
        try:
            log("put", await asyncio.wait_for(queue.put(1), 0.2), state(queue))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("put", repr(error), state(queue))
    try:
        log("event", await asyncio.wait_for(event.wait(), 0.3), state(event))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("event", repr(error), state(event))
    try:
        async with asyncio.timeout(0.5):
            async with lock:
                log("in lock", state(lock))
                await asyncio.sleep(0.2)
            log("out of lock", state(lock))
    except TimeoutError:
        log("timeout 2")
    return 0


async def w1():
    async with semaphore:
        log("in semaphore", state(semaphore))
        async with semaphore:
            log("in semaphore", state(semaphore))
        log("out of semaphore", state(semaphore))
    log("out of semaphore", state(semaphore))
    async with condition:
        try:
            log("condition", await asyncio.wait_for(condition.wait_for(lambda: queue.qsize() > 1), 0.3), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("condition", repr(error), state(condition))
    async with lock:
        log("in lock", state(lock))
        await asyncio.sleep(0)
    log("out of lock", state(lock))
    log("cancel t2", tasks["t2"].cancel())
    return 1


async def w2():
    try:
        log("get", await asyncio.wait_for(queue.get(), 0.3), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("get", repr(error), state(queue))
    try:
        await asyncio.sleep(0.2)
    except asyncio.CancelledError:
        log("cancelled 2")
        raise
    try:
        log("put_nowait", queue.put_nowait(23), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("put_nowait", repr(error), state(queue))
    return 2


async def main():
    tasks["t0"] = asyncio.create_task(w0(), name="t0")
    await asyncio.sleep(0.2)
    tasks["t1"] = asyncio.create_task(w1(), name="t1")
    tasks["t2"] = asyncio.create_task(w2(), name="t2")
    await asyncio.sleep(0.2)
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
