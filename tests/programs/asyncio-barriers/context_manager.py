import asyncio


async def party(barrier, results):
    async with barrier as place:
        results.append(place)
        print("waiting:", barrier.n_waiting)


async def main():
    barrier = asyncio.Barrier(3)
    results = []
    await asyncio.gather(*[party(barrier, results) for _ in range(3)])
    print(sorted(results), barrier.n_waiting, barrier.broken)


asyncio.run(main())
