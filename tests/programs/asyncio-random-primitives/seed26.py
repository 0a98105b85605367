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
    try:
        await asyncio.wait_for(semaphore.acquire(), 0)
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
        try:
            log("event", await asyncio.wait_for(event.wait(), 0.1), state(event))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("event", repr(error), state(event))
    except asyncio.CancelledError:
        log("cancelled 1")
        await asyncio.sleep(0.1)
    return 0


async def w1():
    await asyncio.sleep(0.2)
    try:
        log("notify", condition.notify(), state(condition))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("notify", repr(error), state(condition))
    try:
        try:
            log("get", await asyncio.wait_for(queue.get(), 0.2), state(queue))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("get", repr(error), state(queue))
    except asyncio.CancelledError:
        log("cancelled 2")
        raise
    return 1


async def w2():
    try:
        async with asyncio.timeout(0.5):
            async with condition:
                log("in condition", state(condition))
                await asyncio.sleep(0)
            log("out of condition", state(condition))
    except TimeoutError:
        log("timeout 1")
    try:
        log("release condition", condition.release(), state(condition))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("release condition", repr(error), state(condition))
    try:
        async with asyncio.timeout(0.2):
            try:
                log("reset", await barrier.reset(), state(barrier))
            except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                log("reset", repr(error), state(barrier))
    except TimeoutError:
        log("timeout 2")
    try:
        log("shutdown", queue.shutdown(True), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("shutdown", repr(error), state(queue))
    return 2


async def w3():
    try:
        log("task_done", queue.task_done(), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("task_done", repr(error), state(queue))
    async with lock:
        log("in lock", state(lock))
        try:
            async with asyncio.timeout(1):
                try:
                    log("put", await asyncio.wait_for(queue.put(32), 0), state(queue))
                except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                    log("put", repr(error), state(queue))
        except TimeoutError:
            log("timeout 3")
    log("out of lock", state(lock))
    try:
        log("put", await asyncio.wait_for(queue.put(34), 0.5), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("put", repr(error), state(queue))
    return 3


async def main():
    tasks["t0"] = asyncio.create_task(w0(), name="t0")
    tasks["t1"] = asyncio.create_task(w1(), name="t1")
    tasks["t2"] = asyncio.create_task(w2(), name="t2")
    await asyncio.sleep(0.1)
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
