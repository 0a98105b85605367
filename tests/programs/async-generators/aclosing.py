import asyncio


class closing:
    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc):
        await self.thing.aclose()


async def numbers():
    try:
        while True:
            await asyncio.sleep(1)
            yield asyncio.get_running_loop().time()
    finally:
        print("closed")


async def main():
    async with closing(numbers()) as agen:
        async for x in agen:
            print(x)
            if x == 2:
                break
    print("after")


asyncio.run(main())
