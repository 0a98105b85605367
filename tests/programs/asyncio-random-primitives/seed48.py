import asyncio

tasks = {}
lock = asyncio.Lock()
event = asyncio.Event()
condition = asyncio.Condition()
semaphore = asyncio.Semaphore(0)
barrier = asyncio.Barrier(3)
queue = asyncio.Queue(1)


def log(*what):
    name = asyncio.current_task().get_name()
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def state(primitive):
    text = str(primitive)
    return text[text.index(" [") + 1 : -1] if " [" in text and primitive is not queue else text


async def w0():
    try:
        log("set", event.set(), state(event))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("set", repr(error), state(event))
    async with semaphore:
        log("in semaphore", state(semaphore))
        await asyncio.sleep(0.1)
    log("out of semaphore", state(semaphore))
    try:
        async with asyncio.timeout(0.5):
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
    except TimeoutError:
        log("timeout 1")
    async with semaphore:
        log("in semaphore", state(semaphore))
        try:
            try:
                log("barrier", await asyncio.wait_for(barrier.wait(), 0.1), state(barrier))
            except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                log("barrier", repr(error), state(barrier))
        except asyncio.CancelledError:
            log("cancelled 2")
            raise
    log("out of semaphore", state(semaphore))
    try:
        async with asyncio.timeout(0.2):
            try:
                log("barrier", await asyncio.wait_for(barrier.wait(), 0), state(barrier))
            except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                log("barrier", repr(error), state(barrier))
    except TimeoutError:
        log("timeout 3")
    return 0


async def w1():
    async with condition:
        try:
            log("condition", await asyncio.wait_for(condition.wait_for(lambda: queue.qsize() > 1), 0.2), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("condition", repr(error), state(condition))
    await asyncio.sleep(0.1)
    async with condition:
        try:
            log("condition", await asyncio.wait_for(condition.wait(), 1), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("condition", repr(error), state(condition))
    return 1


async def w2():
    try:
        log("get", await asyncio.wait_for(queue.get(), 0.1), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("get", repr(error), state(queue))
    async with condition:
        try:
            log("condition", await asyncio.wait_for(condition.wait_for(event.is_set), 0), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("condition", repr(error), state(condition))
    async with semaphore:
        log("in semaphore", state(semaphore))
        await asyncio.sleep(0.2)
    log("out of semaphore", state(semaphore))
    async with lock:
        log("in lock", state(lock))
        try:
            log("barrier", await asyncio.wait_for(barrier.wait(), 1), state(barrier))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("barrier", repr(error), state(barrier))
    log("out of lock", state(lock))
    return 2


async def w3():
    try:
        log("put", await asyncio.wait_for(queue.put(31), 0), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("put", repr(error), state(queue))
    try:
        log("shutdown", queue.shutdown(True), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("shutdown", repr(error), state(queue))
    try:
        try:
            log("join", await asyncio.wait_for(queue.join(), 0.5), state(queue))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("join", repr(error), state(queue))
    except asyncio.CancelledError:
        log("cancelled 4")
        raise
    try:
        log("release condition", condition.release(), state(condition))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("release condition", repr(error), state(condition))
    return 3


async def w4():
    for turn in range(2):
        try:
            log("notify", condition.notify(), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("notify", repr(error), state(condition))
    for turn in range(3):
        for turn in range(3):
            async with condition:
                try:
                    log("condition", await asyncio.wait_for(condition.wait_for(lambda: queue.qsize() > 1), 0.3), state(condition))
                except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                    log("condition", repr(error), state(condition))
    await asyncio.sleep(0.1)
    return 4


async def main():
    tasks["t0"] = asyncio.create_task(w0(), name="t0")
    tasks["t1"] = asyncio.create_task(w1(), name="t1")
    await asyncio.sleep(0)
    tasks["t2"] = asyncio.create_task(w2(), name="t2")
    await asyncio.sleep(0.2)
    tasks["t3"] = asyncio.create_task(w3(), name="t3")
    await asyncio.sleep(0.2)
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
