import asyncio


async def main():
    barrier = asyncio.Barrier(1)
    for _ in range(3):
        print(await barrier.wait(), barrier.n_waiting, barrier.broken, barrier.parties)


asyncio.run(main())
