# A failed main task refers to a task that is cancelled after it, and to a coroutine: that one is told of at the end.
import asyncio


async def forgotten():
    pass


async def pending():
    await asyncio.sleep(10)


async def main():
    task = asyncio.create_task(pending())
    await asyncio.sleep(1)
    coroutine = forgotten()
    raise KeyError("end")


asyncio.run(main())
