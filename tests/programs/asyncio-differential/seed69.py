import asyncio
import contextvars

tasks = {}
queue = asyncio.Queue(1)
var = contextvars.ContextVar("var", default=0)


def log(*what):
    task = asyncio.current_task()
    name = task.get_name() if task else "callback"
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def start(name, coro, group=asyncio):
    tasks[name] = group.create_task(coro, name=name)
    return tasks[name]


async def a():
    log("get", await queue.get())
    queue.task_done()
    raise ValueError("a")


async def b():
    asyncio.current_task().cancel("b1")
    try:
        try:
            queue.put_nowait("b2")
            log("var", var.get())
        except BaseException as error:
            log("b3", repr(error))
            raise
    finally:
        log("b4")
    await asyncio.sleep(0.3)
    log("b5")
    return "b"


async def c():
    log("gathered", await asyncio.gather(queue.join(), queue.get(), return_exceptions=True))
    await asyncio.sleep(0.3)
    return "c"


async def d():
    log("cancel d", tasks["d"].cancel("d1"))
    await queue.put("d2")
    log("got", await tasks["b"])
    return "d"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    log("cancel c", tasks["c"].cancel())
    log("got", await tasks["d"])
    log("cancel a", tasks["a"].cancel("main2"))


try:
    asyncio.run(main())
finally:
    tasks.clear()
