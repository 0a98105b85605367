import asyncio


async def getter(queue, name):
    print(name, await queue.get())


async def main():
    queue = asyncio.PriorityQueue(maxsize=3)
    tasks = [asyncio.create_task(getter(queue, name)) for name in "ab"]
    await asyncio.sleep(0)
    for number in (9, 5, 7):
        queue.put_nowait(number)
    print(queue.full())
    await asyncio.gather(*tasks)
    print(queue)


asyncio.run(main())
