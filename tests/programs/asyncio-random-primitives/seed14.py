import asyncio

tasks = {}
lock = asyncio.Lock()
event = asyncio.Event()
condition = asyncio.Condition(lock)
semaphore = asyncio.Semaphore(2)
barrier = asyncio.Barrier(2)
queue = asyncio.Queue(2)


def log(*what):
    name = asyncio.current_task().get_name()
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def state(primitive):
    text = str(primitive)
    return text[text.index(" [") + 1 : -1] if " [" in text and primitive is not queue else text


async def w0():
    async with condition:
        log("in condition", state(condition))
        try:
            log("release condition", condition.release(), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("release condition", repr(error), state(condition))
    log("out of condition", state(condition))
    try:
        log("put", await asyncio.wait_for(queue.put(1), 0.3), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("put", repr(error), state(queue))
    try:
        log("barrier", await asyncio.wait_for(barrier.wait(), 0.2), state(barrier))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("barrier", repr(error), state(barrier))
    try:
        log("task_done", queue.task_done(), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("task_done", repr(error), state(queue))
    return 0


async def w1():
    try:
        log("set", event.set(), state(event))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("set", repr(error), state(event))
    async with lock:
        log("in lock", state(lock))
        await asyncio.sleep(0)
    log("out of lock", state(lock))
    try:
        log("event", await asyncio.wait_for(event.wait(), 0.3), state(event))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("event", repr(error), state(event))
    try:
        log("task_done", queue.task_done(), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("task_done", repr(error), state(queue))
    return 1


async def w2():
    async with condition:
        log("in condition", state(condition))
        await asyncio.sleep(0)
    log("out of condition", state(condition))
    async with condition:
        log("in condition", state(condition))
        await asyncio.sleep(0)
    log("out of condition", state(condition))
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
