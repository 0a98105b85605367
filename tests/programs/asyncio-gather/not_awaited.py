"""A gather that nobody awaits still runs its children."""
import asyncio


async def work(name):
    print(name, "starts")
    await asyncio.sleep(1)
    print(name, "ends")


async def main():
    group = asyncio.gather(work("a"), work("b"))
    print(type(group).__name__, group.done())
    await asyncio.sleep(2)
    print(group.done(), group.result())


asyncio.run(main())
