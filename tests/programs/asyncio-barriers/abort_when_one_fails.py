import asyncio


async def party(barrier, name):
    try:
        async with barrier as place:
            if place == 1:
                raise ValueError(name)
            print(name, place)
            await barrier.wait()
    except ValueError as error:
        print(repr(error))
        await barrier.abort()
    except asyncio.BrokenBarrierError as error:
        print(name, "broken:", error)


async def main():
    barrier = asyncio.Barrier(3)
    await asyncio.gather(*[party(barrier, name) for name in "abc"])
    print(barrier.broken)


asyncio.run(main())
