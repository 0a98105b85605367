import asyncio


async def main():
    barrier = asyncio.Barrier(2)
    await barrier.reset()
    print(barrier.n_waiting, barrier.broken)
    print(await asyncio.gather(barrier.wait(), barrier.wait()))


asyncio.run(main())
