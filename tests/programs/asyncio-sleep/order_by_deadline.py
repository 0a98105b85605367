import asyncio


async def nap(name, delay):
    await asyncio.sleep(delay)
    print(name, delay)


async def main():
    await asyncio.gather(nap("c", 3), nap("a", 1), nap("b", 2), nap("z", 0))


asyncio.run(main())
