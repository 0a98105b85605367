import asyncio

tasks = {}
lock = asyncio.Lock()
event = asyncio.Event()
condition = asyncio.Condition()
semaphore = asyncio.BoundedSemaphore(2)
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
        try:
            async with semaphore:
                log("in semaphore", state(semaphore))
                await asyncio.sleep(0)
            log("out of semaphore", state(semaphore))
        except asyncio.CancelledError:
            log("cancelled 1")
            raise
    except asyncio.CancelledError:
        log("cancelled 2")
        await asyncio.sleep(0)
    try:
        log("barrier", await asyncio.wait_for(barrier.wait(), 0.1), state(barrier))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("barrier", repr(error), state(barrier))
    async with condition:
        try:
            log("notify", condition.notify(), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("notify", repr(error), state(condition))
    return 0


async def w1():
    for turn in range(2):
        try:
            async with condition:
                log("in condition", state(condition))
                await asyncio.sleep(0)
            log("out of condition", state(condition))
        except asyncio.CancelledError:
            log("cancelled 1")
            raise
    try:
        log("get_nowait", queue.get_nowait(), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("get_nowait", repr(error), state(queue))
    for turn in range(3):
        async with condition:
            try:
                log("condition", await asyncio.wait_for(condition.wait_for(lambda: queue.qsize() > 1), 0.5), state(condition))
            except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                log("condition", repr(error), state(condition))
    async with condition:
        try:
            log("condition", await asyncio.wait_for(condition.wait(), 0.5), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("condition", repr(error), state(condition))
    return 1


async def w2():
    try:
        for turn in range(2):
            async with condition:
                try:
                    log("notify", condition.notify_all(), state(condition))
                except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                    log("notify", repr(error), state(condition))
    except asyncio.CancelledError:
        log("cancelled 1")
        await asyncio.sleep(0)
    try:
        log("event", await asyncio.wait_for(event.wait(), 0.3), state(event))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("event", repr(error), state(event))
    try:
        await asyncio.wait_for(semaphore.acquire(), 0.5)
    except TimeoutError:
        log("no semaphore", state(semaphore))
    else:
        log("has semaphore", state(semaphore))
        await asyncio.sleep(0.1)
        try:
            log("release", semaphore.release(), state(semaphore))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("release", repr(error), state(semaphore))
    for turn in range(2):
        try:
            log("event", await asyncio.wait_for(event.wait(), 0.5), state(event))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("event", repr(error), state(event))
    return 2


async def w3():
    try:
        async with asyncio.timeout(0.3):
            async with semaphore:
                log("in semaphore", state(semaphore))
                await asyncio.sleep(0)
            log("out of semaphore", state(semaphore))
    except TimeoutError:
        log("timeout 1")
    try:
        async with lock:
            log("in lock", state(lock))
            await asyncio.sleep(0.1)
        log("out of lock", state(lock))
    except asyncio.CancelledError:
        log("cancelled 2")
        raise
    try:
        log("task_done", queue.task_done(), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("task_done", repr(error), state(queue))
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        log("cancelled 4")
        await asyncio.sleep(0.3)
    return 3


async def main():
    tasks["t0"] = asyncio.create_task(w0(), name="t0")
    tasks["t1"] = asyncio.create_task(w1(), name="t1")
    tasks["t2"] = asyncio.create_task(w2(), name="t2")
    tasks["t3"] = asyncio.create_task(w3(), name="t3")
    await asyncio.sleep(0.1)
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
