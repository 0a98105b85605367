import asyncio


async def getter(queue, name):
    try:
        print(name, await queue.get())
    except asyncio.QueueShutDown as error:
        print(name, "told at", asyncio.get_running_loop().time())


async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(getter(queue, name)) for name in "abc"]
    await asyncio.sleep(1)
    queue.put_nowait("last")
    queue.shutdown()
    await asyncio.gather(*tasks)


asyncio.run(main())
