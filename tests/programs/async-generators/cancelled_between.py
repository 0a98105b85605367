import asyncio


async def numbers():
    try:
        for i in range(5):
            yield i
    finally:
        print("generator is left")


async def consume():
    async for x in numbers():
        print(x)
        await asyncio.sleep(1)


async def main():
    task = asyncio.create_task(consume())
    await asyncio.sleep(1.5)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("task cancelled")
    del task
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("end of main")


asyncio.run(main())
