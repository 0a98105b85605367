import asyncio


async def getter(queue, name):
    print(name, "got", await queue.get())


async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(getter(queue, name)) for name in "abc"]
    await asyncio.sleep(0)
    for number in range(3):
        queue.put_nowait(number)
    await asyncio.gather(*tasks)


asyncio.run(main())
