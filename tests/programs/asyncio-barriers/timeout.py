import asyncio


async def main():
    barrier = asyncio.Barrier(2)
    try:
        await asyncio.wait_for(barrier.wait(), 1)
    except TimeoutError:
        print("nobody came", barrier.n_waiting)
    print(await asyncio.gather(barrier.wait(), barrier.wait()))


asyncio.run(main())
