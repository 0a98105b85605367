import asyncio


async def other():
    print("other")


async def main():
    queue = asyncio.Queue()
    task = asyncio.create_task(other())
    await queue.put(1)
    print("put")
    print("got", await queue.get())
    await task


asyncio.run(main())
