import asyncio


async def main():
    queue = asyncio.Queue(maxsize=1)
    queue.put_nowait("data")
    putter = asyncio.create_task(queue.put("more"))
    joiner = asyncio.create_task(queue.join())
    await asyncio.sleep(0)
    queue.shutdown()
    print(queue)
    try:
        await putter
    except asyncio.QueueShutDown:
        print("putter is told")
    print(await queue.get(), joiner.done())
    try:
        await queue.get()
    except asyncio.QueueShutDown:
        print("empty now")
    queue.task_done()
    await joiner
    print(queue)


asyncio.run(main())
