import asyncio


async def fetch(delay):
    await asyncio.sleep(delay)
    await asyncio.sleep(delay / 2)
    return delay


async def main():
    print(await asyncio.gather(fetch(2), fetch(1), fetch(0.5)))


asyncio.run(main())
