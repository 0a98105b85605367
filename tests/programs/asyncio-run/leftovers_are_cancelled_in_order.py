import asyncio


async def worker(name):
    try:
        await asyncio.sleep(10)
    finally:
        print(name, "ends")


async def main():
    for name in "abcdefghij":
        tasks.append(asyncio.create_task(worker(name)))
    await asyncio.sleep(1)


tasks = []
asyncio.run(main())
