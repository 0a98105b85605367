import asyncio


class Source:
    def __aiter__(self):
        return self

    async def __anext__(self):
        await asyncio.sleep(1)
        raise ValueError("no more data")


async def main():
    print([
        x
        async for x in Source()
    ])


asyncio.run(main())
