import asyncio
import contextvars

tasks = {}
var = contextvars.ContextVar("var", default=0)
queue = asyncio.Queue(1)
barrier = asyncio.Barrier(2)


def log(*what):
    task = asyncio.current_task()
    name = task.get_name() if task else "callback"
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def start(name, coro, group=asyncio):
    tasks[name] = group.create_task(coro, name=name)
    return tasks[name]


def outcome(task):
    try:
        return repr(task.result())
    except BaseException as error:
        return repr(error)


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def a():
    log("gathered", await asyncio.gather(asyncio.sleep(1, "a1"), asyncio.shield(asyncio.sleep(0.1))))
    log("barrier", await barrier.reset(), barrier.n_waiting, barrier.broken)
    log("size", queue.qsize(), queue.full())
    return "a"


async def b():
    var.set("b1")
    return "b"


async def c():
    await queue.put("c1")
    log("shielded", await asyncio.shield(queue.get()))
    done, pending = await asyncio.wait([start("c.4", asyncio.sleep(0.1, "c3")), start("c.6", asyncio.sleep(1, "c5")), tasks["a"]], return_when=asyncio.FIRST_COMPLETED, timeout=0)
    log("done", names(done), "pending", names(pending))
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.1, "c7"), 0))
    except TimeoutError as error:
        log("c8", repr(error), repr(error.__cause__))


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
