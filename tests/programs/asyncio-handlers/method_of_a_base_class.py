import asyncio


class Mine(asyncio.Queue):
    pass


async def main():
    loop = asyncio.get_running_loop()
    for kind in (asyncio.PriorityQueue, asyncio.LifoQueue, Mine):
        queue = kind()
        queue.shutdown()
        loop.call_soon(queue.put_nowait, 1)
        loop.call_later(1, queue.put_nowait, 1)
    await asyncio.sleep(2)


asyncio.run(main())
