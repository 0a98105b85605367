import asyncio


async def producer(queue):
    for number in range(3):
        await queue.put(number)
    raise RuntimeError("out of stock")


async def consumer(queue):
    try:
        while True:
            print("got", await queue.get())
            await asyncio.sleep(1)
    finally:
        print("consumer leaves at", asyncio.get_running_loop().time())


async def main():
    queue = asyncio.Queue(1)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(producer(queue))
            group.create_task(consumer(queue))
    except* RuntimeError as group:
        print(group.exceptions)
    print(queue)


asyncio.run(main())
