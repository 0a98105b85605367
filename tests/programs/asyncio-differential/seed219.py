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
    log("gathered", await asyncio.gather(queue.join(), queue.get(), return_exceptions=True))
    queue.shutdown(immediate=True)
    log("shielded", await asyncio.shield(queue.get()))
    raise ValueError("a")


async def b():
    await asyncio.sleep(0)
    log("b1")
    return "b"


async def c():
    await asyncio.sleep(0)
    log("c1")
    raise ValueError("c")


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    log("got", await tasks["c"])
    done, pending = await asyncio.wait([start("main.1", b()), start("main.2", b()), start("main.3", a())], return_when=asyncio.FIRST_EXCEPTION, timeout=0.1)
    log("done", names(done), "pending", names(pending))
    await queue.put("main4")
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
