import asyncio

tasks = {}
lock = asyncio.Lock()
event = asyncio.Event()
condition = asyncio.Condition()
semaphore = asyncio.Semaphore(0)
barrier = asyncio.Barrier(1)
queue = asyncio.PriorityQueue(2)


def log(*what):
    name = asyncio.current_task().get_name()
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def state(primitive):
    text = str(primitive)
    return text[text.index(" [") + 1 : -1] if " [" in text and primitive is not queue else text


async def w0():
    try:
        log("join", await asyncio.wait_for(queue.join(), 0.3), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("join", repr(error), state(queue))
    try:
        log("release condition", condition.release(), state(condition))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("release condition", repr(error), state(condition))
    return 0


async def w1():
    try:
        async with asyncio.timeout(0):
            try:
                await asyncio.wait_for(semaphore.acquire(), 0.2)
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
    try:
        log("abort", await barrier.abort(), state(barrier))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("abort", repr(error), state(barrier))
    for turn in range(2):
        async with condition:
            log("in condition", state(condition))
            await asyncio.sleep(0)
        log("out of condition", state(condition))
    return 1


async def w2():
    async with lock:
        log("in lock", state(lock))
    log("out of lock", state(lock))
    try:
        async with condition:
            try:
                log("notify", condition.notify(), state(condition))
            except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                log("notify", repr(error), state(condition))
    except asyncio.CancelledError:
        log("cancelled 1")
        await asyncio.sleep(0.1)
    async with condition:
        log("in condition", state(condition))
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
    log("out of condition", state(condition))
    try:
        log("event", await asyncio.wait_for(event.wait(), 0), state(event))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("event", repr(error), state(event))
    try:
        async with asyncio.timeout(0.1):
            try:
                try:
                    log("get_nowait", queue.get_nowait(), state(queue))
                except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                    log("get_nowait", repr(error), state(queue))
            except asyncio.CancelledError:
                log("cancelled 3")
                await asyncio.sleep(0.1)
    except TimeoutError:
        log("timeout 4")
    return 2


async def w3():
    try:
        log("put", await asyncio.wait_for(queue.put(31), 0.5), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("put", repr(error), state(queue))
    async with lock:
        log("in lock", state(lock))
        await asyncio.sleep(0)
    log("out of lock", state(lock))
    try:
        log("get_nowait", queue.get_nowait(), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("get_nowait", repr(error), state(queue))
    async with semaphore:
        log("in semaphore", state(semaphore))
        try:
            log("task_done", queue.task_done(), state(queue))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("task_done", repr(error), state(queue))
    log("out of semaphore", state(semaphore))
    try:
        try:
            log("set", event.set(), state(event))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("set", repr(error), state(event))
    except asyncio.CancelledError:
        log("cancelled 4")
        await asyncio.sleep(0.1)
    return 3


async def w4():
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        log("cancelled 1")
        await asyncio.sleep(0)
    try:
        log("put", await asyncio.wait_for(queue.put(42), 0.1), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("put", repr(error), state(queue))
    return 4


async def w5():
    try:
        log("set", event.set(), state(event))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("set", repr(error), state(event))
    async with condition:
        try:
            log("condition", await asyncio.wait_for(condition.wait_for(event.is_set), 0), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("condition", repr(error), state(condition))
    async with condition:
        try:
            log("condition", await asyncio.wait_for(condition.wait_for(event.is_set), 0.3), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("condition", repr(error), state(condition))
    return 5


async def main():
    tasks["t0"] = asyncio.create_task(w0(), name="t0")
    tasks["t1"] = asyncio.create_task(w1(), name="t1")
    tasks["t2"] = asyncio.create_task(w2(), name="t2")
    tasks["t3"] = asyncio.create_task(w3(), name="t3")
    tasks["t4"] = asyncio.create_task(w4(), name="t4")
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
