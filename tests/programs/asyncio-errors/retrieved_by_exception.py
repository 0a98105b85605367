"""Looking at exception() is enough to keep it from being reported."""
import asyncio


async def fail():
    raise ValueError("seen")


async def main():
    task = asyncio.create_task(fail())
    await asyncio.sleep(0)
    print(repr(task.exception()))


asyncio.run(main())
