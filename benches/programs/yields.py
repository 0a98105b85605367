import asyncio


async def work():
    for _ in range(100):
        await asyncio.sleep(0)


async def main():
    tasks = [asyncio.create_task(work()) for _ in range(1_000)]
    for task in tasks:
        await task


asyncio.run(main())
