import asyncio

tasks = {}
lock = asyncio.Lock()
event = asyncio.Event()
condition = asyncio.Condition()
semaphore = asyncio.BoundedSemaphore(2)
barrier = asyncio.Barrier(3)
queue = asyncio.Queue()


def log(*what):
    name = asyncio.current_task().get_name()
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def state(primitive):
    text = str(primitive)
    return text[text.index(" [") + 1 : -1] if " [" in text and primitive is not queue else text


async def w0():
    try:
        async with asyncio.timeout(0):
            try:
                log("put", await asyncio.wait_for(queue.put(1), 0.5), state(queue))
            except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                log("put", repr(error), state(queue))
    except TimeoutError:
        log("timeout 2")
    try:
        log("set", event.set(), state(event))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("set", repr(error), state(event))
    return 0


async def w1():
    try:
        log("get", await asyncio.wait_for(queue.get(), 0), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("get", repr(error), state(queue))
    try:
        log("put", await asyncio.wait_for(queue.put(12), 0), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("put", repr(error), state(queue))
    for turn in range(2):
        for turn in range(3):
            await asyncio.sleep(0)
    log("cancel t4", tasks["t4"].cancel())
    try:
        await asyncio.wait_for(semaphore.acquire(), 0.3)
    except TimeoutError:
        log("no semaphore", state(semaphore))
    else:
        log("has semaphore", state(semaphore))
        await asyncio.sleep(0)
        try:
            log("release", semaphore.release(), state(semaphore))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("release", repr(error), state(semaphore))
    return 1


async def w2():
    for turn in range(3):
        try:
            async with asyncio.timeout(1):
                async with lock:
                    log("in lock", state(lock))
                    await asyncio.sleep(0.2)
                log("out of lock", state(lock))
        except TimeoutError:
            log("timeout 1")
    try:
        log("clear", event.clear(), state(event))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("clear", repr(error), state(event))
    return 2


async def w3():
    for turn in range(2):
        try:
            log("clear", event.clear(), state(event))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("clear", repr(error), state(event))
    try:
        async with asyncio.timeout(0.3):
            try:
                log("barrier", await asyncio.wait_for(barrier.wait(), 0.3), state(barrier))
            except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                log("barrier", repr(error), state(barrier))
    except TimeoutError:
        log("timeout 1")
    return 3


async def w4():
    async with condition:
        try:
            log("condition", await asyncio.wait_for(condition.wait(), 0.1), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("condition", repr(error), state(condition))
    async with condition:
        try:
            log("notify", condition.notify(), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("notify", repr(error), state(condition))
    try:
        try:
            try:
                log("release semaphore", semaphore.release(), state(semaphore))
            except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                log("release semaphore", repr(error), state(semaphore))
        except asyncio.CancelledError:
            log("cancelled 1")
            await asyncio.sleep(0)
    except asyncio.CancelledError:
        log("cancelled 2")
        await asyncio.sleep(0)
    async with condition:
        log("in condition", state(condition))
        try:
            log("barrier", await asyncio.wait_for(barrier.wait(), 0.3), state(barrier))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("barrier", repr(error), state(barrier))
    log("out of condition", state(condition))
    return 4


async def main():
    tasks["t0"] = asyncio.create_task(w0(), name="t0")
    tasks["t1"] = asyncio.create_task(w1(), name="t1")
    tasks["t2"] = asyncio.create_task(w2(), name="t2")
    await asyncio.sleep(0.1)
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
