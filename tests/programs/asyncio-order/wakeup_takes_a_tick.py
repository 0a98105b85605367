"""Ticks between a task's end and its waiter's next step."""
import asyncio


async def ticker():
    for tick in range(8):
        print("tick", tick)
        await asyncio.sleep(0)


async def inner():
    await asyncio.sleep(0)
    print("inner ends")


async def outer():
    await asyncio.create_task(inner())
    print("outer ends")


async def main():
    ticks = asyncio.create_task(ticker())
    task = asyncio.create_task(outer())
    task.add_done_callback(lambda t: print("callback of outer"))
    await task
    print("main goes on")
    await ticks


asyncio.run(main())
