import asyncio


async def work(number):
    return number


async def main():
    results = await asyncio.gather(*(work(number) for number in range(100_000)))
    assert results == list(range(100_000))


asyncio.run(main())
