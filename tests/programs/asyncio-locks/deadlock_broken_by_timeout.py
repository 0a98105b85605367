import asyncio


async def take(first, second, name):
    async with first:
        print(name, "has the first")
        await asyncio.sleep(1)
        try:
            async with asyncio.timeout(1):
                async with second:
                    print(name, "has both")
        except TimeoutError:
            print(name, "gives up")


async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(take(a, b, "x"), take(b, a, "y"))


asyncio.run(main())
