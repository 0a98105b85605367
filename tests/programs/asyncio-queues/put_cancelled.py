import asyncio


async def main():
    queue = asyncio.Queue(1)
    await queue.put(1)
    task = asyncio.create_task(queue.put(2))
    await asyncio.sleep(0)
    print(queue)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")
    print(queue, await queue.get(), queue.empty())


asyncio.run(main())
