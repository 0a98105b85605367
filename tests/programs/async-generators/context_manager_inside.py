import asyncio


class Resource:
    async def __aenter__(self):
        await asyncio.sleep(1)
        print("opened")
        return self

    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(1)
        print("closed", kind.__name__ if kind else None)


async def lines():
    async with Resource():
        yield "a"
        yield "b"


async def main():
    async for line in lines():
        print(line)
    agen = lines()
    print(await anext(agen))
    await agen.aclose()
    print(asyncio.get_running_loop().time())


asyncio.run(main())
