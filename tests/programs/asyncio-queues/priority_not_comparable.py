import asyncio


async def main():
    queue = asyncio.PriorityQueue()
    queue.put_nowait((1, {"a": 1}))
    try:
        queue.put_nowait((1, {"b": 2}))
    except TypeError as error:
        print(error)
    print(queue, queue.qsize())
    print(queue.get_nowait())


asyncio.run(main())
