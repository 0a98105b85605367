import asyncio


async def party(barrier, name):
    try:
        print(name, await barrier.wait())
    except asyncio.BrokenBarrierError as error:
        print(name, repr(error))


async def main():
    barrier = asyncio.Barrier(3)
    tasks = [asyncio.create_task(party(barrier, name)) for name in "ab"]
    await asyncio.sleep(1)
    await barrier.abort()
    print(barrier.broken, barrier.n_waiting)
    await asyncio.gather(*tasks)
    await party(barrier, "late")
    print(issubclass(asyncio.BrokenBarrierError, RuntimeError))


asyncio.run(main())
