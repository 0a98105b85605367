import asyncio

tasks = {}
lock = asyncio.Lock()
event = asyncio.Event()
condition = asyncio.Condition()
semaphore = asyncio.BoundedSemaphore(2)
barrier = asyncio.Barrier(1)
queue = asyncio.Queue(1)


def log(*what):
    name = asyncio.current_task().get_name()
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def state(primitive):
    text = str(primitive)
    return text[text.index(" [") + 1 : -1] if " [" in text and primitive is not queue else text


async def w0():
    try:
        log("put", await asyncio.wait_for(queue.put(1), 1), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("put", repr(error), state(queue))
    async with condition:
        try:
            log("condition", await asyncio.wait_for(condition.wait_for(event.is_set), 1), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("condition", repr(error), state(condition))
    try:
        log("event", await asyncio.wait_for(event.wait(), 0), state(event))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("event", repr(error), state(event))
    return 0


async def w1():
    async with semaphore:
        log("in semaphore", state(semaphore))
        try:
            log("get_nowait", queue.get_nowait(), state(queue))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("get_nowait", repr(error), state(queue))
    log("out of semaphore", state(semaphore))
    async with semaphore:
        log("in semaphore", state(semaphore))
        await asyncio.sleep(0.2)
    log("out of semaphore", state(semaphore))
    async with semaphore:
        log("in semaphore", state(semaphore))
        for turn in range(3):
            async with condition:
                try:
                    log("condition", await asyncio.wait_for(condition.wait_for(lambda: queue.qsize() > 1), 0), state(condition))
                except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                    log("condition", repr(error), state(condition))
    log("out of semaphore", state(semaphore))
    log("cancel t1", tasks["t1"].cancel())
    return 1


async def w2():
    try:
        log("join", await asyncio.wait_for(queue.join(), 0.2), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("join", repr(error), state(queue))
    try:
        log("get", await asyncio.wait_for(queue.get(), 0.3), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("get", repr(error), state(queue))
    async with lock:
        log("in lock", state(lock))
        async with condition:
            try:
                log("condition", await asyncio.wait_for(condition.wait_for(lambda: queue.qsize() > 1), 0.1), state(condition))
            except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                log("condition", repr(error), state(condition))
    log("out of lock", state(lock))
    async with semaphore:
        log("in semaphore", state(semaphore))
        await asyncio.sleep(0.1)
    log("out of semaphore", state(semaphore))
    try:
        async with semaphore:
            log("in semaphore", state(semaphore))
            await asyncio.sleep(0.2)
        log("out of semaphore", state(semaphore))
    except asyncio.CancelledError:
        log("cancelled 3")
        await asyncio.sleep(0.1)
    return 2


async def w3():
    for turn in range(3):
        try:
            await asyncio.wait_for(lock.acquire(), 0)
        except TimeoutError:
            log("no lock", state(lock))
        else:
            log("has lock", state(lock))
            await asyncio.sleep(0.1)
            try:
                log("release", lock.release(), state(lock))
            except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                log("release", repr(error), state(lock))
    try:
        log("release condition", condition.release(), state(condition))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("release condition", repr(error), state(condition))
    return 3


async def main():
    tasks["t0"] = asyncio.create_task(w0(), name="t0")
    tasks["t1"] = asyncio.create_task(w1(), name="t1")
    tasks["t2"] = asyncio.create_task(w2(), name="t2")
    tasks["t3"] = asyncio.create_task(w3(), name="t3")
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
