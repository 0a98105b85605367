"""What it runs is no task of its own."""
import asyncio


async def inner():
    return asyncio.current_task()


async def main():
    task = asyncio.current_task()
    print(await asyncio.wait_for(inner(), 1) is task)


asyncio.run(main())
