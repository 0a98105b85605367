import asyncio


async def both(first, second):
    async with first:
        await asyncio.sleep(1)
        async with second:
            print("never")


async def main():
    left, right = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(both(left, right), both(right, left))


asyncio.run(main())
