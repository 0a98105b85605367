# What a suspended coroutine or generator holds, and the frame of one that runs.
import asyncio
import inspect


async def fetch(key, *, tries=2):
    value = key * tries
    await asyncio.sleep(1)
    return value


def numbers(n):
    total = 0
    for i in range(n):
        total += i
        yield total


async def main():
    coro = fetch("ab")
    print(inspect.getcoroutinelocals(coro), coro.cr_code.co_name)
    task = asyncio.create_task(coro)
    await asyncio.sleep(0)
    print(inspect.getcoroutinelocals(coro), coro.cr_frame.f_lineno, coro.cr_frame.f_locals["value"])
    print(await task, inspect.getcoroutinelocals(coro), coro.cr_code.co_name, coro.cr_frame)
    mine = asyncio.current_task().get_coro()
    print(mine.cr_running, mine.cr_frame.f_lineno, mine.cr_code is main.__code__)


gen = numbers(4)
print(dict(inspect.getgeneratorlocals(gen)), next(gen), next(gen), dict(inspect.getgeneratorlocals(gen)))
try:
    inspect.getgeneratorlocals(3)
except TypeError as error:
    print(error)
asyncio.run(main())


def caller():
    secret = 7
    return peek()


def peek():
    frame = inspect.currentframe().f_back
    return frame.f_code.co_name, frame.f_locals


print(caller())


async def outer():
    tag = "outer"
    await inner(tag + "!")


async def inner(label):
    await asyncio.sleep(1)


async def walk():
    task = asyncio.create_task(outer())
    await asyncio.sleep(0)
    coro = task.get_coro()
    while inspect.iscoroutine(coro) and coro.cr_frame is not None and coro.cr_frame.f_code.co_filename == __file__:
        print(coro.__name__, coro.cr_frame.f_lineno, dict(inspect.getcoroutinelocals(coro)), "walk" in coro.cr_frame.f_globals)
        coro = coro.cr_await


asyncio.run(walk())
