import asyncio


async def party(barrier, name):
    try:
        print(name, await barrier.wait())
    except asyncio.BrokenBarrierError as error:
        print(name, error)


async def main():
    barrier = asyncio.Barrier(3)
    tasks = [asyncio.create_task(party(barrier, name)) for name in "ab"]
    await asyncio.sleep(0)
    await barrier.reset()
    print("reset", barrier.n_waiting, barrier.broken)
    await asyncio.gather(*tasks)
    await asyncio.gather(*[party(barrier, name) for name in "cde"])


asyncio.run(main())
