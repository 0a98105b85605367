import asyncio

tasks = {}
lock = asyncio.Lock()
event = asyncio.Event()
condition = asyncio.Condition()
semaphore = asyncio.Semaphore(1)
barrier = asyncio.Barrier(2)
queue = asyncio.LifoQueue(2)


def log(*what):
    name = asyncio.current_task().get_name()
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def state(primitive):
    text = str(primitive)
    return text[text.index(" [") + 1 : -1] if " [" in text and primitive is not queue else text


async def w0():
    await asyncio.sleep(0.1)
    try:
        log("put", await asyncio.wait_for(queue.put(1), 0), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("put", repr(error), state(queue))
    try:
        for turn in range(3):
            try:
                log("set", event.set(), state(event))
            except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                log("set", repr(error), state(event))
    except asyncio.CancelledError:
        log("cancelled 2")
        raise
    return 0


async def w1():
    try:
        log("barrier", await asyncio.wait_for(barrier.wait(), 1), state(barrier))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("barrier", repr(error), state(barrier))
    try:
        try:
            try:
                log("set", event.set(), state(event))
            except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                log("set", repr(error), state(event))
        except asyncio.CancelledError:
            log("cancelled 1")
            await asyncio.sleep(0)
    except asyncio.CancelledError:
        log("cancelled 2")
        raise
    async with lock:
        log("in lock", state(lock))
        async with condition:
            try:
                log("condition", await asyncio.wait_for(condition.wait_for(lambda: queue.qsize() > 1), 0.2), state(condition))
            except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                log("condition", repr(error), state(condition))
    log("out of lock", state(lock))
    async with condition:
        try:
            log("condition", await asyncio.wait_for(condition.wait_for(lambda: queue.qsize() > 1), 0.1), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("condition", repr(error), state(condition))
    return 1


async def w2():
    await asyncio.sleep(0)
    async with condition:
        try:
            log("notify", condition.notify(), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("notify", repr(error), state(condition))
    return 2


async def w3():
    await asyncio.sleep(0.3)
    async with condition:
        try:
            log("condition", await asyncio.wait_for(condition.wait(), 0.2), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("condition", repr(error), state(condition))
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
