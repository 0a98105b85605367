import asyncio

tasks = {}
lock = asyncio.Lock()
event = asyncio.Event()
condition = asyncio.Condition(lock)
semaphore = asyncio.Semaphore(1)
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
        log("join", await asyncio.wait_for(queue.join(), 0.5), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("join", repr(error), state(queue))
    async with condition:
        try:
            log("condition", await asyncio.wait_for(condition.wait_for(event.is_set), 0), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("condition", repr(error), state(condition))
    try:
        log("join", await asyncio.wait_for(queue.join(), 0.2), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("join", repr(error), state(queue))
    try:
        log("abort", await barrier.abort(), state(barrier))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("abort", repr(error), state(barrier))
    for turn in range(2):
        async with lock:
            log("in lock", state(lock))
            await asyncio.sleep(0.1)
        log("out of lock", state(lock))
    return 0


async def w1():
    async with lock:
        log("in lock", state(lock))
        async with condition:
            log("in condition", state(condition))
            await asyncio.sleep(0.3)
        log("out of condition", state(condition))
    log("out of lock", state(lock))
    try:
        log("join", await asyncio.wait_for(queue.join(), 0.3), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("join", repr(error), state(queue))
    try:
        try:
            log("event", await asyncio.wait_for(event.wait(), 0.3), state(event))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("event", repr(error), state(event))
    except asyncio.CancelledError:
        log("cancelled 2")
        raise
    try:
        async with asyncio.timeout(0.5):
            async with lock:
                log("in lock", state(lock))
                await asyncio.sleep(0)
            log("out of lock", state(lock))
    except TimeoutError:
        log("timeout 3")
    try:
        await asyncio.wait_for(semaphore.acquire(), 0)
    except TimeoutError:
        log("no semaphore", state(semaphore))
    else:
        log("has semaphore", state(semaphore))
        await asyncio.sleep(0.1)
        try:
            log("release", semaphore.release(), state(semaphore))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("release", repr(error), state(semaphore))
    return 1


async def w2():
    await asyncio.sleep(0.1)
    try:
        async with condition:
            log("in condition", state(condition))
            await asyncio.sleep(0.1)
        log("out of condition", state(condition))
    except asyncio.CancelledError:
        log("cancelled 1")
        await asyncio.sleep(0.1)
    try:
        async with asyncio.timeout(0.1):
            await asyncio.sleep(0)
    except TimeoutError:
        log("timeout 2")
    async with lock:
        log("in lock", state(lock))
        try:
            log("release lock", lock.release(), state(lock))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("release lock", repr(error), state(lock))
    log("out of lock", state(lock))
    async with condition:
        try:
            log("condition", await asyncio.wait_for(condition.wait_for(event.is_set), 0.1), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("condition", repr(error), state(condition))
    return 2


async def main():
    tasks["t0"] = asyncio.create_task(w0(), name="t0")
    tasks["t1"] = asyncio.create_task(w1(), name="t1")
    tasks["t2"] = asyncio.create_task(w2(), name="t2")
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
