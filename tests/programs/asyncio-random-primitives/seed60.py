import asyncio

tasks = {}
lock = asyncio.Lock()
event = asyncio.Event()
condition = asyncio.Condition()
semaphore = asyncio.Semaphore(2)
barrier = asyncio.Barrier(2)
queue = asyncio.Queue(1)


def log(*what):
    name = asyncio.current_task().get_name()
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def state(primitive):
    text = str(primitive)
    return text[text.index(" [") + 1 : -1] if " [" in text and primitive is not queue else text


async def w0():
    try:
        log("release semaphore", semaphore.release(), state(semaphore))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("release semaphore", repr(error), state(semaphore))
    log("cancel t0", tasks["t0"].cancel())
    try:
        log("set", event.set(), state(event))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("set", repr(error), state(event))
    log("cancel t1", tasks["t1"].cancel())
    await asyncio.sleep(0.1)
    return 0


async def w1():
    try:
        await asyncio.wait_for(semaphore.acquire(), 0.5)
    except TimeoutError:
        log("no semaphore", state(semaphore))
    else:
        log("has semaphore", state(semaphore))
        await asyncio.sleep(0.2)
        try:
            log("release", semaphore.release(), state(semaphore))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("release", repr(error), state(semaphore))
    try:
        await asyncio.wait_for(lock.acquire(), 0.5)
    except TimeoutError:
        log("no lock", state(lock))
    else:
        log("has lock", state(lock))
        await asyncio.sleep(0.1)
        try:
            log("release", lock.release(), state(lock))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("release", repr(error), state(lock))
    async with semaphore:
        log("in semaphore", state(semaphore))
        for turn in range(2):
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
    log("out of semaphore", state(semaphore))
    return 1


async def w2():
    async with condition:
        try:
            log("notify", condition.notify(), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("notify", repr(error), state(condition))
    async with condition:
        try:
            log("condition", await asyncio.wait_for(condition.wait_for(lambda: queue.qsize() > 1), 0.1), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("condition", repr(error), state(condition))
    return 2


async def w3():
    for turn in range(2):
        try:
            try:
                log("event", await asyncio.wait_for(event.wait(), 0.2), state(event))
            except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                log("event", repr(error), state(event))
        except asyncio.CancelledError:
            log("cancelled 1")
            raise
    try:
        async with lock:
            log("in lock", state(lock))
            await asyncio.sleep(0.2)
        log("out of lock", state(lock))
    except asyncio.CancelledError:
        log("cancelled 2")
        raise
    try:
        log("event", await asyncio.wait_for(event.wait(), 1), state(event))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("event", repr(error), state(event))
    return 3


async def w4():
    try:
        async with asyncio.timeout(0.5):
            try:
                log("get_nowait", queue.get_nowait(), state(queue))
            except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                log("get_nowait", repr(error), state(queue))
    except TimeoutError:
        log("timeout 2")
    try:
        log("clear", event.clear(), state(event))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("clear", repr(error), state(event))
    try:
        log("abort", await barrier.abort(), state(barrier))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("abort", repr(error), state(barrier))
    try:
        for turn in range(3):
            await asyncio.sleep(0.1)
    except asyncio.CancelledError:
        log("cancelled 3")
        raise
    return 4


async def main():
    tasks["t0"] = asyncio.create_task(w0(), name="t0")
    tasks["t1"] = asyncio.create_task(w1(), name="t1")
    await asyncio.sleep(0.3)
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
