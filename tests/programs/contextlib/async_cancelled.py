import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def guard():
    try:
        yield
    except asyncio.CancelledError:
        print("cancelled inside")
        raise
    finally:
        print("guard is left")


async def work():
    async with guard():
        await asyncio.sleep(10)


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("task cancelled")


asyncio.run(main())
