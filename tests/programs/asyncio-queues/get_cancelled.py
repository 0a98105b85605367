import asyncio


async def main():
    queue = asyncio.Queue()
    task = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    print(queue)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")
    print(queue)
    queue.put_nowait(1)
    print(await queue.get())


asyncio.run(main())
