"""Cancelling by hand what gather leaves running after a failure."""
import asyncio


async def fail():
    await asyncio.sleep(1)
    raise RuntimeError("failed")


async def slow(name):
    try:
        await asyncio.sleep(10)
    finally:
        print(name, "ends")


async def main():
    tasks = [asyncio.create_task(c) for c in (slow("a"), fail(), slow("b"))]
    try:
        await asyncio.gather(*tasks)
    except RuntimeError as error:
        print(error)
        for task in tasks:
            print(task.cancel(), end=" ")
        print()
    print(await asyncio.gather(*tasks, return_exceptions=True))


asyncio.run(main())
