import asyncio


async def producer(queue):
    for number in range(5):
        await queue.put(number)
        print("put", number, "at", asyncio.get_running_loop().time())
    await queue.put(None)


async def consumer(queue):
    while (item := await queue.get()) is not None:
        await asyncio.sleep(1)
        print("done with", item)


async def main():
    queue = asyncio.Queue(maxsize=2)
    await asyncio.gather(producer(queue), consumer(queue))


asyncio.run(main())
