import asyncio


async def main():
    for kind in (asyncio.LifoQueue, asyncio.PriorityQueue):
        queue = kind()
        for number in (2, 1, 3):
            queue.put_nowait(number)
        queue.shutdown()
        print(await queue.get(), queue)
        queue.shutdown(immediate=True)
        print(queue)
        try:
            await queue.get()
        except asyncio.QueueShutDown as error:
            print(repr(error))


asyncio.run(main())
