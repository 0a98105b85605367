import asyncio

tasks = {}
lock = asyncio.Lock()
event = asyncio.Event()
condition = asyncio.Condition()
semaphore = asyncio.Semaphore(1)
barrier = asyncio.Barrier(1)
queue = asyncio.Queue(1)


def log(*what):
    name = asyncio.current_task().get_name()
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def state(primitive):
    text = str(primitive)
    return text[text.index(" [") + 1 : -1] if " [" in text and primitive is not queue else text


async def w0():
    log("cancel t1", tasks["t1"].cancel())
    try:
        log("put", await asyncio.wait_for(queue.put(1), 0.1), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("put", repr(error), state(queue))
    return 0


async def w1():
    async with condition:
        try:
            log("condition", await asyncio.wait_for(condition.wait_for(event.is_set), 0.3), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("condition", repr(error), state(condition))
    try:
        log("get", await asyncio.wait_for(queue.get(), 0.1), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("get", repr(error), state(queue))
    try:
        log("barrier", await asyncio.wait_for(barrier.wait(), 1), state(barrier))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("barrier", repr(error), state(barrier))
    try:
        try:
            log("task_done", queue.task_done(), state(queue))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("task_done", repr(error), state(queue))
    except asyncio.CancelledError:
        log("cancelled 3")
        await asyncio.sleep(0.1)
    return 1


async def w2():
    try:
        log("release condition", condition.release(), state(condition))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("release condition", repr(error), state(condition))
    try:
        log("reset", await barrier.reset(), state(barrier))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("reset", repr(error), state(barrier))
    try:
        log("task_done", queue.task_done(), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("task_done", repr(error), state(queue))
    await asyncio.sleep(0)
    return 2


async def w3():
    try:
        async with asyncio.timeout(0.1):
            await asyncio.sleep(0)
    except TimeoutError:
        log("timeout 1")
    try:
        try:
            async with lock:
                log("in lock", state(lock))
            log("out of lock", state(lock))
        except asyncio.CancelledError:
            log("cancelled 2")
            raise
    except asyncio.CancelledError:
        log("cancelled 3")
        raise
    try:
        async with asyncio.timeout(0.2):
            try:
                log("get", await asyncio.wait_for(queue.get(), 0.5), state(queue))
            except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                log("get", repr(error), state(queue))
    except TimeoutError:
        log("timeout 5")
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
