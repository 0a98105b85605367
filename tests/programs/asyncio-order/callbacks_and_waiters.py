"""A waiter that came before a callback is woken before it, and after one that was there earlier."""
import asyncio


async def source():
    await asyncio.sleep(1)
    print("source ends")


async def waiter(name, task):
    await task
    print(name)


async def main():
    task = asyncio.create_task(source())
    task.add_done_callback(lambda t: print("callback 1"))
    first = asyncio.create_task(waiter("waiter 1", task))
    await asyncio.sleep(0)
    task.add_done_callback(lambda t: print("callback 2"))
    second = asyncio.create_task(waiter("waiter 2", task))
    await asyncio.gather(first, second)


asyncio.run(main())
