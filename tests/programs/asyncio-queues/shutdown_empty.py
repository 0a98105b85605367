import asyncio


async def main():
    queue = asyncio.Queue()
    queue.shutdown()
    for attempt in (queue.get_nowait, lambda: queue.put_nowait(1)):
        try:
            attempt()
        except asyncio.QueueShutDown as error:
            print(repr(error))
    for attempt in (queue.get(), queue.put(1)):
        try:
            await attempt
        except asyncio.QueueShutDown as error:
            print(repr(error))
    await queue.join()
    print(queue)


asyncio.run(main())
