import asyncio


async def good(delay):
    await asyncio.sleep(delay)
    print("good", delay)


async def bad():
    await asyncio.sleep(1)
    raise ValueError("bad")


async def main():
    try:
        await asyncio.gather(good(2), bad(), good(9))
    except ValueError as error:
        print(error)
    await asyncio.sleep(3)


asyncio.run(main())
