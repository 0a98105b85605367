# What sleep takes as its delay, and that it complains when it is awaited, not when it is called.
import asyncio
from datetime import timedelta
from enum import IntEnum
from fractions import Fraction


class Pause(IntEnum):
    SHORT = 1
    LONG = 3


class Seconds(float):
    pass


async def main():
    loop = asyncio.get_running_loop()
    begin = loop.time()
    for delay in (Pause.SHORT, Pause.LONG, Seconds(0.5), Fraction(1, 4), Fraction(-1, 4), True):
        print(repr(delay), await asyncio.sleep(delay, "slept"), round(loop.time() - begin, 3))

    task = asyncio.create_task(asyncio.sleep("2"))
    print("the task is made")
    try:
        await task
    except TypeError as error:
        print("task:", error)
    results = await asyncio.gather(
        asyncio.sleep(None),
        asyncio.sleep(timedelta(seconds=1)),
        asyncio.sleep(float("nan")),
        asyncio.sleep(0.1, "fine"),
        return_exceptions=True,
    )
    print(*map(repr, results), sep="\n")
    nap = asyncio.sleep([])
    print(asyncio.iscoroutine(nap), nap.__name__, nap.__qualname__)
    nap.close()
    try:
        asyncio.sleep(1, 2, 3)
    except TypeError as error:
        print("call:", error)
    await asyncio.sleep("1")


asyncio.run(main())
