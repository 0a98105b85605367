import asyncio


class Source:
    def __aiter__(self):
        return self

    async def __anext__(self):
        raise ValueError("in __anext__")


async def main():
    async for x in Source():
        print(x)
        print("more")


asyncio.run(main())
