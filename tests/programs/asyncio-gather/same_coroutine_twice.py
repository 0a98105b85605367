"""The same object given twice is run once, and its result appears twice."""
import asyncio


async def work():
    print("runs once")
    await asyncio.sleep(0)
    return ["shared"]


async def main():
    coro = work()
    first, second = await asyncio.gather(coro, coro)
    print(first is second)


asyncio.run(main())
