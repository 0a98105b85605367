import asyncio


async def main():
    queue = asyncio.Queue()
    await queue.put((queue, "self"))
    got, text = await queue.get()
    print(got is queue, text)
    await queue.put((queue, "left behind"))
    print(queue.qsize())


asyncio.run(main())
