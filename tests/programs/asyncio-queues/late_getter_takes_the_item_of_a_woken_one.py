import asyncio


async def getter(queue, name):
    print(name, "got", await queue.get())


async def main():
    queue = asyncio.Queue()
    waiting = asyncio.create_task(getter(queue, "waiting"))
    await asyncio.sleep(0)
    queue.put_nowait("first")
    print("main took", queue.get_nowait())
    await asyncio.sleep(0)
    print(queue)
    queue.put_nowait("second")
    await waiting


asyncio.run(main())
