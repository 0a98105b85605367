import asyncio

tasks = {}
lock = asyncio.Lock()
event = asyncio.Event()
condition = asyncio.Condition(lock)
semaphore = asyncio.Semaphore(2)
barrier = asyncio.Barrier(2)
queue = asyncio.LifoQueue(2)


def log(*what):
    name = asyncio.current_task().get_name()
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def state(primitive):
    text = str(primitive)
    return text[text.index(" [") + 1 : -1] if " [" in text and primitive is not queue else text


async def w0():
    for turn in range(2):
        await asyncio.sleep(0.3)
    try:
        async with condition:
            try:
                log("condition", await asyncio.wait_for(condition.wait(), 0.5), state(condition))
            except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                log("condition", repr(error), state(condition))
    except asyncio.CancelledError:
        log("cancelled 1")
        raise
    try:
        try:
            async with asyncio.timeout(0.5):
                async with condition:
                    try:
                        log("notify", condition.notify(2), state(condition))
                    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                        log("notify", repr(error), state(condition))
        except TimeoutError:
            log("timeout 2")
    except asyncio.CancelledError:
        log("cancelled 3")
        raise
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
    async with lock:
        log("in lock", state(lock))
        await asyncio.sleep(0)
    log("out of lock", state(lock))
    return 0


async def w1():
    async with condition:
        try:
            log("condition", await asyncio.wait_for(condition.wait_for(lambda: queue.qsize() > 1), 0.3), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("condition", repr(error), state(condition))
    try:
        log("get_nowait", queue.get_nowait(), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("get_nowait", repr(error), state(queue))
    return 1


async def w2():
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
    try:
        await asyncio.wait_for(semaphore.acquire(), 0.1)
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
        log("join", await asyncio.wait_for(queue.join(), 1), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("join", repr(error), state(queue))
    try:
        log("put_nowait", queue.put_nowait(22), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("put_nowait", repr(error), state(queue))
    try:
        log("get", await asyncio.wait_for(queue.get(), 0.5), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("get", repr(error), state(queue))
    return 2


async def w3():
    async with condition:
        try:
            log("condition", await asyncio.wait_for(condition.wait_for(lambda: queue.qsize() > 1), 0.5), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("condition", repr(error), state(condition))
    try:
        log("event", await asyncio.wait_for(event.wait(), 0.2), state(event))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("event", repr(error), state(event))
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
