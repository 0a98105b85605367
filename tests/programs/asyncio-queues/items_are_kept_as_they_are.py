import asyncio


async def main():
    queue = asyncio.Queue()
    item = [1]
    for value in (item, None, item, asyncio.sleep):
        await queue.put(value)
    first = await queue.get()
    second = await queue.get()
    third = await queue.get()
    print(first is item, second, third is first, await queue.get() is asyncio.sleep)


asyncio.run(main())
