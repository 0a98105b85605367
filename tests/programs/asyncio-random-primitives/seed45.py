import asyncio

tasks = {}
lock = asyncio.Lock()
event = asyncio.Event()
condition = asyncio.Condition()
semaphore = asyncio.BoundedSemaphore(2)
barrier = asyncio.Barrier(2)
queue = asyncio.Queue()


def log(*what):
    name = asyncio.current_task().get_name()
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def state(primitive):
    text = str(primitive)
    return text[text.index(" [") + 1 : -1] if " [" in text and primitive is not queue else text


async def w0():
    try:
        log("barrier", await asyncio.wait_for(barrier.wait(), 0.3), state(barrier))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("barrier", repr(error), state(barrier))
    await asyncio.sleep(0)
    async with condition:
        try:
            log("condition", await asyncio.wait_for(condition.wait_for(event.is_set), 0), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("condition", repr(error), state(condition))
    log("cancel t4", tasks["t4"].cancel())
    return 0


async def w1():
    try:
        await asyncio.wait_for(semaphore.acquire(), 1)
    except TimeoutError:
        log("no semaphore", state(semaphore))
    else:
        log("has semaphore", state(semaphore))
        await asyncio.sleep(0)
        try:
            log("release", semaphore.release(), state(semaphore))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("release", repr(error), state(semaphore))
    try:
        log("event", await asyncio.wait_for(event.wait(), 1), state(event))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("event", repr(error), state(event))
    return 1


async def w2():
    async with condition:
        log("in condition", state(condition))
        log("cancel t0", tasks["t0"].cancel())
    log("out of condition", state(condition))
    try:
        log("clear", event.clear(), state(event))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("clear", repr(error), state(event))
    try:
        log("put_nowait", queue.put_nowait(21), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("put_nowait", repr(error), state(queue))
    async with lock:
        log("in lock", state(lock))
        await asyncio.sleep(0.1)
    log("out of lock", state(lock))
    try:
        try:
            async with asyncio.timeout(1):
                try:
                    log("join", await asyncio.wait_for(queue.join(), 0.5), state(queue))
                except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                    log("join", repr(error), state(queue))
        except TimeoutError:
            log("timeout 3")
    except asyncio.CancelledError:
        log("cancelled 4")
        raise
    return 2


async def w3():
    try:
        log("clear", event.clear(), state(event))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("clear", repr(error), state(event))
    await asyncio.sleep(0)
    try:
        try:
            log("get", await asyncio.wait_for(queue.get(), 0.2), state(queue))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("get", repr(error), state(queue))
    except asyncio.CancelledError:
        log("cancelled 2")
        await asyncio.sleep(0)
    for turn in range(3):
        try:
            async with asyncio.timeout(0):
                async with condition:
                    try:
                        log("condition", await asyncio.wait_for(condition.wait(), 0.3), state(condition))
                    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                        log("condition", repr(error), state(condition))
        except TimeoutError:
            log("timeout 3")
    return 3


async def w4():
    try:
        async with asyncio.timeout(1):
            try:
                try:
                    log("put_nowait", queue.put_nowait(41), state(queue))
                except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                    log("put_nowait", repr(error), state(queue))
            except asyncio.CancelledError:
                log("cancelled 2")
                raise
    except TimeoutError:
        log("timeout 3")
    async with condition:
        try:
            log("condition", await asyncio.wait_for(condition.wait_for(event.is_set), 0), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("condition", repr(error), state(condition))
    return 4


async def main():
    tasks["t0"] = asyncio.create_task(w0(), name="t0")
    tasks["t1"] = asyncio.create_task(w1(), name="t1")
    await asyncio.sleep(0.1)
    tasks["t2"] = asyncio.create_task(w2(), name="t2")
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
