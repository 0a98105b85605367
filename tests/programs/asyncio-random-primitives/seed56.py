import asyncio

tasks = {}
lock = asyncio.Lock()
event = asyncio.Event()
condition = asyncio.Condition()
semaphore = asyncio.Semaphore(0)
barrier = asyncio.Barrier(3)
queue = asyncio.PriorityQueue(2)


def log(*what):
    name = asyncio.current_task().get_name()
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def state(primitive):
    text = str(primitive)
    return text[text.index(" [") + 1 : -1] if " [" in text and primitive is not queue else text


async def w0():
    async with semaphore:
        log("in semaphore", state(semaphore))
        await asyncio.sleep(0)
    log("out of semaphore", state(semaphore))
    for turn in range(2):
        await asyncio.sleep(0.3)
    for turn in range(2):
        log("cancel t2", tasks["t2"].cancel())
    return 0


async def w1():
    try:
        log("put", await asyncio.wait_for(queue.put(11), 1), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("put", repr(error), state(queue))
    try:
        log("get", await asyncio.wait_for(queue.get(), 0.1), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("get", repr(error), state(queue))
    try:
        log("event", await asyncio.wait_for(event.wait(), 0.3), state(event))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("event", repr(error), state(event))
    return 1


async def w2():
    try:
        log("put", await asyncio.wait_for(queue.put(21), 0.1), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("put", repr(error), state(queue))
    try:
        try:
            log("set", event.set(), state(event))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("set", repr(error), state(event))
    except asyncio.CancelledError:
        log("cancelled 2")
        raise
    try:
        try:
            log("put", await asyncio.wait_for(queue.put(23), 0), state(queue))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("put", repr(error), state(queue))
    except asyncio.CancelledError:
        log("cancelled 4")
        raise
    return 2


async def main():
    tasks["t0"] = asyncio.create_task(w0(), name="t0")
    tasks["t1"] = asyncio.create_task(w1(), name="t1")
    await asyncio.sleep(0.1)
    tasks["t2"] = asyncio.create_task(w2(), name="t2")
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
