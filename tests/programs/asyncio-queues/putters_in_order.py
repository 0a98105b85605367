import asyncio


async def putter(queue, number):
    await queue.put(number)
    print("put", number)


async def main():
    queue = asyncio.Queue(1)
    tasks = [asyncio.create_task(putter(queue, number)) for number in range(4)]
    for _ in range(4):
        await asyncio.sleep(1)
        print("got", await queue.get())
    await asyncio.gather(*tasks)


asyncio.run(main())
