import asyncio


async def main():
    queue = asyncio.Queue()
    queue.put(1)
    queue.join()
    print(queue.qsize())


asyncio.run(main())
