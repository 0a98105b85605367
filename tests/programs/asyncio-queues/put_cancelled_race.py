import asyncio


async def putter(queue, item):
    try:
        await queue.put(item)
        print("put", item)
    except asyncio.CancelledError:
        print(item, "cancelled")
        raise


async def main():
    queue = asyncio.Queue(1)
    queue.put_nowait("first")
    a = asyncio.create_task(putter(queue, "a"))
    b = asyncio.create_task(putter(queue, "b"))
    await asyncio.sleep(0)
    print(queue.get_nowait())
    a.cancel()
    await asyncio.wait([a, b])
    print(queue.get_nowait(), queue.empty())


asyncio.run(main())
