import asyncio


async def main():
    queue = asyncio.LifoQueue(maxsize=3)
    for number in (1, 3, 2):
        await queue.put(number)
    print(queue, queue.full())
    print([await queue.get() for _ in range(3)])
    print(queue)
    task = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    queue.put_nowait("late")
    print(await task)


asyncio.run(main())
