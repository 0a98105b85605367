import asyncio


async def drain(queue):
    while (item := await queue.get()) is not None:
        yield item


async def produce(queue):
    for n in range(3):
        await asyncio.sleep(1)
        await queue.put(n)
    await queue.put(None)


async def main():
    queue = asyncio.Queue()
    async with asyncio.TaskGroup() as tg:
        tg.create_task(produce(queue))
        async for item in drain(queue):
            print(item, asyncio.get_running_loop().time())


asyncio.run(main())
