import asyncio


async def main():
    queue = asyncio.Queue(maxsize=1.3)
    queue.put_nowait(1)
    print(queue.full())
    queue.put_nowait(2)
    print(queue.full(), queue.maxsize, queue)
    try:
        queue.put_nowait(3)
    except asyncio.QueueFull:
        print("full")


asyncio.run(main())
