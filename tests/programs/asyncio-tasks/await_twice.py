"""A task may be awaited again; the result is kept."""
import asyncio


async def compute():
    print("computing")
    await asyncio.sleep(0.5)
    return object


async def main():
    task = asyncio.create_task(compute())
    first = await task
    second = await task
    print(first is second)


asyncio.run(main())
