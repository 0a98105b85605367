import asyncio


async def inner():
    await asyncio.sleep(1)
    await asyncio.sleep(0)


async def middle():
    await inner()
    await asyncio.sleep(0.5)


async def main():
    await middle()
    child = asyncio.create_task(inner())
    await child


asyncio.run(main())
