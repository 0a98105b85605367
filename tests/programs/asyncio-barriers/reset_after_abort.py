import asyncio


async def main():
    barrier = asyncio.Barrier(2)
    await barrier.abort()
    print(barrier.broken)
    await barrier.reset()
    print(barrier.broken)
    print(sorted(await asyncio.gather(barrier.wait(), barrier.wait())))


asyncio.run(main())
