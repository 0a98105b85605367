"""The report comes when the last reference goes, in the middle of the program."""
import asyncio
import time


async def fail(n):
    raise ValueError(n)


async def main():
    task = asyncio.create_task(fail(1))
    await asyncio.sleep(1)
    print("before")
    task = None
    print("after")
    task = asyncio.create_task(fail(2))
    await asyncio.sleep(1)
    try:
        await task
    except ValueError as error:
        print("caught", error)
    task = None
    print("end", time.monotonic())


asyncio.run(main())
