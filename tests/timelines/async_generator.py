import asyncio


async def ticks(n):
    try:
        for i in range(n):
            await asyncio.sleep(1)
            yield i
    finally:
        await asyncio.sleep(0.5)


async def main():
    async for tick in ticks(5):
        print(tick)
        if tick == 1:
            break
    await asyncio.sleep(2)


asyncio.run(main())
