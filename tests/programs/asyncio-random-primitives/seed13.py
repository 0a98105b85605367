import asyncio

tasks = {}
lock = asyncio.Lock()
event = asyncio.Event()
condition = asyncio.Condition()
semaphore = asyncio.Semaphore(2)
barrier = asyncio.Barrier(3)
queue = asyncio.Queue(1)


def log(*what):
    name = asyncio.current_task().get_name()
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def state(primitive):
    text = str(primitive)
    return text[text.index(" [") + 1 : -1] if " [" in text and primitive is not queue else text


async def w0():
    async with condition:
        try:
            log("notify", condition.notify_all(), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("notify", repr(error), state(condition))
    try:
        await asyncio.wait_for(lock.acquire(), 0.5)
    except TimeoutError:
        log("no lock", state(lock))
    else:
        log("has lock", state(lock))
        await asyncio.sleep(0.3)
        try:
            log("release", lock.release(), state(lock))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("release", repr(error), state(lock))
    try:
        log("event", await asyncio.wait_for(event.wait(), 0), state(event))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("event", repr(error), state(event))
    return 0


async def w1():
    try:
        await asyncio.wait_for(lock.acquire(), 0.2)
    except TimeoutError:
        log("no lock", state(lock))
    else:
        log("has lock", state(lock))
        await asyncio.sleep(0.3)
        try:
            log("release", lock.release(), state(lock))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("release", repr(error), state(lock))
    try:
        await asyncio.wait_for(lock.acquire(), 0.2)
    except TimeoutError:
        log("no lock", state(lock))
    else:
        log("has lock", state(lock))
        await asyncio.sleep(0.3)
        try:
            log("release", lock.release(), state(lock))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("release", repr(error), state(lock))
    try:
        log("release condition", condition.release(), state(condition))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("release condition", repr(error), state(condition))
    try:
        log("join", await asyncio.wait_for(queue.join(), 0.1), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("join", repr(error), state(queue))
    async with condition:
        try:
            log("notify", condition.notify(2), state(condition))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("notify", repr(error), state(condition))
    return 1


async def w2():
    try:
        log("put_nowait", queue.put_nowait(21), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("put_nowait", repr(error), state(queue))
    try:
        log("join", await asyncio.wait_for(queue.join(), 0.5), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("join", repr(error), state(queue))
    try:
        async with asyncio.timeout(0.5):
            try:
                await asyncio.wait_for(semaphore.acquire(), 1)
            except TimeoutError:
                log("no semaphore", state(semaphore))
            else:
                log("has semaphore", state(semaphore))
                await asyncio.sleep(0.2)
                try:
                    log("release", semaphore.release(), state(semaphore))
                except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
                    log("release", repr(error), state(semaphore))
    except TimeoutError:
        log("timeout 3")
    try:
        log("release condition", condition.release(), state(condition))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("release condition", repr(error), state(condition))
    try:
        log("set", event.set(), state(event))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("set", repr(error), state(event))
    return 2


async def w3():
    try:
        try:
            log("put_nowait", queue.put_nowait(31), state(queue))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("put_nowait", repr(error), state(queue))
    except asyncio.CancelledError:
        log("cancelled 2")
        await asyncio.sleep(0.1)
    try:
        await asyncio.wait_for(semaphore.acquire(), 0.5)
    except TimeoutError:
        log("no semaphore", state(semaphore))
    else:
        log("has semaphore", state(semaphore))
        await asyncio.sleep(0)
        try:
            log("release", semaphore.release(), state(semaphore))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("release", repr(error), state(semaphore))
    for turn in range(2):
        try:
            log("event", await asyncio.wait_for(event.wait(), 0.1), state(event))
        except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
            log("event", repr(error), state(event))
    return 3


async def w4():
    try:
        log("task_done", queue.task_done(), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("task_done", repr(error), state(queue))
    try:
        log("get", await asyncio.wait_for(queue.get(), 0), state(queue))
    except (TimeoutError, RuntimeError, ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown) as error:
        log("get", repr(error), state(queue))
    return 4


async def main():
    tasks["t0"] = asyncio.create_task(w0(), name="t0")
    tasks["t1"] = asyncio.create_task(w1(), name="t1")
    tasks["t2"] = asyncio.create_task(w2(), name="t2")
    tasks["t3"] = asyncio.create_task(w3(), name="t3")
    await asyncio.sleep(0.1)
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
