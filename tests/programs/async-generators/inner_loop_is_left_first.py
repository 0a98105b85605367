import asyncio


async def numbers(name):
    try:
        while True:
            yield name
    finally:
        print("closing", name)


async def work():
    async for a in numbers("outer"):
        async for b in numbers("inner"):
            raise ValueError(a + b)


async def main():
    try:
        await work()
    except ValueError as error:
        print(repr(error))
    await asyncio.sleep(0)
    await asyncio.sleep(0)


asyncio.run(main())
