import asyncio

tasks = {}
lock = asyncio.Lock()
event = asyncio.Event()
condition = asyncio.Condition()
semaphore = asyncio.BoundedSemaphore(2)
barrier = asyncio.Barrier(1)
queue = asyncio.Queue(1)


def log(*what):
    name = asyncio.current_task().get_name()
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def state(primitive):
    text = str(primitive)
    return text[text.index(" [") + 1 : -1] if " [" in text and primitive is not queue else text


async def w0():
    await asyncio.sleep(0.2)
    await asyncio.sleep(0.3)
    try:
        try:
            log("task_done", queue.task_done(), state(queue))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("task_done", repr(error), state(queue))
    except asyncio.CancelledError:
        log("cancelled 2")
        raise
    for turn in range(3):
        try:
            log("event", await asyncio.wait_for(event.wait(), 0.5), state(event))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("event", repr(error), state(event))
    return 0


async def w1():
    async with semaphore:
        log("in semaphore", state(semaphore))
    log("out of semaphore", state(semaphore))
    async with condition:
        try:
            log("condition", await asyncio.wait_for(condition.wait(), 0), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("condition", repr(error), state(condition))
    return 1


async def w2():
    async with condition:
        log("in condition", state(condition))
        await asyncio.sleep(0)
    log("out of condition", state(condition))
    async with condition:
        log("in condition", state(condition))
    log("out of condition", state(condition))
    async with semaphore:
        log("in semaphore", state(semaphore))
        await asyncio.sleep(0)
    log("out of semaphore", state(semaphore))
    return 2


async def w3():
    try:
        log("release semaphore", semaphore.release(), state(semaphore))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("release semaphore", repr(error), state(semaphore))
    try:
        async with asyncio.timeout(0.5):
            async with condition:
                try:
                    log("notify", condition.notify(2), state(condition))
                except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                    log("notify", repr(error), state(condition))
    except TimeoutError:
        log("timeout 1")
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
