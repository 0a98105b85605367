import asyncio


async def child():
    await asyncio.sleep(1)
    raise RuntimeError("child failed")


async def main():
    task = asyncio.create_task(child())
    await task


asyncio.run(main())
