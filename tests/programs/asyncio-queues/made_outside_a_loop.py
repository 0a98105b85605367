import asyncio

queue = asyncio.Queue()
queue.put_nowait("before")


async def main():
    print(await queue.get())


asyncio.run(main())
