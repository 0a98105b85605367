import asyncio


async def main():
    queue = asyncio.Queue(maxsize=2)
    print(queue.maxsize, queue.qsize(), queue.empty(), queue.full())
    await queue.put(1)
    print(queue.qsize(), queue.empty(), queue.full())
    await queue.put(2)
    print(queue.qsize(), queue.empty(), queue.full())
    for maxsize in (0, -3):
        endless = asyncio.Queue(maxsize)
        for number in range(10):
            endless.put_nowait(number)
        print(endless.maxsize, endless.qsize(), endless.full())


asyncio.run(main())
