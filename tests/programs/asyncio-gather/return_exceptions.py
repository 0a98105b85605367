import asyncio


async def work(n):
    await asyncio.sleep(1)
    if n % 2:
        raise ValueError(n)
    return n


async def main():
    results = await asyncio.gather(*(work(n) for n in range(4)), return_exceptions=True)
    for result in results:
        print(type(result).__name__, result)
    print(results)


asyncio.run(main())
