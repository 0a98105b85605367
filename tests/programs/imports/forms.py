import asyncio as aio
import asyncio, time
from asyncio import gather, sleep as nap
from asyncio import (
    run,
    create_task,
)


async def main():
    await aio.sleep(1)
    print(await gather(nap(1, "a"), create_task(nap(2, "b"))), time.monotonic())


print(aio is asyncio, asyncio.__name__)
run(main())


def inner():
    import time as t

    return t.monotonic()


print(inner())
