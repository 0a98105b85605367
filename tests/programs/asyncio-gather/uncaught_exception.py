import asyncio


async def fine():
    await asyncio.sleep(1)
    print("never printed: cut off")


async def fail():
    await asyncio.sleep(0.5)
    return 1 / 0


async def main():
    await asyncio.gather(fine(), fail())


asyncio.run(main())
