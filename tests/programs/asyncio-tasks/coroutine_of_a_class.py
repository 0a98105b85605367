# An object with the methods of a coroutine is one for asyncio.
import asyncio
from collections.abc import Coroutine


class Wrapped(Coroutine):
    def __init__(self, coro):
        self.coro = coro

    def send(self, value):
        return self.coro.send(value)

    def throw(self, *error):
        return self.coro.throw(*error)

    def close(self):
        return self.coro.close()

    def __await__(self):
        return self.coro.__await__()


async def value(number):
    await asyncio.sleep(number)
    return number


async def fails():
    raise LookupError("inside")


async def main():
    print(await Wrapped(value(1)), asyncio.iscoroutine(Wrapped), asyncio.iscoroutine(object()))
    print(await asyncio.create_task(Wrapped(value(2)), name="t"))
    print(await asyncio.gather(Wrapped(value(1)), asyncio.wait_for(Wrapped(value(2)), 5)))
    async with asyncio.TaskGroup() as group:
        task = group.create_task(Wrapped(value(3)))
    print(task.result())
    try:
        await asyncio.create_task(Wrapped(fails()))
    except LookupError as error:
        print(repr(error))
    slow = asyncio.create_task(Wrapped(value(9)))
    await asyncio.sleep(0)
    slow.cancel()
    await asyncio.wait([slow])
    print(slow.cancelled())


asyncio.run(main())
print(asyncio.run(Wrapped(value(1))))
