import asyncio

tasks = {}
lock = asyncio.Lock()
event = asyncio.Event()
condition = asyncio.Condition(lock)
semaphore = asyncio.Semaphore(0)
barrier = asyncio.Barrier(3)
queue = asyncio.LifoQueue(2)


def log(*what):
    name = asyncio.current_task().get_name()
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def state(primitive):
    text = str(primitive)
    return text[text.index(" [") + 1 : -1] if " [" in text and primitive is not queue else text


async def w0():
    try:
        log("release lock", lock.release(), state(lock))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("release lock", repr(error), state(lock))
    log("cancel t1", tasks["t1"].cancel())
    return 0


async def w1():
    try:
        log("get", await asyncio.wait_for(queue.get(), 0.3), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("get", repr(error), state(queue))
    async with condition:
        log("in condition", state(condition))
        try:
            log("clear", event.clear(), state(event))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("clear", repr(error), state(event))
    log("out of condition", state(condition))
    return 1


async def w2():
    try:
        log("put", await asyncio.wait_for(queue.put(21), 0.1), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("put", repr(error), state(queue))
    try:
        log("release lock", lock.release(), state(lock))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("release lock", repr(error), state(lock))
    try:
        await asyncio.wait_for(lock.acquire(), 0)
    except TimeoutError:
        log("no lock", state(lock))
    else:
        log("has lock", state(lock))
        await asyncio.sleep(0)
        try:
            log("release", lock.release(), state(lock))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("release", repr(error), state(lock))
    return 2


async def w3():
    try:
        log("event", await asyncio.wait_for(event.wait(), 0.2), state(event))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("event", repr(error), state(event))
    try:
        log("abort", await barrier.abort(), state(barrier))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("abort", repr(error), state(barrier))
    try:
        log("event", await asyncio.wait_for(event.wait(), 1), state(event))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("event", repr(error), state(event))
    return 3


async def w4():
    try:
        log("put", await asyncio.wait_for(queue.put(41), 0.2), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("put", repr(error), state(queue))
    try:
        log("event", await asyncio.wait_for(event.wait(), 0.2), state(event))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("event", repr(error), state(event))
    async with semaphore:
        log("in semaphore", state(semaphore))
        for turn in range(2):
            async with condition:
                try:
                    log("condition", await asyncio.wait_for(condition.wait_for(lambda: queue.qsize() > 1), 1), state(condition))
                except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                    log("condition", repr(error), state(condition))
    log("out of semaphore", state(semaphore))
    return 4


async def main():
    tasks["t0"] = asyncio.create_task(w0(), name="t0")
    tasks["t1"] = asyncio.create_task(w1(), name="t1")
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
