import asyncio


async def work():
    await asyncio.sleep(1)
    return "in time"


async def main():
    print(await asyncio.wait_for(work(), 2))
    print(await asyncio.wait_for(work(), timeout=None))


asyncio.run(main())
