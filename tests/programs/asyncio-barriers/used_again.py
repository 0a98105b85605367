import asyncio


async def party(barrier, name, rounds):
    for number in range(rounds):
        place = await barrier.wait()
        print(name, "round", number, "place", place)


async def main():
    barrier = asyncio.Barrier(2)
    await asyncio.gather(party(barrier, "a", 3), party(barrier, "b", 3))
    print(barrier.n_waiting)


asyncio.run(main())
