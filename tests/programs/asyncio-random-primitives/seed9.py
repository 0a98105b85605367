import asyncio

tasks = {}
lock = asyncio.Lock()
event = asyncio.Event()
condition = asyncio.Condition(lock)
semaphore = asyncio.Semaphore(0)
barrier = asyncio.Barrier(2)
queue = asyncio.Queue(1)


def log(*what):
    name = asyncio.current_task().get_name()
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def state(primitive):
    text = str(primitive)
    return text[text.index(" [") + 1 : -1] if " [" in text and primitive is not queue else text


async def w0():
    await asyncio.sleep(0)
    try:
        try:
            log("release condition", condition.release(), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("release condition", repr(error), state(condition))
    except asyncio.CancelledError:
        log("cancelled 1")
        raise
    try:
        async with asyncio.timeout(0.5):
            log("cancel t5", tasks["t5"].cancel())
    except TimeoutError:
        log("timeout 2")
    return 0


async def w1():
    try:
        log("event", await asyncio.wait_for(event.wait(), 0.3), state(event))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("event", repr(error), state(event))
    try:
        log("get", await asyncio.wait_for(queue.get(), 0.1), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("get", repr(error), state(queue))
    async with lock:
        log("in lock", state(lock))
    log("out of lock", state(lock))
    for turn in range(2):
        try:
            log("put", await asyncio.wait_for(queue.put(12), 1), state(queue))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("put", repr(error), state(queue))
    try:
        log("event", await asyncio.wait_for(event.wait(), 1), state(event))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("event", repr(error), state(event))
    return 1


async def w2():
    async with semaphore:
        log("in semaphore", state(semaphore))
        await asyncio.sleep(0)
    log("out of semaphore", state(semaphore))
    log("cancel t1", tasks["t1"].cancel())
    await asyncio.sleep(0.1)
    log("cancel t3", tasks["t3"].cancel())
    try:
        try:
            await asyncio.wait_for(lock.acquire(), 0.1)
        except TimeoutError:
            log("no lock", state(lock))
        else:
            log("has lock", state(lock))
            await asyncio.sleep(0.1)
            try:
                log("release", lock.release(), state(lock))
            except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                log("release", repr(error), state(lock))
    except asyncio.CancelledError:
        log("cancelled 1")
        await asyncio.sleep(0.3)
    return 2


async def w3():
    await asyncio.sleep(0)
    for turn in range(2):
        try:
            log("clear", event.clear(), state(event))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("clear", repr(error), state(event))
    return 3


async def w4():
    try:
        await asyncio.wait_for(lock.acquire(), 0.5)
    except TimeoutError:
        log("no lock", state(lock))
    else:
        log("has lock", state(lock))
        await asyncio.sleep(0)
        try:
            log("release", lock.release(), state(lock))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("release", repr(error), state(lock))
    for turn in range(3):
        try:
            async with asyncio.timeout(0.1):
                try:
                    log("set", event.set(), state(event))
                except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                    log("set", repr(error), state(event))
        except TimeoutError:
            log("timeout 1")
    return 4


async def w5():
    async with condition:
        log("in condition", state(condition))
        await asyncio.sleep(0.1)
    log("out of condition", state(condition))
    log("cancel t0", tasks["t0"].cancel())
    async with condition:
        try:
            log("condition", await asyncio.wait_for(condition.wait_for(lambda: queue.qsize() > 1), 0.5), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("condition", repr(error), state(condition))
    return 5


async def main():
    tasks["t0"] = asyncio.create_task(w0(), name="t0")
    tasks["t1"] = asyncio.create_task(w1(), name="t1")
    await asyncio.sleep(0)
    tasks["t2"] = asyncio.create_task(w2(), name="t2")
    tasks["t3"] = asyncio.create_task(w3(), name="t3")
    tasks["t4"] = asyncio.create_task(w4(), name="t4")
    await asyncio.sleep(0.3)
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
