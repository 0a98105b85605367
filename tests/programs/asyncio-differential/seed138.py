import asyncio
import contextvars

tasks = {}
event = asyncio.Event()
var = contextvars.ContextVar("var", default=0)


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


def rescue(rounds):
    log("rescue")
    event.set()
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def ticks():
    try:
        for i in range(3):
            await asyncio.sleep(0.3)
            yield i
    finally:
        log("ticks ends")
        await asyncio.sleep(0.3)


async def a():
    event.clear()
    all = asyncio.gather(asyncio.shield(asyncio.sleep(0.1)), asyncio.shield(asyncio.sleep(0.1)), asyncio.sleep(0.3, "a3"))
    await asyncio.sleep(0.3)
    log("a4")
    log("cancel all", all.cancel("a5"))
    log("gathered", await all)
    return "a"


async def b():
    await asyncio.sleep(0)
    log("b1")
    note = lambda task: log("b2", task.cancelled())
    tasks["a"].add_done_callback(note)
    await asyncio.sleep(0.3)
    log("b3")
    log("removed", tasks["a"].remove_done_callback(note))
    log("cancel a", tasks["a"].cancel())
    log("event", event.clear())
    return "b"


async def c():
    log("uncancel", asyncio.current_task().uncancel())
    log("shielded", await asyncio.shield(asyncio.shield(asyncio.sleep(0.1))))
    try:
        log("in time", await asyncio.wait_for(anext(ticks()), 0))
    except TimeoutError as error:
        log("c3", repr(error), repr(error.__cause__))
    log("gathered", await asyncio.gather(event.wait(), asyncio.sleep(0, "c5"), return_exceptions=True))


async def d():
    log("cancel a", tasks["a"].cancel())
    return "d"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    try:
        log("in time", await asyncio.wait_for(anext(ticks()), 0.3))
    except TimeoutError as error:
        log("main2", repr(error), repr(error.__cause__))
    log("got", await tasks["a"])
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
