import asyncio

tasks = {}
lock = asyncio.Lock()
event = asyncio.Event()
condition = asyncio.Condition()
semaphore = asyncio.Semaphore(1)
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
    try:
        await asyncio.wait_for(lock.acquire(), 1)
    except TimeoutError:
        log("no lock", state(lock))
    else:
        log("has lock", state(lock))
        await asyncio.sleep(0)
        try:
            log("release", lock.release(), state(lock))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("release", repr(error), state(lock))
    return 0


async def w1():
    try:
        await asyncio.wait_for(lock.acquire(), 0.5)
    except TimeoutError:
        log("no lock", state(lock))
    else:
        log("has lock", state(lock))
        await asyncio.sleep(0.2)
        try:
            log("release", lock.release(), state(lock))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("release", repr(error), state(lock))
    try:
        log("release condition", condition.release(), state(condition))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("release condition", repr(error), state(condition))
    return 1


async def w2():
    try:
        log("event", await asyncio.wait_for(event.wait(), 0), state(event))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("event", repr(error), state(event))
    async with lock:
        log("in lock", state(lock))
    log("out of lock", state(lock))
    try:
        log("barrier", await asyncio.wait_for(barrier.wait(), 0.2), state(barrier))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("barrier", repr(error), state(barrier))
    try:
        log("get", await asyncio.wait_for(queue.get(), 0.2), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("get", repr(error), state(queue))
    try:
        log("clear", event.clear(), state(event))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("clear", repr(error), state(event))
    return 2


async def main():
    tasks["t0"] = asyncio.create_task(w0(), name="t0")
    tasks["t1"] = asyncio.create_task(w1(), name="t1")
    await asyncio.sleep(0)
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
