import asyncio


async def stage(name, source, target):
    while (item := await source.get()) is not None:
        await asyncio.sleep(1)
        print(name, item, "at", asyncio.get_running_loop().time())
        await target.put(item * 2)
    await target.put(None)


async def main():
    queues = [asyncio.Queue(1) for _ in range(4)]
    stages = [
        asyncio.create_task(stage(f"stage{number}", queues[number], queues[number + 1]))
        for number in range(3)
    ]
    feeder = asyncio.create_task(feed(queues[0]))
    while (item := await queues[3].get()) is not None:
        print("result", item)
    await asyncio.gather(feeder, *stages)


async def feed(queue):
    for item in (1, 2, 3, None):
        await queue.put(item)


asyncio.run(main())
