import asyncio


async def runner(barrier, name, delay):
    await asyncio.sleep(delay)
    print(name, "arrives at", asyncio.get_running_loop().time())
    place = await barrier.wait()
    print(name, "goes on at", asyncio.get_running_loop().time(), "place", place)


async def main():
    barrier = asyncio.Barrier(3)
    await asyncio.gather(runner(barrier, "a", 1), runner(barrier, "b", 3), runner(barrier, "c", 2))


asyncio.run(main())
